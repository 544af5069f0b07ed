"""The table as understood: weeks and what each of them holds. Made by `interpret`."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from syllabical.model.table import Link
from syllabical.source import Span


class Kind(StrEnum):
    """What an event is to a student."""

    CLASS = "class"
    NO_CLASS = "no-class"
    HOMEWORK_RELEASE = "homework-release"
    HOMEWORK_DUE = "homework-due"
    PRESENTATION = "presentation"
    EXAM = "exam"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Detail:
    """A further column of the row: `Header: text`."""

    header: str
    lines: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a row says will happen."""

    kind: Kind
    track: str
    """The session or homework column it stands in, by its header: `Lecture`. The same name
    from edition to edition of the page, as far as the header is."""

    title: str
    """The whole cell as one line of plain text; never cut."""

    number: str | None = None
    """As the page numbers it: `3`, or `1` of `HW1`; ``None`` where it does not."""

    date: dt.date
    """The day itself: the cell's own date where it gives one, else the row's."""

    until: dt.date | None = None
    """The last day, where it runs over several (a week of break); inclusive."""

    starts: dt.time | None = None
    """The hour the page writes; for a deadline, when it is due: `ends` is 00:00 at the end of the
    day, and not given otherwise."""

    ends: dt.time | None = None
    place: str = ""
    """The room that the row gives; empty where the page has no column for it."""

    lines: tuple[str, ...] = ()
    """The cell line by line."""

    links: tuple[Link, ...] = ()
    """The links of the cell, in its order."""

    details: tuple[Detail, ...] = ()
    """Every other column of the row that says something, in the page's order."""

    at: Span = field(compare=False)
    """The cell, or the part of it that is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclaimed:
    """What a cell of the schedule mentions and no event of its row made use of."""

    what: str
    """`date`, `weekday` or `hours`."""

    words: str
    """The author's own."""

    at: Span = field(compare=False)
    beside: Entry | None = None
    """The event that was made of the same cell; ``None`` where none was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One dated row of the syllabus."""

    number: int | None = None
    """The number the page gives the row; ``None`` where it writes a dash or nothing."""

    date: dt.date
    until: dt.date | None = None
    """The last day where the row covers several; inclusive."""

    written: str = ""
    """The date as the page writes it."""

    weekday: int | None = None
    """The weekday written beside the date, Monday 0; it may contradict the date."""

    entries: tuple[Entry, ...] = ()
    silenced: frozenset[str] = frozenset()
    """The codes of diagnostics that a comment in the row allows."""

    at: Span = field(compare=False)
    """The whole row."""

    date_at: Span = field(compare=False)
    """The characters of the date alone, so that a correction can replace them."""

    number_at: Span | None = field(compare=False, default=None)
    """The characters of the number; ``None`` where there is none."""

    unclaimed: tuple[Unclaimed, ...] = field(compare=False, default=())
    """What the row mentions and no event made use of."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something on the page was taken for what it was; `show --explain` prints these."""

    what: str
    """`table 2`, `column Lecture`, `row 7`."""

    taken_for: str
    """What it was taken for: `the dates`, `no class`."""

    why: str
    """The evidence, in words."""

    at: Span = field(compare=False)


class Certainty(StrEnum):
    """How sure the reading of the dates is."""

    GIVEN = "given"
    """Said in schedule.yaml or by a flag, or unmistakable (ISO, month names)."""

    PROVED = "proved"
    """No other reading makes sense of every row."""

    GUESSED = "guessed"
    """Other readings are possible; this one fits best."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """How a date column is read."""

    order: str
    """`day-first`, `month-first` or `year-first`; `none` where the forms leave no choice."""

    order_certainty: Certainty
    year_source: str
    """Where the year comes from, in words: ``the cells``, ``the page's title `Fall 2025` ``."""

    year_certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Syllabus:
    """The schedule that a page holds."""

    title: str = ""
    """The course's name as the page gives it; empty where it does not."""

    weeks: tuple[Week, ...] = ()
    tracks: tuple[str, ...] = ()
    """The session columns, by header, in the page's order."""

    reading: DateReading | None = None
    reasons: tuple[Reason, ...] = ()
    at: Span | None = field(compare=False, default=None)
    """The table it was read from."""
