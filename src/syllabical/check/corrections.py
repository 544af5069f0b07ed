"""Corrections of dates: which date was meant, and the page with the sure ones made.

A date is corrected by the one small change that puts its row back between its neighbours and into
the course's rhythm. Where several changes would do so, there is no correction.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from syllabical.check.handwriting import Handwriting, rewritten, shows_year
from syllabical.diagnostics import Diagnostic, Fix
from syllabical.model.syllabus import Week
from syllabical.source import Source

_AUTUMN = 10

_REACH = 35
"""Days that a correction may lie away from its only neighbour."""


class DatePart(Enum):
    """The part of a date that a correction changes."""

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
    """The usual weekdays, Monday 0; none where there are no usual ones."""

    steps: frozenset[int]
    """The usual numbers of days from one meeting to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The time in which a row must lie, both ends excluded."""

    after: dt.date | None
    before: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a row's date should be."""

    date: dt.date
    changed: DatePart
    text: str
    """The date in the author's own form; ISO where that cannot be written."""

    fix: Fix | None
    sure: bool
    """Whether it may be made without asking."""


def correction(week: Week, gap: Gap, rhythm: Rhythm, handwriting: Handwriting) -> Correction | None:
    """The one small change after which a row fits; ``None`` where there are none or several."""
    return _chosen(week, dict(_small_changes(week, gap)), gap, rhythm, handwriting)


def copied(week: Week, gap: Gap, rhythm: Rhythm, handwriting: Handwriting) -> Correction | None:
    """The one date that a copied row should have got, however many characters that changes."""
    near = gap.after or gap.before
    if near is None:
        return None
    first = max(near.toordinal() - _REACH, dt.date.min.toordinal())
    last = min(near.toordinal() + _REACH, dt.date.max.toordinal())
    days = map(dt.date.fromordinal, range(first, last + 1))
    return _chosen(week, dict.fromkeys(days, DatePart.ALL), gap, rhythm, handwriting)


def _small_changes(week: Week, gap: Gap) -> Iterator[tuple[dt.date, DatePart]]:
    """The slips of the pen, the likelier ones last, so that they name what was mistaken."""
    date = week.date
    years = {date.year, *(end.year for end in (gap.after, gap.before) if end)}
    # The year of the neighbours, and the new one that may begin between them.
    years |= {end.year + (end.month > _AUTUMN) for end in (gap.after,) if end}
    for day in _similar_days(date.day):
        yield from _dated(date.year, date.month, day, DatePart.DAY)
    for year in sorted(years):
        for month in range(1, 13):
            changed = DatePart.YEAR if month == date.month else DatePart.MONTH
            yield from _dated(year, month, date.day, changed)
    for year in sorted({date.year} if shows_year(week) else years):
        yield from _dated(year, date.day, date.month, DatePart.ORDER)


def _similar_days(day: int) -> Iterator[int]:
    """The days of a month that are written with one digit changed, or the two swapped."""
    tens, ones = divmod(day, 10)
    for other in range(1, 32):
        other_tens, other_ones = divmod(other, 10)
        if (other_tens == tens) != (other_ones == ones) or (other_tens, other_ones) == (ones, tens):
            yield other


def _dated(
    year: int, month: int, day: int, changed: DatePart
) -> Iterator[tuple[dt.date, DatePart]]:
    """The date with its change; nothing where the calendar has no such day."""
    try:
        yield dt.date(year, month, day), changed
    except ValueError:
        return


def _chosen(
    week: Week,
    changes: dict[dt.date, DatePart],
    gap: Gap,
    rhythm: Rhythm,
    handwriting: Handwriting,
) -> Correction | None:
    """The one that fits into the rhythm; failing that, the one that fits into the gap."""
    fitting = [date for date in changes if _fits(date, week, gap, rhythm)]
    perfect = [date for date in fitting if _is_in_rhythm(date, gap, rhythm)]
    chosen = perfect or fitting
    if len(chosen) != 1:
        return None
    [date] = chosen
    text = rewritten(week, date, handwriting)
    # Above the first row there is nothing to hold it, so that only its year is beyond doubt.
    held = gap.after is not None or changes[date] is DatePart.YEAR
    sure = bool(perfect) and text is not None and held
    fix = Fix(week.date_at, text, sure=sure) if text is not None else None
    shown = text or date.isoformat()
    return Correction(date=date, changed=changes[date], text=shown, fix=fix, sure=sure)


def _fits(date: dt.date, week: Week, gap: Gap, rhythm: Rhythm) -> bool:
    """Whether a date lies in the gap, on a day of the course, and on the weekday written."""
    ends = [end for end in (gap.after, gap.before) if end]
    if date == week.date or not ends:
        return False
    if (gap.after and date <= gap.after) or (gap.before and date >= gap.before):
        return False
    if len(ends) == 1 and abs((date - ends[0]).days) > _REACH:
        return False
    return date.weekday() in rhythm.weekdays and week.weekday in {None, date.weekday()}


def _is_in_rhythm(date: dt.date, gap: Gap, rhythm: Rhythm) -> bool:
    """Whether the steps to both neighbours are usual ones."""
    before = not gap.after or (date - gap.after).days in rhythm.steps
    return before and (not gap.before or (gap.before - date).days in rhythm.steps)


def corrected(source: Source, report: Iterable[Diagnostic]) -> str:
    """The text of a source with every sure correction made, and nothing else changed.

    Of two corrections that overlap the first is made.
    """
    parts: list[str] = []
    end = 0
    for fix in sorted(_sure_fixes(source, report), key=lambda one: (one.at.start, one.at.end)):
        if fix.at.start >= end:
            parts += (source.text[end : fix.at.start], fix.text)
            end = fix.at.end
    return "".join((*parts, source.text[end:]))


def _sure_fixes(source: Source, report: Iterable[Diagnostic]) -> list[Fix]:
    """The corrections that may be made in this source without asking."""
    fixes = (diagnostic.fix for diagnostic in report)
    return [fix for fix in fixes if fix and fix.sure and fix.at.source.path == source.path]
