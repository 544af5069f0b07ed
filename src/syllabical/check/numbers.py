"""Rules about the numbers that a page gives its rows: one given twice, one left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from syllabical.check.timeline import Timeline, heaviest_rising
from syllabical.diagnostics import Diagnostic, Fix, Note, Severity
from syllabical.model.syllabus import Week
from syllabical.source import Span

NUMBER_REPEATS_CODE = "number-repeats"
NUMBER_SKIPPED_CODE = "number-skipped"

_DAYS_IN_WEEK = 7
_FEWEST_ROWS = 5
_HABIT = 2
_LETTERED = re.compile(r"\s*([^\W\d_]{1,3})[ .-]?\d+\s*")


@dataclass(frozen=True, slots=True)
class NumberedRow:
    """A row that writes a number of its own."""

    week: Week
    number: int
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MisnumberedRow:
    """A row whose number does not stand between its neighbours'."""

    row: NumberedRow
    above: NumberedRow | None
    below: NumberedRow | None
    alone: bool
    """Whether no other such row stands between the two."""

    @property
    def meant(self) -> int | None:
        """The one number that fits."""
        if self.above is None or not self.alone:
            return None
        expected = self.above.number + 1
        return expected if self.below is None or self.below.number == expected + 1 else None


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbered rows in the page's order, divided into right and wrong."""

    believed: tuple[NumberedRow, ...] = ()
    wrong: tuple[MisnumberedRow, ...] = ()


def number_repeats(dates: Timeline) -> Iterator[Diagnostic]:
    """A number is given to two rows.

    Mostly a copied row. Where a page numbers weeks and gives each several rows, nothing is said.
    """
    numbers = _numbering(dates)
    first = {row.number: row for row in reversed(numbers.believed)}
    for wrong in numbers.wrong:
        other = first.get(wrong.row.number)
        # Two rows with one date are one meeting, or told of as such.
        if other is None or other.week.date == wrong.row.week.date:
            continue
        at, meant = wrong.row.at, wrong.meant
        is_plain = meant is not None and at.text == str(wrong.row.number)
        yield Diagnostic(
            code=NUMBER_REPEATS_CODE,
            severity=Severity.WARNING,
            message=f"two rows have the number `{at.text}`",
            at=at,
            notes=(Note("the other one", other.at),),
            help=_meant(wrong),
            fix=Fix(at, str(meant), sure=True) if is_plain else None,
        )


def number_skipped(dates: Timeline) -> Iterator[Diagnostic]:
    """A number is left out, and no week is.

    Where the calendar has a gap as well, the page counts weeks and nothing is said.
    """
    numbers = _numbering(dates)
    between = _rows_between(numbers, dates)
    for above, row in pairwise(numbers.believed):
        weeks = -(-(row.week.date - above.week.date).days // _DAYS_IN_WEEK)
        step = row.number - above.number
        if step - 1 > between.get(id(row), 0) and step > max(weeks, 1):
            yield _skipped(above, row)
    known = {row.number for row in numbers.believed}
    for wrong in numbers.wrong:
        if wrong.row.number not in known and wrong.above:
            yield Diagnostic(
                code=NUMBER_SKIPPED_CODE,
                severity=Severity.NOTE,
                message=f"`{wrong.row.at.text}` follows `{wrong.above.at.text}`",
                at=wrong.row.at,
                notes=(Note("the number before it", wrong.above.at),),
                help=_meant(wrong),
            )


def _rows_between(numbers: Numbering, dates: Timeline) -> dict[int, int]:
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


def _skipped(above: NumberedRow, row: NumberedRow) -> Diagnostic:
    left_out = f"{above.number + 1}"
    if row.number - above.number > 2:  # noqa: PLR2004 (several are left out)
        left_out += f" to {row.number - 1}"
    return Diagnostic(
        code=NUMBER_SKIPPED_CODE,
        severity=Severity.NOTE,
        message=f"`{row.at.text}` follows `{above.at.text}`; {left_out} is left out",
        at=row.at,
        notes=(Note("the row above it", above.at),),
        help="is a row missing?",
    )


def _meant(wrong: MisnumberedRow) -> str:
    number = wrong.meant
    return f"did you mean `{number}`?" if number is not None else "check the numbers around it"


def _numbering(dates: Timeline) -> Numbering:
    """The numbers of the rows, where a page counts them at all."""
    rows = _numbered_rows(dates)
    if not _count_up(rows):
        return Numbering()
    doubtful = {id(row.week) for row in dates.doubtful}
    kept = heaviest_rising([row.number for row in rows], [1] * len(rows))
    believed = tuple(rows[position] for position in kept)
    wrong = tuple(
        MisnumberedRow(
            row=rows[position],
            above=rows[low] if low >= 0 else None,
            below=rows[high] if high < len(rows) else None,
            alone=high - low == 2,  # noqa: PLR2004 (one position between the two)
        )
        for low, high in pairwise((-1, *kept, len(rows)))
        for position in range(low + 1, high)
        # A row whose date is in doubt has been told of once.
        if id(rows[position].week) not in doubtful
    )
    habit = len(wrong) > max(_HABIT, len(rows) // 6)
    return Numbering() if habit else Numbering(believed, wrong)


def _numbered_rows(dates: Timeline) -> list[NumberedRow]:
    """The numbered rows; those that repeat the number above where the page does so often.

    Of rows that are counted apart, as `L1`, `L2`, `E1`, `L3`, those of the commonest letters.
    """
    rows: list[NumberedRow] = []
    for week in dates.weeks:
        at = week.number_at
        if week.number is not None and at is not None and not (rows and rows[-1].at == at):
            rows.append(NumberedRow(week, week.number, at))
    lettered = [match[1] for row in rows if (match := _LETTERED.fullmatch(row.at.text))]
    if len(set(lettered)) > 1:
        usual = Counter(lettered).most_common(1)[0][0]
        kept = (_LETTERED.fullmatch(row.at.text) for row in rows)
        rows = [row for row, own in zip(rows, kept, strict=True) if not own or own[1] == usual]
    repeated = {id(b) for a, b in pairwise(rows) if a.number == b.number}
    return rows if len(repeated) < _HABIT else [row for row in rows if id(row) not in repeated]


def _count_up(rows: Sequence[NumberedRow]) -> bool:
    steps = [later.number - earlier.number for earlier, later in pairwise(rows)]
    return len(rows) >= _FEWEST_ROWS and steps.count(1) * 10 >= len(steps) * 6
