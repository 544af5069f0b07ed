"""Timetables: a date a column, an hour a row, as of a workshop of three days."""

from collections.abc import Sequence
from dataclasses import replace

from syllabical.interpret.dates import date_forms
from syllabical.interpret.dates.date_forms import WEAK
from syllabical.interpret.dates.month_names import Names
from syllabical.interpret.layout.sheet import is_blank
from syllabical.model.table import Cell, Row, Table

_FEWEST = 2
_AROUND = 3
"""How many characters of a header may be no part of its date."""


def turned(table: Table, known: Sequence[Names]) -> Table | None:
    """A table whose headers are dates, as one of a date and an hour a row."""
    header = table.header or next(iter(table.rows), None)
    if header is None:
        return None
    dates = [at for at, cell in enumerate(header.cells) if _is_date(cell, known)]
    others = [cell for cell in header.cells[1:] if not is_blank(cell.text)]
    if len(dates) < _FEWEST or len(others) > len([at for at in dates if at]):
        return None
    below = table.rows if table.header else table.rows[1:]
    rows = [made for at in dates for row in below if (made := _row(header.cells[at], row, at))]
    names = ["Date", "Time", "Class"] if dates[0] else ["Date", "Class"]
    titles = tuple(Cell(lines=(name,), at=header.at) for name in names)
    return replace(table, header=Row(cells=titles, at=header.at), rows=tuple(rows))


def _is_date(cell: Cell, known: Sequence[Names]) -> bool:
    return any(
        mention.form not in WEAK
        and len(cell.text) - (mention.outer[1] - mention.outer[0]) <= _AROUND
        for language in known
        for mention in date_forms.read(cell.text, language)
    )


def _row(date: Cell, row: Row, at: int) -> Row | None:
    """What stands in a row under one date; a cell that spans all days stands under each."""
    cell = row.cells[at] if at < len(row.cells) else None
    if cell is None or is_blank(cell.text):
        return None
    hours = (row.cells[0],) if at else ()
    return Row(cells=(date, *hours, cell), at=cell.at, silenced=row.silenced)
