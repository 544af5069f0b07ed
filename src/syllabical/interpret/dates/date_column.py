"""A column of dates, all its rows at once."""

import datetime as dt
from collections.abc import Sequence
from functools import cache

from syllabical.diagnostics import Report
from syllabical.interpret.dates import (
    date_complaints,
    date_forms,
    date_language,
    date_months,
    date_order,
    date_slips,
    year,
)
from syllabical.interpret.dates.date_forms import Mention
from syllabical.interpret.dates.date_looks import is_day, is_month, looks_dated
from syllabical.interpret.dates.date_made import dated
from syllabical.interpret.dates.date_within import one, within
from syllabical.interpret.dates.dated import ColumnDates, Context, Dated, Known
from syllabical.model.syllabus import Certainty, DateReading
from syllabical.model.table import Cell

__all__ = ["is_day", "is_month", "looks_dated", "one", "read", "within"]


def read(cells: Sequence[Cell | None], context: Context, report: Report) -> ColumnDates:
    """The dates of every cell of a column, under the reading that fits all of them best."""
    texts = [_text(cell) for cell in cells]
    names = date_language.spoken(texts, context.language)
    written = [date_forms.read(text, names) if text else () for text in texts]
    forgiving = date_slips.read_again(texts, written, names)
    rows = date_months.filled(forgiving, context.months, names)
    mentions = [mention for row in rows for mention in row]

    hint = date_language.habit(names.language, context)
    first_year = cache(lambda order: year.found(mentions, order, context))
    order = date_order.found(mentions, context.order, lambda order: first_year(order).year, hint)
    first = first_year(order.order)
    days = date_order.days(mentions, order.order, first.year)
    understood = _rows(cells, rows, days, order.order)
    date_complaints.say(date_complaints.Column(cells, rows, days, order, first, context), report)
    return ColumnDates(
        rows=understood,
        reading=DateReading(
            order.order, order.certainty or Certainty.GUESSED, first.source, first.certainty
        ),
        known=Known(
            order=order.order,
            year=next((day.year for day in days if day), first.year),
            language=names.language,
        ),
    )


def _text(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return " ".join(cell.stamps) if cell.stamps else cell.text


def _rows(
    cells: Sequence[Cell | None],
    rows: Sequence[tuple[Mention, ...]],
    days: Sequence[dt.date | None],
    order: str,
) -> tuple[tuple[Dated, ...], ...]:
    left = iter(days)
    return tuple(
        _dated(cell, row, [next(left) for _ in row], order) if row else ()
        for cell, row in zip(cells, rows, strict=True)
    )


def _dated(
    cell: Cell | None, row: tuple[Mention, ...], days: Sequence[dt.date | None], order: str
) -> tuple[Dated, ...]:
    if cell is None:
        return ()
    text = _text(cell)
    return tuple(
        dated(text, cell.at, mention, day, order)
        for mention, day in zip(row, days, strict=True)
        if day
    )
