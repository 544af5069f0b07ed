r"""LaTeX tables: rows end with `\\`, cells with `&`; spans, rules, heads of long tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from syllabical.model.table import Cell, Row, Table
from syllabical.read import latex_words, table_shape
from syllabical.read.latex_text import Document
from syllabical.read.latex_tokens import Kind
from syllabical.source import Span

_ROW_ENDS = frozenset(("tabularnewline", "cr", "crcr"))
_RULES = frozenset(("hline", "midrule", "cmidrule", "cline", "hhline", "specialrule", "Xhline"))
_HEADS = frozenset(("endfirsthead", "endhead"))
_PARTS = frozenset((*_HEADS, "endfoot", "endlastfoot"))
_WIDEST = 200
"""Columns beyond these are left out: no course has a table that wide."""

_MOST_HEADS = 3


@dataclass(slots=True)
class _WrittenCell:
    cell: Cell
    rows: int
    """How many rows it reaches over; below 0 it reaches upwards."""

    is_bold: bool


@dataclass(slots=True)
class _WrittenRow:
    cells: list[_WrittenCell]
    at: Span
    rules: frozenset[str]
    """The rules above it."""


@dataclass(slots=True, eq=False)
class Rows:
    """Rows as they are written."""

    head: list[_WrittenRow] = field(default_factory=list)
    """Those that a long table has on its first page, or on every page."""

    body: list[_WrittenRow] = field(default_factory=list)


def inside(document: Document, at: int) -> tuple[int, int]:
    """The tokens inside the table that begins here, behind the format of its columns."""
    end = document.ends[at]
    begin = document.after(at)
    if document.tokens[at].text in ("tabu", "longtabu"):
        # `to 10cm` or `spread 1cm` stands before the format.
        opened = (to for to in range(at + 1, end) if document.kind(to) is Kind.OPEN)
        begin = document.ends.get(next(opened, at), at) + 1
    return begin, end


def table(
    document: Document, start: int, stop: int, head: Rows, headings: tuple[str, ...]
) -> Table | None:
    """The table of a stretch of tokens, `head` standing above it; nothing where it is empty."""
    found = rows(document, start, stop)
    written = [*head.body, *found.head, *found.body]
    if not written:
        return None
    heads = len(head.body) + len(found.head) or _heads(found)
    grid = _grid(written)
    kept = [row for row in grid[heads:] if not table_shape.is_empty(row)]
    header = table_shape.merged(grid[:heads]) if heads else None
    if header is None and kept and table_shape.names_columns(kept[0], kept[1:]):
        header, kept = kept[0], kept[1:]
    return Table(
        header=header,
        rows=tuple(table_shape.under_titles(table_shape.without_repeats(header, kept))),
        headings=headings,
        at=document.source.span(grid[0].at.start, max(row.at.end for row in grid)),
    )


def rows(document: Document, start: int, stop: int) -> Rows:
    """The rows in a stretch of tokens; what a long table repeats on its pages is left out."""
    found = Rows()
    cells: list[tuple[int, int]] = []
    rules: set[str] = set()
    at = begin = start
    while at < stop:
        token, word = document.tokens[at], document.word(at)
        ends_row = word in _ROW_ENDS or (token.kind is Kind.SYMBOL and token.text == "\\")
        if token.kind is Kind.ALIGN:
            cells.append((begin, at))
            begin = at + 1
        elif ends_row or word in _PARTS:
            _end_row(document, found, [*cells, (begin, at)], rules)
            cells, rules = [], set()
            begin = document.after_option(at + 1) if ends_row else at + 1
            at = begin - 1
            if word in _HEADS:
                found.head, found.body = found.head or found.body, []
            elif word in _PARTS:
                found.body = []
        elif word in _RULES and not cells:
            rules.add(word)
        at = document.ends.get(at, at) + 1
    _end_row(document, found, [*cells, (begin, stop)], rules)
    return found


def _end_row(
    document: Document, found: Rows, cells: Sequence[tuple[int, int]], rules: set[str]
) -> None:
    first, last = document.trimmed(cells[0][0], cells[-1][1])
    if first < last:
        written = [one for start, stop in cells for one in _cells(document, start, stop)]
        at = document.span(first, last)
        found.body.append(_WrittenRow(written[:_WIDEST], at, frozenset(rules)))


def _cells(document: Document, start: int, stop: int) -> list[_WrittenCell]:
    """The cell of a stretch of tokens, once for each column that it reaches over."""
    columns = reach = 1
    begin = start
    start, stop = document.trimmed(start, stop)
    while (word := document.word(start)) in ("multicolumn", "multirow"):
        groups = document.groups(start + 1, 3)
        if word == "multirow" and len(groups) == 1:
            # `\multirow{2}*{text}`: the width may do without braces.
            groups += [groups[0], *document.groups(groups[0][1] + 2, 1)]
        if len(groups) < len(("number", "format", "text")):
            break
        if word == "multicolumn":
            columns = max(1, min(_number(document, *groups[0]), _WIDEST))
        else:
            reach = _number(document, *groups[0])
        begin = groups[2][0]
        start, stop = document.trimmed(*groups[2])
    is_bold = _begins_bold(document, begin, stop)
    return [_WrittenCell(document.cell(start, stop), reach, is_bold)] * columns


def _begins_bold(document: Document, at: int, stop: int) -> bool:
    while at < stop and document.word(at) not in latex_words.BOLD:
        if not (document.is_silent(at) or document.kind(at) is Kind.OPEN):
            return False
        at = max(at + 1, document.after(at))
    return at < stop


def _number(document: Document, start: int, stop: int) -> int:
    text = "".join(token.text for token in document.tokens[start:stop]).strip()
    digits = text.removeprefix("-")
    if not digits.isdecimal() or len(digits) > len("999"):
        return 1
    return -int(digits) if text.startswith("-") else int(digits)


def _heads(found: Rows) -> int:
    """How many rows are header: those above the first rule below rows, where that tells it."""
    ruled = [at for at, row in enumerate(found.body) if at and row.rules]
    first = found.body[0]
    if not ruled or ruled[0] > _MOST_HEADS or len(found.body) <= ruled[0]:
        return int(_is_bold(first) and not any(map(_is_bold, found.body[1:])))
    says_so = "midrule" in found.body[ruled[0]].rules and len(ruled) == 1
    above = found.body[: ruled[0]]
    has_figures = any(
        character.isdecimal() for row in above for one in row.cells for character in one.cell.text
    )
    few = len(ruled) * 2 <= len(found.body)
    return ruled[0] if says_so or (not has_figures and (few or all(map(_is_bold, above)))) else 0


def _is_bold(row: _WrittenRow) -> bool:
    named = [one for one in row.cells if one.cell.lines]
    return len(named) > 1 and all(one.is_bold for one in named)


def _grid(written: Sequence[_WrittenRow]) -> list[Row]:
    """The rows, all as wide as the widest; cells over several rows fill the empty ones there."""
    width = max(len(row.cells) for row in written)
    places = [[one.cell for one in row.cells] for row in written]
    for at, row in enumerate(written):
        for column, one in enumerate(row.cells):
            below = range(at + 1, at + one.rows) if one.rows > 0 else range(at + one.rows + 1, at)
            for other in below:
                if 0 <= other < len(places) and column < len(places[other]):
                    there = places[other][column]
                    if not (there.lines or there.struck):
                        places[other][column] = one.cell
    ends = [Cell(at=row.at.part(len(row.at.text), len(row.at.text))) for row in written]
    return [
        Row(cells=(*cells, *[end] * (width - len(cells))), at=row.at)
        for cells, end, row in zip(places, ends, written, strict=True)
    ]
