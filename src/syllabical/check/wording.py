"""How the checks word what they have to say."""

from syllabical.check.corrections import Correction
from syllabical.check.timeline import Doubt
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.syllabus import Week

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def quoted(week: Week) -> str:
    """The date as its author writes it, in backticks."""
    return f"`{' '.join((week.written or week.date_at.text).split())}`"


def meant(correction: Correction | None, otherwise: str) -> str:
    """The question whether the correction was meant; something else where there is none."""
    return f"did you mean `{correction.text}`?" if correction else otherwise


def doubted(doubt: Doubt, code: str, help: str) -> Diagnostic:
    """What is said of a row whose date cannot be believed."""
    other, relation = _other(doubt)
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        message=f"{quoted(doubt.week)} {relation}",
        at=doubt.week.date_at,
        notes=(Note(_named(doubt, other), other.date_at),),
        help=help,
        fix=doubt.correction.fix if doubt.correction else None,
    )


def _other(doubt: Doubt) -> tuple[Week, str]:
    """The row that a doubtful one does not agree with, and how."""
    week, above, below = doubt.week, doubt.above, doubt.below
    if above is None and below is not None:
        return below, f"{_far(week, below, doubt)} {quoted(below)}, {_named(doubt, below)}"
    if above is None:
        return week, "stands alone"
    backwards = week.date < above.date or below is None
    other = above if backwards or below is None else below
    return other, f"{_far(week, other, doubt)} {quoted(other)}, {_named(doubt, other)}"


def _far(week: Week, other: Week, doubt: Doubt) -> str:
    """`comes before`, or `is 341 days after` where it is in order."""
    days = (week.date - other.date).days
    if doubt.outside:
        return f"is {abs(days)} days {'after' if days > 0 else 'before'}"
    return "comes before" if days < 0 else "comes after"


def _named(doubt: Doubt, other: Week) -> str:
    """`the row above it`, or `a row below it` where it is further off."""
    side = 0 if other is doubt.above else 1
    return f"{'the' if doubt.adjacent[side] else 'a'} row {('above', 'below')[side]} it"
