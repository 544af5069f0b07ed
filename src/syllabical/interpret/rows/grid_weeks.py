"""The weeks of a calendar grid: one for each cell that says something."""

from collections.abc import Iterator
from dataclasses import replace

from syllabical.interpret.dates.dated import Dated
from syllabical.interpret.layout import calendar_grid
from syllabical.interpret.layout.column import Column, Columns
from syllabical.interpret.layout.sheet import cell_of, is_blank
from syllabical.interpret.rows import entries
from syllabical.interpret.rows.outlook import DatedRow, Outlook
from syllabical.model.syllabus import Week
from syllabical.model.table import Cell, Row


def weeks(each: DatedRow, dated: Dated, outlook: Outlook) -> Iterator[Week]:
    """A week for each day of a row; a cell that spans several days is one stretch."""
    days = outlook.columns.of("grid")
    for row in (each.row, *each.more):
        last: Cell | None = None
        for column in days:
            cell = cell_of(row, column.index)
            if cell is None or is_blank(cell.text) or cell is last or _same(cell, last):
                continue
            last = cell
            spans = [day for day in days if _same(cell, cell_of(row, day.index))]
            yield _week(row, dated, (column, spans[-1] if spans else column), outlook)


def _same(cell: Cell, other: Cell | None) -> bool:
    return other is not None and cell.at == other.at and cell.at.start < cell.at.end


def _week(row: Row, dated: Dated, span: tuple[Column, Column], outlook: Outlook) -> Week:
    first = outlook.weekdays[outlook.columns.of("grid")[0].index]
    day = calendar_grid.date(dated.date, outlook.weekdays[span[0].index], first)
    until = calendar_grid.date(dated.date, outlook.weekdays[span[1].index], first)
    moved = replace(dated, date=day, until=until if until > day else None, weekday=None)
    found = entries.entries(row, moved, _only(span[0], outlook))
    cell = cell_of(row, span[0].index)
    return Week(
        date=day,
        until=moved.until,
        written=dated.written,
        entries=found,
        silenced=row.silenced,
        at=cell.at if cell else row.at,
        date_at=dated.at,
    )


def _only(column: Column, outlook: Outlook) -> Outlook:
    """The outlook on one day of the grid: its column is the session, the rest details."""
    kept = (
        replace(column, role="session", track=outlook.fallback),
        *outlook.columns.of("place", "detail"),
    )
    return replace(outlook, columns=Columns(kept))
