"""A number is left out, and no week is.

Where the calendar has a gap as well, the page counts weeks and nothing is said.
"""

from collections.abc import Iterator
from itertools import pairwise

from syllabical.check.numbering import Misnumbered, Numbered, Numbering, numbering
from syllabical.check.timeline import Timeline
from syllabical.diagnostics import Diagnostic, Note, Severity

CODE = "number-skipped"

_WEEK = 7


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Compare every number with the one above it."""
    numbers = numbering(dates)
    between = _between(numbers, dates)
    for above, row in pairwise(numbers.believed):
        weeks = -(-(row.week.date - above.week.date).days // _WEEK)
        step = row.number - above.number
        if step - 1 > between.get(id(row), 0) and step > max(weeks, 1):
            yield _skipped(above, row)
    known = {row.number for row in numbers.believed}
    for wrong in numbers.wrong:
        if wrong.row.number not in known and wrong.above:
            yield _jumps(wrong, wrong.above)


def _between(numbers: Numbering, dates: Timeline) -> dict[int, int]:
    """How many rows stand, unnumbered or misnumbered, before each that can be believed."""
    believed = {id(row.week): id(row) for row in numbers.believed}
    counts: dict[int, int] = {}
    count = 0
    for week in dates.weeks:
        if id(week) in believed:
            counts[believed[id(week)]] = count
            count = 0
        else:
            count += 1
    return counts


def _skipped(above: Numbered, row: Numbered) -> Diagnostic:
    left_out = f"{above.number + 1}"
    if row.number - above.number > 2:  # noqa: PLR2004 (several are left out)
        left_out += f" to {row.number - 1}"
    return Diagnostic(
        code=CODE,
        severity=Severity.NOTE,
        message=f"`{row.at.text}` follows `{above.at.text}`; {left_out} is left out",
        at=row.at,
        notes=(Note("the row above it", above.at),),
        help="is a row missing?",
    )


def _jumps(wrong: Misnumbered, above: Numbered) -> Diagnostic:
    meant = wrong.meant
    return Diagnostic(
        code=CODE,
        severity=Severity.NOTE,
        message=f"`{wrong.row.at.text}` follows `{above.at.text}`",
        at=wrong.row.at,
        notes=(Note("the number before it", above.at),),
        help=f"did you mean `{meant}`?" if meant is not None else "check the numbers around it",
    )
