"""The tables of a page weighed: which of them is the schedule."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from syllabical.interpret.tables import calendar_grid
from syllabical.interpret.tables.calendar_grid import Weekdays, turned
from syllabical.interpret.tables.column_evidence import Sheet, is_blank, sheet, text_of
from syllabical.interpret.tables.column_roles import Column, Columns
from syllabical.interpret.tables.columns import columns
from syllabical.interpret.tables.vocabulary import Vocabulary
from syllabical.languages.lexicon import Lexicon
from syllabical.model.table import Table

_MOST = 0.5


@dataclass(frozen=True, eq=False)
class Candidate:
    """A table and what speaks for it."""

    number: int
    """Counted from 1, as the page has them."""

    sheet: Sheet
    columns: Columns
    decoy: bool
    """Whether its heading or headers say that it is about something else."""

    weekdays: Weekdays
    """The weekdays that stand over its columns."""

    @property
    def table(self) -> Table:
        """The table itself."""
        return self.sheet.table

    @property
    def heading(self) -> str:
        """The nearest heading above it."""
        return self.table.headings[-1] if self.table.headings else ""

    @cached_property
    def dated(self) -> int:
        """How many rows have a date."""
        index = self.columns.index("date")
        if index is None:
            return 0
        share = self.sheet.contents[index].dated
        rows = sum(not is_blank(text_of(row, index)) for row in self.sheet.rows)
        return round(share * rows)

    @property
    def is_schedule(self) -> bool:
        """Whether it has dates and sessions."""
        return (
            self.dated > 0 and bool(self.columns.of("session", "kind", "grid")) and not self.decoy
        )

    @property
    def dues(self) -> list[Column]:
        """The columns that date homework."""
        dated = self.sheet.contents
        return [c for c in self.columns.of("due", "out") if dated[c.index].dated >= _MOST]

    @property
    def is_deadlines(self) -> bool:
        """Whether it has dates of homework, and no sessions."""
        return bool(self.dues) and not self.decoy

    @property
    def date(self) -> Column | None:
        """The column whose date is the row's: the date column, else that of a deadline."""
        return self.columns.first("date") or self.columns.first("out") or self.columns.first("due")

    @property
    def dating(self) -> int | None:
        """Where that column stands."""
        return self.date.index if self.date else None

    @property
    def shape(self) -> tuple[str, ...]:
        """Its columns' roles, by which parts of one schedule are alike."""
        return tuple(column.role for column in self.columns.all)


def candidates(tables: Sequence[Table], known: Vocabulary) -> list[Candidate]:
    """Every table with its columns understood."""
    return [_candidate(at, table, known) for at, table in enumerate(tables, 1)]


def _candidate(number: int, table: Table, known: Vocabulary) -> Candidate:
    table = turned(table, known.names) or headed(table, known.headers)
    made = sheet(calendar_grid.flattened(table, known.names) or table, known.cells)
    found = columns(made, known)
    days = calendar_grid.weekdays(made.headers, known.names) if found.of("grid") else {}
    return Candidate(number, made, found, _is_decoy(made, found, known.decoys), days)


def _is_decoy(made: Sheet, found: Columns, decoys: Lexicon) -> bool:
    if found.of("decoy") and not found.of("session"):
        return True
    heading = made.table.headings[-1] if made.table.headings else ""
    return bool(decoys.marks(heading)) or len(found.of("decoy")) * 2 >= max(made.width - 1, 1)


def headed(table: Table, headers: Lexicon) -> Table:
    """The table with its first row as its header, where that row is one in all but markup."""
    if table.header is not None and any(not is_blank(cell.text) for cell in table.header.cells):
        return table
    rows = [row for row in table.rows if any(not is_blank(cell.text) for cell in row.cells)]
    if not rows:
        return table
    texts = [cell.text for cell in rows[0].cells if not is_blank(cell.text)]
    roles = [bool(headers.marks(text)) for text in texts]
    if (
        len(texts) > 1
        and all(roles)
        and not any(letter.isdigit() for text in texts for letter in text)
    ):
        return Table(header=rows[0], rows=tuple(rows[1:]), headings=table.headings, at=table.at)
    return table
