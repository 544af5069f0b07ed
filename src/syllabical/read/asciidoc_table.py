"""AsciiDoc tables: cells and their specs, spans, copies, headers, and tables of separated values.

https://docs.asciidoctor.org/asciidoc/latest/tables/build-a-basic-table/
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from syllabical.model.table import Cell, Row, Table
from syllabical.read import asciidoc_cells, asciidoc_text, table_shape
from syllabical.read.asciidoc_lines import Attributes, Line
from syllabical.source import Span

DELIMITER = re.compile(r"[|,:!]={3,}$")

_FORMATS = {"|": "psv", "!": "psv", ",": "csv", ":": "dsv"}
_NAMED = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^,\]]*))""")
_OPTION = re.compile(r"%([\w-]+)")
_COLUMN = re.compile(r"(?:(\d{1,3})\*)?[^a-z]*([a-z]?)$")
_NESTED = re.compile(r"^[ \t]*!===.*$|(?<!\\)!", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Described:
    """What the block attributes above a table say of it."""

    options: frozenset[str]
    named: dict[str, str]


def described(lines: Sequence[str]) -> Described:
    """What lines in brackets say of the block below them: `[%header,cols="1,2a"]`."""
    text = ",".join(line.strip()[1:-1] for line in lines)
    named = {
        found[1].lower(): found[2] or found[3] or found[4] or "" for found in _NAMED.finditer(text)
    }
    told = f"{named.get('options', '')},{named.get('opts', '')}".replace(" ", "").split(",")
    return Described(frozenset((*_OPTION.findall(_NAMED.sub("", text)), *told)), named)


def table(
    delimiter: str,
    lines: Sequence[Line],
    about: Described,
    headings: tuple[str, ...],
    attributes: Attributes,
) -> Table | None:
    """The table between two delimiters; nothing where it is empty."""
    text = _Text(lines)
    written_as = about.named.get("format", "").strip() or _FORMATS[delimiter[0]]
    separator = about.named.get("separator", "").replace("\\t", "\t")[:1]
    styles = _styles(about.named.get("cols", ""))
    if written_as in asciidoc_cells.SEPARATORS:
        separator = separator or asciidoc_cells.SEPARATORS[written_as]
        records = list(asciidoc_cells.records(text.all, separator, written_as))
        width = max(map(len, records), default=0)
        cells = [cell for record in records for cell in asciidoc_cells.widened(record, width)]
        styles = [*styles, *[""] * width][:width]
    else:
        cells = list(asciidoc_cells.cells(text.all, separator or delimiter[0]))
        styles = styles or [""] * asciidoc_cells.first_width(cells, text.all)
    if not cells:
        return None
    grid = _Grid(len(styles))
    for cell in cells:
        made = _cell(cell, cell.style or styles[grid.column], text, attributes)
        for copy in range(min(cell.copies, asciidoc_cells.WIDEST)):
            grid.add(replace(made) if copy else made, cell.columns, cell.rows)
    grid.end_row()
    is_headed = _is_headed(about, lines, grid.rows)
    rows = [row for row in grid.rows if not table_shape.is_empty(row)]
    return _with_header(rows, headings, is_headed=is_headed) if rows else None


def _with_header(rows: list[Row], headings: tuple[str, ...], *, is_headed: bool) -> Table:
    is_headed = is_headed or table_shape.names_columns(rows[0], rows[1:])
    head = rows[0] if is_headed else None
    first, last = rows[0].at, rows[-1].at
    return Table(
        header=head,
        rows=tuple(
            table_shape.under_titles(table_shape.without_repeats(head, rows[int(is_headed) :]))
        ),
        headings=headings,
        at=Span(first.source, first.start, (last if last.source == first.source else first).end),
    )


def _is_headed(about: Described, lines: Sequence[Line], rows: Sequence[Row]) -> bool:
    """Whether the first row is said to be the header, or has a blank line below it alone."""
    if "header" in about.options or "noheader" in about.options:
        return "header" in about.options
    if len(lines) < len(("header", "", "row")) or not lines[0].text or lines[1].text:
        return False
    first, line = rows[0].at, lines[0].at
    return len(rows) > 1 and first.source == line.source and first.end <= line.end


class _Text:
    """The text of a table, whose lines may come from several files."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.all = "\n".join(line.text for line in lines)
        self._lines = lines
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line.text) + 1)

    def place(self, start: int, end: int) -> Span:
        """Where a stretch of the text stands, as far as it lies in one file."""
        first = bisect_right(self._starts, start) - 1
        last = max(first, bisect_left(self._starts, end) - 1)
        begin, stop = self._lines[first].at, self._lines[last].at
        if begin.source != stop.source:
            last, stop = first, begin
        return Span(
            begin.source,
            min(begin.start + start - self._starts[first], begin.end),
            min(stop.start + end - self._starts[last], stop.end),
        )


class _Grid:
    """Rows of a fixed width, which cells fill one after the other."""

    def __init__(self, width: int) -> None:
        self.rows: list[Row] = []
        self._above: list[tuple[Cell, int] | None] = [None] * width
        """What reaches into the next row, and over how many rows from there."""

        self._own: list[Cell] = []
        self._place: list[Cell | None] = []
        self._begin_row()

    @property
    def column(self) -> int:
        """Where the next cell stands."""
        return self._place.index(None)

    def add(self, cell: Cell, columns: int, rows: int) -> None:
        """Put the next cell where the first free column is."""
        first = self.column
        for column in range(first, min(first + columns, len(self._place))):
            if self._place[column] is not None:
                break
            self._place[column] = cell
            self._above[column] = (cell, rows - 1) if rows > 1 else None
        self._own.append(cell)
        if None not in self._place:
            self.end_row()

    def end_row(self) -> None:
        """End a row; what is missing in it is empty."""
        if not self._own:
            return
        first, last = self._own[0].at, self._own[-1].at
        end = last.end if last.source == first.source else first.end
        empty = Cell(at=Span(first.source, end, end))
        self.rows.append(
            Row(
                cells=tuple(cell or empty for cell in self._place),
                at=Span(first.source, first.start, end),
            )
        )
        self._begin_row()

    def _begin_row(self) -> None:
        self._own = []
        if None not in self._above:
            # Rows that are full before a cell begins in them say nothing new.
            full = min(rows for _, rows in filter(None, self._above))
            self._above = [(cell, rows - full) for cell, rows in filter(None, self._above)]
        self._place = [
            reaching[0] if reaching and reaching[1] else None for reaching in self._above
        ]
        self._above = [
            (reaching[0], reaching[1] - 1) if reaching and reaching[1] > 1 else None
            for reaching in self._above
        ]


def _cell(cell: asciidoc_cells.Written, style: str, text: _Text, attributes: Attributes) -> Cell:
    written = text.all[cell.start : cell.end]
    words = written.strip()
    start = cell.start + (written.index(words) if words else 0)
    if cell.words is not None:
        words = cell.words.strip()
    else:
        words = words.replace("\\|", "|") if "\\|" in words else words
    if style == "a" and "!===" in words:
        words = _NESTED.sub("\n\n", words)
    at = text.place(start, start + len(written.strip()))
    return asciidoc_text.cell(words, at, attributes, blocks=style == "a")


def _styles(columns: str) -> list[str]:
    """The style of each column that `cols` names: `1,2a` or `3*`; nothing where it names none."""
    columns = "".join(columns.split())
    if columns.isdecimal():
        return [""] * max(1, min(int(columns[:4]), asciidoc_cells.WIDEST))
    found: list[str] = []
    for one in re.split("[,;]", columns) if columns else ():
        column = _COLUMN.match(one)
        found += [column[2] if column else ""] * max(1, int((column and column[1]) or 1))
    return found[: asciidoc_cells.WIDEST]
