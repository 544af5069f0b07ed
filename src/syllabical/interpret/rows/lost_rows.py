"""Rows that hold a class or homework and no readable date: none of them is left out unsaid."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from syllabical.diagnostics import Report
from syllabical.interpret.dates import tokens
from syllabical.interpret.dates.settle import place
from syllabical.interpret.dates.types import ColumnDates, Dated
from syllabical.interpret.rows import entries, weeks
from syllabical.interpret.rows.context import DatedRow, Outlook
from syllabical.interpret.tables.candidates import Candidate
from syllabical.interpret.tables.column_evidence import cell_of, is_blank
from syllabical.languages import folding, listed
from syllabical.languages.names import ENGLISH, names
from syllabical.model.syllabus import Entry, Kind
from syllabical.model.table import Cell, Row

_ORDINALS = frozenset(map(folding.folded, listed("dates", "written ordinals")))
_DAYLESS = frozenset(map(folding.folded, listed("dates", "any day")))
"""What says that a row belongs to no day, rather than which."""

_TOLD = frozenset(["date-does-not-exist", "date-unreadable"])

_LABELS = frozenset(map(folding.folded, listed("dates", "instead")))
"""What is counted or named in the place of a date."""


def say(each: Candidate, dates: ColumnDates, outlook: Outlook, report: Report) -> None:
    """Say which rows would have made events, had their dates been readable."""
    model = next((dated for row in dates.rows for dated in row), None)
    if model is None:
        return
    told = sorted(said.at.start for said in report if said.at and said.code in _TOLD)
    for row in weeks.undated(each.sheet.rows, dates.rows, each):
        cell = cell_of(row, each.dating)
        if not (_is_section(row) or _is_open(cell, outlook) or _is_told(cell, told)):
            _row(row, cell, model, outlook, report)


def _row(row: Row, cell: Cell | None, model: Dated, outlook: Outlook, report: Report) -> None:
    lost = list(_entries(row, model, outlook))
    if not lost:
        return
    if cell is None or is_blank(cell.text):
        report.note(
            "row-without-event",
            f"`{lost[0].title}` has no date, and nothing is published for it",
            lost[0].at,
            help="give the row its date",
        )
    elif _is_date(cell.text, outlook):
        report.error(
            "date-unreadable",
            f"`{cell.text}` stands among dates and is none",
            place(cell.at, cell.text),
            help="write it as the dates around it are written",
        )
    else:
        say_so = report.note if all(e.kind is Kind.NO_CLASS for e in lost) else report.warning
        say_so(
            "row-without-event",
            f"`{cell.text}` is no date, and nothing is published for `{lost[0].title}`",
            place(cell.at, cell.text),
            help="give the row a date, or write `TBA` in its place while there is none",
        )


def _entries(row: Row, model: Dated, outlook: Outlook) -> Iterator[Entry]:
    """What the row would have said on any other day."""
    yield from entries.entries(row, model, outlook)
    if outlook.weekdays:
        for week in weeks.days_of_grid(DatedRow(row, ()), model, outlook):
            yield from week.entries


def _is_section(row: Row) -> bool:
    """Whether a row is a title among the rows: one text, once or in every cell."""
    return len({cell.text for cell in row.cells if not is_blank(cell.text)}) <= 1


def _is_open(cell: Cell | None, outlook: Outlook) -> bool:
    """Whether the row's day is yet to be said, or there is none."""
    text = cell.text if cell else ""
    said = {word.text for word in folding.words(text)}
    return "open" in outlook.lexicon.senses(text) or "?" in text or bool(said & _DAYLESS)


def _is_told(cell: Cell | None, told: Sequence[int]) -> bool:
    """Whether its date was said to be none already."""
    if cell is None:
        return False
    after = bisect_left(told, cell.at.start)
    return after < len(told) and told[after] < max(cell.at.end, cell.at.start + 1)


def _is_date(text: str, outlook: Outlook) -> bool:
    """Whether it is meant for a date, rather than for a label such as `Finals week`."""
    said = {word.text for word in folding.words(text)}
    if said & _LABELS or any(mark.sense != "filler" for mark in outlook.lexicon.marks(text)):
        return False
    language = outlook.known.language or "en"
    shape, _ = tokens.words(text, ENGLISH if language == "en" else names(language))
    return any(map(str.isdigit, text)) or bool(set("MWB") & set(shape)) or bool(said & _ORDINALS)
