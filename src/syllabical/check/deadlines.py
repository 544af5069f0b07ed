"""Homework is due before it is out."""

from collections.abc import Iterator

from syllabical.check.homework import homework
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.course import Course

CODE = "due-before-release"


def check(course: Course) -> Iterator[Diagnostic]:
    """Compare each due date, on the page or in schedule.yaml, with the release."""
    for one in homework(course):
        if one.due.date < one.release.date:
            yield Diagnostic(
                code=CODE,
                severity=Severity.WARNING,
                message=f"`{one.due.title}` is due on {one.due.date}, "
                f"before it is out on {one.release.date}",
                at=one.due.at,
                notes=(Note("where it is out", one.release.at),),
                help="check both dates",
            )
