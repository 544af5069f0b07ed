r"""Reads LaTeX pages: their tables, headings and paragraphs; `\input` is not followed.

No library reads them for us: pylatexenc, the best kept one, has neither tables nor the page's own
macros, and where a cell leaves a brace open it drops the rest of the table without a word.
"""

from dataclasses import dataclass, field, replace

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Page, Passage, Table, Where
from syllabical.read import (
    dated_lines,
    latex_macros,
    latex_table,
    latex_tokens,
    latex_words,
    table_shape,
)
from syllabical.read.dated_lines import Said
from syllabical.read.front_matter import Fact, FrontMatter
from syllabical.read.latex_macros import Macro
from syllabical.read.latex_table import Rows
from syllabical.read.latex_text import Document
from syllabical.read.latex_tokens import Kind
from syllabical.read.site import Beside
from syllabical.source import Source, Span

_LEVELS = {
    "part": 1, "chapter": 2, "section": 3, "frametitle": 3, "subsection": 4, "subsubsection": 5,
    "paragraph": 6, "subparagraph": 7,
}  # fmt: skip
_TELLING = frozenset(
    ("author", "chead", "course", "coursename", "date", "fancyhead", "institute", "lhead", "rhead",
     "semester", "subtitle", "term", "title", "year")
)  # fmt: skip
"""Commands whose words may tell the term, also above the document itself."""

_HEADS = frozenset(("tablefirsthead", "tablehead"))
_COMMANDS = frozenset(("caption", *_HEADS))
_FLOATS = frozenset(("table", "table*", "sidewaystable", "wraptable"))


def page(source: Source, _beside: Beside, _report: Report) -> Page:
    """A LaTeX page."""
    found, macros = latex_macros.expanded(latex_tokens.tokens(source))
    walk = _Walk(Document(source, found), macros)
    walk.read()
    tables = tuple(walk.tables)
    if not table_shape.has_dates(tables):
        made = dated_lines.table(walk.said, walk.words, (walk.title,) if walk.title else ())
        tables = (*tables, made) if made else tables
    told = FrontMatter(
        {
            name.lower(): _fact(source, macro)
            for name, macro in macros.items()
            if macro.body and not macro.arguments
        },
        0,
    )
    return Page(
        source=source,
        title=walk.title,
        tables=tables,
        passages=(*told.passages, *walk.passages),
    )


def _fact(source: Source, macro: Macro) -> Fact:
    r"""What a macro of the page stands for: `\newcommand{\term}{Fall 2025}`."""
    document = Document(source, macro.body)
    cell = document.cell(0, len(macro.body))
    return Fact(cell.text, cell.at)


@dataclass(slots=True, eq=False)
class _Walk:
    """What has been found on the way down the page."""

    document: Document
    macros: dict[str, Macro]
    title: str = ""
    tables: list[Table] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    headings: dict[int, str] = field(default_factory=dict)
    """The headings that hold here, by level."""

    first_of_float: int = 0
    """The number of tables before the float that we are in."""

    caption: str = ""
    head: Rows = field(default_factory=Rows)
    """What `\\tablehead` says of the next table."""

    def read(self) -> None:
        """Read all tokens."""
        document = self.document
        begins = (
            at
            for at, token in enumerate(document.tokens)
            if token.kind is Kind.BEGIN and token.text == "document"
        )
        body = next(begins, -1)
        for at in range(body):
            if document.word(at) in _TELLING:
                self._command(at)
        at = begin = body + 1
        while at < len(document.tokens):
            kind, word = document.kind(at), document.word(at)
            if kind in (Kind.PARAGRAPH, Kind.BEGIN, Kind.END):
                self._say(begin, at)
                begin = at = self._edge(at)
            elif word == "item":
                self._say(begin, at)
                begin, at = at, at + 1
            elif word in _LEVELS or word in _TELLING or word in _COMMANDS:
                self._say(begin, at)
                begin = at = self._command(at)
            else:
                at += 1
        self._say(begin, at)

    def words(self, at: Span) -> Cell:
        """What a stretch of the page says."""
        part = Source(at.source.path, at.text)
        found, _ = latex_macros.expanded(latex_tokens.tokens(part), self.macros)
        return replace(Document(part, found).cell(0, len(found)), at=at)

    def _edge(self, at: int) -> int:
        """Begin or end an environment or paragraph; where the next token to read is."""
        document = self.document
        token = document.tokens[at]
        if token.text in _FLOATS and token.kind is not Kind.PARAGRAPH:
            self.caption, self.first_of_float = "", len(self.tables)
        if token.kind is not Kind.BEGIN:
            return at + 1
        if token.text not in latex_words.TABLES:
            return document.after(at)
        begin, end = latex_table.inside(document, at)
        for inner in range(begin, end):
            if document.word(inner) == "caption":
                self._command(inner)
        headings = (*self._outline(), self.caption) if self.caption else self._outline()
        made = latex_table.table(document, begin, end, self.head, headings)
        if made:
            self.tables.append(made)
        self.head = Rows()
        return end + 1

    def _command(self, at: int) -> int:
        """Do what a control word says with its group; where the next token to read is."""
        group = self.document.group(at + 1)
        if group is None:
            return at + 1
        word = self.document.word(at)
        if word in _HEADS:
            if word == "tablefirsthead" or not self.head.body:
                self.head = latex_table.rows(self.document, *group)
            return group[1] + 1
        cell = self.document.cell(*group)
        if not cell.text:
            return group[1] + 1
        if word in _LEVELS:
            where = Where.HEADING
            self.headings = {
                level: text for level, text in self.headings.items() if level < _LEVELS[word]
            }
            self.headings[_LEVELS[word]] = cell.text
            self.said.append(Said(cell.at, _LEVELS[word]))
        elif word == "title":
            where, self.title = Where.TITLE, self.title or cell.text
        elif word == "caption":
            where, self.caption = Where.HEADING, cell.text
            for number in range(self.first_of_float, len(self.tables)):
                made = self.tables[number]
                self.tables[number] = replace(made, headings=(*made.headings, cell.text))
        else:
            where = Where.FRONT_MATTER
        self.passages.append(Passage(where, cell.text, cell.at))
        return group[1] + 1

    def _outline(self) -> tuple[str, ...]:
        above = tuple(self.headings[level] for level in sorted(self.headings))
        return (self.title, *above) if self.title else above

    def _say(self, start: int, stop: int) -> None:
        """Take in a paragraph or list item."""
        stop = min(stop, len(self.document.tokens))
        cell = self.document.cell(start, stop)
        if not cell.text:
            return
        self.passages.append(Passage(Where.PROSE, cell.text, cell.at))
        is_item = self.document.word(start) == "item"
        begin, stop = self.document.trimmed(start + is_item, stop)
        self.said.append(Said(self.document.span(begin, stop), column=int(is_item)))
