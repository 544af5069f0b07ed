"""Says what HTML shows to a reader of the page: the only walk from a DOM tree to cells and lines.

Tables of HTML pages, HTML in Markdown pages, and Markdown cells (as the HTML that Markdown makes of
them) all come through here, so that what is hidden, struck out or folded is judged once.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from syllabical.model.table import Cell, Link
from syllabical.read.html import dom
from syllabical.read.html.dom import Comment, Element, Text
from syllabical.read.html.looks import BLOCKS, PLAIN, Look, look_of
from syllabical.source import Source, Span
from syllabical.text import collapsed

_BULLET = re.compile(r"(?:[-*+·•‣▪◦–]\s+(?:\[[ xX]\]\s+)?|>\s?)(?=\S)")
"""The mark before an item of a list that somebody typed."""

_BULLETS = frozenset("-*+·•‣▪◦–>")


@dataclass(slots=True, kw_only=True)
class Line:
    """One line of text as a browser shows it, still in pieces."""

    first: Text
    last: Text
    look: Look
    """How its first piece looks."""

    pieces: list[str] = field(default_factory=list)
    plain: bool = False
    """Whether any of it is not bold."""

    linked: bool = False
    """Whether any of it is a link."""

    @property
    def text(self) -> str:
        """The line, its blanks folded."""
        return collapsed("".join(self.pieces))

    def at(self, source: Source) -> Span:
        """Where it stands."""
        start, end = self.first.place(source.text)
        if self.last is not self.first:
            end = max(end, self.last.place(source.text)[1])
        return Span(source, start, end)


@dataclass(slots=True, kw_only=True)
class Writing:
    """What has been said so far, line by line, and what was struck out of it."""

    folds: bool = False
    """Whether it is that of a cell, in which what is folded away is not said."""

    lines: list[Line] = field(default_factory=list)
    anchors: list[tuple[str, str, list[str]]] = field(default_factory=list)
    """The links: where they lead, what they are called without words, and their words."""

    struck: list[list[str]] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    heard: int = 0
    """How many of the lines have been taken for headings or prose."""

    _open: bool = False
    _striking: bool = False

    def say(self, words: Text, look: Look) -> None:
        """Go on with the line, or begin one."""
        text = words.text
        blank = text.isspace()
        if look.folded and self.folds:
            self._name_anchor(text, look)
        elif look.struck:
            self._strike(text)
            if look.url and self.anchors and not self.anchors[-1][2]:
                self.anchors.pop()
        elif self._open or not blank:
            self._write(words, look, blank=blank)

    def meet(self, element: Element, look: Look) -> None:
        """Begin an element: its line, its link, its time."""
        attributes = element.attributes
        match element.name:
            case "a" if look.url and not look.struck:
                label = attributes.get("title") or attributes.get("aria-label") or look.url
                self.anchors.append((look.url, label, []))
            case "time" if attributes.get("datetime", "").strip() and not look.struck:
                self.stamps.append(attributes["datetime"].strip())
            case "img" if self.folds:
                self.say(Text(attributes.get("alt", ""), element.start, element.end), look)
            case "td" | "th" if self.folds:
                self.say(Text(" ", element.start, element.end), look)
            case "br" | "td" | "th":
                self.end_line(look)
            case name if name in BLOCKS:
                self.end_line(look)
            case _:
                pass

    def end_line(self, look: Look = PLAIN) -> None:
        """Let the next piece begin a line."""
        self._open = False
        self._striking = False
        self._name_anchor(" ", look)

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

    def _write(self, words: Text, look: Look, *, blank: bool) -> None:
        if not self._open:
            self.lines.append(Line(first=words, last=words, look=look))
            self._open = True
        line = self.lines[-1]
        line.pieces.append(words.text)
        if blank:
            return
        self._striking = False
        line.last = words
        line.plain = line.plain or not look.bold
        line.linked = line.linked or bool(look.url)
        self._name_anchor(words.text, look)

    def _name_anchor(self, text: str, look: Look) -> None:
        if look.url and self.anchors:
            self.anchors[-1][2].append(text)

    def _strike(self, text: str) -> None:
        if not self._striking:
            self.struck.append([])
            self._striking = True
        self.struck[-1].append(text)


TableReader = Callable[[Element, Look, Writing], bool]
"""Told of each table: whether it read it as one. It is then said in a cell only."""


def cell(html: str, at: Span) -> Cell:
    """What a stretch of HTML says."""
    writing = Writing(folds=True)
    write(dom.parse(html), writing)
    return writing.cell(at)


def text(element: Element, look: Look = PLAIN) -> str:
    """What an element shows, on one line."""
    writing = Writing()
    write(element, writing, look)
    return " ".join(line for each in writing.lines if (line := each.text))


def write(
    element: Element, writing: Writing, look: Look = PLAIN, table: TableReader | None = None
) -> None:
    """Say all that an element shows, itself looking as given."""
    walk = [(iter(element.children), element.name, look, table)]
    while walk:
        children, name, look, table = walk[-1]
        inside = _say_up_to_element(children, writing, look)
        if inside is None:
            walk.pop()
            if name in BLOCKS:
                writing.end_line(look)
            continue
        inner = look_of(inside, look)
        if inner is None:
            if inside.name in BLOCKS:
                writing.end_line(look)
            continue
        if inside.name == "table" and table is not None and table(inside, inner, writing):
            if not writing.folds:
                continue
            table = None
        writing.meet(inside, inner)
        walk.append((iter(inside.children), inside.name, inner, table))


def inner(source: Source, element: Element) -> Span:
    """The stretch between the tags of an element, without the blanks around it."""
    text, start, end = source.text, element.inner_start, element.inner_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(source, start, end)


def _say_up_to_element(
    children: Iterator[Element | Text | Comment], writing: Writing, look: Look
) -> Element | None:
    """Say words and comments up to the next element, which is what comes back."""
    for child in children:
        match child:
            case Text():
                writing.say(child, look)
            case Comment(text):
                writing.comments.append(text)
            case _:
                return child
    return None


def _unmarked(text: str) -> str:
    """A line without the mark that stands before it where somebody typed the list."""
    mark = _BULLET.match(text) if text[:1] in _BULLETS else None
    return text[mark.end() :] if mark else text
