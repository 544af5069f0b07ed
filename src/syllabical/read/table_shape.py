"""Finds the row that names the columns, where the page does not say which it is."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from syllabical.languages import either, listed, one_of
from syllabical.model.table import Cell, Row, Table

_LONGEST_NAME = 40
_FEWEST_NAMES = 2


_FEWEST_DATES = 3
_MOST_ROWS = 6
_NARROWEST = 4
_FEWEST = 3
ORDINAL = either(
    ending for ending in listed("dates", "ordinals") if len(ending) > 1 or not ending.isascii()
)
"""What ends a number that counts, as in `3rd`; a lone letter may be anything."""

OF_MONTH = one_of("dates", "of month")
YEAR_OR_MONTH = one_of("dates", "year sign", "month sign")
_DATE = re.compile(
    rf"\d\s*(?:[-/.]|{YEAR_OR_MONTH})\s*\d"
    rf"|\d{{1,2}}{ORDINAL}?\.?\s+(?:{OF_MONTH}\s+)?[^\W\d]{{3}}"
    r"|(?<![^\W\d])[^\W\d]{3,}\.?\s+\d"
)
NUMBERED = re.compile(
    rf"\b{one_of('dates', 'numbered')}s?[\s_-]*\d[\d\s–-]*",
    re.IGNORECASE,
)
"""Numbers that are none of a date: `Week 3`."""


def names_columns(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row looks like names over columns: short words, no figures, figures below."""
    texts = [cell.text for cell in row.cells]
    named = [text for text in texts if text]
    if len(named) < _FEWEST_NAMES or len(named) * 2 < len(texts) or len(set(named)) < len(named):
        return False
    if any(len(text) > _LONGEST_NAME or _has_figure(text) for text in named):
        return False
    return any(
        text and sum(_has_figure(other.cells[at].text) for other in below) * 2 >= len(below) > 0
        for at, text in enumerate(texts)
    )


def merged(rows: Sequence[Row]) -> Row:
    """Several rows of headers as one: each column by all its names, from the top down."""
    if len(rows) == 1:
        return rows[0]
    first = rows[0]
    return Row(
        cells=tuple(_stacked(cells) for cells in zip(*(row.cells for row in rows), strict=True)),
        at=first.at.source.span(first.at.start, rows[-1].at.end),
    )


def is_title(row: Row) -> bool:
    """Whether one cell reaches over the whole row, as a title inside the table does."""
    return len(row.cells) > 1 and bool(row.cells[0].text) and _one(row.cells)


def is_empty(row: Row) -> bool:
    """Whether the row says nothing at all, not even something struck out."""
    return not any(cell.lines or cell.struck or cell.links for cell in row.cells)


def under_titles(rows: Sequence[Row]) -> list[Row]:
    """Each row with the nearest row above it that reaches over the whole table."""
    return _under(rows, is_title)


def under_first_cells(rows: Sequence[Row]) -> list[Row]:
    """Each row with the nearest row above it of which only the first cell says something."""
    return _under(rows, _is_first_cell)


def without_repeats(head: Row | None, rows: Sequence[Row]) -> list[Row]:
    """The rows without those that say the header again."""
    if head is None:
        return list(rows)
    names = [cell.text for cell in head.cells]
    return [row for row in rows if [cell.text for cell in row.cells] != names]


def _under(rows: Sequence[Row], is_heading: Callable[[Row], bool]) -> list[Row]:
    heading, found = "", []
    for row in rows:
        if is_heading(row):
            heading = row.cells[0].text
        found.append(replace(row, heading=heading) if heading and not is_heading(row) else row)
    return found


def _is_first_cell(row: Row) -> bool:
    return bool(row.cells[0].text) and is_empty(replace(row, cells=row.cells[1:]))


def _one(cells: Sequence[Cell]) -> bool:
    return all(cell is cells[0] for cell in cells)


def _stacked(cells: Sequence[Cell]) -> Cell:
    named: list[Cell] = []
    for cell in cells:
        if cell.text and cell.text not in [above.text for above in named]:
            named.append(cell)
    if not named:
        return cells[0]
    return Cell(lines=(" ".join(cell.text for cell in named),), at=named[-1].at)


def _has_figure(text: str) -> bool:
    return any(character.isdecimal() for character in text)


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
    dates = sum(is_date(name) for name in names[1:])
    return (
        dates >= max(_FEWEST_DATES, len(names) - 2)
        and not is_date(names[0])
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


def is_date(text: str) -> bool:
    """Whether there is something like a date in a text."""
    return bool(_DATE.search(NUMBERED.sub("", text)))


def has_dates(tables: Iterable[Table]) -> bool:
    """Whether a table holds several cells that look like dates."""
    return any(_is_dated(table) for table in tables)


def _is_dated(table: Table) -> bool:
    head = (table.header,) if table.header else ()
    dated = 0
    for row in (*head, *table.rows):
        for cell in row.cells:
            dated += bool(cell.stamps) or (bool(cell.lines) and is_date(cell.text))
            if dated >= _FEWEST:
                return True
    return 0 < dated >= len(table.rows)
