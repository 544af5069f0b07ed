"""What a row is read with: its table's columns and words, and what the dates have settled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from syllabical.interpret.cells import titles
from syllabical.interpret.dates.types import ColumnDates, Dated, Known
from syllabical.interpret.rows import written_hours
from syllabical.interpret.tables.calendar_grid import Weekdays
from syllabical.interpret.tables.candidates import Candidate
from syllabical.interpret.tables.column_evidence import Contents
from syllabical.interpret.tables.column_roles import Column, Columns
from syllabical.languages import folding
from syllabical.languages.lexicon import Lexicon
from syllabical.model.hours import Half, usual_halves
from syllabical.model.syllabus import Kind, Week
from syllabical.model.table import Row

_ENOUGH = 3
_LONG = 40


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

    halves: Mapping[int, Half] = field(default_factory=dict)
    """The half of the day of each hour that the columns for hours say outright."""

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


def outlook(each: Candidate, dates: ColumnDates, country: str = "") -> Outlook:
    """What the rows of a table are read with."""
    usual = {
        column.index: _usual(column, each.sheet.contents[column.index])
        for column in each.columns.of("homework", "out", "due")
    }
    kind = each.columns.first("kind")
    if kind is not None:
        usual[-1] = _usual(kind, each.sheet.contents[kind.index])
    return Outlook(
        columns=each.columns,
        lexicon=each.sheet.lexicon,
        known=dates.known,
        usual=usual,
        weekdays=each.weekdays,
        deadlines=each.columns.index("date") is None,
        numbered=titles.count_classes(each.sheet, each.columns),
        halves=usual_halves(written_hours.in_columns(row, each.columns) for row in each.sheet.rows),
        country=country,
    )


def by_headings(kept: Sequence[Candidate], headers: Lexicon) -> list[Candidate]:
    """Parallel tables, as of lectures and of labs, with their headings for tracks."""
    named = [each for each in kept if _is_session(each.heading, headers)]
    if len(named) < 2 or len({each.heading for each in named}) < len(named):  # noqa: PLR2004 (one needs no telling apart)
        return list(kept)
    return [_titled(each) if each in named else each for each in kept]


def _is_session(heading: str, headers: Lexicon) -> bool:
    return bool({"session", "side session"} & headers.senses(heading)) and len(heading) < _LONG


def _titled(each: Candidate) -> Candidate:
    renamed = (
        replace(column, track=each.heading)
        if column.role == "session" and column.is_topic
        else column
        for column in each.columns.all
    )
    return replace(each, columns=Columns(tuple(renamed)))


def _usual(column: Column, contents: Contents) -> Kind | None:
    """A release, unless the header or every other cell of the column says `due`."""
    if column.role in ("due", "out"):
        return Kind.HOMEWORK_DUE if column.role == "due" else Kind.HOMEWORK_RELEASE
    acts = [contents.lexicon.senses(text) & {"due", "out"} for text in contents.texts]
    dues = sum("due" in each for each in acts)
    only_due = dues >= _ENOUGH and not any("out" in each for each in acts)
    told = only_due and not _is_told_twice(contents)
    return Kind.HOMEWORK_DUE if told else Kind.HOMEWORK_RELEASE


def _is_told_twice(contents: Contents) -> bool:
    """Whether the same homework stands there bare, and later with `due`."""
    lexicon = contents.lexicon
    bare: set[str] = set()
    for text in contents.texts:
        said = " ".join(word for word in folding.said(text) if not word.isdigit())
        titles = {word for word in folding.said(text) if word.isdigit()}
        if "due" not in lexicon.senses(text):
            bare |= titles if said else set()
        elif len(titles) == 1 and titles <= bare:
            return True
    return False


def tracks(kept: Sequence[Candidate], weeks: Iterable[Week]) -> tuple[str, ...]:
    """The session tracks, in the order of the columns, then of their first class."""
    work = (Kind.HOMEWORK_DUE, Kind.HOMEWORK_RELEASE, Kind.OTHER)
    used = [e.track for week in weeks for e in week.entries if e.kind not in work]
    order = [column.track for each in kept for column in each.columns.of("session")]
    return tuple(dict.fromkeys([track for track in order if track in used] + used))
