"""Turns docutils' tables into ours, and finds in the text where every cell stands."""

import re
from collections.abc import Iterator

from docutils import nodes

from syllabical.model.table import Cell, Link, Table
from syllabical.read import header
from syllabical.read.html_pages.html_grid import DraftCell, DraftRow, grid
from syllabical.source import Source, Span
from syllabical.text import collapsed

_FARTHEST = 4000
"""How far behind the cell before it a cell is looked for."""


def table(node: nodes.table, source: Source, after: int, headings: tuple[str, ...]) -> Table | None:
    """A table of the document; nothing where it is empty."""
    drafts, at = [], after
    for row in node.findall(nodes.row):
        if _table_of(row) is node:
            drafts.append(_row(row, source, at))
            at = max([at, *(cell.cell.at.end for cell in drafts[-1].cells)])
    rows = [row for row in grid(drafts, source) if not header.is_empty(row)]
    if not rows:
        return None
    heads = sum(1 for draft in drafts if draft.head)
    head = header.merged(rows[:heads]) if heads else None
    if head is None and header.names_columns(rows[0], rows[1:]):
        head, heads = rows[0], 1
    title = next(iter(node.findall(nodes.title)), None)
    if title is not None:
        headings = (*headings, title.astext())
    return Table(
        header=head,
        rows=tuple(header.under_titles(header.without_repeats(head, rows[heads:]))),
        headings=headings,
        at=Span(source, rows[0].at.start, at),
    )


def place(node: nodes.TextElement, source: Source, after: int) -> Span:
    """Where the words of a paragraph or title stand: its first line."""
    written = (node.rawsource or node.astext()).strip().split("\n")[0].strip()
    line = node.line or (node.parent.line if node.parent is not None else None)
    start = after
    if line is not None and source.offset(max(line - 1, 1)) > after:
        start = source.offset(max(line - 1, 1))
    pattern = re.compile(rf"(?<!\w){re.escape(written)}(?!\w)" if written else r"\Z")
    found = pattern.search(source.text, start, start + _FARTHEST) or pattern.search(
        source.text, after, after + _FARTHEST
    )
    if found is None:
        return Span(source, start, start)
    return Span(source, found.start(), found.end())


def _table_of(row: nodes.row) -> nodes.Node | None:
    node: nodes.Node | None = row.parent
    while node is not None and not isinstance(node, nodes.table):
        node = node.parent
    return node


def _row(node: nodes.row, source: Source, after: int) -> DraftRow:
    cells: list[DraftCell] = []
    at = after
    for entry in node.children:
        if isinstance(entry, nodes.entry):
            cell = _cell(entry, source, at)
            at = max(at, cell.at.end)
            reach = entry.attributes
            cells.append(
                DraftCell(cell, reach.get("morecols", 0) + 1, reach.get("morerows", 0) + 1)
            )
    start = cells[0].cell.at.start if cells else after
    return DraftRow(start, at, head=isinstance(node.parent, nodes.thead), cells=cells)


def _cell(entry: nodes.entry, source: Source, after: int) -> Cell:
    words = next(iter(entry.findall(_is_words)), None)
    at = Span(source, after, after)
    if isinstance(words, nodes.TextElement):
        at = place(words, source, after)
    return Cell(
        lines=tuple(line for line in map(collapsed, _lines(entry)) if line),
        links=tuple(_links(entry)),
        struck=tuple(collapsed(node.astext()) for node in entry.findall(_is_struck)),
        at=at,
    )


def _is_words(node: nodes.Node) -> bool:
    return isinstance(node, (nodes.paragraph, nodes.line, nodes.term, nodes.literal_block))


def _is_struck(node: nodes.Node) -> bool:
    return isinstance(node, nodes.inline) and "struck" in node.get("classes", ())


def _lines(entry: nodes.entry) -> Iterator[str]:
    for node in entry.findall(_is_words):
        # Authors break lines to fit the table: those of one paragraph are one.
        yield "".join(_texts(node))


def _texts(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
        return
    if _is_struck(node) or isinstance(node, (nodes.system_message, nodes.footnote_reference)):
        return
    for child in node.children:
        yield from _texts(child)


def _links(entry: nodes.entry) -> Iterator[Link]:
    for node in entry.findall(nodes.reference):
        if node.get("refuri"):
            yield Link(collapsed(node.astext()), str(node["refuri"]))
