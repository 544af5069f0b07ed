"""What happens every week and is not in the table: office hours."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.event import Day, Event, Hours, Repeats
from syllabical.model.schedule import Weekly
from syllabical.model.syllabus import Kind, Syllabus
from syllabical.plan import slots, wording
from syllabical.plan.tracks import Timetable
from syllabical.text import one_line, web_address
from syllabical.vtimezone import observances

_DAY = dt.timedelta(days=1)
_MOST_TIMES = 1000
"""Days of one weekly event, or of one break, that are looked at."""


def weekly_events(
    syllabus: Syllabus, events: Sequence[Event], timetable: Timetable, report: Report
) -> Iterator[Event]:
    """Each of them, from the first week to the last, but for the days without class."""
    if not timetable.schedule.weekly:
        return
    term = _term(syllabus)
    free = {day for event in events if event.kind is Kind.NO_CLASS for day in _days(event)}
    for weekly in timetable.schedule.weekly.values():
        first, last = weekly.first or (term and term[0]), weekly.until or (term and term[1])
        days = [] if first is None or last is None else _dates(weekly, first, last)
        off = {*weekly.except_on, *(() if weekly.on_no_class_days else free)}
        if not set(days) - off:
            _report_never(weekly, report)
            continue
        days = _trimmed(days, off)
        times = [_when(weekly, day, timetable, report) for day in days]
        made = _event(weekly, times[0], timetable)
        if len(days) == 1:
            yield made
        elif _needs_single_events(times, events, timetable):
            held = zip(days, times, strict=True)
            yield from (replace(made, when=when) for day, when in held if day not in off)
        else:
            except_on = tuple(day for day in days if day in off)
            yield replace(made, repeats=Repeats(days[-1], weekly.every, except_on))


def _term(syllabus: Syllabus) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of the table."""
    if not syllabus.weeks:
        return None
    return (
        min(week.date for week in syllabus.weeks),
        max(week.until or week.date for week in syllabus.weeks),
    )


def _days(event: Event) -> Iterator[dt.date]:
    """The days of an event that has no hours."""
    if isinstance(event.when, Day):
        for count in range(min((event.when.last - event.when.date).days + 1, _MOST_TIMES)):
            yield event.when.date + count * _DAY


def _dates(weekly: Weekly, first: dt.date, last: dt.date) -> list[dt.date]:
    day, step = slots.day_of(first, (weekly,)), 7 * weekly.every * _DAY
    found: list[dt.date] = []
    while day <= last and len(found) < _MOST_TIMES:
        found.append(day)
        day += step
    return found


def _report_never(weekly: Weekly, report: Report) -> None:
    report.warning(
        "weekly-never-happens",
        f"`{one_line(weekly.title)}` falls on no day between the first and the last of the term",
        weekly.where(),
        help="give it `first` and `until`, or another weekday",
    )


def _trimmed(days: list[dt.date], off: set[dt.date]) -> list[dt.date]:
    """The days from the first to the last on which it does happen."""
    held = [number for number, day in enumerate(days) if day not in off]
    return days[held[0] : held[-1] + 1]


def _when(weekly: Weekly, day: dt.date, timetable: Timetable, report: Report) -> Hours | Day:
    if not timetable.zone:
        return Day(day)
    written = slots.written_hours(weekly.at, weekly.where("at"))
    found = slots.hours_on(day, written, timetable.zone, date_at=None, report=report)
    return found or Day(day)


def _event(weekly: Weekly, when: Hours | Day, timetable: Timetable) -> Event:
    """The event of its first time."""
    title, course = one_line(weekly.title) or "Weekly", timetable.schedule.course
    online = web_address(weekly.online)
    return Event(
        key=wording.key(Kind.OTHER, title),
        kind=Kind.OTHER,
        track=title,
        title=title,
        summary=wording.summary(Kind.OTHER, title, prefix=wording.course_prefix(course.short)),
        description=wording.description(
            title, hours=weekly.at if isinstance(when, Day) else "", online=online
        ),
        when=when,
        place=one_line(weekly.place) or online,
        url=web_address(course.url),
        busy=False,
        origin=tuple(filter(None, (weekly.where(), weekly.where("at")))),
    )


def _needs_single_events(
    times: Sequence[Hours | Day], events: Sequence[Event], timetable: Timetable
) -> bool:
    """Whether no recurrence rule can say the times.

    The feed is in UTC while the offset changes between them, or some of them have no hours.
    """
    hours = [when for when in times if isinstance(when, Hours)]
    if len(hours) < len(times):
        return bool(hours)
    if len({instant.utcoffset() for instant in _instants(hours)}) == 1:
        return False
    if timetable.schedule.times == "utc":
        return True
    others = [event.when for event in events if isinstance(event.when, Hours)]
    return observances(timetable.zone, [*_instants(others), *_instants(hours)]) is None


def _instants(hours: Iterable[Hours]) -> Iterator[dt.datetime]:
    for when in hours:
        yield when.starts
        yield when.ends
