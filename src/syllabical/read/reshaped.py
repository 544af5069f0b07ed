"""Turns tables that were laid out to fit the page: halves side by side, dates across the top."""

from dataclasses import replace

from syllabical.model.table import Cell, Row, Table
from syllabical.read import looks

_FEWEST_DATES = 3
_MOST_ROWS = 6
_NARROWEST = 4


def table(table: Table) -> Table:
    """The table with a date a row; itself where it has that already."""
    head = table.header
    if head is None or len(head.cells) < _NARROWEST:
        return table
    names = [cell.text for cell in head.cells]
    for width in range(2, len(names) // 2 + 1):
        if len(names) % width == 0 and names == names[:width] * (len(names) // width):
            return _one_below_the_other(table, head, width)
    return _turned(table, head) if _is_lying(table, names) else table


def _one_below_the_other(table: Table, head: Row, width: int) -> Table:
    """The parts that stand side by side under the same names."""
    rows = [
        replace(row, cells=row.cells[at : at + width])
        for at in range(0, len(head.cells), width)
        for row in table.rows
    ]
    kept = (row for row in rows if any(cell.lines or cell.struck for cell in row.cells))
    return replace(table, header=replace(head, cells=head.cells[:width]), rows=tuple(kept))


def _is_lying(table: Table, names: list[str]) -> bool:
    """Whether the dates stand across the top, and what is said of them below."""
    dates = sum(looks.is_date(name) for name in names[1:])
    return (
        dates >= max(_FEWEST_DATES, len(names) - 2)
        and not looks.is_date(names[0])
        and 0 < len(table.rows) <= _MOST_ROWS
        and all(_is_name(row.cells[0].text) for row in table.rows)
    )


def _is_name(text: str) -> bool:
    """Whether a text can be a column's name, which hours cannot."""
    return bool(text) and not any(map(str.isdigit, text))


def _turned(table: Table, head: Row) -> Table:
    columns = list(zip(*(row.cells for row in (head, *table.rows)), strict=True))
    return replace(
        table,
        header=Row(cells=_named(columns[0]), at=head.at),
        rows=tuple(Row(cells=cells, at=cells[0].at) for cells in columns[1:]),
    )


def _named(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The names of the rows as those of columns; the dates need one."""
    first = cells[0]
    return (first if first.lines else replace(first, lines=("Date",)), *cells[1:])
