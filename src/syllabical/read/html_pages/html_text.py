"""Gathers the text of a page or of a cell, line by line, as its pieces come along."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from syllabical.model.table import Cell, Link
from syllabical.read.html_pages.html_nesting import PLAIN, Look
from syllabical.read.html_pages.html_tokens import Words
from syllabical.source import Source, Span
from syllabical.text import collapsed

_MARKS = frozenset("·•‣▪◦")


@dataclass(slots=True)
class Line:
    """One line of text as a browser shows it, still in pieces."""

    start: int
    end: int
    look: Look
    """How its first piece looks."""

    pieces: list[str] = field(default_factory=list)
    plain: bool = False
    """Whether any of it is not bold."""

    linked: bool = False
    """Whether any of it is a link."""

    quoted: bool = False
    """Whether it is a row of a table inside the cell."""

    @property
    def text(self) -> str:
        """The line, its blanks folded."""
        pieces = self.pieces
        return collapsed(pieces[0] if len(pieces) == 1 else "".join(pieces))


@dataclass(slots=True, kw_only=True)
class Writing:
    """What has been said so far, and what was struck out of it."""

    lines: list[Line] = field(default_factory=list)
    anchors: list[tuple[str, str, list[str]]] = field(default_factory=list)
    struck: list[list[str]] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    folds: bool = False
    """Whether it is that of a cell, in which what is collapsed away is not said."""

    heard: int = 0
    """How many of the lines have been taken for headings or prose."""

    _open: bool = False
    _striking: bool = False

    def say(self, words: Words, look: Look) -> None:
        """Go on with the line, or begin one."""
        if look.hidden:
            return
        text = words.text
        blank = text.isspace()
        if look.folded and self.folds:
            self._name_anchor(text, look)
            return
        if look.struck:
            self._strike(text)
            if look.url and self.anchors and not self.anchors[-1][2]:
                self.anchors.pop()
            return
        if not blank:
            self._striking = False
            if not self._open:
                self.lines.append(Line(words.start, words.end, look))
                self._open = True
        if not self._open:
            return
        line = self.lines[-1]
        line.pieces.append(text)
        if blank:
            return
        line.end = words.end
        line.plain = line.plain or not look.bold
        if look.url:
            line.linked = True
            self._name_anchor(text, look)

    def quote(self, cells: Sequence[Cell], at: Span) -> None:
        """Say a row of a table inside as a line."""
        self.end_line()
        pieces = [cell.text + " " for cell in cells]
        self.lines.append(Line(at.start, at.end, PLAIN, pieces, plain=True, quoted=True))
        for cell in cells:
            self.anchors.extend((link.url, link.text, []) for link in cell.links)
            self.struck.extend([text] for text in cell.struck)
            self.stamps.extend(cell.stamps)

    def anchor(self, url: str, label: str) -> None:
        """Begin a link; without words of its own it is shown by its label."""
        self.anchors.append((url, label, []))

    def end_line(self) -> None:
        """Let the next piece begin a line."""
        self._open = False
        self._striking = False

    @property
    def bold(self) -> bool:
        """Whether there is text, and all of it bold."""
        return bool(self.lines) and not any(line.plain for line in self.lines)

    def cell(self, at: Span) -> Cell:
        """All that was said, as a cell."""
        lines = tuple([text for line in self.lines if (text := _unmarked(line.text))])
        if not (self.anchors or self.struck or self.stamps):
            return Cell(lines=lines, at=at)
        return Cell(
            lines=lines,
            links=tuple(
                Link(collapsed("".join(pieces)) or label, url)
                for url, label, pieces in self.anchors
            ),
            struck=tuple(text for run in self.struck if (text := collapsed("".join(run)))),
            stamps=tuple(self.stamps),
            at=at,
        )

    def _name_anchor(self, text: str, look: Look) -> None:
        if look.url and self.anchors:
            self.anchors[-1][2].append(text)

    def _strike(self, text: str) -> None:
        if not self._striking:
            self.struck.append([])
            self._striking = True
        self.struck[-1].append(text)


def _unmarked(text: str) -> str:
    """A line without the mark that stands before it where a word processor wrote the list."""
    return text[1:].lstrip() if text[:1] in _MARKS and text[1:2] == " " else text


def inner(source: Source, start: int, end: int) -> Span:
    """The stretch between two tags without the blanks around it."""
    text = source.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(source, start, end)
