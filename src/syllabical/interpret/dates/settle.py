"""Open dates made whole: month and year filled in, under one order and one first year."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from syllabical.interpret.dates.mentions import Mention, Point, Triple
from syllabical.interpret.dates.types import Dated
from syllabical.source import Span
from syllabical.timezones import YEARS

HALF_A_YEAR = 150


MANY = 40
"""A cell that repeats a date more often than this is taken as a whole, to stay linear."""


def settled(points: Sequence[Point], order: str, first_year: int) -> list[dt.date | None]:
    """The days, ``None`` for one that does not exist; a year that is not written rolls over."""
    return dates([point.under(order) for point in points], first_year)


def dates(triples: Sequence[Triple], first_year: int) -> list[dt.date | None]:
    """The days of year, month and day; missing years follow from the first."""
    if all(triple[0] for triple in triples):
        return [day(triple[0], triple[1], triple[2]) for triple in triples]
    ages = years(triples)
    anchor = next(
        (triple[0] - age for triple, age in zip(triples, ages, strict=True) if triple[0]),
        first_year,
    )
    return [
        day(triple[0] or anchor + age, triple[1], triple[2])
        for triple, age in zip(triples, ages, strict=True)
    ]


def day(year: int | None, month: int | None, number: int | None) -> dt.date | None:
    """A day of the calendar; ``None`` where there is no such day."""
    try:
        found = dt.date(year or 0, month or 0, number or 0)
    except ValueError:
        return None
    return found if found.year in YEARS else None


def years(triples: Sequence[Triple]) -> list[int]:
    """How many New Years lie between the first row and each row, by the months alone."""
    ages = [31 * (month or 0) + (number or 0) for _, month, number in triples]
    written = [age for age in ages if age]
    steps = [later - earlier for earlier, later in pairwise(written)]
    falling = sum(-HALF_A_YEAR < step < 0 for step in steps)
    rising = sum(0 < step < HALF_A_YEAR for step in steps)
    if falling > rising:
        turned = _rollovers(ages[::-1])[::-1]
        return [count - turned[0] for count in turned]
    return _rollovers(ages)


def _rollovers(ages: Sequence[int]) -> list[int]:
    count = 0
    counts = []
    recent: list[int] = []
    for at, age in enumerate(ages):
        if not age:
            counts.append(count)
            continue
        if recent and _middle(recent) - age > HALF_A_YEAR:
            ahead = [other for other in ages[at : at + 3] if other]
            if _middle(recent) - _middle(ahead) > HALF_A_YEAR:
                count += 1
                recent = []
        recent = [*recent[-2:], age]
        counts.append(count)
    return counts


def _middle(ages: Sequence[int]) -> int:
    return sorted(ages)[(len(ages) - 1) // 2]


def after(start: dt.date, end: Triple) -> dt.date | None:
    """The last day of a stretch, in the next year where it would come before the first."""
    year, month, number = end
    last = day(year or start.year, month, number)
    if last and last < start and not year:
        return day(start.year + 1, month, number)
    return last


def dated(text: str, at: Span, mention: Mention, day: dt.date, order: str) -> Dated:
    """A mention and the day it turned out to be."""
    written = text[mention.start : mention.end]
    until = after(day, mention.until.under(order)) if mention.until else None
    return Dated(
        date=day,
        until=until if until and until > day else None,
        weekday=mention.weekday,
        starts=mention.starts,
        ends=mention.ends,
        written=written,
        start=mention.outer[0],
        end=mention.outer[1],
        at=place(at, written, text.count(written, 0, mention.start) if mention.start else 0),
    )


def place(at: Span, written: str, nth: int = 0) -> Span:
    """Where a date stands inside its cell; the whole cell where markup takes it apart."""
    text = at.text
    if text == written or nth > MANY:
        return at
    start = -1
    for _ in range(nth + 1):
        start = text.find(written, start + 1)
        if start < 0:
            break
    if start >= 0:
        return at.part(start, start + len(written))
    matches = list(_loose(written).finditer(text))
    if not matches:
        return at
    match = matches[min(nth, len(matches) - 1)]
    return at.part(match.start(), match.end())


@lru_cache(maxsize=256)
def _loose(written: str) -> re.Pattern[str]:
    pieces = re.findall(r"\w+|[^\w\s]", written)
    between = r"(?:<[^<>]{0,200}>|&\w{1,8};|[\s\\*_`]){0,8}"
    return re.compile(between.join(re.escape(piece) for piece in pieces) or r"(?!)")
