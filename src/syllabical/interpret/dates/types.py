"""What a dated row says, and how a column of dates was read: the words of this room's dates."""

import datetime as dt
from dataclasses import dataclass, field

from syllabical.model.syllabus import DateReading, Reason
from syllabical.model.table import Passage
from syllabical.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One date as it was understood."""

    date: dt.date
    until: dt.date | None = None
    """The last day, where a stretch is written."""

    weekday: int | None = None
    """The weekday written beside it, Monday 0."""

    starts: dt.time | None = None
    ends: dt.time | None = None
    written: str
    """Its own characters, without weekday and hours: what a correction would replace."""

    start: int = field(compare=False, default=0)
    """Where the date, its weekday and its hours begin in the cell's `text`."""

    end: int = field(compare=False, default=0)
    at: Span = field(compare=False)
    """The characters of the date alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known about the dates before the first of them is read."""

    today: dt.date
    order: str | None = None
    """`schedule.dates.order`."""

    year: int | None = None
    """`schedule.dates.year`: that of the first row."""

    language: str | None = None
    """`schedule.dates.language`, or the page's own, as in `he` or `en-US`."""

    passages: tuple[Passage, ...] = ()
    headings: tuple[str, ...] = ()
    """The headings that the table stands under."""

    months: tuple[str, ...] = ()
    """For each row, the words of its month column or of the heading it stands under, if any."""

    what: str = ""
    """The column in the author's words, for the messages: ``column `Date` ``."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a column of dates has settled, for the dates in the other cells of a row."""

    order: str
    year: int | None = None
    language: str | None = None
    near: dt.date | None = None
    """The date of the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnDates:
    """A column of dates, read as a whole."""

    rows: tuple[tuple[Dated, ...], ...]
    """For each cell its dates; none for a blank one."""

    reading: DateReading
    known: Known
    reasons: tuple[Reason, ...] = ()
