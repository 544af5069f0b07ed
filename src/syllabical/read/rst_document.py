"""Parses reStructuredText with docutils: no file is opened, nothing unknown is complained of."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Link, Passage, Table, Where
from syllabical.read import table_shape
from syllabical.read.dated_lines import Said
from syllabical.read.html.looks import STRUCK, STRUCK_CLASSES
from syllabical.read.html.tables import DraftCell, DraftRow, grid
from syllabical.source import Source, Span
from syllabical.text import collapsed

_DIRECTIVE = re.compile(
    r"^[ \t]*(?:[-*#|+]|\w\.)*[ \t|]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w:+.-]+?)::", re.MULTILINE
)
_ROLE = re.compile(r":([a-zA-Z][\w:+.-]*?):`|`:([a-zA-Z][\w:+.-]*?):(?!`)")
_TARGET = re.compile(r"(?s)(.+?)\s*<([^<>]*)>$")
_SILENT = frozenset(
    ("toctree", "literalinclude", "index", "highlight", "graphviz", "mermaid", "plot", "raw")
)
_BULLET = re.compile(r"[ \t]*[-*+•][ \t]+")
_STRUCK = STRUCK | STRUCK_CLASSES
_SETTINGS = {
    "_disable_config": True,
    "embed_stylesheet": False,
    "file_insertion_enabled": False,
    "halt_level": 6,
    "input_encoding": "unicode",
    "raw_enabled": False,
    "report_level": 6,
    "smart_quotes": False,
    "warning_stream": "",
}


_FARTHEST = 4000
"""How far behind the cell before it a cell is looked for."""


def document(source: Source, report: Report) -> nodes.document:
    """The page as docutils understands it; an empty one where it gives up, which is reported."""
    text = source.text.removeprefix("\ufeff")
    with _tolerating(text):
        try:
            return publish_doctree(text, source.path, settings_overrides=_SETTINGS)
        except Exception as error:  # noqa: BLE001 (docutils raises anything on damaged input)
            report.error(
                "rst-unreadable",
                f"docutils cannot read this page: {type(error).__name__}",
                source.span(0, 0),
                help="build the site, and give the rendered page instead",
            )
    return publish_doctree("", source.path, settings_overrides=_SETTINGS)


class _Any(dict[str, Callable[[str], str]]):
    """Every option there could be."""

    def __missing__(self, name: str) -> Callable[[str], str]:
        return str


class _Unknown(Directive):
    """A directive of Sphinx or an extension: its content is read, its name is not."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = _Any(name=str)

    def run(self) -> list[nodes.Node]:
        """What stands in it."""
        inside = nodes.container()
        if self.name not in _SILENT:
            self.state.nested_parse(self.content, self.content_offset, inside)
        return [inside]


def _role(name: str, _raw: str, text: str, *_rest: object, **_more: object) -> Any:  # noqa: ANN401
    """A role of Sphinx or an extension: the words that it shows."""
    target = _TARGET.match(nodes.unescape(text))
    words = target[1] if target else nodes.unescape(text)
    if name.lower() == "download" and target:
        return [nodes.reference("", words, refuri=target[2])], []
    return [nodes.inline("", words, classes=[name.lower()])], []


@contextmanager
def _tolerating(text: str) -> Iterator[None]:
    """Know, for a while, every directive and role that the text mentions."""
    # docutils keeps them in two dictionaries of its own, for the whole process.
    known_directives: Any = vars(directives)["_directives"]
    known_roles: Any = vars(roles)["_roles"]
    before = dict(known_directives), dict(known_roles)
    builtin = vars(directives)["_directive_registry"]
    builtin_roles = vars(roles)["_role_registry"]
    for name in {found.lower() for found in _DIRECTIVE.findall(text)} - set(builtin):
        known_directives[name] = _Unknown
    for name in {(one or other).lower() for one, other in _ROLE.findall(text)} - set(builtin_roles):
        known_roles[name] = _role
    try:
        yield
    finally:
        for registry, saved in zip((known_directives, known_roles), before, strict=True):
            registry.clear()
            registry.update(saved)


