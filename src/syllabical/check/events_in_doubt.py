"""An exam is held on a day on which another row says that there is no class."""

import datetime as dt
from collections.abc import Iterator

from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.course import Course
from syllabical.model.event import Day, Event
from syllabical.model.syllabus import Kind

CODE = "exam-on-no-class-day"


def check(course: Course) -> Iterator[Diagnostic]:
    """Compare the exams with the days without class."""
    closed = [event for event in course.events if event.kind is Kind.NO_CLASS and event.origin]
    for exam in course.events:
        if exam.kind is not Kind.EXAM or not exam.origin:
            continue
        other = next((event for event in closed if _covers(event, exam.date)), None)
        if other and _row(other) != _row(exam):
            yield Diagnostic(
                code=CODE,
                severity=Severity.WARNING,
                message=f"`{exam.title}` is on {exam.date}, a day without class",
                at=exam.origin[0],
                notes=(Note(f"`{other.title}`", other.origin[0]),),
                help="check the date of both",
            )


def _covers(event: Event, date: dt.date) -> bool:
    last = event.when.last if isinstance(event.when, Day) else event.date
    return event.date <= date <= last


def _row(event: Event) -> tuple[str, int]:
    """The line that it stands on: a row may say that the exam takes the class's place."""
    return event.origin[0].source.path, event.origin[0].place[0]
