"""A page and its tables, their markup gone, nothing understood yet. Made by `read`."""

from dataclasses import dataclass, field
from enum import StrEnum

from syllabical.source import Source, Span


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell says to a reader of the page: plain text, no markup."""

    lines: tuple[str, ...] = ()
    """Line by line, as `<br>`, paragraphs and list items divide it; blanks folded, none empty."""

    links: tuple[Link, ...] = ()
    struck: tuple[str, ...] = ()
    """What is struck out: dead, but it may say which class was cancelled."""

    stamps: tuple[str, ...] = ()
    """The values of `<time datetime="…">`, which are believed."""

    at: Span = field(compare=False)
    """Where it stands, without the blanks around it. One cell that spans several rows or
    columns stands in each of them with the same place."""

    @property
    def text(self) -> str:
        """All lines as one."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    at: Span = field(compare=False)

    heading: str = ""
    """The heading inside the table (or the unit, section or week) that this row stands under."""

    silenced: frozenset[str] = frozenset()
    """Rules that the author silenced on this row: `<!-- syllabical: allow RULE, RULE -->`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a page; every row has as many cells as the widest."""

    header: Row | None
    """``None`` where the page gives no header."""

    rows: tuple[Row, ...]
    headings: tuple[str, ...] = ()
    """The headings it stands under, from the page's title down to the nearest."""

    at: Span = field(compare=False)


class Where(StrEnum):
    """Where on the page (or around it) a passage of text stands."""

    FRONT_MATTER = "front matter"
    TITLE = "title"
    HEADING = "heading"
    PROSE = "text"
    PATH = "path"
    CONFIG = "site configuration"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words outside the tables, which may say the year, the term or the hours."""

    where: Where
    text: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A course page: its tables in order, and what it says around them."""

    source: Source
    """The file itself, or the first file of a folder."""

    title: str = ""
    tables: tuple[Table, ...] = ()
    passages: tuple[Passage, ...] = ()
