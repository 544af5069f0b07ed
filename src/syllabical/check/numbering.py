"""The numbers that a page gives its rows, and which of them can be believed."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from syllabical.check.rising import rising
from syllabical.check.timeline import Timeline
from syllabical.model.syllabus import Week
from syllabical.source import Span

_FEWEST = 5
_HABIT = 2
_LETTERED = re.compile(r"\s*([^\W\d_]{1,3})[ .-]?\d+\s*")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row that writes a number of its own."""

    week: Week
    number: int
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Misnumbered:
    """A row whose number does not stand between its neighbours'."""

    row: Numbered
    above: Numbered | None
    below: Numbered | None
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

    believed: tuple[Numbered, ...] = ()
    wrong: tuple[Misnumbered, ...] = ()


def numbering(dates: Timeline) -> Numbering:
    """The numbers of the rows, where a page counts them at all."""
    rows = _rows(dates)
    if not _count_up(rows):
        return Numbering()
    doubted = {id(doubt.week) for doubt in dates.doubts}
    kept = rising([row.number for row in rows], [1] * len(rows))
    believed = tuple(rows[position] for position in kept)
    wrong = tuple(
        Misnumbered(
            row=rows[position],
            above=rows[low] if low >= 0 else None,
            below=rows[high] if high < len(rows) else None,
            alone=high - low == _HABIT,
        )
        for low, high in pairwise((-1, *kept, len(rows)))
        for position in range(low + 1, high)
        # A row whose date is in doubt has been told of once.
        if id(rows[position].week) not in doubted
    )
    habit = len(wrong) > max(_HABIT, len(rows) // 6)
    return Numbering() if habit else Numbering(believed, wrong)


def _rows(dates: Timeline) -> list[Numbered]:
    """The numbered rows; those that repeat the number above where the page does so often.

    Of rows that are counted apart, as `L1`, `L2`, `E1`, `L3`, those of the commonest letters.
    """
    rows: list[Numbered] = []
    for week in dates.weeks:
        at = week.number_at
        if week.number is not None and at is not None and not (rows and rows[-1].at == at):
            rows.append(Numbered(week, week.number, at))
    lettered = [match[1] for row in rows if (match := _LETTERED.fullmatch(row.at.text))]
    if len(set(lettered)) > 1:
        usual = Counter(lettered).most_common(1)[0][0]
        kept = (_LETTERED.fullmatch(row.at.text) for row in rows)
        rows = [row for row, own in zip(rows, kept, strict=True) if not own or own[1] == usual]
    repeated = {id(b) for a, b in pairwise(rows) if a.number == b.number}
    return rows if len(repeated) < _HABIT else [row for row in rows if id(row) not in repeated]


def _count_up(rows: Sequence[Numbered]) -> bool:
    steps = [later.number - earlier.number for earlier, later in pairwise(rows)]
    return len(rows) >= _FEWEST and steps.count(1) * 10 >= len(steps) * 6
