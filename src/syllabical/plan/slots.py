"""Hours on a date: those of a weekly slot, of the page or of an exception, in the course's zone."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from syllabical import timezones
from syllabical.diagnostics import Note, Report
from syllabical.model.event import Day, Hours
from syllabical.model.hours import hours
from syllabical.model.schedule import WEEKDAYS, Slot
from syllabical.model.syllabus import Kind
from syllabical.source import Span
from syllabical.timezones import RepeatedHour, SkippedHour

_DAY = dt.timedelta(days=1)
_HOUR = dt.timedelta(hours=1)

_BUSY = frozenset({Kind.CLASS, Kind.PRESENTATION, Kind.EXAM})

_times = lru_cache(maxsize=1024)(hours)


@dataclass(frozen=True, slots=True)
class WrittenHours:
    """Local hours as somebody wrote them, and where; an end before the start is the next day's."""

    starts: dt.time
    ends: dt.time
    at: Span | None

    def __str__(self) -> str:
        return f"{self.starts:%H:%M}–{self.ends:%H:%M}"


def written_hours(text: str, at: Span | None) -> WrittenHours:
    """The hours that a text of schedule.yaml says, as in `13:30-15:30`."""
    return WrittenHours(*_times(text), at)


def usual_hours(slots: Iterable[Slot]) -> WrittenHours | None:
    """The hours that the first slot with any gives."""
    for slot in slots:
        if slot.at is not None:
            return written_hours(slot.at, slot.where("at"))
    return None


def page_hours(
    starts: dt.time, ends: dt.time | None, usual: WrittenHours | None, at: Span
) -> WrittenHours:
    """The hours that the page writes; without an end, as long as usual, else an hour."""
    if ends is None:
        length = _length(usual) if usual else _HOUR
        ends = (dt.datetime.combine(dt.date.min, starts) + length).time()
    return WrittenHours(starts, ends, at)


def _length(usual: WrittenHours) -> dt.timedelta:
    starts = dt.datetime.combine(dt.date.min, usual.starts)
    length = dt.datetime.combine(dt.date.min, usual.ends) - starts
    return length if length > dt.timedelta() else length + _DAY


def first_given(slots: Iterable[Slot], key: str) -> str:
    """The place or the address that the first slot with one gives; empty where none does."""
    return next((value for slot in slots if (value := getattr(slot, key))), "")


def day_of(date: dt.date, slots: Iterable[Slot]) -> dt.date:
    """The date itself, or the next one that is the weekday the first slot with one asks for."""
    for slot in slots:
        if slot.weekday is not None:
            return date + (WEEKDAYS.index(slot.weekday) - date.weekday()) % 7 * _DAY
    return date


def hours_on(
    date: dt.date, written: WrittenHours, zone: str, *, date_at: Span | None, report: Report
) -> Hours | None:
    """The hours on a date; ``None``, and an error, where the zone has no such hour that day."""
    starts = dt.datetime.combine(date, written.starts)
    ends = dt.datetime.combine(date, written.ends)
    if ends <= starts:
        ends += _DAY
    return hours_between(starts, ends, zone, at=written.at, date_at=date_at, report=report)


def hours_between(
    starts: dt.datetime,
    ends: dt.datetime,
    zone: str,
    *,
    at: Span | None,
    date_at: Span | None,
    report: Report,
) -> Hours | None:
    """The hours between two local times of a zone, which are written `at`, and their date there.

    ``None`` without a zone; ``None``, and an error, where one of them is skipped or repeated.
    """
    if not zone:
        return None
    first, last = timezones.localize(starts, zone), timezones.localize(ends, zone)
    if not isinstance(first, dt.datetime):
        _report_no_instant(first, zone, at, date_at, report)
    elif not isinstance(last, dt.datetime):
        _report_no_instant(last, zone, at, date_at, report)
    else:
        return Hours(first, last)
    return None


def _report_no_instant(
    found: SkippedHour | RepeatedHour,
    zone: str,
    at: Span | None,
    date_at: Span | None,
    report: Report,
) -> None:
    old, new = found.transition.local_from, found.transition.local_to
    moved = f"the clocks go from {old:%H:%M} to {new:%H:%M}"
    there = f"{found.local:%H:%M} on {found.local.date()} in `{zone}`"
    notes = [Note("the date", date_at)] if date_at is not None and date_at != at else []
    if isinstance(found, SkippedHour):
        message = f"there is no {there}: {moved}"
        report.error("hour-skipped", message, at or date_at, *notes, help="give it another hour")
    else:
        message = f"{there} comes twice: {moved}"
        report.error("hour-repeated", message, at or date_at, *notes, help="give it another hour")


def is_busy(kind: Kind, when: Hours | Day) -> bool:
    """Whether an event takes the student's time (TRANSP:OPAQUE, RFC 5545 §3.8.2.7)."""
    return kind in _BUSY or (kind is Kind.OTHER and isinstance(when, Hours))
