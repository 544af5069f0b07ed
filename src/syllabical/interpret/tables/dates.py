"""The dates of the schedule's tables, read as one column."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from syllabical.diagnostics import Report
from syllabical.interpret.dates.column import read
from syllabical.interpret.dates.types import ColumnDates, Context
from syllabical.interpret.tables.candidates import Candidate
from syllabical.interpret.tables.column_evidence import cell_of, text_of
from syllabical.model.schedule import Schedule
from syllabical.model.table import Page


@dataclass(frozen=True, slots=True)
class Setting:
    """What the dates of a page are read with."""

    page: Page
    schedule: Schedule
    today: dt.date


def of_schedule(
    kept: Sequence[Candidate], setting: Setting, report: Report
) -> tuple[ColumnDates, ...]:
    """The dates of each table, all of them under one reading."""
    cells = [cell_of(row, each.dating) for each in kept for row in each.sheet.rows]
    context = replace(
        _context(kept[0], setting), months=tuple(month for each in kept for month in _months(each))
    )
    return tuple(_parts(read(cells, context, report), kept))


def of_addition(each: Candidate, setting: Setting, main: ColumnDates) -> ColumnDates:
    """The dates of another table, in the light of the schedule's; what fails is not said."""
    first = next((dated.date for row in main.rows for dated in row), None)
    order = main.known.order if main.known.order != "none" else None
    context = replace(
        _context(each, setting),
        months=tuple(_months(each)),
        order=setting.schedule.dates.order or order,
        year=setting.schedule.dates.year or (first.year if first else main.known.year),
        language=main.known.language,
    )
    cells = [cell_of(row, each.dating) for row in each.sheet.rows]
    return read(cells, context, Report())


def _context(each: Candidate, setting: Setting) -> Context:
    dates = setting.schedule.dates
    column = each.date
    return Context(
        today=setting.today,
        order=dates.order,
        year=dates.year,
        language=dates.language,
        passages=setting.page.passages,
        headings=each.table.headings,
        what=f"column `{column.header}`" if column and column.header else "the date column",
    )


def _months(each: Candidate) -> list[str]:
    month = each.columns.index("month")
    return [text_of(row, month) or row.heading for row in each.sheet.rows]


def _parts(whole: ColumnDates, kept: Sequence[Candidate]) -> Iterator[ColumnDates]:
    start = 0
    for each in kept:
        end = start + len(each.sheet.rows)
        yield replace(whole, rows=whole.rows[start:end])
        start = end
