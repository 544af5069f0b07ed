"""Reads the tables of reStructuredText, Sphinx's own words tolerated; needs the extra `rst`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from syllabical.diagnostics import Report
from syllabical.model.table import Page, Passage, Table, Where
from syllabical.read.rst_pages import rst_files
from syllabical.source import Source, Span

if TYPE_CHECKING:  # docutils may be missing, and is slow to load
    from docutils import nodes

Beside = Callable[[str], Source | None]

_EXTRA = "pip install docutils"


def page(source: Source, beside: Beside, report: Report) -> Page:
    """A reStructuredText page; an error where docutils is missing."""
    try:
        from syllabical.read.rst_pages import rst_parser  # noqa: PLC0415 (docutils may be missing)
    except ImportError:
        report.error(
            "extra-missing",
            "a page in reStructuredText needs docutils, which is not installed",
            source.span(0, 0),
            help=f"install it: `{_EXTRA}`",
        )
        return Page(source=source)
    document = rst_parser.document(source, report)
    walk = _Walk(source)
    walk.down(document, ())
    outside = rst_files.tables(source, beside, walk.headings_at, report)
    tables = sorted((*walk.tables, *outside), key=lambda placed: placed[0])
    title = str(document.get("title", "")) or next(
        (said.text for said in walk.passages if said.where is Where.HEADING), ""
    )
    return Page(
        source=source,
        title=title,
        tables=tuple(table for _, table in tables),
        passages=tuple(walk.passages),
    )


class _Walk:
    """Walks down a document, knowing the headings that it stands under."""

    def __init__(self, source: Source) -> None:
        self.tables: list[tuple[int, Table]] = []
        """Each with the offset at which it stands."""

        self.passages: list[Passage] = []
        self._source = source
        self._at = 0
        self._headings: list[tuple[int, tuple[str, ...]]] = [(0, ())]

    def headings_at(self, offset: int) -> tuple[str, ...]:
        """The headings that an offset stands under."""
        return next(found for start, found in reversed(self._headings) if start <= offset)

    def down(self, node: "nodes.Node", headings: tuple[str, ...]) -> None:
        """Take in a node and all in it."""
        from docutils import nodes  # noqa: PLC0415 (it is there by now)

        for child in node.children:
            match child:
                case nodes.table():
                    self._table(child, headings)
                case nodes.title() | nodes.subtitle():
                    headings = (*headings, child.astext())
                    at = self._say(Where.HEADING, child)
                    self._headings.append((at.start, headings))
                case nodes.paragraph():
                    self._say(Where.PROSE, child)
                case nodes.system_message() | nodes.comment() | nodes.literal_block():
                    continue
                case nodes.Element():
                    self.down(child, headings)
                case _:
                    continue

    def _table(self, node: "nodes.table", headings: tuple[str, ...]) -> None:
        from syllabical.read.rst_pages import rst_table  # noqa: PLC0415 (it loads docutils)

        found = rst_table.table(node, self._source, self._at, headings)
        if found is not None:
            self.tables.append((found.at.start, found))
            self._at = found.at.end

    def _say(self, where: Where, node: "nodes.TextElement") -> Span:
        from syllabical.read.rst_pages import rst_table  # noqa: PLC0415 (it loads docutils)

        at = rst_table.place(node, self._source, self._at)
        text = " ".join(node.astext().split())
        if text:
            self.passages.append(Passage(where=where, text=text, at=at))
        self._at = max(self._at, at.start)
        return at