def table(node: nodes.table, source: Source, after: int, headings: tuple[str, ...]) -> Table | None:
    """A table of the document; nothing where it is empty."""
    drafts, at = [], after
    for row in node.findall(nodes.row):
        if _table_of(row) is node:
            drafts.append(_row(row, source, at))
            at = max([at, *(cell.cell.at.end for cell in drafts[-1].cells)])
    rows = [row for row in grid(drafts, source) if not table_shape.is_empty(row)]
    if not rows:
        return None
    heads = sum(1 for draft in drafts if draft.head)
    head = table_shape.merged(rows[:heads]) if heads else None
    if head is None and table_shape.names_columns(rows[0], rows[1:]):
        head, heads = rows[0], 1
    title = next(iter(node.findall(nodes.title)), None)
    if title is not None:
        headings = (*headings, title.astext())
    return Table(
        header=head,
        rows=tuple(table_shape.under_titles(table_shape.without_repeats(head, rows[heads:]))),
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


def _as_line(node: nodes.TextElement, at: Span, level: int) -> Said:
    """A paragraph or title with all its lines, and the bullet of the list item that it begins."""
    source = at.source
    last = (node.rawsource or node.astext()).strip().split("\n")[-1].strip()
    end = source.text.find(last, at.start, at.start + len(node.rawsource) * 2 + _FARTHEST)
    begin = source.text.rfind("\n", 0, at.start) + 1
    before = source.text[begin : at.start]
    start = at.start - len(before.lstrip()) if _BULLET.fullmatch(before) else at.start
    column = source.place(start)[1]
    return Said(Span(source, start, end + len(last) if end >= 0 else at.end), level, column)


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
    return shown(entry, at)


def shown(node: nodes.Element, at: Span) -> Cell:
    """What a part of the document says, paragraph by paragraph; it stands at `at`."""
    return Cell(
        lines=tuple(line for line in map(collapsed, _lines(node)) if line),
        links=tuple(_links(node)),
        struck=tuple(collapsed(one.astext()) for one in node.findall(_is_struck)),
        at=at,
    )


def _is_words(node: nodes.Node) -> bool:
    return isinstance(node, (nodes.paragraph, nodes.line, nodes.term, nodes.literal_block))


def _is_struck(node: nodes.Node) -> bool:
    return isinstance(node, nodes.inline) and not _STRUCK.isdisjoint(node.get("classes", ()))


def _lines(entry: nodes.Element) -> Iterator[str]:
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


def _links(entry: nodes.Element) -> Iterator[Link]:
    for node in entry.findall(nodes.reference):
        if node.get("refuri"):
            yield Link(collapsed(node.astext()), str(node["refuri"]))


class Walk:
    """Walks down a document, knowing the headings that it stands under."""

    def __init__(self, source: Source) -> None:
        self.tables: list[tuple[int, Table]] = []
        """Each with the offset at which it stands."""

        self.passages: list[Passage] = []
        self.said: list[Said] = []
        self._source = source
        self._at = 0
        self._headings: list[tuple[int, tuple[str, ...]]] = [(0, ())]

    def headings_at(self, offset: int) -> tuple[str, ...]:
        """The headings that an offset stands under."""
        return next(found for start, found in reversed(self._headings) if start <= offset)

    def down(self, node: nodes.Node, headings: tuple[str, ...]) -> None:
        """Take in a node and all in it."""
        for child in node.children:
            match child:
                case nodes.table():
                    self._table(child, headings)
                case nodes.title() | nodes.subtitle():
                    headings = (*headings, child.astext())
                    at = self._say(Where.HEADING, child, level=len(headings))
                    self._headings.append((at.start, headings))
                case nodes.paragraph() | nodes.term() | nodes.field_name():
                    self._say(Where.PROSE, child)
                case nodes.system_message() | nodes.comment() | nodes.literal_block():
                    continue
                case nodes.Element():
                    self.down(child, headings)
                case _:
                    continue

    def _table(self, node: nodes.table, headings: tuple[str, ...]) -> None:
        found = table(node, self._source, self._at, headings)
        if found is not None:
            self.tables.append((found.at.start, found))
            self._at = found.at.end

    def _say(self, where: Where, node: nodes.TextElement, level: int = 0) -> Span:
        at = place(node, self._source, self._at)
        self.said.append(_as_line(node, at, level))
        text = " ".join(node.astext().split())
        if text:
            self.passages.append(Passage(where=where, text=text, at=at))
        self._at = max(self._at, at.start)
        return at
