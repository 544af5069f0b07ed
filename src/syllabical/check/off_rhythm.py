"""A class is held on a day on which the course does not meet.

A make-up day, or a slip of the pen. A weekday written beside the date says that it is meant, and
so does a row without a class right above or below.
"""

from collections.abc import Iterator, Sequence

from syllabical.check.corrections import Gap, correction
from syllabical.check.timeline import Timeline
from syllabical.check.wording import WEEKDAYS, quoted
from syllabical.diagnostics import Diagnostic, Severity
from syllabical.model.course import Course
from syllabical.model.syllabus import Kind, Week

CODE = "off-rhythm"


def check(course: Course, dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the classes on other days than the usual ones, where there are usual ones."""
    del course
    for number, week in enumerate(dates.believed):
        if is_off(dates, number) and not is_extra(dates, number):
            yield _off(week, dates, number)


def is_off(dates: Timeline, number: int) -> bool:
    """Whether a class is on an unusual day, and neither its row nor the next ones say why."""
    week, usual = dates.believed[number], dates.rhythm.weekdays
    around = dates.believed[max(number - 1, 0) : number + 2]
    return (
        bool(usual)
        and week.date.weekday() not in usual
        and week.weekday is None
        and any(entry.kind is Kind.CLASS and entry.date == week.date for entry in week.entries)
        and not any(entry.kind is Kind.NO_CLASS for one in around for entry in one.entries)
    )


def is_extra(dates: Timeline, number: int) -> bool:
    """Whether a row stands between two that are a usual step apart without it."""
    around = dates.believed[number - 1 : number + 2 : 2] if number else ()
    if len(around) != 2:  # noqa: PLR2004 (one before, one after)
        return False
    return (around[1].date - around[0].date).days in dates.rhythm.steps


def _off(week: Week, dates: Timeline, number: int) -> Diagnostic:
    before = dates.believed[number - 1].date if number else None
    later = dates.believed[number + 1 : number + 2]
    gap = Gap(after=before, before=later[0].date if later else None)
    corrected = correction(week, gap, dates.rhythm)
    question = f"did you mean `{corrected.text}`? " if corrected else ""
    return Diagnostic(
        code=CODE,
        severity=Severity.NOTE,
        message=f"{quoted(week)} is a {WEEKDAYS[week.date.weekday()]}; "
        f"the course meets on {_listed(sorted(dates.rhythm.weekdays))}",
        at=week.date_at,
        help=f"{question}if it is meant, write the weekday beside the date",
    )


def _listed(weekdays: Sequence[int]) -> str:
    """`Tuesdays and Thursdays`."""
    *most, last = [f"{WEEKDAYS[day]}s" for day in weekdays]
    return f"{', '.join(most)} and {last}" if most else last
