"""Which date was meant: a small change that puts a row back among the others."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from syllabical.check.handwriting import Handwriting, rewritten, shows_year
from syllabical.diagnostics import Fix
from syllabical.model.syllabus import Week

_AUTUMN = 10

_REACH = 35
"""Days that a correction may lie away from its only neighbour."""


class Changed(Enum):
    """What of a date was mistaken."""

    ORDER = auto()
    """Day and month change places."""

    MONTH = auto()
    YEAR = auto()
    DAY = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When a course usually meets."""

    weekdays: frozenset[int]
    steps: frozenset[int]
    """The usual numbers of days from one meeting to the next."""

    hand: Handwriting


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The time in which a row must lie, both ends excluded."""

    after: dt.date | None
    before: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a row's date should be."""

    date: dt.date
    changed: Changed
    text: str
    """The date in the author's own form; ISO where that cannot be written."""

    fix: Fix | None
    sure: bool


def correction(week: Week, gap: Gap, rhythm: Rhythm) -> Correction | None:
    """The one small change after which a row fits; ``None`` where there are none or several."""
    return _chosen(week, dict(_changes(week, gap)), gap, rhythm)


def copied(week: Week, gap: Gap, rhythm: Rhythm) -> Correction | None:
    """The one date that a copied row should have got, whatever it takes to write it."""
    near = gap.after or gap.before
    if near is None:
        return None
    first = max(near.toordinal() - _REACH, dt.date.min.toordinal())
    last = min(near.toordinal() + _REACH, dt.date.max.toordinal())
    days = map(dt.date.fromordinal, range(first, last + 1))
    return _chosen(week, dict.fromkeys(days, Changed.ALL), gap, rhythm)


def _chosen(
    week: Week, changes: dict[dt.date, Changed], gap: Gap, rhythm: Rhythm
) -> Correction | None:
    """The one that fits into the rhythm; failing that, the one that fits into the gap."""
    fitting = [date for date in changes if _fits(date, week, gap, rhythm)]
    perfect = [date for date in fitting if _is_perfect(date, gap, rhythm)]
    chosen = perfect or fitting
    if len(chosen) != 1:
        return None
    [date] = chosen
    text = rewritten(week, date, rhythm.hand)
    # Above the first row there is nothing to hold it, so that only its year is beyond doubt.
    held = gap.after is not None or changes[date] is Changed.YEAR
    sure = bool(perfect) and text is not None and held
    fix = Fix(week.date_at, text, sure=sure) if text is not None else None
    shown = text or date.isoformat()
    return Correction(date=date, changed=changes[date], text=shown, fix=fix, sure=sure)


def _fits(date: dt.date, week: Week, gap: Gap, rhythm: Rhythm) -> bool:
    """Whether a date lies in the gap, on a day of the course, and on the weekday written."""
    if date == week.date or not (gap.after or gap.before):
        return False
    if gap.after and not 0 < (date - gap.after).days <= (_REACH if not gap.before else 10**6):
        return False
    if gap.before and not 0 < (gap.before - date).days <= (_REACH if not gap.after else 10**6):
        return False
    return date.weekday() in rhythm.weekdays and week.weekday in {None, date.weekday()}


def _is_perfect(date: dt.date, gap: Gap, rhythm: Rhythm) -> bool:
    """Whether the steps to both neighbours are usual ones."""
    before = not gap.after or (date - gap.after).days in rhythm.steps
    return before and (not gap.before or (gap.before - date).days in rhythm.steps)


def _changes(week: Week, gap: Gap) -> Iterator[tuple[dt.date, Changed]]:
    """The slips of the pen, the likelier ones last, so that they name what was mistaken."""
    date = week.date
    years = {date.year, *(end.year for end in (gap.after, gap.before) if end)}
    # The year of the neighbours, and the new one that may begin between them.
    years |= {end.year + (end.month > _AUTUMN) for end in (gap.after,) if end}
    for day in _alike(date.day):
        yield from _dated(date.year, date.month, day, Changed.DAY)
    for year in sorted(years):
        for month in range(1, 13):
            changed = Changed.YEAR if month == date.month else Changed.MONTH
            yield from _dated(year, month, date.day, changed)
    for year in sorted({date.year} if shows_year(week) else years):
        yield from _dated(year, date.day, date.month, Changed.ORDER)


def _dated(year: int, month: int, day: int, changed: Changed) -> Iterator[tuple[dt.date, Changed]]:
    try:
        yield dt.date(year, month, day), changed
    except ValueError:
        return


def _alike(day: int) -> Iterator[int]:
    """The days of a month that are written with one digit changed, or the two swapped."""
    tens, ones = divmod(day, 10)
    for other in range(1, 32):
        other_tens, other_ones = divmod(other, 10)
        if (other_tens == tens) != (other_ones == ones) or (other_tens, other_ones) == (ones, tens):
            yield other
