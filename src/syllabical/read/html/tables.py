"""Tables of HTML by the table model of the WHATWG standard (4.9.12): spans, groups, headers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from syllabical.model.table import Cell, Row, Table
from syllabical.read import table_shape
from syllabical.read.html import dom
from syllabical.read.html.dom import Element
from syllabical.source import Source, Span

WIDEST = 200
"""Columns beyond these are left out: no course has a table that wide."""

_MOST_HEAD_ROWS = 3
_FEWEST_COLUMNS = 2
_CLASSED = re.compile(r"head|title|leading", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\+?(\d{1,5})")


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
    """Which group of rows it stands in, by any number of the group's own."""

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


def arranges(table: Element) -> bool:
    """Whether a table only arranges the page: it says so, is a mere list, or holds a longer one."""
    if table.attributes.get("role") in {"presentation", "none"}:
        return True
    filled = [width for row in _rows(table) if (width := len(elements(row, "td", "th")))]
    if not filled or max(filled) < _FEWEST_COLUMNS:
        return True
    inside = dom.descendants(table, but=("table",))
    return any(len(_rows(one)) >= len(filled) for one in inside if one.name == "table")


def groups(table: Element) -> list[Element]:
    """The groups of rows in the order in which they are shown: the feet come last."""
    return sorted(
        elements(table, "thead", "tbody", "tfoot"), key=lambda group: group.name == "tfoot"
    )


def elements(parent: Element, *names: str) -> list[Element]:
    """The children that are elements of some names."""
    return [
        child for child in parent.children if isinstance(child, Element) and child.name in names
    ]


def reach(cell: Element) -> tuple[int, int]:
    """How many columns and rows a cell reaches over; 0 rows are all of its group."""
    columns, over = cell.attributes.get("colspan", ""), cell.attributes.get("rowspan", "")
    return max(1, _number(columns)), _number(over)


def is_marked(row: Element) -> bool:
    """Whether the class of a row says that it is a header."""
    return bool(_CLASSED.search(row.attributes.get("class", "")))


def table(drafts: Sequence[DraftRow], headings: tuple[str, ...], at: Span) -> Table | None:
    """The finished table; nothing where it says nothing."""
    kept = [row for row in drafts if row.cells]
    laid = grid(kept, at.source)
    rows = [(row, kept[at]) for at, row in enumerate(laid) if not table_shape.is_empty(row)]
    if not rows:
        return None
    titles, heads, body = _parted(rows)
    head = table_shape.merged(heads) if heads else None
    return Table(
        header=head,
        rows=tuple(table_shape.under_titles(table_shape.without_repeats(head, body))),
        headings=(*headings, *titles),
        at=at,
    )


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


def _parted(rows: list[tuple[Row, DraftRow]]) -> tuple[list[str], list[Row], list[Row]]:
    """The titles above the header, the rows of the header, and those below it."""
    above = 0
    while above < len(rows) and table_shape.is_title(rows[above][0]):
        above += 1
    heads = _heads(rows[above:])
    if not heads:
        return [], [], [row for row, _ in rows]
    titles = [row.cells[0].text for row, _ in rows[:above]]
    return titles, heads, [row for row, _ in rows[above + len(heads) :]]


def _heads(rows: list[tuple[Row, DraftRow]]) -> list[Row]:
    heads: list[Row] = []
    for row, draft in rows:
        if len(heads) == _MOST_HEAD_ROWS or not (draft.head or _is_strong(row, draft)):
            break
        if heads and not draft.head and not _goes_on(rows[len(heads) - 1][1]):
            break
        heads.append(row)
    if heads and len(heads) == len(rows):
        return heads[:1]
    if heads or not rows:
        return heads
    first, draft = rows[0]
    below = [row for row, _ in rows[1:]]
    return [first] if draft.marked or table_shape.names_columns(first, below) else []


def _is_strong(row: Row, draft: DraftRow) -> bool:
    """Whether every cell that says something is a `th`, or bold."""
    named = [cell for cell in draft.cells if cell.cell.lines]
    return (
        len({id(cell) for cell in row.cells}) > 1
        and bool(named)
        and all(cell.strong for cell in named)
    )


def _goes_on(draft: DraftRow) -> bool:
    """Whether the row below belongs to the header as well: a cell reaches over or into it."""
    return any(cell.columns > 1 or cell.rows != 1 for cell in draft.cells)


def _rows(table: Element) -> list[Element]:
    return [row for group in groups(table) for row in elements(group, "tr")]


def _number(text: str) -> int:
    found = _NUMBER.match(text)
    return int(found[1]) if found else 1
