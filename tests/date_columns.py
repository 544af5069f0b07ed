import datetime as dt
from collections.abc import Sequence

from syllabical.diagnostics import Report
from syllabical.interpret.dates import column as date_column
from syllabical.interpret.dates.types import ColumnDates, Context, Dated
from syllabical.model.table import Cell
from syllabical.source import Source

TODAY = dt.date(2025, 9, 20)


def cells(texts: Sequence[str]) -> list[Cell]:
    source = Source("page.md", "\n".join(texts))
    made = []
    at = 0
    for text in texts:
        span = source.span(at, at + len(text))
        made.append(Cell(lines=(text,) if text else (), at=span))
        at += len(text) + 1
    return made


def column(texts: Sequence[str], context: Context | None = None) -> tuple[ColumnDates, Report]:
    report = Report()
    read = date_column.read(cells(texts), context or Context(today=TODAY), report)
    return read, report


def days(read: ColumnDates) -> list[list[str]]:
    return [[_words(dated) for dated in row] for row in read.rows]


def _words(dated: Dated) -> str:
    return f"{dated.date}/{dated.until}" if dated.until else str(dated.date)
