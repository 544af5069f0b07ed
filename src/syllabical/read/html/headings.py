"""Knows which headings a place on a page stands under, and gathers the words around tables."""

from syllabical.model.table import Passage, Where
from syllabical.read.html.cells import Line, Writing
from syllabical.source import Source

_LONGEST_HEADING = 70
_FARTHEST = 2
"""How many lines may stand between a line that looks like a heading and its table."""


class Headings:
    """The headings in force, from the page's title down."""

    def __init__(self, source: Source, above: tuple[str, ...]) -> None:
        self.passages: list[Passage] = []
        self._source = source
        self._above = above
        self._levels: list[tuple[int, str]] = []
        self._like = ""
        self._since = 0

    @property
    def now(self) -> tuple[str, ...]:
        """The headings that what comes next stands under."""
        found = tuple(text for _, text in self._levels)
        like = (self._like,) if self._like and self._since <= _FARTHEST else ()
        return self._above + found + like

    def hear(self, writing: Writing) -> None:
        """Take in the lines that were not yet heard."""
        for line in writing.lines[writing.heard :]:
            text = line.text
            if text:
                self._hear(line, text)
        writing.heard = len(writing.lines)

    def inside(self) -> "Headings":
        """The headings inside of what comes next, to go on from by themselves."""
        return Headings(self._source, self.now)

    def _hear(self, line: Line, text: str) -> None:
        where = Where.PROSE
        self._since += 1
        level = line.look.level
        if level:
            while self._levels and self._levels[-1][0] >= level:
                self._levels.pop()
            self._levels.append((level, text))
            self._like = ""
            where = Where.HEADING
        elif _looks_like_one(line, text):
            self._like, self._since = text, 0
            where = Where.HEADING
        self.passages.append(Passage(where=where, text=text, at=line.at(self._source)))


def _looks_like_one(line: Line, text: str) -> bool:
    """Whether a line is set apart as a heading is: bold, or in a box with a style of its own."""
    if line.linked or len(text) > _LONGEST_HEADING or text[-1] in ".;,!?":
        return False
    return not line.plain or line.look.classed
