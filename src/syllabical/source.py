"""Where every value came from: a text that was read, and a stretch of it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was read, with the name people know it by."""

    path: str
    """The path as the reader of a message should see it."""

    text: str
    """The whole text, line ends as they were found."""

    def __repr__(self) -> str:
        return f"Source({self.path!r})"

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1; columns count characters."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line end."""
        starts = _line_starts(self.text)
        start = starts[number - 1]
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a line and column, both counted from 1, held inside the text."""
        starts = _line_starts(self.text)
        start = starts[min(line, len(starts)) - 1]
        return min(start + column - 1, len(self.text))

    def span(self, start: int = 0, end: int | None = None) -> "Span":
        """A stretch of this text; the whole of it when nothing is said."""
        return Span(self, start, len(self.text) if end is None else end)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source, from `start` up to but not including `end`."""

    source: Source
    start: int
    end: int

    def __str__(self) -> str:
        line, column = self.place
        return f"{self.source.path}:{line}:{column}"

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the first character, counted from 1."""
        return self.source.place(self.start)

    @property
    def text(self) -> str:
        """The author's own characters."""
        return self.source.text[self.start : self.end]

    def on_line_of(self, other: "Span") -> bool:
        """Whether both start on one line of one file."""
        return (self.source.path, self.place[0]) == (other.source.path, other.place[0])

    def part(self, start: int, end: int) -> "Span":
        """The stretch between two offsets counted from this one's start."""
        return Span(self.source, self.start + start, min(self.start + end, self.end))

    def strip(self) -> "Span":
        """The same stretch without the blanks around it; empty ones stay where they are."""
        text = self.text
        kept = text.strip()
        if not kept:
            return Span(self.source, self.start, self.start)
        start = self.start + text.index(kept)
        return Span(self.source, start, start + len(kept))


@lru_cache(maxsize=64)
def _line_starts(text: str) -> list[int]:
    """The offset at which each line of a text starts."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
