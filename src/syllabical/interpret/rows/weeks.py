"""Dated rows into weeks: every row under its date, undated rows with the row above."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from syllabical.interpret.cells import meaning, titles
from syllabical.interpret.dates.types import Dated
from syllabical.interpret.rows import entries
from syllabical.interpret.rows.context import DatedRow, Outlook
from syllabical.interpret.rows.unclaimed import unclaimed, untitled
from syllabical.interpret.tables import calendar_grid
from syllabical.interpret.tables.candidates import Candidate
from syllabical.interpret.tables.column_evidence import cell_of, is_blank, text_of
from syllabical.interpret.tables.column_roles import Column, Columns
from syllabical.model.syllabus import Entry, Kind, Unclaimed, Week
from syllabical.model.table import Cell, Row


def dated_rows(
    rows: Sequence[Row], dates: Sequence[tuple[Dated, ...]], each: Candidate
) -> list[DatedRow]:
    """Every dated row with those that continue it; a row whose date cannot be read is left out."""
    found: list[tuple[Row, tuple[Dated, ...], list[Row]]] = []
    for row, written, above in _told(rows, dates, each):
        if written:
            found.append((row, written, []))
        elif above:
            found[-1][2].append(row)
    return [DatedRow(row, written, tuple(more)) for row, written, more in found]


def undated(rows: Sequence[Row], dates: Sequence[tuple[Dated, ...]], each: Candidate) -> list[Row]:
    """The rows that are left out: no date of their own, and none above that they share."""
    return [row for row, written, above in _told(rows, dates, each) if not (written or above)]


def _told(
    rows: Sequence[Row], dates: Sequence[tuple[Dated, ...]], each: Candidate
) -> Iterator[tuple[Row, tuple[Dated, ...], bool]]:
    """Each row with its dates, and whether it shares those of the row above."""
    open_above = False
    for row, written in zip(rows, dates, strict=True):
        blank = is_blank(text_of(row, each.dating))
        open_above = bool(written) or (open_above and blank)
        yield row, written, open_above and not written and _continues(row, each)


def _continues(row: Row, each: Candidate) -> bool:
    """Whether a row without a date belongs to the one above: no day of its own is yet to come."""
    day = text_of(row, each.columns.index("day"))
    return is_blank(day) or not meaning.is_open(day, each.sheet.lexicon)


def weeks(rows: Sequence[DatedRow], outlook: Outlook) -> list[Week]:
    """A week for each date of each row."""
    return _said_once(list(_weeks(rows, outlook)))


def _said_once(weeks: list[Week]) -> list[Week]:
    """The weeks with the homework of a cell that spans rows out on the first, due on the last."""
    shown: dict[tuple[Kind, int, int, str], int] = {}
    for at, week in enumerate(weeks):
        for entry in week.entries:
            if entry.kind is Kind.HOMEWORK_DUE:
                shown[_place(entry)] = at
            elif entry.kind is Kind.HOMEWORK_RELEASE:
                shown.setdefault(_place(entry), at)
    return [
        replace(week, entries=kept) if len(kept) < len(week.entries) else week
        for at, week in enumerate(weeks)
        for kept in [tuple(e for e in week.entries if shown.get(_place(e), at) == at)]
    ]


def _place(entry: Entry) -> tuple[Kind, int, int, str]:
    return entry.kind, entry.at.start, entry.at.end, entry.title


def _weeks(rows: Sequence[DatedRow], outlook: Outlook) -> Iterator[Week]:
    for each in rows:
        for dated in each.dates:
            week = _week(each, dated, outlook)
            days = list(days_of_grid(each, dated, outlook)) if outlook.weekdays else []
            if any(entry.kind is not Kind.NO_CLASS for day in days for entry in day.entries):
                week = _without_no_class(week)
            if week.entries or not days:
                yield week
            yield from days


def _without_no_class(week: Week) -> Week:
    """`No lab` in a week that has its lectures is nothing."""
    kept = tuple(entry for entry in week.entries if entry.kind is not Kind.NO_CLASS)
    return week if len(kept) == len(week.entries) else replace(week, entries=kept)


def _week(each: DatedRow, dated: Dated, outlook: Outlook) -> Week:
    found = entries.entries(each.row, dated, outlook)
    for row in each.more:
        found = entries.joined(found, entries.entries(row, dated, outlook))
    number = outlook.columns.first("number", "week")
    cell = cell_of(each.row, number.index) if number else None
    return Week(
        number=titles.of_row(each.row, outlook.columns) if number else None,
        date=dated.date,
        until=dated.until,
        written=dated.written,
        weekday=dated.weekday,
        entries=found,
        silenced=each.row.silenced,
        at=each.row.at,
        date_at=dated.at,
        number_at=cell.at if cell and cell.text else None,
        unclaimed=tuple(_unclaimed(each, dated, found, outlook)),
    )


def _unclaimed(
    each: DatedRow, dated: Dated, found: Sequence[Entry], outlook: Outlook
) -> Iterator[Unclaimed]:
    for row in (each.row, *each.more):
        yield from unclaimed(row, dated, outlook, found)
    yield from untitled(found, outlook)


def days_of_grid(each: DatedRow, dated: Dated, outlook: Outlook) -> Iterator[Week]:
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
            yield _grid_day(row, dated, (column, spans[-1] if spans else column), outlook)


def _same(cell: Cell, other: Cell | None) -> bool:
    return other is not None and cell.at == other.at and cell.at.start < cell.at.end


def _grid_day(row: Row, dated: Dated, span: tuple[Column, Column], outlook: Outlook) -> Week:
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
