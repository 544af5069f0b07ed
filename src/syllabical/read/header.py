"""Finds the row that names the columns, where the page does not say which it is."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from syllabical.model.table import Cell, Row

_LONGEST_NAME = 40
_FEWEST_NAMES = 2


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
