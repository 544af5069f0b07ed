"""Lays cells that span rows and columns out on a grid: each stands wherever it reaches."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from syllabical.model.table import Cell, Row
from syllabical.source import Source, Span

WIDEST = 200
"""Columns beyond these are left out: no course has a table that wide."""


@dataclass(slots=True)
class DraftCell:
    """A cell as it stands in its row, and how far it reaches."""

    cell: Cell
    columns: int = 1
    rows: int = 1
    """How many rows it reaches over; 0 is to the end of the rows' group."""

    strong: bool = False
    """Whether it is a `th`, or bold from end to end."""


@dataclass(slots=True)
class DraftRow:
    """A row as it stands in the page."""

    start: int
    end: int
    group: int = 0
    head: bool = False
    """Whether it stands in a `thead`."""

    marked: bool = False
    """Whether its class says that it is a header."""

    cells: list[DraftCell] = field(default_factory=list)
    silenced: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Reaching:
    cell: Cell
    group: int
    rows: int
    """How many more rows it reaches over; below 0 all that come."""


def grid(drafts: Sequence[DraftRow], source: Source) -> list[Row]:
    """The rows, all as wide as the widest; columns in which no cell begins are left out."""
    reaching: dict[int, _Reaching] = {}
    begun: set[int] = set()
    places = [_row(draft, reaching, begun) for draft in drafts]
    columns = sorted(begun)
    return [
        Row(
            cells=_filled(place, columns, Span(source, draft.end, draft.end)),
            at=Span(source, draft.start, draft.end),
            silenced=draft.silenced,
        )
        for draft, place in zip(drafts, places, strict=True)
    ]


def _row(draft: DraftRow, reaching: dict[int, _Reaching], begun: set[int]) -> dict[int, Cell]:
    place: dict[int, Cell] = {}
    for column, above in list(reaching.items()):
        if above.group == draft.group and above.rows != 0:
            place[column] = above.cell
            above.rows -= 1
        else:
            del reaching[column]
    column = 0
    for cell in draft.cells:
        while column in place:
            column += 1
        if column >= WIDEST:
            break
        begun.add(column)
        for _ in range(min(cell.columns, WIDEST - column)):
            place[column] = cell.cell
            if cell.rows != 1:
                reaching[column] = _Reaching(cell.cell, draft.group, cell.rows - 1)
            column += 1
            if column in place:
                break
    return place


def _filled(place: dict[int, Cell], columns: list[int], end: Span) -> tuple[Cell, ...]:
    empty = Cell(at=end)
    return tuple(place.get(column, empty) for column in columns)
