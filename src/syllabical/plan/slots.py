"""A date and a weekly slot become hours."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from syllabical import timezones
from syllabical.diagnostics import Note, Report
from syllabical.model.event import Hours
from syllabical.model.schedule import WEEKDAYS, Slot, hours
from syllabical.source import Span

parsed = cache(hours)
"""Hours as two times, each text looked at once."""

_DAY = dt.timedelta(days=1)
_HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Written:
    """Hours as somebody wrote them, and where."""

    starts: dt.time
    ends: dt.time
    at: Span | None

    def __str__(self) -> str:
        return f"{self.starts:%H:%M}–{self.ends:%H:%M}"


def given(slots: Iterable[Slot], key: str) -> str:
    """The place or the address that the first slot with one gives."""
    return next((value for slot in slots if (value := getattr(slot, key))), "")


def written(slots: Iterable[Slot]) -> Written | None:
    """The hours that the first slot with any gives."""
    for slot in slots:
        if slot.at is not None:
            return Written(*parsed(slot.at), slot.where("at"))
    return None


def written_on_page(
    starts: dt.time, ends: dt.time | None, usual: Written | None, at: Span
) -> Written:
    """The hours that the page writes; without an end, as long as usual, else an hour."""
    if ends is None:
        length = _length(usual) if usual else _HOUR
        ends = (dt.datetime.combine(dt.date.min, starts) + length).time()
    return Written(starts, ends, at)


def day(date: dt.date, slots: Iterable[Slot]) -> dt.date:
    """The date itself, or the next one that is the weekday the first slot with one asks for."""
    for slot in slots:
        if slot.weekday is not None:
            return date + (WEEKDAYS.index(slot.weekday) - date.weekday()) % 7 * _DAY
    return date


def hours_on(
    date: dt.date, when: Written, zone: str, page: Span | None, report: Report
) -> Hours | None:
    """The hours on a date; ``None``, and an error, where the clocks have no such hour."""
    starts = dt.datetime.combine(date, when.starts)
    ends = dt.datetime.combine(date, when.ends)
    if ends <= starts:
        ends += _DAY
    return between(starts, ends, zone, (when.at, page), report)


def between(
    starts: dt.datetime,
    ends: dt.datetime,
    zone: str,
    places: tuple[Span | None, Span | None],
    report: Report,
) -> Hours | None:
    """The hours between two local times; the places are theirs and that of their date."""
    if not zone:
        return None
    first, last = timezones.localize(starts, zone), timezones.localize(ends, zone)
    for found in (first, last):
        if not isinstance(found, dt.datetime):
            _say(found, zone, places, report)
            return None
    return Hours(first, last)  # type: ignore[arg-type]  # proved just above


def _length(usual: Written) -> dt.timedelta:
    starts = dt.datetime.combine(dt.date.min, usual.starts)
    length = dt.datetime.combine(dt.date.min, usual.ends) - starts
    return length if length > dt.timedelta() else length + _DAY


def _say(
    found: timezones.SkippedHour | timezones.RepeatedHour,
    zone: str,
    places: tuple[Span | None, Span | None],
    report: Report,
) -> None:
    at, page = places
    old, new = found.transition.local_from, found.transition.local_to
    moved = f"the clocks go from {old:%H:%M} to {new:%H:%M}"
    there = f"{found.local:%H:%M} on {found.local.date()} in `{zone}`"
    notes = [Note("the date", page)] if page is not None and page != at else []
    if isinstance(found, timezones.SkippedHour):
        message = f"there is no {there}: {moved}"
        report.error("hour-skipped", message, at or page, *notes, help="give it another hour")
    else:
        message = f"{there} comes twice: {moved}"
        report.error("hour-repeated", message, at or page, *notes, help="give it another hour")
