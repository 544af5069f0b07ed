"""A row on one of its dates, with what it says for all of its entries."""

import datetime as dt
import re
from dataclasses import dataclass

from syllabical.interpret.cells import meaning, titles
from syllabical.interpret.cells.sessions import Finding
from syllabical.interpret.dates.types import Dated
from syllabical.interpret.rows import written_hours
from syllabical.interpret.rows.context import Outlook
from syllabical.interpret.tables import column_evidence
from syllabical.interpret.tables.column_evidence import cell_of, is_blank, text_of
from syllabical.interpret.tables.column_roles import Column
from syllabical.languages import folding
from syllabical.model.syllabus import Detail, Kind
from syllabical.model.table import Cell, Row

_APART = frozenset(
    {"date", "day", "month", "week", "number", "starts", "ends", "time", "last", "decoy"}
)


_WORK = (Kind.HOMEWORK_DUE, Kind.HOMEWORK_RELEASE)
_DIGITS = re.compile(r"[\s\d#:.\-–—]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """What holds for every entry of a row on one date."""

    row: Row
    dated: Dated
    outlook: Outlook
    starts: dt.time | None
    ends: dt.time | None
    number: int | None
    kind: str
    """What its kind column says."""

    kind_track: str
    kind_number: str | None
    said: tuple[tuple[int, Detail], ...]
    place: str = ""
    """The room that the row gives."""

    def cell(self, column: Column) -> Cell | None:
        """Its cell in a column, where that says something."""
        cell = cell_of(self.row, column.index)
        return cell if cell is not None and cell.lines else None

    def text(self, column: Column | None) -> str:
        """The text of its cell in a column."""
        return text_of(self.row, column.index) if column else ""

    def track(self, column: Column | None) -> str:
        """The track of a session: what the kind column calls it, else the column's header."""
        return self.kind_track or (column.track if column else "") or self.outlook.fallback

    def details(self, own: int) -> tuple[Detail, ...]:
        """Every other column that says something, in the page's order."""
        cells = self.row.cells
        at = cells[own].at
        # A cell that spans several columns says in each of them what it says in its own.
        return tuple([detail for index, detail in self.said if cells[index].at != at])


def day_row(row: Row, dated: Dated, outlook: Outlook) -> DayRow:
    """A row on one of its dates."""
    starts, ends = written_hours.of_row(row, dated, outlook.columns, outlook.halves)
    kind = outlook.columns.first("kind")
    said = text_of(row, kind.index) if kind else ""
    return DayRow(
        row=row,
        dated=dated,
        outlook=outlook,
        starts=starts,
        ends=ends,
        number=titles.of_row(row, outlook.columns),
        kind=said,
        kind_track=track(said, outlook) if said else "",
        kind_number=titles.in_title(said, "", outlook.lexicon) if said else None,
        said=tuple(_said(row, outlook)),
        place=_place(row, outlook),
    )


def _place(row: Row, outlook: Outlook) -> str:
    column = outlook.columns.first("place")
    text = text_of(row, column.index) if column else ""
    return "" if is_blank(text) or meaning.is_nothing(text, outlook.lexicon) else text


def _said(row: Row, outlook: Outlook) -> list[tuple[int, Detail]]:
    cells = row.cells
    return [
        (column.index, Detail(column.header, cell.lines, cell.links))
        for column in outlook.columns.all
        if column.role not in _APART
        and column.index < len(cells)
        and ((cell := cells[column.index]).links or (cell.lines and not is_blank(cell.text)))
    ]


def with_kind(said: str, title: str, found: list[Finding], outlook: Outlook) -> list[Finding]:
    """A cell's findings in the light of what the row's kind column says."""
    if not said or meaning.is_nothing(said, outlook.lexicon):
        return found
    kind = _kind(said, outlook)
    if kind is not None and _is_bare_work(found, outlook) and _is_told(said, kind, outlook):
        return [found[0]._replace(kind=kind)]
    return found if kind is None else _overruled(kind, said, title, found)


def _overruled(kind: Kind, said: str, title: str, found: list[Finding]) -> list[Finding]:
    """A cell's findings, or what the kind column makes of them where it knows better."""
    if kind is Kind.CLASS and not found:
        return [Finding(kind, said, 0, 0)]
    if kind is Kind.CLASS or any(finding.kind is kind for finding in found):
        return found
    if kind in _WORK and found and found[0].kind in _WORK:
        return found
    if kind in (Kind.EXAM, Kind.PRESENTATION) and found and found[0].kind is Kind.NO_CLASS:
        return found
    whole = f"{said}: {title}" if title and title != said else said
    if kind is Kind.NO_CLASS:
        whole = title or said
    return [Finding(kind, whole, 0, len(title))]


def _is_bare_work(found: list[Finding], outlook: Outlook) -> bool:
    """Whether a cell names homework and no more: `Worksheet 1`."""
    return (
        len(found) == 1
        and found[0].kind in _WORK
        and not outlook.lexicon.senses(found[0].title) & {"due", "out"}
    )


def _is_told(said: str, kind: Kind, outlook: Outlook) -> bool:
    """Whether the kind column says in so many words what a homework's name leaves open."""
    return bool(
        outlook.lexicon.senses(said) & ({"session"} if kind is Kind.CLASS else {"due", "out"})
    ) and (kind is Kind.CLASS or kind in _WORK)


def _kind(said: str, outlook: Outlook) -> Kind | None:
    if meaning.says_no_class(said, outlook.lexicon):
        return Kind.NO_CLASS
    senses = outlook.lexicon.senses(said)
    if "homework" in senses and not senses & {"due", "out"}:
        return outlook.usual.get(-1)
    if senses & {"due", "out"} and len(folding.words(said)) == 1:
        return Kind.HOMEWORK_DUE if "due" in senses else Kind.HOMEWORK_RELEASE
    if senses & {"homework", "task"} and senses & {"due", "out"}:
        return Kind.HOMEWORK_DUE if "due" in senses else Kind.HOMEWORK_RELEASE
    return meaning.kind_of(said, outlook.lexicon)


def track(said: str, outlook: Outlook) -> str:
    """What the kind column calls a session, without its number; empty where it calls it nothing."""
    if "session" not in outlook.lexicon.senses(said):
        return ""
    name = _DIGITS.sub("", column_evidence.plain(said)).strip()
    if not name or len(folding.words(name)) > 3:  # noqa: PLR2004 (more is a sentence)
        return ""
    return name[0].upper() + name[1:]
