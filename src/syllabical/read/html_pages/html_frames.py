"""Follows the tags of HTML through pages, tables, rows and cells, one frame inside the other."""

import re
from collections.abc import Callable

from syllabical.model.table import Cell, Passage, Table
from syllabical.read.html_pages import html_markdown
from syllabical.read.html_pages.html_draft import Draft, table
from syllabical.read.html_pages.html_frame import CELLS, GROUPS, INSIDE, Frame
from syllabical.read.html_pages.html_grid import DraftCell, DraftRow
from syllabical.read.html_pages.html_headings import Headings
from syllabical.read.html_pages.html_nesting import BLOCKS, VOID, Look, Scope, look
from syllabical.read.html_pages.html_text import Line, Writing, inner
from syllabical.read.html_pages.html_tokens import Comment, EndTag, Tag, Words, attributes, tokens
from syllabical.source import Source, Span

_PARTS = GROUPS | CELLS | {"table", "tr", "caption", "colgroup", "col"}
_ALLOW = re.compile(r"\s*syllabical\s*:\s*allow\s+([\w\s,-]+)", re.IGNORECASE)
_CLASSED = re.compile(r"\bclass\s*=[^>]*?(?:head|title|leading)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\+?(\d{1,5})")
_DEEPEST = 12
_LONGEST_LAYOUT = 200
"""A table with more rows than these is no frame for the page."""


