"""Walks down a Markdown page: its headings, its tables in any of their dresses, its prose."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from syllabical.model.table import Cell, Passage, Table, Where
from syllabical.read import templates
from syllabical.read.markdown import inline, myst, pandoc_tables, pipe_tables
from syllabical.read.markdown.pipe_tables import Line
from syllabical.source import Source, Span

HtmlReader = Callable[[int, int, tuple[str, ...]], tuple[Table, ...]]
"""How an HTML table between two offsets is read, under which headings."""

_PREFIX = re.compile(
    r"(?: {0,3}>[ \t]?)*(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|.*\|\s*$))?[ \t]*"
)
_PREFIX_IN_TABLE = re.compile(r"(?: {0,3}>[ \t]?)*[ \t]*")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_FENCE = re.compile(r"(`{3,}|~{3,})\s*([^`]*)$")
_DIRECTIVE = re.compile(r"\{([\w-]+)\}\s*(.*)")
_TRANSPARENT = frozenset({
    "admonition", "attention", "card", "caution", "details", "div", "dropdown", "grid",
    "grid-item", "hint", "important", "margin", "note", "seealso", "sidebar", "tab-item",
    "tab-set", "table", "tip", "warning",
})  # fmt: skip
"""Fences that hold Markdown, and no code."""

_LIST = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_ATTRIBUTES = re.compile(r"\s*\{[:#.][^{}]*\}\s*$")
_HTML_TABLE = re.compile(r"<(/?)table\b", re.IGNORECASE)
_CODE_INDENT = 4

_LEAST = 7
"""The level of what only looks like a heading: a bold paragraph, a tab, a caption."""

_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?|===)\s*[\w ]*\"([^\"]*)\"\s*$|(?:!!!|\?\?\?)\s*\w+()")
"""A block or tab of MkDocs, its contents indented."""

_NUMBERED = re.compile(r"(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#*)?[ \t]*$")
_TIGHT = re.compile(r"(#{2,6})([^\s#].*?)#*$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_HTML_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1\s*>", re.IGNORECASE)
_SUMMARY = re.compile(r"<(summary|caption)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE)
_BOLD_LINE = re.compile(r"(?:\*\*|__)([^*_]+)(?:\*\*|__):?|\*{3}([^*]+)\*{3}:?")
_COLONS = re.compile(r":{3,}\s*\{[\w-]+\}\s*(.*)")


@dataclass(slots=True, kw_only=True, eq=False)
class Walk:
    """What has been found on the way down the page."""

    source: Source
    live: str
    """The page with what is dead overwritten by blanks."""

    links: Mapping[str, str]
    html: HtmlReader
    title: str = ""
    tables: list[Table] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    said: list[tuple[Line, int]] = field(default_factory=list)
    """The lines outside the tables, each with its level as a heading, 0 for none."""

    outline: dict[int, str] = field(default_factory=dict)
    block: list[Line] = field(default_factory=list)
    before: list[Line] = field(default_factory=list)
    """The block above, as long as nothing but blank lines stood between."""

    above: Line | None = None
    fence: str = ""
    in_code: bool = False
    in_list: bool = False
    resume: int = 0

    def down(self, start: int) -> None:
        """Walk from an offset to the end of the page."""
        at, live, end = start, self.live, len(self.live)
        while at < end:
            stop = live.find("\n", at)
            stop = end if stop < 0 else stop
            self._meet(at, live[at:stop].rstrip("\r"), stop)
            at = max(stop + 1, self.resume)
        self._close()

    def _meet(self, start: int, text: str, stop: int) -> None:
        prefix = (_PREFIX_IN_TABLE if self.block else _PREFIX).match(text)
        skipped = prefix.end() if prefix else 0
        line = Line(start + skipped, text[skipped:])
        if not line.text.strip():
            if not self.source.text[start:stop].strip():
                self._close()
                self.above = None
            return
        if self._is_code(text, line):
            return
        is_row = self.block and line.text[0] == "|"
        if not is_row and "<" in line.text and _HTML_TABLE.search(line.text):
            self._html_table(start)
        elif pipe_tables.has_pipe(line.text) or (pipe_tables.is_rule(line.text)):
            self.block.append(line)
        elif self.block and _is_only_tags(line.text):
            return
        else:
            self._close()
            self.before = []
            self._prose(line)
        self.above = line

    def _is_code(self, text: str, line: Line) -> bool:
        """Whether the line is inside a code block, or begins or ends one."""
        fence = _FENCE.match(line.text) if line.text[0] in "`~" else None
        if self.fence:
            if fence and fence[1].startswith(self.fence) and not fence[2].strip():
                self.fence = ""
            return True
        if fence:
            directive = _DIRECTIVE.match(fence[2]) if fence[2][:1] == "{" else None
            if directive and directive[1] in myst.NAMES:
                self._directive(directive, fence[1], line)
            elif directive and directive[1] in _TRANSPARENT:
                self._heading(_LEAST, directive[2], line)
            elif fence[2].strip() or self._closes_later(fence[1], line.start + len(line.text)):
                self._close()
                self.fence = fence[1]
            return True
        quote = _QUOTE.match(text) if ">" in text[:4] else None
        bare = text[quote.end() :] if quote else text
        indent = len(bare.expandtabs(4)) - len(bare.expandtabs(4).lstrip(" "))
        if not indent and self.above is None:
            self.in_list = False
        self.in_list = self.in_list or _opens_list(bare)
        starts = self.above is None and not self.in_list
        self.in_code = indent >= _CODE_INDENT and (self.in_code or starts)
        return self.in_code

    def _closes_later(self, fence: str, at: int) -> bool:
        return re.compile(rf"^[ \t>]*{fence}", re.MULTILINE).search(self.live, at) is not None

    def _directive(self, directive: re.Match[str], fence: str, line: Line) -> None:
        """A table that is written as a directive."""
        self._close()
        start = self.live.find("\n", line.start) + 1 or len(self.live)
        closing = re.compile(rf"^[ \t>]*{fence}", re.MULTILINE).search(self.live, start)
        end = closing.start() if closing else len(self.live)
        self.resume = closing.end() if closing else end
        title = inline.plain(directive[2], self._span(line))
        headings = (*self._headings(), title) if title else self._headings()
        made = myst.table(directive[1], self.source.span(start, end), headings, self._cell)
        self.tables += [made] if made else []

    def _ruled(self, line: Line) -> bool:
        """Whether the line is the rule of a table without pipes, which is read then."""
        found = pandoc_tables.table(
            self.source, self.live, line.start, self._headings(), self._cell
        )
        if found:
            self.tables.append(found[0])
            self.resume = found[1]
        return found is not None

    def _html_table(self, start: int) -> None:
        self._close()
        self.before = []
        opening = _HTML_TABLE.search(self.live, start)
        if opening is None or opening[1]:
            return
        depth, end = 0, len(self.live)
        for tag in _HTML_TABLE.finditer(self.live, opening.start()):
            depth += -1 if tag[1] else 1
            if depth <= 0:
                closed = self.live.find(">", tag.end())
                end = closed + 1 if closed >= 0 else end
                break
        self.tables += self.html(opening.start(), end, self._headings())
        self.resume = end

    def _prose(self, line: Line) -> None:
        """Meet a line that is no table's: a heading in one of its dresses, or words."""
        if line.text[0] == "-" and pandoc_tables.RULE.fullmatch(line.text) and self._ruled(line):
            return
        self.said.append((line, 0))
        if _ends_block(line.text):
            self.outline.pop(_LEAST, None)
            return
        found = _heading_of(line.text, self.above.text if self.above else "")
        if found:
            level, words = found
            del self.said[-1]
            if line.text[0] in "=-" and self.said:
                line = self.said.pop()[0]
            self.said.append((line, level))
            self._heading(level, words, line)
        elif line.text[0] == "[" and "]:" in line.text:
            return
        elif any(character.isdigit() for character in line.text):
            self._say(Where.PROSE, inline.plain(line.text, self._span(line)), line)

    def _heading(self, level: int, text: str, line: Line) -> None:
        words = inline.plain(_ATTRIBUTES.sub("", text.strip()), self._span(line))
        if level == _LEAST and not words:
            return
        for deeper in [known for known in self.outline if known >= level]:
            del self.outline[deeper]
        if words:
            self.outline[level] = words
            self._say(Where.HEADING, words, line)
            if not self.title and level == 1:
                self.title = words

    def _say(self, where: Where, text: str, line: Line) -> None:
        if text:
            self.passages.append(Passage(where, text, self._span(line)))

    def _span(self, line: Line) -> Span:
        return self.source.span(line.start, line.start + len(line.text.rstrip()))

    def _headings(self) -> tuple[str, ...]:
        stack = [self.outline[level] for level in sorted(self.outline)]
        return tuple(stack if self.title in ("", *stack[:1]) else [self.title, *stack])

    def _close(self) -> None:
        """End a block of lines with pipes, and make its table."""
        block, self.block = pipe_tables.trimmed(self.block), []
        if not block:
            return
        joined = [*self.before, *block]
        if self.before and pipe_tables.continues(self.before, block):
            self.tables.pop()
            block = joined
        made = pipe_tables.table(self.source, block, self._headings(), self._cell)
        self.before = block if made else []
        if made:
            self.tables.append(made)
        else:
            for line in block:
                self.above = None
                self._prose(line)

    def _cell(self, text: str, at: Span) -> Cell:
        return inline.cell(text, at, self.links)


