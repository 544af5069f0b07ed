"""Walks down a Markdown page: its headings, its tables in any of their dresses, its prose."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from syllabical.model.table import Cell, Passage, Table, Where
from syllabical.read import inline, pipe_table, pipes, template
from syllabical.read.pipes import Line
from syllabical.source import Source, Span

HtmlReader = Callable[[int, int, tuple[str, ...]], tuple[Table, ...]]
"""How an HTML table between two offsets is read, under which headings."""

_PREFIX = re.compile(r"(?: {0,3}>[ \t]?)*(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|))?[ \t]*")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_FENCE = re.compile(r"(`{3,}|~{3,})\s*([^`]*)$")
_TRANSPARENT_FENCE = re.compile(
    r"\{(?:table|note|tip|hint|important|warning|caution|attention|seealso|admonition|dropdown|div"
    r"|margin|sidebar|tab-set|tab-item|card|grid|grid-item|details)\}\s*(.*)"
)
_COLONS = re.compile(r":{3,}\s*(?:\{[\w-]+\}\s*(.*))?")
_TITLED_BLOCK = re.compile(r"(?:!!!|\?\?\?\+?|===)\s*[\w ]*\"([^\"]*)\"\s*$|(?:!!!|\?\?\?)\s*\w+")
_ATX = re.compile(r"(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#*)?[ \t]*$")
_TIGHT_ATX = re.compile(r"(#{2,6})([^\s#].*?)#*$")
_SETEXT = re.compile(r"(=+|-+)[ \t]*$")
_HTML_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1\s*>", re.IGNORECASE)
_SUMMARY = re.compile(r"<(summary|caption)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE)
_BOLD = re.compile(r"(\*\*|__)([^*_]+)\1:?|\*{3}([^*]+)\*{3}:?")
_LIST = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_ATTRIBUTES = re.compile(r"\s*\{[:#.][^{}]*\}\s*$")
_HTML_TABLE = re.compile(r"<(/?)table\b", re.IGNORECASE)
_BOLD_LEVEL = 7
_CODE_INDENT = 4


@dataclass(slots=True)
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
        if not text.strip():
            if not self.source.text[start:stop].strip():
                self._close()
                self.above = None
            return
        prefix = _PREFIX.match(text)
        skipped = prefix.end() if prefix else 0
        line = Line(start + skipped, text[skipped:])
        if self._is_code(text, line):
            return
        if _HTML_TABLE.search(line.text):
            self._html_table(start)
        elif pipes.has_pipe(line.text) or (pipes.is_rule(line.text)):
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
        fence = _FENCE.match(line.text)
        if self.fence:
            if fence and fence[1].startswith(self.fence) and not fence[2].strip():
                self.fence = ""
            return True
        if fence:
            directive = _TRANSPARENT_FENCE.match(fence[2])
            if directive:
                self._caption(directive[1], line)
            elif fence[2].strip() or self._closes_later(fence[1], line.start + len(line.text)):
                self._close()
                self.fence = fence[1]
            return True
        quote = _QUOTE.match(text)
        bare = text[quote.end() :] if quote else text
        indent = len(bare.expandtabs(4)) - len(bare.expandtabs(4).lstrip(" "))
        if not indent and self.above is None:
            self.in_list = False
        self.in_list = self.in_list or bool(_LIST.match(bare) or _TITLED_BLOCK.match(bare))
        starts = self.above is None and not self.in_list
        self.in_code = indent >= _CODE_INDENT and (self.in_code or starts)
        return self.in_code

    def _closes_later(self, fence: str, at: int) -> bool:
        return re.compile(rf"^[ \t>]*{fence}", re.MULTILINE).search(self.live, at) is not None

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
        if heading := _ATX.match(line.text) or _TIGHT_ATX.match(line.text):
            self._heading(len(heading[1]), heading[2] or "", line)
        elif found := _HTML_HEADING.search(line.text):
            self._heading(int(found[1]), found[2], line)
        elif found := _SUMMARY.search(line.text):
            self._caption(found[2], line)
        elif self.above and _SETEXT.match(line.text) and not _LIST.match(self.above.text):
            self._heading(1 if line.text[0] == "=" else 2, self.above.text, self.above)
        elif (self.above is None or self.above.text.startswith("<")) and (
            found := _BOLD.fullmatch(line.text.strip())
        ):
            self._caption(found[2] or found[3], line)
        elif found := _TITLED_BLOCK.match(line.text) or _COLONS.match(line.text):
            self._caption(found[1] or "", line)
        elif any(character.isdigit() for character in line.text):
            self._say(Where.PROSE, inline.plain(line.text, self._span(line)), line)

    def _heading(self, level: int, text: str, line: Line) -> None:
        words = inline.plain(_ATTRIBUTES.sub("", text.strip()), self._span(line))
        for deeper in [known for known in self.outline if known >= level]:
            del self.outline[deeper]
        if words:
            self.outline[level] = words
            self._say(Where.HEADING, words, line)
            if not self.title and level == 1:
                self.title = words

    def _caption(self, text: str, line: Line) -> None:
        if text.strip():
            self._heading(_BOLD_LEVEL, text, line)

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
        block, self.block = pipe_table.trimmed(self.block), []
        if not block:
            return
        joined = [*self.before, *block]
        if self.before and pipe_table.continues(self.before, block):
            self.tables.pop()
            block = joined
        made = pipe_table.table(self.source, block, self._headings(), self._cell)
        self.before = block if made else []
        if made:
            self.tables.append(made)
        else:
            for line in block:
                self.above = None
                self._prose(line)

    def _cell(self, text: str, at: Span) -> Cell:
        return inline.cell(text, at, self.links)


def _is_only_tags(text: str) -> bool:
    return text.lstrip()[:1] == "{" and not template.TAG.sub("", _ATTRIBUTES.sub("", text)).strip()
