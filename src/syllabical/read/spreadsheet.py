"""Reads CSV and its like, as spreadsheets export them, each field with its exact place."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from syllabical.model.table import Cell, Page, Passage, Row, Table, Where
from syllabical.read.html.tables import WIDEST
from syllabical.read.markdown import inline
from syllabical.read.table_shape import names_columns, under_first_cells, without_repeats
from syllabical.source import Source, Span

_DELIMITERS = (",", "\t", ";", "|")
_SAMPLE = 60
_DEEPEST_HEADER = 12
"""How many lines of other words may stand above the header."""

_TELLS_DELIMITER = re.compile(r"\ufeff?sep=([,;|\t])\r?\n", re.IGNORECASE)
_APOSTROPHE = re.compile(r"'(?=[\d=+@-])(?!.*')")

Reader = Callable[[str, Span], Cell]
"""How the text of a cell is read."""

Field = tuple[int, int, str]
"""Where it starts and ends, quotes left out, and what it says."""


def page(source: Source, reader: Reader = inline.cell) -> Page:
    """The table that the file is, and what stands above its header.

    `reader` reads the text of a cell; it is Markdown where nothing else is known.
    """
    start, delimiter = _told(source)
    fields = records(source.text, start, delimiter)
    rows = [
        _row(source, record, reader)
        for record in fields
        if any(text.strip() for *_, text in record)
    ]
    width = max((len(row.cells) for row in rows), default=0)
    rows = _without_empty_columns([_widened(row, width) for row in rows])
    if not rows or len(rows[0].cells) < 2:  # noqa: PLR2004 (one column is no table)
        return Page(source=source)
    at = _header(rows)
    head = None if at is None else rows[at]
    above = rows[: at or 0]
    below = rows[0 if at is None else at + 1 :]
    table = Table(
        header=head,
        rows=tuple(under_first_cells(without_repeats(head, below))),
        headings=tuple(row.cells[0].text for row in above if row.cells[0].text),
        at=source.span(rows[len(above)].at.start, rows[-1].at.end),
    )
    return Page(
        source=source,
        title=next((cell.text for row in above for cell in row.cells if cell.text), ""),
        tables=(table,),
        passages=tuple(_passages(above)),
    )


def _told(source: Source) -> tuple[int, str]:
    """Where the records start, and what stands between their fields."""
    told = _TELLS_DELIMITER.match(source.text)
    if told:
        return told.end(), told[1]
    start = int(source.text.startswith("\ufeff"))
    order = ("\t", ",", ";", "|") if source.path.lower().endswith((".tsv", ".tab")) else _DELIMITERS
    return start, max(order, key=lambda delimiter: _regularity(source.text, start, delimiter))


def _regularity(text: str, start: int, delimiter: str) -> float:
    """How many fields the records have that are as long as most, by the share of those."""
    sample = list(islice(records(text, start, delimiter), _SAMPLE))
    lengths = Counter(len(record) for record in sample if len(record) > 1)
    return max((length * count**2 / len(sample) for length, count in lengths.items()), default=0.0)


def records(text: str, start: int, delimiter: str) -> Iterator[list[Field]]:
    """The records of CSV text from an offset on, field by field."""
    field = re.compile(
        rf'[^\S\r\n{delimiter}]*+"((?:[^"]++|"")*+)"[^\S\r\n{delimiter}]*+(?=[\r\n{delimiter}]|\Z)'
        rf"|([^\r\n{delimiter}]*+)"
    )
    record: list[Field] = []
    at, end = start, len(text)
    while True:
        found = field.match(text, at)
        if found is None:
            return
        quoted = found[1] is not None
        group = 1 if quoted else 2
        words = found[1].replace('""', '"') if quoted else found[2]
        if len(record) < WIDEST:
            record.append((found.start(group), found.end(group), words))
        at = found.end()
        if at < end and text[at] == delimiter:
            at += 1
            continue
        yield record
        record = []
        if at >= end:
            return
        at += 2 if text.startswith("\r\n", at) else 1
        if at >= end:
            return


def _row(source: Source, record: Sequence[Field], reader: Reader) -> Row:
    cells = tuple(_cell(source, field, reader) for field in record)
    return Row(cells=cells, at=Span(source, record[0][0], record[-1][1]))


def _cell(source: Source, field: Field, reader: Reader) -> Cell:
    start, end, text = field
    # Spreadsheets put an apostrophe before what they are not to take for a number or a date.
    if text.startswith("'") and _APOSTROPHE.match(text):
        start, text = start + 1, text[1:]
    at = Span(source, start, end).strip()
    return reader(text, at) if at.start < at.end else Cell(at=at)


def _widened(row: Row, width: int) -> Row:
    missing = width - len(row.cells)
    if not missing:
        return row
    end = row.at.source.span(row.at.end, row.at.end)
    return Row(cells=row.cells + (Cell(at=end),) * missing, at=row.at)


def _without_empty_columns(rows: list[Row]) -> list[Row]:
    columns = list(zip(*(row.cells for row in rows), strict=True))
    kept = [at for at, cells in enumerate(columns) if any(cell.lines for cell in cells)]
    if len(kept) == len(columns):
        return rows
    return [Row(cells=tuple(row.cells[at] for at in kept), at=row.at) for row in rows]


def _header(rows: Sequence[Row]) -> int | None:
    """The row that names the columns: the first that fills most of them and is no entry."""
    usual = Counter(_filled(row) for row in rows).most_common(1)[0][0]
    for at, row in enumerate(rows[:_DEEPEST_HEADER]):
        if names_columns(row, rows[at + 1 :]):
            return at
    for at, row in enumerate(rows[:_DEEPEST_HEADER]):
        if _filled(row) >= max(2, usual):
            figures = sum(any(map(str.isdecimal, cell.text)) for cell in row.cells)
            return at if figures * 2 < _filled(row) else None
    return None


def _filled(row: Row) -> int:
    return sum(1 for cell in row.cells if cell.lines)


def _passages(rows: Sequence[Row]) -> Iterator[Passage]:
    for row in rows:
        for cell in row.cells:
            if cell.text:
                yield Passage(where=Where.PROSE, text=cell.text, at=cell.at)
