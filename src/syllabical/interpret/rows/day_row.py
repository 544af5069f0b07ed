"""A row on one of its dates, with what it says for all of its entries."""

import datetime as dt
from dataclasses import dataclass

from syllabical.interpret.cells import kinds, meaning, numbers
from syllabical.interpret.dates.dated import Dated
from syllabical.interpret.layout.column import Column
from syllabical.interpret.layout.sheet import cell_of, is_blank, text_of
from syllabical.interpret.rows.outlook import Outlook
from syllabical.model.syllabus import Detail
from syllabical.model.table import Cell, Row

_APART = frozenset(
    {"date", "day", "month", "week", "number", "starts", "ends", "time", "last", "decoy"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """What holds for every entry of a row on one date."""

    row: Row
    dated: Dated
    outlook: Outlook
    starts: dt.time | None
    ends: dt.time | None
    number: int | None
    kind: str
    """What its kind column says."""

    kind_track: str
    kind_number: str | None
    said: tuple[tuple[int, Detail], ...]
    place: str = ""
    """The room that the row gives."""

    def cell(self, column: Column) -> Cell | None:
        """Its cell in a column, where that says something."""
        cell = cell_of(self.row, column.index)
        return cell if cell is not None and cell.lines else None

    def text(self, column: Column | None) -> str:
        """The text of its cell in a column."""
        return text_of(self.row, column.index) if column else ""

    def track(self, column: Column | None) -> str:
        """The track of a session: what the kind column calls it, else the column's header."""
        return self.kind_track or (column.track if column else "") or self.outlook.fallback

    def details(self, own: int) -> tuple[Detail, ...]:
        """Every other column that says something, in the page's order."""
        cells = self.row.cells
        at = cells[own].at
        # A cell that spans several columns says in each of them what it says in its own.
        return tuple([detail for index, detail in self.said if cells[index].at != at])


def day_row(row: Row, dated: Dated, outlook: Outlook) -> DayRow:
    """A row on one of its dates."""
    starts, ends = kinds.hours(row, dated, outlook)
    kind = outlook.columns.first("kind")
    said = text_of(row, kind.index) if kind else ""
    return DayRow(
        row=row,
        dated=dated,
        outlook=outlook,
        starts=starts,
        ends=ends,
        number=numbers.of_row(row, outlook.columns),
        kind=said,
        kind_track=kinds.track(said, outlook) if said else "",
        kind_number=numbers.in_title(said, "", outlook.lexicon) if said else None,
        said=tuple(_said(row, outlook)),
        place=_place(row, outlook),
    )


def _place(row: Row, outlook: Outlook) -> str:
    column = outlook.columns.first("place")
    text = text_of(row, column.index) if column else ""
    return "" if is_blank(text) or meaning.is_nothing(text, outlook.lexicon) else text


def _said(row: Row, outlook: Outlook) -> list[tuple[int, Detail]]:
    cells = row.cells
    return [
        (column.index, Detail(column.header, cell.lines, cell.links))
        for column in outlook.columns.all
        if column.role not in _APART
        and column.index < len(cells)
        and ((cell := cells[column.index]).links or (cell.lines and not is_blank(cell.text)))
    ]
