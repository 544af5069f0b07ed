"""A week has a row too many: one on an unusual day, between two that follow one another."""

from collections.abc import Iterator

from syllabical.check.off_rhythm import is_extra, is_off
from syllabical.check.timeline import Timeline
from syllabical.check.wording import WEEKDAYS, quoted
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.course import Course

CODE = "week-doubled"


def check(course: Course, dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the classes beside the usual ones."""
    del course
    for number, week in enumerate(dates.believed):
        if is_off(dates, number) and is_extra(dates, number):
            above = dates.believed[number - 1]
            yield Diagnostic(
                code=CODE,
                severity=Severity.NOTE,
                message=f"{quoted(week)}, a {WEEKDAYS[week.date.weekday()]}, "
                "comes on top of the week's usual classes",
                at=week.date_at,
                notes=(Note("the row above it", above.date_at),),
                help="if it is meant, write the weekday beside the date",
            )
