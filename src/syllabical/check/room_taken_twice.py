"""Two classes are in one room at the same time."""

import re
from collections import defaultdict
from collections.abc import Iterator

from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.course import Course
from syllabical.model.event import Event, Hours
from syllabical.source import Span

CODE = "room-taken-twice"

_NO_ROOM = re.compile(r"https?:|\b(zoom|online|teams|remote|virtual|tba|tbd)\b", re.IGNORECASE)


def check(course: Course) -> Iterator[Diagnostic]:
    """Compare every class with the one that began before it in its room; each clash once."""
    told: set[tuple[str, str, str]] = set()
    for room, classes in _by_room(course).items():
        for before, event in _overlapping(classes):
            clash = (room, _name(before), _name(event))
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
        if holding and when.starts < holding[1].ends and _name(holding[0]) != _name(event):
            yield holding[0], event
        if not holding or when.ends > holding[1].ends:
            holding = (event, when)


def _name(event: Event) -> str:
    """Whose class it is: the track and the group."""
    return f"{event.track} {event.group}".strip()


def _taken(before: Event, event: Event, course: Course) -> Diagnostic:
    return Diagnostic(
        code=CODE,
        severity=Severity.WARNING,
        message=f"{_name(event)} and {_name(before)} are both in `{event.place}` on {event.date}",
        at=_hours(event, course),
        notes=(Note(f"the hours of {_name(before)}", _hours(before, course)),),
        help="check the hours and the rooms",
    )


def _hours(event: Event, course: Course) -> Span:
    """Where its hours are said: in schedule.yaml, or on the page."""
    page = course.syllabus.at.source.path if course.syllabus.at else ""
    return next((at for at in reversed(event.origin) if at.source.path != page), event.origin[0])
