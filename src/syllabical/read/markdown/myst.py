"""The tables that MyST writes as fenced directives: `{list-table}` and `{csv-table}`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from syllabical.model.table import Cell, Row, Table
from syllabical.read import spreadsheet
from syllabical.read.markdown import inline
from syllabical.source import Source, Span

NAMES = frozenset({"list-table", "csv-table"})

_OPTION = re.compile(r"[ \t]*:?([\w-]+):[ \t]*(.*?)[ \t]*\r?(?:\n|\Z)")
_LINE = re.compile(r"([^\r\n]*)\r?(?:\n|\Z)")
_ROW = re.compile(r"([ \t]*[*+-][ \t]+)[*+-](?:[ \t]+|$)")
_CELL = re.compile(r"[ \t]+[*+-](?:[ \t]+|$)")
_NOT_BREAK = re.compile(r"[^\r\n]")


def table(
    name: str, body: Span, headings: tuple[str, ...], cell: Callable[[str, Span], Cell]
) -> Table | None:
    """The table that the body of a directive holds."""
    options, start = _options(body)
    body = body.part(start, body.end - body.start)
    if name == "csv-table":
        return _separated(body, options.get("header"), headings)
    rows = [_row(cells, cell) for cells in _rows(body)]
    if not rows:
        return None
    heads = options["header-rows"].text if "header-rows" in options else "0"
    width = max(len(row.cells) for row in rows)
    rows = [
        replace(row, cells=row.cells + (_empty(row),) * (width - len(row.cells))) for row in rows
    ]
    head = rows.pop(0) if heads.isdecimal() and int(heads) and len(rows) > 1 else None
    return Table(header=head, rows=tuple(rows), headings=headings, at=body)


def _options(body: Span) -> tuple[dict[str, Span], int]:
    """What the directive is told before its contents, and where these begin."""
    found: dict[str, Span] = {}
    text, at = body.text, 0
    fenced = text.startswith("---\n")
    at = len("---\n") if fenced else 0
    while option := _OPTION.match(text, at):
        if not fenced and not option[0].lstrip().startswith(":"):
            break
        found[option[1]] = body.part(*option.span(2))
        at = option.end()
        if option.end() >= len(text):
            break
    if fenced and text.startswith("---", at):
        at = text.find("\n", at) + 1 or len(text)
    return found, at


def _rows(body: Span) -> Iterator[list[Span]]:
    """The cells of each row, still in pieces."""
    cells: list[Span] = []
    deep = 0
    for line in _LINE.finditer(body.text):
        text = line[1]
        row = _ROW.match(text)
        if row and (not deep or row.end(1) <= deep):
            if cells:
                yield cells
            cells, deep = [body.part(line.start() + row.end(), line.end(1))], row.end(1)
        elif cells and (own := _CELL.match(text)) and own.end() <= deep + 2:
            cells.append(body.part(line.start() + own.end(), line.end(1)))
        elif cells and text.strip():
            cells[-1] = Span(body.source, cells[-1].start, body.start + line.end(1))
        if line.end() >= len(body.text):
            break
    if cells:
        yield cells


def _row(cells: list[Span], cell: Callable[[str, Span], Cell]) -> Row:
    at = Span(cells[0].source, cells[0].start, cells[-1].end)
    return Row(cells=tuple(cell(inline.unwrapped(one.text), one.strip()) for one in cells), at=at)


def _empty(row: Row) -> Cell:
    return Cell(at=Span(row.at.source, row.at.end, row.at.end))


def _separated(body: Span, header: Span | None, headings: tuple[str, ...]) -> Table | None:
    """A table of separated values, read as if the page held nothing else."""
    source = body.source
    kept = sorted((at for at in (header, body) if at), key=lambda at: at.start)
    text, done = "", 0
    for at in kept:
        text += _NOT_BREAK.sub(" ", source.text[done : at.start]) + at.text
        done = at.end
    found = next(iter(spreadsheet.page(Source(source.path, text)).tables), None)
    if found is None:
        return None
    head = _placed(found.header, source) if found.header else None
    rows = tuple(_placed(row, source) for row in found.rows)
    return Table(header=head, rows=rows, headings=(*headings, *found.headings), at=body)


def _placed(row: Row, source: Source) -> Row:
    """A row with its places in the page itself."""
    cells = tuple(replace(cell, at=Span(source, cell.at.start, cell.at.end)) for cell in row.cells)
    return replace(row, cells=cells, at=Span(source, row.at.start, row.at.end))
