"""A class is held on a day on which the course does not meet.

A make-up day, or a slip of the pen; a weekday written beside the date says that it is meant.
"""

from collections.abc import Iterator, Sequence

from syllabical.check.corrections import Gap, correction
from syllabical.check.timeline import Timeline
from syllabical.check.wording import WEEKDAYS, quoted
from syllabical.diagnostics import Diagnostic, Severity
from syllabical.model.syllabus import Kind, Week

CODE = "off-rhythm"

_FEWEST = 6


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the classes on other days than the usual ones, where there are usual ones."""
    for number, week in enumerate(dates.believed):
        if is_off(dates, week) and not is_extra(dates, number):
            yield _off(week, dates, number)


def is_off(dates: Timeline, week: Week) -> bool:
    """Whether a row's class is on an unusual day, and the row does not say that it is meant."""
    usual = dates.rhythm.weekdays
    if len(dates.believed) < _FEWEST or not usual or week.date.weekday() in usual:
        return False
    held = any(entry.kind is Kind.CLASS and entry.date == week.date for entry in week.entries)
    return held and week.weekday is None and id(week) not in dates.unsure


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
