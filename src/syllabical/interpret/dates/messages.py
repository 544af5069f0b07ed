"""What is to be said about a column of dates: what was guessed, and what cannot be read."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from syllabical.diagnostics import Report
from syllabical.interpret.dates.day_month_order import OrderFound
from syllabical.interpret.dates.mentions import Mention
from syllabical.interpret.dates.settle import place
from syllabical.interpret.dates.types import Context
from syllabical.interpret.dates.year import YearFound
from syllabical.model.syllabus import Certainty
from syllabical.model.table import Cell
from syllabical.source import Span

_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DATE_LIKE = re.compile(r"[^\w/.-]*(?:\w+\W{1,2})?\d+ ?([/.-]) ?\d+(?: ?\1 ?\d*)?\W*")
ENOUGH = 3


class Column(NamedTuple):
    """A column of dates with all that was found out about it."""

    cells: Sequence[Cell | None]
    rows: Sequence[tuple[Mention, ...]]
    days: Sequence[dt.date | None]
    order: OrderFound
    year: YearFound
    context: Context


def say(column: Column, report: Report) -> None:
    """Say what was guessed, what cannot be decided, and which dates do not exist."""
    pairs = zip(column.cells, column.rows, strict=True)
    first = next((_where(cell, row[0]) for cell, row in pairs if row and cell), None)
    if first is None:
        return
    _order(column, first, report)
    _year(column, first, report)
    _missing(column, report)
    _unreadable(column, report)


def _where(cell: Cell, mention: Mention) -> Span:
    text = " ".join(cell.stamps) if cell.stamps else cell.text
    written = text[mention.start : mention.end]
    return place(cell.at, written, text.count(written, 0, mention.start))


def _order(column: Column, first: Span, report: Report) -> None:
    order = column.order
    if order.certainty is None:
        report.error(
            "date-order-undecidable",
            f"`{first.text}` may be {_both(column)}",
            first,
            help="write `dates: {order: day-first}` or `{order: month-first}` in schedule.yaml",
        )
    elif order.certainty is Certainty.GUESSED:
        report.note(
            "date-order-guessed",
            f"`{first.text}` is read {order.order}: {order.why}",
            first,
            help=f"write `dates: {{order: {order.order}}}` in schedule.yaml to settle it",
        )


def _both(column: Column) -> str:
    mention = next(mention for row in column.rows for mention in row if mention.point.parts)
    days = []
    for order in ("day-first", "month-first"):
        _, month, day = mention.point.under(order)
        days.append(f"{day} {_MONTHS[month]}" if month and month < len(_MONTHS) else "no date")
    return " or ".join(days)


def _year(column: Column, first: Span, report: Report) -> None:
    year, given = column.year, column.context.year
    if year.certainty is Certainty.GUESSED:
        report.note(
            "year-guessed",
            f"the page does not say its year; {year.year} is taken from {year.source}",
            first,
            help=f"write `dates: {{year: {year.year}}}` in schedule.yaml, or give `--year`",
        )
    elif given and column.days and given != year.year and year.source != "the cells":
        report.warning(
            "year-contradicted",
            f"the year given is {given}, but {year.source}, says {year.year}",
            first,
            help="the page's own year is taken; correct whichever is wrong",
        )


def _missing(column: Column, report: Report) -> None:
    days = iter(column.days)
    for cell, row in zip(column.cells, column.rows, strict=True):
        for mention in row:
            if next(days) is None and cell:
                at = _where(cell, mention)
                report.error(
                    "date-does-not-exist",
                    f"`{at.text}` is no day of the calendar",
                    at,
                    help="correct its day or its month",
                )


def _unreadable(column: Column, report: Report) -> None:
    """Cells of numbers that are no date, where at least as many as there are of them are."""
    dated = sum(bool(row) for row in column.rows)
    strange = [
        cell
        for cell, row in zip(column.cells, column.rows, strict=True)
        if cell and not row and _DATE_LIKE.fullmatch(cell.text)
    ]
    if dated < ENOUGH or len(strange) > dated:
        return
    for cell in strange:
        report.error(
            "date-unreadable",
            f"`{cell.text}` stands among dates and is none",
            place(cell.at, cell.text),
            help="write it as the dates around it are written",
        )
