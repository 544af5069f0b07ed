"""Words that several rules use: a date as its author writes it, and how it contradicts a row."""

from syllabical.check.corrections import Correction
from syllabical.check.timeline import DoubtfulRow
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.syllabus import Week

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def quoted(week: Week) -> str:
    """The date as its author writes it, in backticks."""
    return f"`{' '.join((week.written or week.date_at.text).split())}`"


def did_you_mean(correction: Correction | None, otherwise: str) -> str:
    """The question whether the correction was meant; `otherwise` where there is none."""
    return f"did you mean `{correction.text}`?" if correction else otherwise


def out_of_order(row: DoubtfulRow, code: str, help: str) -> Diagnostic:
    """The warning about a row whose date does not lie between its neighbours'."""
    other, relation = _contradicted(row)
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        message=f"{quoted(row.week)} {relation}",
        at=row.week.date_at,
        notes=(Note(_neighbour(row, other), other.date_at),),
        help=help,
        fix=row.correction.fix if row.correction else None,
    )


def _contradicted(row: DoubtfulRow) -> tuple[Week, str]:
    """The row that a doubtful one does not agree with, and how."""
    week, above, below = row.week, row.above, row.below
    if above is None and below is not None:
        return below, f"{_relation(row, below)} {quoted(below)}, {_neighbour(row, below)}"
    if above is None:
        return week, "stands alone"
    backwards = week.date < above.date or below is None
    other = above if backwards or below is None else below
    return other, f"{_relation(row, other)} {quoted(other)}, {_neighbour(row, other)}"


def _relation(row: DoubtfulRow, other: Week) -> str:
    """`comes before`, or `is 341 days after` where it is in order."""
    days = (row.week.date - other.date).days
    if row.outside:
        return f"is {abs(days)} days {'after' if days > 0 else 'before'}"
    return "comes before" if days < 0 else "comes after"


def _neighbour(row: DoubtfulRow, other: Week) -> str:
    """`the row above it`, or `a row below it` where it is further off."""
    side = 0 if other is row.above else 1
    return f"{'the' if row.adjacent[side] else 'a'} row {('above', 'below')[side]} it"
