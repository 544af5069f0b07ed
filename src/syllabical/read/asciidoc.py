"""Reads AsciiDoc pages: their tables, headings and paragraphs, includes and attributes followed.

There is no library for it that keeps places: `asciidoc` converts, the others are first drafts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Page, Passage, Table, Where
from syllabical.read import asciidoc_table, asciidoc_text, dated_lines, table_shape
from syllabical.read.asciidoc_lines import Attributes, Line, Lines
from syllabical.read.dated_lines import Said
from syllabical.read.front_matter import FrontMatter, front_matter
from syllabical.read.site import Beside
from syllabical.source import Source, Span

_VERBATIM = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|`{3,})")
_AROUND = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--|'{3,}|<{3,}|\+)$")
"""Lines that only open or close a block, rule off, break the page or join a list item."""

_HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(\S.*)$")
_UNDERLINE = re.compile(r"([=\-~^+])\1+$")
_LEVELS = "=-~^+"
_ATTRIBUTES = re.compile(r"\[[^\n]*\]$")
_TITLE = re.compile(r"\.([^\s.].*)$")
_MACRO = re.compile(r"\w+::[^\s\[\]]*\[[^\n]*\]$")
_OUTER = ("index.adoc", "README.adoc", "index.asciidoc", "../index.adoc")
"""The pages that may include this one, and define what it refers to."""


def page(source: Source, beside: Beside, report: Report) -> Page:
    """An AsciiDoc page; files that it includes are part of it."""
    attributes = _around(source, beside)
    _read_header(Lines(source, beside, attributes))
    lines = Lines(source, beside, attributes)
    walk = _Walk(source, attributes)
    walk.read(iter(lines))
    facts = {name.removeprefix("page-"): fact for name, fact in attributes.facts.items()}
    passages = (*front_matter(source).passages, *FrontMatter(facts, 0).passages, *walk.passages)
    title = walk.title or (facts["doctitle"].text if "doctitle" in facts else "")
    if not walk.tables and lines.missing:
        report.warning(
            "file-missing",
            f"`{lines.missing[0].text}` is not there",
            lines.missing[0],
            help="name a file of the project, relative to this page",
        )
    tables = tuple(walk.tables)
    if not table_shape.has_dates(tables):
        made = dated_lines.table(walk.said, walk.words, (title,) if title else ())
        tables = (*tables, made) if made else tables
    return Page(source=source, title=title, tables=tables, passages=passages)


def _read_header(lines: Lines) -> None:
    """Define what stands below the title, which may be made of it."""
    is_below = False
    for line in lines:
        if is_below and not line.text:
            return
        is_below = is_below or bool(line.text)


def _around(source: Source, beside: Beside) -> Attributes:
    """What a page that includes this one has defined before it does."""
    name = PurePosixPath(source.path).name
    for path in _OUTER:
        outer = beside(path)
        if outer is None or outer.text == source.text or name not in outer.text:
            continue
        folder = str(PurePosixPath(path).parent)

        def from_there(inner: str, folder: str = folder) -> Source | None:
            return beside(str(PurePosixPath(folder) / inner))

        lines = Lines(outer, from_there, until=name)
        walk = _Walk(outer, lines.attributes)
        walk.read(iter(lines))
        if lines.ended:
            return lines.attributes
    return Attributes()


@dataclass(slots=True, eq=False)
class _Walk:
    """What has been found on the way down the page."""

    source: Source
    attributes: Attributes
    title: str = ""
    headings: dict[int, str] = field(default_factory=dict)
    """The headings that hold here, by level."""

    tables: list[Table] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    """The lines in brackets above the next block."""

    caption: str = ""
    paragraph: list[Line] = field(default_factory=list)

    def read(self, lines: Iterator[Line]) -> None:
        """Read all lines."""
        for line in lines:
            if not line.text:
                self._end_paragraph()
            elif not self._block(line, lines):
                if asciidoc_text.LIST_ITEM.match(line.text):
                    self._end_paragraph()
                self.paragraph.append(line)
        self._end_paragraph()

    def _block(self, line: Line, lines: Iterator[Line]) -> bool:
        """Read what a line begins or describes; false where it belongs to a paragraph."""
        text = line.text
        if _is_underline(text, self.paragraph):
            title, self.paragraph = self.paragraph[0], []
            self._heading(_LEVELS.index(text[0]), title)
        elif found := _VERBATIM.match(text):
            self._end_paragraph()
            _until(found[0], lines)
        elif asciidoc_table.DELIMITER.match(text):
            self._end_paragraph()
            self._table(text, _until(text, lines))
        elif found := _HEADING.match(text):
            self._end_paragraph()
            at = line.at.part(found.start(2), found.end(2))
            self._heading(len(found[1]) - 1, Line(found[2], at))
        elif _AROUND.match(text) or _MACRO.match(text):
            self._end_paragraph()
        elif _ATTRIBUTES.match(text) and not self.paragraph:
            self.above.append(self.attributes.filled(text))
        elif (found := _TITLE.match(text)) and not self.paragraph:
            self.caption = self._plain(found[1], line.at)
        else:
            return False
        return True

    def words(self, at: Span) -> Cell:
        """What a stretch of the page says."""
        return asciidoc_text.cell(at.text, at, self.attributes, blocks=True)

    def _table(self, delimiter: str, lines: list[Line]) -> None:
        about = asciidoc_table.described(self.above)
        headings = (*self._outline(), self.caption) if self.caption else self._outline()
        made = asciidoc_table.table(delimiter, lines, about, headings, self.attributes)
        if made:
            self.tables.append(made)
        self.above.clear()
        self.caption = ""

    def _outline(self) -> tuple[str, ...]:
        return tuple(self.headings[level] for level in sorted(self.headings))

    def _heading(self, level: int, line: Line) -> None:
        for deeper in [known for known in self.headings if known >= level]:
            del self.headings[deeper]
        text = self._plain(line.text, line.at)
        self.headings[level] = text
        is_title = not level and not self.title
        if is_title:
            self.title = text
        self.passages.append(Passage(Where.TITLE if is_title else Where.HEADING, text, line.at))
        self._say(line.at, level=level + 1)
        self.above.clear()

    def _end_paragraph(self) -> None:
        """End a paragraph or list item."""
        lines, self.paragraph = self.paragraph, []
        if not lines:
            return
        at = lines[0].at
        if lines[-1].at.source == at.source:
            at = Span(at.source, at.start, lines[-1].at.end)
        text = "\n".join(line.text for line in lines)
        words = asciidoc_text.cell(text, at, self.attributes, blocks=True).text
        if words:
            self.passages.append(Passage(Where.PROSE, words, at))
        item = asciidoc_text.LIST_ITEM.match(text)
        self._say(at, column=len(item[1]) if item else 0)
        self.above.clear()
        self.caption = ""

    def _say(self, at: Span, *, level: int = 0, column: int = 0) -> None:
        if at.source == self.source:
            self.said.append(Said(at, level, column))

    def _plain(self, text: str, at: Span) -> str:
        return asciidoc_text.cell(text, at, self.attributes).text


def _until(delimiter: str, lines: Iterator[Line]) -> list[Line]:
    """The lines up to the one that closes a block."""
    found: list[Line] = []
    for line in lines:
        if line.text == delimiter:
            break
        found.append(line)
    return found


def _is_underline(text: str, paragraph: list[Line]) -> bool:
    """Whether a line makes the one above it a heading: as long as that, give or take one."""
    if len(paragraph) != 1 or not _UNDERLINE.match(text):
        return False
    title = paragraph[0].text
    return abs(len(title) - len(text)) <= 1 and any(map(str.isalnum, title))
