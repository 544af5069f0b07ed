"""Reads the tables of HTML, and the words around them, as a browser would show them."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Page, Passage, Table, Where
from syllabical.read.front_matter import front_matter
from syllabical.read.html import cells, definitions, dom, tables
from syllabical.read.html.cells import Line, TableReader, Writing
from syllabical.read.html.dom import Comment, Element, Text
from syllabical.read.html.headings import Headings
from syllabical.read.html.looks import Look, look_of
from syllabical.read.html.tables import DraftCell, DraftRow
from syllabical.source import Source, Span
from syllabical.text import collapsed

OtherReader = Callable[[Span, bool], Cell | None]
"""Reads a cell that may hold something else than HTML; told whether the table says that it does."""

_ALLOW = re.compile(r"\s*syllabical\s*:\s*allow\s+([\w\s,-]+)", re.IGNORECASE)
_MARKDOWN_INSIDE = frozenset(("1", "block", "span"))
_DEEPEST = 12
"""Tables deeper inside one another than this are taken for blocks of text."""


def page(source: Source, report: Report) -> Page:  # noqa: ARG001 (all readers are called alike)
    """A whole HTML page; one that a generator has yet to build may have front matter."""
    matter = front_matter(source)
    root = dom.parse(source.text, matter.end)
    reader = Reader(source)
    reader.read(root)
    listed = definitions.table(source, root)
    found = (*reader.tables, listed) if listed else reader.tables
    passages = reader.passages
    title = _title(source, root)
    heading = next((said.text for said in passages if said.where is Where.HEADING), "")
    return Page(
        source=source,
        title=(title.text if title else "") or matter.text("title") or heading,
        tables=tuple(sorted(found, key=lambda table: table.at.start)),
        passages=(*matter.passages, *((title,) if title else ()), *passages),
    )


class Reader:
    """Reads one stretch of HTML."""

    def __init__(
        self, source: Source, above: tuple[str, ...] = (), other: OtherReader | None = None
    ) -> None:
        self._source = source
        self._other = other
        self._found: list[Table | None] = []
        self._writing = Writing()
        self._headings = Headings(source, above)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables found, in the order in which they begin."""
        return tuple(found for found in self._found if found is not None)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The words outside the tables."""
        return tuple(self._headings.passages)

    @property
    def lines(self) -> list[Line]:
        """The lines outside the tables."""
        return self._writing.lines

    def read(self, root: Element) -> None:
        """Read all that is in an element."""
        cells.write(root, self._writing, table=partial(self._table, self._headings, 0))
        self._headings.hear(self._writing)

    def _table(
        self, headings: Headings, depth: int, table: Element, look: Look, around: Writing
    ) -> bool:
        """Read a table, and those in its cells; not if it only arranges what is in it."""
        if depth > _DEEPEST or tables.arranges(table):
            return False
        headings.hear(around)
        captions = [cells.text(*each) for each in _shown(tables.elements(table, "caption"), look)]
        above = (*headings.now, *filter(None, captions))
        place = len(self._found)
        self._found.append(None)
        nested = partial(self._table, headings.inside(), depth + 1)
        asked_for = table.attributes.get("markdown") in _MARKDOWN_INSIDE
        rows = [
            self._row(group, row, row_look, nested, asked_for=asked_for)
            for group, group_look in _shown(tables.groups(table), look)
            for row, row_look in _shown(tables.elements(group, "tr"), group_look)
        ]
        self._found[place] = tables.table(rows, above, Span(self._source, table.start, table.end))
        return True

    def _row(
        self, group: Element, row: Element, look: Look, nested: TableReader, *, asked_for: bool
    ) -> DraftRow:
        found: list[DraftCell] = []
        comments = [child.text for child in row.children if isinstance(child, Comment)]
        for element, element_look in _shown(tables.elements(row, "td", "th"), look):
            writing = Writing(folds=True)
            cells.write(element, writing, element_look, nested)
            at = cells.inner(self._source, element)
            other = self._other(at, asked_for) if self._other else None
            cell = writing.cell(at) if other is None else other
            strong = element.name == "th" or writing.bold
            found.append(DraftCell(cell, *tables.reach(element), strong=strong))
            comments += writing.comments
        return DraftRow(
            row.start,
            row.end,
            group=group.start,
            head=group.name == "thead",
            marked=tables.is_marked(row),
            cells=found,
            silenced=_silenced(comments) if comments else frozenset(),
        )


def _shown(elements: Iterable[Element], inside: Look) -> Iterator[tuple[Element, Look]]:
    """Those that are not hidden, each with its look."""
    for element in elements:
        seen = look_of(element, inside)
        if seen is not None:
            yield element, seen


def _silenced(comments: list[str]) -> frozenset[str]:
    allowed = [found[1] for comment in comments if (found := _ALLOW.match(comment))]
    return frozenset(rule for text in allowed for rule in re.split(r"[\s,]+", text) if rule)


def _title(source: Source, root: Element) -> Passage | None:
    """What stands in `<title>`, if it comes before all that a browser shows."""
    for element in dom.descendants(root):
        if element.name == "title":
            text = "".join(child.text for child in element.children if isinstance(child, Text))
            return Passage(Where.TITLE, collapsed(text), cells.inner(source, element))
        if element.name in {"table", "h1", "svg"}:
            return None
    return None
