"""A column of dates, all its rows at once."""

from collections.abc import Sequence

from syllabical.diagnostics import Report
from syllabical.interpret.dates import ColumnDates, Context, Dated, Known
from syllabical.model.syllabus import Certainty, DateReading
from syllabical.model.table import Cell
from syllabical.source import Span


def read(cells: Sequence[Cell | None], context: Context, report: Report) -> ColumnDates:
    """The dates of every cell of a column, under the reading that fits all of them best."""
    del context, report
    reading = DateReading("none", Certainty.GIVEN, "the cells", Certainty.GIVEN)
    return ColumnDates(
        rows=tuple(() for _ in cells), reading=reading, known=Known(order="day-first")
    )


def within(text: str, at: Span, known: Known) -> tuple[Dated, ...]:
    """The dates that another cell's text writes: `due 9/20 at 5pm`; `at` is where it stands."""
    del text, at, known
    return ()


def one(text: str, at: Span, known: Known) -> Dated | None:
    """The first of them."""
    return next(iter(within(text, at, known)), None)


def looks_dated(texts: Sequence[str]) -> float:
    """How much a column looks like dates, from 0 to 1."""
    del texts
    return 0.0
