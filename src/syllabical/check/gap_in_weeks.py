"""Weeks are left out, on a page that otherwise gives weeks without a class a row of their own."""

from collections.abc import Iterator
from itertools import pairwise

from syllabical.check.timeline import Timeline
from syllabical.check.wording import quoted
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.syllabus import Kind, Week

CODE = "gap-in-weeks"

_WEEK = 7
_LONG = 4


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Compare every row of a weekly course with the one above it."""
    entries = [entry for week in dates.weeks for entry in week.entries]
    accounted = any(entry.kind is Kind.NO_CLASS for entry in entries)
    if not accounted or dates.rhythm.steps != {_WEEK}:
        return
    gaps = [
        (above, week, weeks)
        for above, week in pairwise(dates.believed)
        if not {id(above), id(week)} & dates.unsure and 0 < (weeks := _missing(above, week)) < _LONG
    ]
    if len(gaps) == 1:
        yield _gap(*gaps[0])


def _missing(above: Week, week: Week) -> int:
    """How many weeks are left out between two classes, unless their numbers say so too."""
    classes = all(any(e.kind is Kind.CLASS for e in one.entries) for one in (above, week))
    weeks = (week.date - (above.until or above.date)).days // _WEEK - 1
    counted = above.number is not None and week.number is not None
    if not classes or (counted and (week.number or 0) - (above.number or 0) > 1):
        return 0
    return weeks


def _gap(above: Week, week: Week, weeks: int) -> Diagnostic:
    left_out = "a week is" if weeks == 1 else f"{weeks} weeks are"
    return Diagnostic(
        code=CODE,
        severity=Severity.NOTE,
        message=f"{left_out} left out before {quoted(week)}",
        at=week.date_at,
        notes=(Note("the row above it", above.date_at),),
        help="if there is no class, a row that says so tells the students",
    )
