"""Turns happenings inside a cell into what a reader of the page sees of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from syllabical.model.table import Cell, Link
from syllabical.read.markdown import markup, templates
from syllabical.source import Span
from syllabical.text import collapsed

_ATTRIBUTE = re.compile(r"""([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_BULLET = re.compile(r"^(?:[-*+•‣▪◦–]\s+(?:\[[ xX]\]\s+)?|>\s?)(?=\S)")
_BULLETS = "-*+•‣▪◦–>"
_BLOCK = frozenset({
    "address", "article", "blockquote", "br", "center", "dd", "details", "div", "dl", "dt",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
})  # fmt: skip
_STRUCK = frozenset({"del", "s", "strike"})
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "select"})
_UNDISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def cell(happenings: Iterable[tuple[str, str]], tags: list[str], at: Span) -> Cell:
    """The cell that a stream of happenings shows; `tags` are the hidden template tags."""
    seen = _Seen(tags=tags)
    for kind, text in happenings:
        match kind:
            case markup.WORDS:
                seen.say(text)
            case markup.TAG:
                seen.tag(text)
            case markup.LINK:
                seen.link(text)
            case markup.UNLINK:
                seen.unlink()
            case _:
                seen.end_line()
    seen.end_line()
    seen.unlink()
    return Cell(
        lines=tuple(seen.lines),
        links=tuple(seen.links),
        struck=tuple(seen.struck),
        stamps=tuple(seen.stamps),
        at=at,
    )


@dataclass(slots=True, kw_only=True, eq=False)
class _Seen:
    """What has been seen of the cell so far."""

    tags: list[str]
    lines: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    dead_line: list[str] = field(default_factory=list)
    dead: int = 0
    unseen: str = ""
    depth: int = 0
    address: str | None = None
    words: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        """See words."""
        if self.unseen:
            return
        if self.tags:
            text = templates.printed(text, self.tags)
        (self.dead_line if self.dead else self.line).append(text)
        if self.address is not None and not self.dead:
            self.words.append(text)

    def end_line(self) -> None:
        """Go to the next line."""
        for parts, lines in ((self.line, self.lines), (self.dead_line, self.struck)):
            text = collapsed("".join(parts)) if parts else ""
            if text[:1] in _BULLETS:
                text = _BULLET.sub("", text)
            if text:
                lines.append(text)
            parts.clear()
        if self.address is not None:
            self.words.append(" ")

    def link(self, address: str) -> None:
        """Begin a link; one inside another is none."""
        if self.address is None:
            self.address = templates.restored(address, self.tags)

    def unlink(self) -> None:
        """End a link."""
        address = self.address
        if address and address != "#" and not self.dead and not self.unseen:
            self.links.append(Link(collapsed("".join(self.words)), address.strip()))
        self.address = None
        self.words.clear()

    def tag(self, text: str) -> None:
        """Meet an HTML tag."""
        bare = text.strip("<>/")
        closing, name = text[1] == "/", bare.split(None, 1)[0].lower()
        if self.unseen:
            self._look_away(name, closing=closing)
        elif closing:
            self._close(name)
        else:
            self._open(name, _attributes(bare[len(name) :], self.tags) if name != bare else {})

    def _look_away(self, name: str, *, closing: bool) -> None:
        if name == self.unseen:
            self.depth += -1 if closing else 1
        if not self.depth:
            self.unseen = ""

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        if name not in _VOID and _is_unseen(name, attributes):
            self.unseen, self.depth = name, 1
        elif name in _STRUCK:
            self.dead += 1
        elif name == "a" and "href" in attributes:
            self.unlink()
            self.link(attributes["href"])
        elif name == "time" and not self.dead and attributes.get("datetime", "").strip():
            self.stamps.append(attributes["datetime"].strip())
        elif name == "img":
            self.say(attributes.get("alt", ""))
        elif name in _BLOCK:
            self.end_line()

    def _close(self, name: str) -> None:
        if name in _STRUCK:
            self.dead = max(0, self.dead - 1)
            if not self.dead:
                self.dead_line.append(" ")
        elif name == "a":
            self.unlink()
        elif name in _BLOCK:
            self.end_line()


def _attributes(text: str, tags: list[str]) -> dict[str, str]:
    return {
        found[1].lower(): templates.restored(
            markup.plain(found[2] or found[3] or found[4] or ""), tags
        )
        for found in _ATTRIBUTE.finditer(text)
    }


def _is_unseen(name: str, attributes: dict[str, str]) -> bool:
    return (
        name in _UNSEEN
        or "hidden" in attributes
        or bool(_UNDISPLAYED.search(attributes.get("style", "")))
    )
