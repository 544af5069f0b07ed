"""Rules about events: an exam on a day off, a room taken twice, a holiday, a row without any."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import holidays

from syllabical.check.timeline import Timeline
from syllabical.check.wording import quoted
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.languages import one_of
from syllabical.model.course import Course
from syllabical.model.event import Day, Event, Hours
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Kind, Week
from syllabical.source import Span

ROW_WITHOUT_EVENT_CODE = "row-without-event"
EXAM_ON_NO_CLASS_DAY_CODE = "exam-on-no-class-day"
ROOM_TAKEN_TWICE_CODE = "room-taken-twice"
CLASS_ON_HOLIDAY_CODE = "class-on-holiday"

_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_ROOM = re.compile(rf"https?:|\b{one_of('rooms', 'none')}\b", re.IGNORECASE)
_HELD = (Kind.CLASS, Kind.PRESENTATION, Kind.EXAM)


def row_without_event(dates: Timeline) -> Iterator[Diagnostic]:
    """A dated row says something, and nothing came of it."""
    for week in dates.weeks:
        if not week.entries and _has_words(week):
            yield Diagnostic(
                code=ROW_WITHOUT_EVENT_CODE,
                severity=Severity.NOTE,
                message=f"nothing is published for {quoted(week)}",
                at=week.date_at,
                help="name the column that holds its class under `tracks` in schedule.yaml",
            )


def _has_words(week: Week) -> bool:
    """Whether there are words in the row beside its date."""
    source = week.at.source.text
    before = source[week.at.start : week.date_at.start]
    after = source[week.date_at.end : week.at.end]
    return bool(_WORD.search(before) or _WORD.search(after))


def exam_on_no_class_day(course: Course) -> Iterator[Diagnostic]:
    """An exam is held on a day on which another row says that there is no class."""
    closed = [event for event in course.events if event.kind is Kind.NO_CLASS and event.origin]
    for exam in course.events:
        if exam.kind is not Kind.EXAM or not exam.origin:
            continue
        other = next((event for event in closed if _covers(event, exam.date)), None)
        # One row may say that the exam takes the class's place.
        if other and not other.origin[0].on_line_of(exam.origin[0]):
            yield Diagnostic(
                code=EXAM_ON_NO_CLASS_DAY_CODE,
                severity=Severity.WARNING,
                message=f"`{exam.title}` is on {exam.date}, a day without class",
                at=exam.origin[0],
                notes=(Note(f"`{other.title}`", other.origin[0]),),
                help="check the date of both",
            )


def _covers(event: Event, date: dt.date) -> bool:
    last = event.when.last if isinstance(event.when, Day) else event.date
    return event.date <= date <= last


def room_taken_twice(course: Course) -> Iterator[Diagnostic]:
    """Two classes are in one room at the same time; each clash of two tracks is told once."""
    told: set[tuple[str, str, str]] = set()
    for room, classes in _by_room(course).items():
        for before, event in _overlapping(classes):
            clash = (room, _track_and_group(before), _track_and_group(event))
            if clash not in told:
                told.add(clash)
                yield _taken(before, event, course)


def _by_room(course: Course) -> dict[str, list[Event]]:
    rooms: dict[str, list[Event]] = defaultdict(list)
    for event in course.events:
        if event.origin and not event.repeats and not _NO_ROOM.search(event.place):
            rooms[" ".join(event.place.casefold().split())].append(event)
    rooms.pop("", None)
    return rooms


def _overlapping(classes: list[Event]) -> Iterator[tuple[Event, Event]]:
    """Each class with the one that still holds the room when it begins."""
    holding: tuple[Event, Hours] | None = None
    timed = [(event, event.when) for event in classes if isinstance(event.when, Hours)]
    for event, when in sorted(timed, key=lambda one: one[1].starts):
        if (
            holding
            and when.starts < holding[1].ends
            and _track_and_group(holding[0]) != _track_and_group(event)
        ):
            yield holding[0], event
        if not holding or when.ends > holding[1].ends:
            holding = (event, when)


def _taken(before: Event, event: Event, course: Course) -> Diagnostic:
    one, other = _track_and_group(event), _track_and_group(before)
    return Diagnostic(
        code=ROOM_TAKEN_TWICE_CODE,
        severity=Severity.WARNING,
        message=f"{one} and {other} are both in `{event.place}` on {event.date}",
        at=_hours_at(event, course),
        notes=(Note(f"the hours of {other}", _hours_at(before, course)),),
        help="check the hours and the rooms",
    )


def _track_and_group(event: Event) -> str:
    return f"{event.track} {event.group}".strip()


def _hours_at(event: Event, course: Course) -> Span:
    """Where its hours are said: in schedule.yaml, or on the page."""
    page = course.syllabus.at.source.path if course.syllabus.at else ""
    return next((at for at in reversed(event.origin) if at.source.path != page), event.origin[0])


def class_on_holiday(course: Course) -> Iterator[Diagnostic]:
    """A class is held on a public holiday of the course's country; each day is told once.

    The country is `course: {country: …}` in schedule.yaml; where it is left out, nothing is
    compared. Universities do teach on some holidays, so this is only a note.
    """
    held = [event for event in course.events if event.kind in _HELD and event.origin]
    known = _public_holidays(course.schedule, {event.date.year for event in held})
    told: set[dt.date] = set()
    for event in held:
        name = known.get(event.date)
        if name and event.date not in told:
            told.add(event.date)
            at = event.origin[1] if len(event.origin) > 1 else event.origin[0]
            written = " ".join(at.text.split()) or event.date.isoformat()
            yield Diagnostic(
                code=CLASS_ON_HOLIDAY_CODE,
                severity=Severity.NOTE,
                message=f"`{written}` is a public holiday: {name}",
                at=at,
                help="if there is no class, say so in the row",
            )


def _public_holidays(schedule: Schedule, years: set[int]) -> Mapping[dt.date, str]:
    """The public holidays of the country, by date; none where it is not known."""
    if not schedule.course.country or not years:
        return {}

    code, _, part = schedule.course.country.upper().partition("-")
    try:
        return holidays.country_holidays(code, subdiv=part or None, years=years, language="en_US")
    except NotImplementedError:
        return {}
