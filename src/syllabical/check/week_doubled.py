"""A week has a row too many: one on an unusual day, between two that follow one another.

A row without a class right above or below says what it makes up for.
"""

from collections.abc import Iterator

from syllabical.check.rhythm import is_extra, is_off
from syllabical.check.timeline import Timeline
from syllabical.check.wording import WEEKDAYS, quoted
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.syllabus import Kind

CODE = "week-doubled"


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the classes beside the usual ones."""
    for number, week in enumerate(dates.believed):
        if is_off(dates, week) and is_extra(dates, number) and not _makes_up(dates, number):
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


def _makes_up(dates: Timeline, number: int) -> bool:
    """Whether there is no class right before or right after."""
    around = dates.believed[number - 1 : number + 2]
    return any(entry.kind is Kind.NO_CLASS for week in around for entry in week.entries)
