"""A number is given to two rows.

Mostly a copied row. Where a page numbers weeks and gives each several rows, nothing is said.
"""

from collections.abc import Iterator

from syllabical.check.numbering import Misnumbered, Numbered, numbering
from syllabical.check.timeline import Timeline
from syllabical.diagnostics import Diagnostic, Fix, Note, Severity

CODE = "number-repeats"


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the rows whose number another row has."""
    numbers = numbering(dates)
    first = {row.number: row for row in reversed(numbers.believed)}
    for wrong in numbers.wrong:
        other = first.get(wrong.row.number)
        # Two rows with one date are one meeting, or told of as such.
        if other and other.week.date != wrong.row.week.date:
            yield _repeats(wrong, other)


def _repeats(wrong: Misnumbered, other: Numbered) -> Diagnostic:
    at, meant = wrong.row.at, wrong.meant
    is_plain = meant is not None and at.text == str(wrong.row.number)
    return Diagnostic(
        code=CODE,
        severity=Severity.WARNING,
        message=f"two rows have the number `{at.text}`",
        at=at,
        notes=(Note("the other one", other.at),),
        help=f"did you mean `{meant}`?" if meant is not None else "check the numbers around it",
        fix=Fix(at, str(meant), sure=True) if is_plain else None,
    )