def _opens_list(text: str) -> bool:
    """Whether indented lines below this one are its own, and no code."""
    first = text.lstrip()[:1]
    if first in "-*+" or first.isdigit():
        return _LIST.match(text) is not None
    return first in "!?=" and _ADMONITION.match(text) is not None


def _is_only_tags(text: str) -> bool:
    return text.lstrip()[:1] == "{" and not templates.TAG.sub("", _ATTRIBUTES.sub("", text)).strip()


def _heading_of(text: str, above: str) -> tuple[int, str] | None:
    """The level and words of a heading; `above` is the line above, if none stands between."""
    match text[0]:
        case "#":
            found = _NUMBERED.match(text) or _TIGHT.match(text)
            return (len(found[1]), found[2] or "") if found else None
        case "=" | "-" if above and _UNDERLINE.match(text) and not _LIST_ITEM.match(above):
            return (1 if text[0] == "=" else 2), above
        case "<":
            return _tagged(text)
        case "*" | "_" if not above or above[0] == "<":
            found = _BOLD_LINE.fullmatch(text.strip())
            return (_LEAST, (found[1] or found[2]).rstrip(":")) if found else None
        case "!" | "?" | "=" | ":":
            found = _ADMONITION.match(text) or _COLONS.match(text)
            return (_LEAST, found[1] or "") if found else None
        case _:
            return None


def _ends_block(text: str) -> bool:
    """Whether a line ends the block that the least heading stands above."""
    return text.rstrip() == ":::" or text.lower().startswith("</details")


def _tagged(text: str) -> tuple[int, str] | None:
    if found := _HTML_HEADING.search(text):
        return int(found[1]), found[2]
    found = _SUMMARY.search(text)
    return (_LEAST, found[2]) if found else None
