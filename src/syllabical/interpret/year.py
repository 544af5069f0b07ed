"""Which year the first row falls in, where the dates do not say."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syllabical.interpret.date_forms import Mention
from syllabical.interpret.date_settling import settled
from syllabical.interpret.dates import Context
from syllabical.model.syllabus import Certainty
from syllabical.model.table import Where

_SPRING = r"spring|summer|sommer\w*|sose|ss|frühling\w*|frühjahr\w*|printemps|primavera|été|verano|vår\w*|kevät|春\w*|봄|אביב|קיץ"
_AUTUMN = r"fall|autumn|winter\w*|wise|ws|herbst\w*|automne|hiver|otoño|outono|autunno|höst\w*|syksy|秋\w*|가을|חורף|סתיו|michaelmas|hilary|lent|trinity"
_TERM = rf"(?:{_SPRING}|{_AUTUMN}|semest\w*|term|trimest\w*|quarter|session|학기|学期|סמסטר|ay|academic year|a\.a\.|anno accademico|année|curso|läsår|lukuvuosi|cursus|collegejaar|rok\w*|semestr\w*)"
_YEARS = re.compile(r"(?<![\d./-])((?:19|20)\d\d)\s?[/–—-]\s?((?:20)?\d\d)(?![\d/-])")
_SHORT_YEARS = re.compile(rf"\b{_TERM}\W{{0,3}}(\d\d)\s?[/–-]\s?(\d\d)\b", re.IGNORECASE)
_TERM_YEAR = re.compile(
    rf"\b{_TERM}(?:\s+(?:term|semester|quarter|session|of|de|del|the))*\W{{0,3}}((?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)((?:19|20)\d\d)\s?[,:_-]?\s?\W?{_TERM}",
    re.IGNORECASE,
)
_TERM_SHORT = re.compile(
    rf"\b(?:{_TERM})\W{{0,2}}['’]?(\d\d)(?!\d)|(?:^|[^a-z0-9])(?:fa|sp|su|wi|f|s|w|ws|ss|sose|wise)[_-]?'?(\d\d)(?![\d])",
    re.IGNORECASE,
)
_HALVES = re.compile(r"(?<![\d.])((?:19|20)\d\d)[./]([12])(?![\d./-])")
_PLAIN = re.compile(r"(?<![\d./-])((?:19|20)\d\d)(?![\d/-]|\.\d)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T\d:.Z+-]*|©.{0,40}|copyright.{0,40}", re.IGNORECASE)
_HEBREW = re.compile(r"תש([א-ת]{0,2})[\"״'׳]([א-ת])")
_REIWA = re.compile(r"令和\s?(\d{1,2})")
_LETTERS = dict(zip("אבגדהוזחטיכלמנסעפצ", [*range(1, 11), *range(20, 100, 10)], strict=True))


@dataclass(frozen=True, slots=True)
class YearFound:
    """The year of the first row, where it comes from in words, and how sure it is."""

    year: int
    source: str
    certainty: Certainty


def found(mentions: Sequence[Mention], order: str, context: Context) -> YearFound:
    """The year that the page, the schedule, the path or the weekdays give the first row."""
    if mentions and any(mention.point.under(order)[0] for mention in mentions):
        return YearFound(context.today.year, "the cells", Certainty.GIVEN)
    month = next((m for m in (each.point.under(order)[1] for each in mentions) if m), 1)
    for where in (Where.FRONT_MATTER, Where.TITLE, Where.HEADING, Where.PROSE):
        named = _of(where, month, mentions, order, context)
        if named:
            return named
    if context.year:
        return YearFound(context.year, "`--year` or `dates: year`", Certainty.GIVEN)
    for where in (Where.PATH, Where.CONFIG):
        named = _of(where, month, mentions, order, context)
        if named:
            return named
    return _near(mentions, order, context)


def _of(
    where: Where, month: int, mentions: Sequence[Mention], order: str, context: Context
) -> YearFound | None:
    texts = [passage.text for passage in context.passages if passage.where is where]
    if where is Where.HEADING:
        texts = [*reversed(context.headings), *texts]
    found: dict[int, str] = {}
    for text in texts:
        for year, words in named(text, month, loose=where is not Where.PROSE):
            found.setdefault(year, words)
    if not found:
        return None
    if context.year in found:
        return YearFound(
            context.year, f"the page's {where}, `{found[context.year]}`", Certainty.GIVEN
        )
    best = max(found, key=lambda year: (agreement(mentions, order, year), -list(found).index(year)))
    source = f"the page's {where}" if where not in {Where.PATH, Where.CONFIG} else f"the {where}"
    return YearFound(best, f"{source}, `{found[best]}`", Certainty.GIVEN)


def named(text: str, month: int, *, loose: bool) -> Iterator[tuple[int, str]]:
    """The years that a text gives a course whose first month is known, the plainest first."""
    text = _ISO.sub(" ", text.replace("\xa0", " "))
    for match in _YEARS.finditer(text):
        first, second = int(match[1]), int(match[2]) % 100
        if (first + 1) % 100 == second:
            yield first if month >= 7 else first + 1, match[0].strip()  # noqa: PLR2004 (July)
    for match in _SHORT_YEARS.finditer(text):
        first, second = int(match[1]), int(match[2])
        if (first + 1) % 100 == second:
            yield 2000 + (first if month >= 7 else first + 1), match[0].strip()  # noqa: PLR2004
    for match in _TERM_YEAR.finditer(text):
        yield int(match[1] or match[2]), match[0].strip()
    for match in _HALVES.finditer(text) if loose else ():
        yield int(match[1]), match[0]
    for match in _HEBREW.finditer(text):
        yield _hebrew(match, month), match[0]
    for match in _REIWA.finditer(text):
        yield 2018 + int(match[1]) + (month < 4), match[0]  # noqa: PLR2004 (April begins the year)
    for match in _TERM_SHORT.finditer(text) if loose else ():
        yield 2000 + int(match[1] or match[2]), match[0].strip(" -_/.")
    for match in _PLAIN.finditer(text) if loose else ():
        yield int(match[1]), match[0]


def _hebrew(match: re.Match[str], month: int) -> int:
    year = 5700 + sum(_LETTERS.get(letter, 0) for letter in match[1] + match[2])
    return year - 3760 - (month >= 9)  # noqa: PLR2004 (the Hebrew year begins in September)


def agreement(mentions: Sequence[Mention], order: str, year: int) -> int:
    """How many written weekdays agree in a year, less those that do not."""
    sample = mentions[:400]
    days = settled([mention.point for mention in sample], order, year)
    return sum(
        1 if mention.weekday == day.weekday() else -1
        for mention, day in zip(sample, days, strict=True)
        if mention.weekday is not None and day
    )


def _near(mentions: Sequence[Mention], order: str, context: Context) -> YearFound:
    today = context.today
    written = sum(mention.weekday is not None for mention in mentions[:400])
    years = range(today.year + 1, today.year - 8, -1)
    if written:
        best = max(
            years, key=lambda year: (agreement(mentions, order, year), -abs(year - today.year))
        )
        if agreement(mentions, order, best) * 2 > written:
            source = f"the weekdays, which agree in {best}"
            return YearFound(best, source, Certainty.GUESSED)
    best = min(years, key=lambda year: _distance(mentions, order, year, today))
    return YearFound(best, f"today's date, to which {best} is nearest", Certainty.GUESSED)


def _distance(mentions: Sequence[Mention], order: str, year: int, today: dt.date) -> int:
    days = [day for day in settled([m.point for m in mentions[:400]], order, year) if day]
    if not days:
        return abs(year - today.year) * 365
    return (
        min(abs((days[0] - today).days), abs((days[-1] - today).days))
        if not (min(days) <= today <= max(days))
        else 0
    )
