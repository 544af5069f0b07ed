"""What happens every week and is not in the table: office hours."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.event import Day, Event, Hours, Repeats
from syllabical.model.schedule import Weekly, hours
from syllabical.model.syllabus import Kind, Syllabus
from syllabical.plan import slots, wording
from syllabical.plan.slots import Written
from syllabical.plan.tracks import Timetable
from syllabical.text import one_line, web_address
from syllabical.vtimezone import observances

_DAY = dt.timedelta(days=1)
_MOST_TIMES = 1000


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
            _say_never(weekly, report)
            continue
        days = _trimmed(days, off)
        times = [(day, _when(weekly, day, timetable, report)) for day in days]
        single = _one_by_one([when for _, when in times], events, timetable)
        yield from _events(weekly, times, off, timetable, single=single)


def _events(
    weekly: Weekly,
    times: list[tuple[dt.date, Hours | Day]],
    off: set[dt.date],
    timetable: Timetable,
    *,
    single: bool,
) -> Iterator[Event]:
    days = [day for day, _ in times]
    repeats = Repeats(days[-1], weekly.every, tuple(day for day in days if day in off))
    made = _event(weekly, times[0][1], timetable)
    if len(days) == 1:
        yield made
    elif single:
        for day, when in times:
            if day not in off:
                yield replace(made, when=when)
    else:
        yield replace(made, repeats=repeats)


def _one_by_one(
    times: Sequence[Hours | Day], events: Sequence[Event], timetable: Timetable
) -> bool:
    """Whether no rule can say it: the feed is in UTC, or some of its times have no hours."""
    hours = [when for when in times if isinstance(when, Hours)]
    if len(hours) < len(times):
        return bool(hours)
    if len({moment.utcoffset() for moment in _moments(hours)}) == 1:
        return False
    if timetable.schedule.times == "utc":
        return True
    told = [event.when for event in events if isinstance(event.when, Hours)]
    return observances(timetable.zone, [*_moments(told), *_moments(hours)]) is None


def _moments(hours: Iterable[Hours]) -> Iterator[dt.datetime]:
    for when in hours:
        yield when.starts
        yield when.ends


def _when(weekly: Weekly, day: dt.date, timetable: Timetable, report: Report) -> Hours | Day:
    written = Written(*hours(weekly.at), weekly.where("at"))
    if not timetable.zone:
        return Day(day)
    return slots.hours_on(day, written, timetable.zone, None, report) or Day(day)


def _event(weekly: Weekly, when: Hours | Day, timetable: Timetable) -> Event:
    title = one_line(weekly.title) or "Weekly"
    short = wording.course_prefix(timetable.schedule.course.short)
    online = web_address(weekly.online)
    untimed = [weekly.at] if isinstance(when, Day) else []
    return Event(
        key=wording.key(Kind.OTHER, title, ""),
        kind=Kind.OTHER,
        track=title,
        title=title,
        summary=wording.summary(Kind.OTHER, short, title),
        description=wording.description(title, (), (untimed, wording.online_lines(online, set()))),
        when=when,
        place=one_line(weekly.place) or online,
        url=web_address(timetable.schedule.course.url),
        busy=False,
        origin=tuple(filter(None, (weekly.where(), weekly.where("at")))),
    )


def _term(syllabus: Syllabus) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of the table."""
    if not syllabus.weeks:
        return None
    return (
        min(week.date for week in syllabus.weeks),
        max(week.until or week.date for week in syllabus.weeks),
    )


def _dates(weekly: Weekly, first: dt.date, last: dt.date) -> list[dt.date]:
    day, step = slots.day(first, (weekly,)), 7 * weekly.every * _DAY
    found: list[dt.date] = []
    while day <= last and len(found) < _MOST_TIMES:
        found.append(day)
        day += step
    return found


def _trimmed(days: list[dt.date], off: set[dt.date]) -> list[dt.date]:
    """The days from the first to the last on which it does happen."""
    held = [number for number, day in enumerate(days) if day not in off]
    return days[held[0] : held[-1] + 1]


def _days(event: Event) -> Iterator[dt.date]:
    if isinstance(event.when, Day):
        for count in range(min((event.when.last - event.when.date).days + 1, _MOST_TIMES)):
            yield event.when.date + count * _DAY


def _say_never(weekly: Weekly, report: Report) -> None:
    report.warning(
        "weekly-never-happens",
        f"`{one_line(weekly.title)}` falls on no day between the first and the last of the term",
        weekly.where(),
        help="give it `first` and `until`, or another weekday",
    )