class Reader:
    """Reads one stretch of HTML."""

    def __init__(
        self,
        source: Source,
        above: tuple[str, ...],
        markdown: Callable[[str, Span], Cell] | None = None,
    ) -> None:
        self._source = source
        self._markdown = markdown
        self._found: list[Table | None] = []
        self._templates = 0
        self._frames = [Frame("", 0, Scope(), Writing(), Headings(source, above), None)]

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables found, in the order in which they begin."""
        return tuple(found for found in self._found if found is not None)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The words outside the tables."""
        return tuple(self._frames[0].headings.passages)

    @property
    def lines(self) -> list[Line]:
        """The lines outside the tables."""
        return self._frames[0].text.lines

    def read(self, start: int, end: int) -> None:
        """Read what stands between two offsets."""
        for token in tokens(self._source.text, start, end):
            match token:
                case Words():
                    self._say(token)
                case Tag() if token.name in _PARTS and not self._templates:
                    self._open_part(token)
                case Tag():
                    self._open(token)
                case EndTag():
                    self._close(token)
                case Comment():
                    self._silence(token.text)
        while len(self._frames) > 1:
            self._pop(end, end)
        page = self._frames[0]
        page.headings.hear(page.text)

    def _say(self, words: Words) -> None:
        frame = self._frames[-1]
        if not self._templates and (frame.holds_text or not words.text.isspace()):
            frame.text.say(words, frame.scope.now)

    def _silence(self, comment: str) -> None:
        allowed = _ALLOW.match(comment)
        if allowed and self._frames[-1].row is not None:
            self._frames[-1].row.silenced |= set(re.split(r"[\s,]+", allowed[1].strip()))

    def _open(self, tag: Tag) -> None:
        if self._templates or tag.name == "template":
            self._templates += tag.name == "template"
            return
        frame = self._frames[-1]
        if tag.name in BLOCKS or tag.name == "br":
            frame.text.end_line()
        if tag.name in VOID:
            return
        frame.scope.open(tag.name, tag.attributes)
        if tag.name in {"a", "time"}:
            self._refer(tag, frame.scope.now)

    def _refer(self, tag: Tag, now: Look) -> None:
        if now.hidden or now.struck:
            return
        found = attributes(tag.attributes)
        if tag.name == "a" and now.url:
            label = found.get("title") or found.get("aria-label") or now.url
            self._frames[-1].text.anchor(now.url, label)
        elif tag.name == "time" and found.get("datetime"):
            self._frames[-1].text.stamps.append(found["datetime"].strip())

    def _close(self, tag: EndTag) -> None:
        name, frame = tag.name, self._frames[-1]
        if self._templates:
            self._templates -= name == "template"
        elif name in _PARTS:
            self._close_part(tag)
        else:
            if name in BLOCKS or name == "br":
                frame.text.end_line()
            frame.scope.close(name)

    def _open_part(self, tag: Tag) -> None:
        if tag.name == "table":
            self._open_table(tag)
            return
        if self._frames[-1].draft is None or tag.name in {"col", "colgroup"}:
            return
        self._back_to(INSIDE[tag.name], tag.start)
        if tag.name in CELLS | {"tr"} and self._frames[-1].name == "table":
            self._push(Tag("tbody", "", tag.start, tag.start))
        if tag.name in CELLS and self._frames[-1].name != "tr":
            self._push(Tag("tr", "", tag.start, tag.start))
        self._push(tag)

    def _open_table(self, tag: Tag) -> None:
        if len(self._frames) > 4 * _DEEPEST:
            return
        while not self._frames[-1].holds_text:
            self._pop(tag.start, tag.start)
        around = self._frames[-1]
        around.text.end_line()
        around.scope.open("table", "")
        around.scope.close("table")
        if around.draft is not None:
            around.draft.hear()
        around.headings.hear(around.text)
        draft = Draft(tag.start, len(self._found), around.headings.inside(), around.headings.now)
        draft.layout = "presentation" in tag.attributes
        draft.markdown = html_markdown.is_asked_for(tag.attributes)
        self._found.append(None)
        scope = Scope(look(around.scope.now, "table", tag.attributes))
        self._frames.append(Frame("table", tag.end, scope, around.text, draft.around, draft))

    def _push(self, tag: Tag) -> None:
        around = self._frames[-1]
        draft = around.draft
        if draft is None:
            return
        appearance = around.scope.look
        if tag.attributes or tag.name == "th":
            appearance = look(appearance, tag.name, tag.attributes)
        scope = Scope(appearance)
        frame = Frame(tag.name, tag.end, scope, around.text, draft.around, draft, around.row)
        frame.raw = tag.attributes
        if frame.holds_text:
            frame.text = Writing(folds=True)
        elif tag.name == "tr":
            frame.row = DraftRow(tag.start, tag.end, draft.groups, around.name == "thead")
            frame.row.marked = bool(tag.attributes and _CLASSED.search(tag.attributes))
            if not scope.look.hidden:
                draft.rows.append(frame.row)
        else:
            draft.groups += 1
        self._frames.append(frame)

    def _back_to(self, names: frozenset[str], end: int) -> None:
        while self._frames[-1].name not in names:
            self._pop(end, end)

    def _close_part(self, tag: EndTag) -> None:
        name = tag.name
        if name == self._frames[-1].name and name in CELLS:
            self._pop(tag.start, tag.end)
            return
        if name == "tr" and self._frames[-1].name in CELLS:
            self._pop(tag.start, tag.start)
        depth = next(
            (at for at, frame in enumerate(reversed(self._frames[-4:])) if frame.name == name), None
        )
        inside = [frame.name for frame in self._frames[-1 - (depth or 0) :]]
        if depth is None or (name != "table" and "table" in inside):
            return
        if name in CELLS | {"caption", "tr"} and depth:
            return
        for _ in range(depth):
            self._pop(tag.start, tag.start)
        self._pop(tag.start, tag.end)

    def _pop(self, inside: int, outside: int) -> None:
        """Close the innermost frame: where what is in it ends, and where it does itself."""
        frame = self._frames.pop()
        draft = frame.draft
        if draft is None:
            return
        if frame.name == "caption":
            draft.caption = frame.text.cell(Span(self._source, inside, inside)).text
        elif frame.name in CELLS:
            self._end_cell(frame, draft, inside)
        elif frame.name == "tr" and frame.row is not None:
            frame.row.end = outside
        elif frame.name == "table":
            self._end_table(draft, outside)

    def _end_cell(self, frame: Frame, draft: Draft, end: int) -> None:
        if frame.scope.look.hidden or frame.row is None:
            return
        reach = attributes(frame.raw) if "span" in frame.raw.lower() else {}
        cell = DraftCell(
            self._cell(frame, draft, inner(self._source, frame.start, end)),
            max(1, _number(reach.get("colspan", ""))),
            _number(reach.get("rowspan", "")),
            strong=frame.name == "th" or frame.text.bold,
        )
        frame.row.cells.append(cell)
        if len(draft.rows) < _LONGEST_LAYOUT:
            draft.writings.append(frame.text)

    def _cell(self, frame: Frame, draft: Draft, at: Span) -> Cell:
        if self._markdown is not None and html_markdown.is_markdown(at, draft.markdown):
            return self._markdown(html_markdown.dedented(at.text), at)
        return frame.text.cell(at)

    def _end_table(self, draft: Draft, end: int) -> None:
        around = self._frames[-1]
        if draft.arranges:
            draft.hear()
            around.headings.take_over(draft.around)
            return
        self._found[draft.place] = table(draft, self._source, end)
        if around.draft is not None:
            around.draft.largest_inside = max(around.draft.largest_inside, len(draft.rows))
            for row in draft.rows:
                at = Span(self._source, row.start, row.end)
                around.text.quote([cell.cell for cell in row.cells], at)


def _number(text: str) -> int:
    found = _NUMBER.match(text)
    return int(found[1]) if found else 1
