"""A table as it is found in HTML, row by row, and the finished one it makes."""

from dataclasses import dataclass, field

from syllabical.model.table import Row, Table
from syllabical.read import table_shape
from syllabical.read.html_pages.html_grid import DraftRow, grid
from syllabical.read.html_pages.html_headings import Headings
from syllabical.read.html_pages.html_text import Writing
from syllabical.source import Source, Span

_MOST_HEAD_ROWS = 3
_FEWEST_COLUMNS = 2


@dataclass(slots=True)
class Draft:
    """A table while it is being read."""

    start: int
    place: int
    """Which of the tables it is."""

    around: Headings
    """The headings it stands under, and those in its cells."""

    headings: tuple[str, ...] = ()
    layout: bool = False
    """Whether it says itself that it only arranges the page."""

    markdown: bool = False
    """Whether it says itself that there is Markdown in its cells."""

    caption: str = ""
    groups: int = 0
    rows: list[DraftRow] = field(default_factory=list)
    writings: list[Writing] = field(default_factory=list)
    """The text of each cell."""

    largest_inside: int = 0
    """The number of rows of the largest table inside one of its cells."""

    _heard: int = 0

    def hear(self) -> None:
        """Take in the headings in the cells so far."""
        for writing in self.writings[self._heard :]:
            self.around.hear(writing)
        self._heard = len(self.writings)

    @property
    def arranges(self) -> bool:
        """Whether it only arranges the page, other tables among it."""
        rows = sum(1 for row in self.rows if row.cells)
        if self.layout or self.largest_inside >= max(rows, 1):
            return True
        return rows < 1 or max(len(row.cells) for row in self.rows) < _FEWEST_COLUMNS


def table(draft: Draft, source: Source, end: int) -> Table | None:
    """The finished table; nothing where it says nothing."""
    kept = [row for row in draft.rows if row.cells]
    laid = grid(kept, source)
    rows = [(row, kept[at]) for at, row in enumerate(laid) if not table_shape.is_empty(row)]
    if not rows:
        return None
    titles, heads, body = _parted(rows)
    head = table_shape.merged(heads) if heads else None
    headings = (*draft.headings, *([draft.caption] if draft.caption else []), *titles)
    return Table(
        header=head,
        rows=tuple(table_shape.under_titles(table_shape.without_repeats(head, body))),
        headings=headings,
        at=Span(source, draft.start, end),
    )


def _parted(rows: list[tuple[Row, DraftRow]]) -> tuple[list[str], list[Row], list[Row]]:
    """The titles above the header, the rows of the header, and those below it."""
    above = 0
    while above < len(rows) and table_shape.is_title(rows[above][0]):
        above += 1
    heads = _heads(rows[above:])
    if not heads:
        return [], [], [row for row, _ in rows]
    titles = [row.cells[0].text for row, _ in rows[:above]]
    return titles, heads, [row for row, _ in rows[above + len(heads) :]]


def _heads(rows: list[tuple[Row, DraftRow]]) -> list[Row]:
    heads: list[Row] = []
    for row, draft in rows:
        if len(heads) == _MOST_HEAD_ROWS or not (draft.head or _is_strong(row, draft)):
            break
        if heads and not draft.head and not _goes_on(rows[len(heads) - 1][1]):
            break
        heads.append(row)
    if heads and len(heads) == len(rows):
        return heads[:1]
    if heads or not rows:
        return heads
    first, draft = rows[0]
    below = [row for row, _ in rows[1:]]
    return [first] if draft.marked or table_shape.names_columns(first, below) else []


def _is_strong(row: Row, draft: DraftRow) -> bool:
    """Whether every cell that says something is a `th`, or bold."""
    named = [cell for cell in draft.cells if cell.cell.lines]
    return (
        len({id(cell) for cell in row.cells}) > 1
        and bool(named)
        and all(cell.strong for cell in named)
    )


def _goes_on(draft: DraftRow) -> bool:
    """Whether the row below belongs to the header as well: a cell reaches over or into it."""
    return any(cell.columns > 1 or cell.rows != 1 for cell in draft.cells)
