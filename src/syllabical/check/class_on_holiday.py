"""A class is held on a public holiday of the course's country.

The country is `course: {country: …}` in schedule.yaml; where it is left out, nothing is compared.
Universities do teach on some holidays, so this is only a note.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

import holidays

from syllabical.diagnostics import Diagnostic, Severity
from syllabical.model.course import Course
from syllabical.model.event import Event
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Kind

CODE = "class-on-holiday"

_HELD = (Kind.CLASS, Kind.PRESENTATION, Kind.EXAM)


def check(course: Course) -> Iterator[Diagnostic]:
    """Compare the days of classes with the country's calendar, each day once."""
    held = [event for event in course.events if event.kind in _HELD and event.origin]
    known = _holidays(course.schedule, {event.date.year for event in held})
    told: set[dt.date] = set()
    for event in held:
        name = known.get(event.date)
        if name and event.date not in told:
            told.add(event.date)
            yield _on(event, name)


def _holidays(schedule: Schedule, years: set[int]) -> Mapping[dt.date, str]:
    """The public holidays of the country, by date; none where it is not known."""
    if not schedule.course.country or not years:
        return {}

    code, _, part = schedule.course.country.upper().partition("-")
    try:
        return holidays.country_holidays(code, subdiv=part or None, years=years, language="en_US")
    except NotImplementedError:
        return {}


def _on(event: Event, name: str) -> Diagnostic:
    at = event.origin[1] if len(event.origin) > 1 else event.origin[0]
    written = " ".join(at.text.split()) or event.date.isoformat()
    return Diagnostic(
        code=CODE,
        severity=Severity.NOTE,
        message=f"`{written}` is a public holiday: {name}",
        at=at,
        help="if there is no class, say so in the row",
    )
