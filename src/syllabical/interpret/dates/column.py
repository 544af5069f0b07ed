"""A column of dates, all its rows at once."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from syllabical.diagnostics import Report
from syllabical.interpret.dates import day_month_order, language, messages, year
from syllabical.interpret.dates import mentions as date_forms
from syllabical.interpret.dates.in_text import one, within
from syllabical.interpret.dates.language import is_day, is_month, looks_dated
from syllabical.interpret.dates.mentions import WEAK, Mention, Point
from syllabical.interpret.dates.settle import dated
from syllabical.interpret.dates.types import ColumnDates, Context, Dated, Known
from syllabical.languages.names import Names
from syllabical.model.syllabus import Certainty, DateReading
from syllabical.model.table import Cell

__all__ = ["is_day", "is_month", "looks_dated", "one", "read", "within"]


Row = tuple[Mention, ...]
DECEMBER = 12


def read(cells: Sequence[Cell | None], context: Context, report: Report) -> ColumnDates:
    """The dates of every cell of a column, under the reading that fits all of them best."""
    texts = [_text(cell) for cell in cells]
    names = language.spoken(texts, context.language)
    written = [date_forms.read(text, names) if text else () for text in texts]
    forgiving = language.read_again(texts, written, names)
    rows = filled(forgiving, context.months, names)
    mentions = [mention for row in rows for mention in row]

    hint = language.habit(names.language, context)
    first_year = cache(lambda order: year.found(mentions, order, context))
    order = day_month_order.found(
        mentions, context.order, lambda order: first_year(order).year, hint
    )
    first = first_year(order.order)
    days = day_month_order.days(mentions, order.order, first.year)
    understood = _rows(cells, rows, days, order.order)
    messages.say(messages.Column(cells, rows, days, order, first, context), report)
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


def filled(rows: Sequence[Row], beside: Sequence[str], known: Names) -> list[Row]:
    """The rows with every bare day in its month; what nobody can place is gone."""
    if not any(mention.form in WEAK for row in rows for mention in row):
        return list(rows)
    above = _Above()
    full = []
    for number, row in enumerate(rows):
        hint = _hint(beside[number], known) if number < len(beside) else None
        if hint:
            above.hear(hint)
        full.append(tuple(_placed(row, above)))
    return full


class _Above:
    """What the rows above say of the month."""

    def __init__(self) -> None:
        self.point = Point()
        self.hinted: Point | None = None

    def hear(self, hint: Point) -> None:
        """A month column or heading begins anew only where it changes."""
        if hint != self.hinted:
            self.hinted = self.point = hint

    def place(self, day: int) -> Point | None:
        """A bare day in the month above, or in the next one where it would go back."""
        year, month, last, _ = self.point
        if month is None:
            return None
        if last and day < last and self.hinted is None:
            year = year if month < DECEMBER or year is None else year + 1
            month = month % DECEMBER + 1
        self.point = Point(year, month, day)
        return self.point


def _placed(row: Row, above: _Above) -> Iterator[Mention]:
    for mention in row:
        if mention.form == "month":
            above.hear(mention.point)
            above.hinted = None
        elif mention.form == "weekday":
            if above.point.day or above.point.parts:
                yield replace(mention, point=above.point)
        elif mention.form in WEAK:
            point = above.place(mention.point.day or 0)
            until = mention.until
            if point:
                until = until and Point(point.year, point.month, until.day)
                yield replace(mention, point=point, until=until)
        else:
            above.point = mention.point
            yield mention


def _hint(text: str, known: Names) -> Point | None:
    found = date_forms.read(text, known) if text else ()
    return next((each.point for each in found if each.point.month or each.point.parts), None)
