"""Which year the first row falls in, where the dates do not say."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from syllabical.interpret.dates.mentions import WEAK, Mention, read
from syllabical.interpret.dates.settle import settled
from syllabical.interpret.dates.term_years import any_years, of_days, of_terms
from syllabical.interpret.dates.types import Context
from syllabical.model.syllabus import Certainty
from syllabical.model.table import Where

SAMPLE = 400
YEARS_BACK = 8

Named = Iterator[tuple[int, str]]


_Source = tuple[str, Iterable[str], Callable[[str, int], Named]]


@dataclass(frozen=True, slots=True)
class YearFound:
    """The year of the first row, where it comes from in words, and how sure it is."""

    year: int
    source: str
    certainty: Certainty


def found(mentions: Sequence[Mention], order: str, context: Context) -> YearFound:
    """The year of the first row: from the cells, the page, the schedule, the path, the weekdays."""
    triples = [mention.point.under(order) for mention in mentions]
    if any(year for year, _, _ in triples):
        return YearFound(context.year or context.today.year, "the cells", Certainty.GIVEN)
    month = next((month for _, month, _ in triples if month), 1)
    for source, texts, reads in _page(context):
        if given := _best(mentions, order, context.year, _named(texts, month, reads)):
            return YearFound(given[0], f"{source}, `{given[1]}`", Certainty.GIVEN)
    if context.year:
        return YearFound(context.year, "`--year` or `dates: year`", Certainty.GIVEN)
    for source, texts, reads in _around(context):
        if given := _best(mentions, order, None, _named(texts, month, reads)):
            return YearFound(given[0], f"{source}, `{given[1]}`", Certainty.GIVEN)
    return _guessed(mentions, order, context)


def _page(context: Context) -> Iterator[_Source]:
    """What the page says about itself, the most telling first."""
    yield "the page's front matter", _said(context, Where.FRONT_MATTER), any_years
    yield "the page's title", _said(context, Where.TITLE), any_years
    yield "the heading above", reversed(context.headings), any_years
    yield "a heading", _said(context, Where.HEADING), of_terms
    yield "the text", _said(context, Where.PROSE), of_terms


def _around(context: Context) -> Iterator[_Source]:
    """What stands around the page: its path, the file's own part first, and the site."""
    paths = [part for path in _said(context, Where.PATH) for part in path.split("/")[::-1]]
    yield "the path", paths, any_years
    yield "the site's configuration", _said(context, Where.CONFIG), any_years
    yield "a heading", _said(context, Where.HEADING), any_years
    yield "the date in the front matter", _said(context, Where.FRONT_MATTER), of_days


def _said(context: Context, where: Where) -> list[str]:
    return [passage.text for passage in context.passages if passage.where is where]


def _named(texts: Iterable[str], month: int, reads: Callable[[str, int], Named]) -> dict[int, str]:
    years: dict[int, str] = {}
    for text in texts:
        for year, words in reads(text, month):
            years.setdefault(year, words)
    return years


def _best(
    mentions: Sequence[Mention], order: str, given: int | None, years: dict[int, str]
) -> tuple[int, str] | None:
    """The year that was given, else that of most weekdays, else the first that was named."""
    if not years:
        return None
    if given in years:
        return given, years[given]
    first = list(years)
    if len(first) == 1:
        return first[0], years[first[0]]
    best = max(first, key=lambda year: (agreement(mentions, order, year), -first.index(year)))
    return best, years[best]


def agreement(mentions: Sequence[Mention], order: str, year: int) -> int:
    """How many written weekdays agree in a year, less those that do not."""
    sample = mentions[:SAMPLE]
    days = settled([mention.point for mention in sample], order, year)
    return sum(
        1 if mention.weekday == day.weekday() else -1
        for mention, day in zip(sample, days, strict=True)
        if mention.weekday is not None and day
    )


def _guessed(mentions: Sequence[Mention], order: str, context: Context) -> YearFound:
    today = context.today
    written = sum(mention.weekday is not None for mention in mentions[:SAMPLE])
    if written:
        years = range(today.year + 1, today.year - YEARS_BACK, -1)
        agreed = {year: agreement(mentions, order, year) for year in years}
        best = max(years, key=lambda year: (agreed[year], -abs(year - today.year)))
        if agreed[best] * 2 > written:
            return YearFound(best, "the weekdays", Certainty.GUESSED)
    if dated := _dated(context):
        return YearFound(dated, "the dates in the text", Certainty.GUESSED)
    years = range(today.year + 1, today.year - 2, -1)
    best = min(years, key=lambda year: _distance(mentions, order, year, today))
    return YearFound(best, "today's date", Certainty.GUESSED)


def _dated(context: Context) -> int | None:
    """The year of most of the dates that the text writes in full."""
    years = Counter(
        mention.point.year
        for text in _said(context, Where.PROSE)[:SAMPLE]
        for mention in read(text)
        if mention.point.year and mention.form not in WEAK
    )
    return years.most_common(1)[0][0] if years else None


def _distance(mentions: Sequence[Mention], order: str, year: int, today: dt.date) -> int:
    """How many days lie between today and the term; none within it."""
    points = [mention.point for mention in mentions[:SAMPLE]]
    days = [day for day in settled(points, order, year) if day]
    if not days:
        return abs(year - today.year) * 365
    return max((min(days) - today).days, (today - max(days)).days, 0)
