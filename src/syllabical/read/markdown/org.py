"""Org pages: their tables, headings and keywords, without what is commented out.

The table lines are those of Markdown, so that no Org library is needed for them.
"""

import re
from dataclasses import dataclass, field

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Page, Passage, Table, Where
from syllabical.read.front_matter import facts, front_matter
from syllabical.read.markdown import inline, pipe_tables
from syllabical.read.markdown.pipe_tables import Line
from syllabical.source import Source, Span

_BEGIN = re.compile(r"#\+begin_(\w+)(?:\s+(\w+))?", re.IGNORECASE)
_DEAD_BLOCKS = frozenset({"comment", "src", "example"})
_KEYWORD = re.compile(r"#\+(\w+):\s*(.*)$")
_TELLING = frozenset({"title", "subtitle", "date", "description", "caption", "keywords"})
_HEADING = re.compile(r"(\*+)\s+(.*)")
_TAGS = re.compile(r"\s(:[\w@#%:]+:)$")
_STATE = re.compile(r"(?:TODO|DONE|NEXT|WAITING)\s+|\[#[A-Z]\]\s*|\[\d*[/%]\d*\]\s*")
_COOKIE = re.compile(r"[/|\s]*(?:<[lcr]?\d*>[|\s]*)+$")
_LINK = re.compile(r"\[\[([^\[\]\n]+)\](?:\[([^\[\]\n]+)\])?\]")
_STAMP = re.compile(r"[<\[](\d{4}-\d\d-\d\d[^<>\[\]\n]*)[>\]]")
_MARKS = re.compile(r"(?<![\w*/_=~+])([*/_=~+])(?=\S)([^\n]{0,400}?\S)\1(?![\w*/_=~+])")


def page(source: Source, _report: Report) -> Page:
    """What an Org page holds."""
    walk = _Walk(source=source)
    at, text = 0, source.text
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        walk.meet(at, text[at:stop].rstrip("\r"))
        at = stop + 1
    walk.close()
    return Page(
        source=source,
        title=walk.title,
        tables=tuple(walk.tables),
        passages=tuple(walk.passages),
    )


@dataclass(slots=True, kw_only=True, eq=False)
class _Walk:
    """What has been found on the way down the page."""

    source: Source
    title: str = ""
    tables: list[Table] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    outline: dict[int, str] = field(default_factory=dict)
    block: list[Line] = field(default_factory=list)
    inside: str = ""
    exported: int = -1
    dead_level: int = 0
    """The level of the heading that is commented out and that we are under."""

    def meet(self, start: int, text: str) -> None:
        """Meet the next line."""
        bare = text.strip()
        line = Line(start + text.find(bare), bare)
        if self.inside:
            self._inside(line)
        elif heading := _HEADING.match(text):
            self.close()
            self._heading(heading, line)
        elif self.dead_level:
            return
        elif bare.startswith("|"):
            if not _COOKIE.fullmatch(bare):
                self.block.append(line)
        elif found := _BEGIN.match(bare):
            self.close()
            self.inside, self.exported = found[1].lower(), -1
        elif not bare.startswith("#+TBLFM"):
            self.close()
            self._other(line)

    def close(self) -> None:
        """End a table."""
        block, self.block = self.block, []
        if not block:
            return
        made = pipe_tables.table(self.source, block, self._headings(), _cell)
        if made:
            first = pipe_tables.is_rule(block[0].text)
            ruled = any(pipe_tables.is_rule(line.text) for line in block[1 + first :])
            self.tables.append(made if ruled else _headerless(made))

    def _headings(self) -> tuple[str, ...]:
        stack = [self.outline[level] for level in sorted(self.outline)]
        return tuple([self.title, *stack] if self.title else stack)

    def _inside(self, line: Line) -> None:
        """A line of a block: HTML that is put into the page may carry its front matter."""
        if line.text.lower().startswith(f"#+end_{self.inside}"):
            if self.inside == "export" and self.exported >= 0:
                self._export(self.exported, line.start)
            self.inside = ""
        elif self.exported < 0:
            self.exported = line.start
        if self.inside and self.inside not in _DEAD_BLOCKS and self.inside != "export":
            if line.text.startswith("|"):
                self.block.append(line)
            else:
                self.close()
        elif not self.inside:
            self.close()

    def _export(self, start: int, end: int) -> None:
        matter = front_matter(Source(self.source.path, self.source.text[start:end]))
        placed = facts(self.source, start, start + matter.end)
        self.title = self.title or (placed["title"].text if "title" in placed else "")
        self.passages += [
            Passage(Where.FRONT_MATTER, placed[key].text, placed[key].at)
            for key in placed
            if key in {"title", "year", "term", "semester", "date", "permalink", "description"}
        ]

    def _heading(self, found: re.Match[str], line: Line) -> None:
        level, title = len(found[1]), found[2].rstrip()
        tags = _TAGS.search(title)
        words = _STATE.sub("", title[: tags.start()].rstrip() if tags else title)
        if self.dead_level and level > self.dead_level:
            return
        self.dead_level = 0
        for deeper in [known for known in self.outline if known >= level]:
            del self.outline[deeper]
        if words.startswith("COMMENT") or (tags and ":noexport:" in tags[1]):
            self.dead_level = level
            return
        self.outline[level] = _cell(words, self._span(line)).text
        self.passages.append(Passage(Where.HEADING, self.outline[level], self._span(line)))

    def _other(self, line: Line) -> None:
        if keyword := _KEYWORD.match(line.text):
            name, words = keyword[1].lower(), keyword[2].strip()
            if name == "title":
                self.title = f"{self.title} {words}".strip()
            if words and name in _TELLING:
                where = Where.TITLE if name == "title" else Where.FRONT_MATTER
                self.passages.append(Passage(where, words, self._span(line)))
        elif line.text[:1] not in ("#", ":") and any(
            character.isdigit() for character in line.text
        ):
            text = _cell(line.text, self._span(line)).text
            self.passages.append(Passage(Where.PROSE, text, self._span(line)))

    def _span(self, line: Line) -> Span:
        return self.source.span(line.start, line.start + len(line.text))


def _headerless(table: Table) -> Table:
    """In Org, only a rule makes a header."""
    if table.header is None:
        return table
    rows = (table.header, *table.rows)
    return Table(header=None, rows=rows, headings=table.headings, at=table.at)


def _cell(text: str, at: Span) -> Cell:
    """What Org text says: its marks turned into Markdown's, so that one reader knows both."""
    if "[" in text or "<" in text:
        text = _LINK.sub(lambda found: f"[{found[2] or found[1]}](<{found[1]}>)", text)
        text = _STAMP.sub(r"\1", text)
    text = _MARKS.sub(_marked, text).replace("\\vert{}", "&#124;").replace("\\\\", "<br>")
    return inline.cell(text, at)


def _marked(found: re.Match[str]) -> str:
    match found[1]:
        case "+":
            return f"<del>{found[2]}</del>"
        case "=" | "~":
            return f"`{found[2]}`"
        case _:
            return found[2]
