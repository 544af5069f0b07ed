"""What a row is read with: its table's columns and words, and what the dates have settled."""

from dataclasses import dataclass

from syllabical.interpret.dates.dated import Dated, Known
from syllabical.interpret.language.lexicon import Lexicon
from syllabical.interpret.layout.calendar_grid import Weekdays
from syllabical.interpret.layout.column import Columns
from syllabical.model.syllabus import Kind
from syllabical.model.table import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """All that stays the same from row to row of one table."""

    columns: Columns
    lexicon: Lexicon
    known: Known
    usual: dict[int, Kind | None]
    """What bare homework means, by column."""

    deadlines: bool
    """Whether the rows are dated by deadlines alone."""

    numbered: bool
    """Whether the number column counts classes rather than weeks."""

    weekdays: Weekdays
    """The weekdays that stand over columns, in a calendar grid."""

    country: str = ""
    """The country whose public holidays stand for no class; empty where nobody named it."""

    fallback: str = "Class"
    """The track of a session column without a header."""


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A row, its dates, and the rows without a date that continue it."""

    row: Row
    dates: tuple[Dated, ...]
    more: tuple[Row, ...] = ()
