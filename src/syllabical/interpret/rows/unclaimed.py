"""What the cells of a dated row mention and none of its entries made use of."""

import re
from collections.abc import Iterator, Sequence

from syllabical.interpret.cells import meaning
from syllabical.interpret.dates import in_text
from syllabical.interpret.dates.settle import place
from syllabical.interpret.dates.types import Dated
from syllabical.interpret.evidence import weekdays
from syllabical.interpret.rows.context import Outlook
from syllabical.interpret.rows.own_time import dates_near
from syllabical.interpret.tables.column_evidence import cell_of, is_blank
from syllabical.interpret.tables.column_roles import Column
from syllabical.model.syllabus import Entry, Kind, Unclaimed
from syllabical.model.table import Cell, Row
from syllabical.source import Source, Span

_SAID = ("session", "kind", "grid", "homework", "mixed", "exam", "out", "due", "remark", "subtopic")
"""Columns of which every day counts."""

_ASIDE = ("detail", "place", "unit")
"""Columns of which a day counts where the cell speaks of something due or of an exam."""

_BARE = re.compile(
    r"\W*(?:https?://\S+|[\w./~-]+\.(?:pdf|html?|docx?|pptx?|ipynb|zip|md|tex)\W*|#[\da-f]{3,8}"
    r"|(?:rgba?|hsla?)\([^()]*\)|\W*)",
    re.IGNORECASE,
)
"""An address, a file, a colour: what a program reads, and no reader of a calendar."""

_NAMED = re.compile(r"[^\W\d_][^\d\s]|[^\W\d_]\d|\d[^\W\d_]")
"""A word, or a letter with its number, as in `P1`."""

_TELLING = frozenset({"due", "exam", "no class", "cancelled", "presentation"})


def unclaimed(
    row: Row, dated: Dated, outlook: Outlook, entries: Sequence[Entry]
) -> Iterator[Unclaimed]:
    """The days of a row's cells on which nothing of the row was put."""
    seen: set[int] = set()
    for column in outlook.columns.of(*_SAID, *_ASIDE):
        cell = cell_of(row, column.index)
        if cell is None or is_blank(cell.text) or cell.at.start in seen:
            continue
        seen.add(cell.at.start)
        if _counts(column, cell, outlook):
            yield from _of_cell(cell, dated, outlook, entries)


def _counts(column: Column, cell: Cell, outlook: Outlook) -> bool:
    if column.role in _SAID:
        return True
    return bool(outlook.lexicon.senses(cell.text) & _TELLING)


def _of_cell(
    cell: Cell, dated: Dated, outlook: Outlook, entries: Sequence[Entry]
) -> Iterator[Unclaimed]:
    own = [entry for entry in entries if cell.at.start <= entry.at.start < max(cell.at.end, 1)]
    beside = own[0] if own else None
    days = {day for entry in entries for day in (entry.date, entry.until) if day}
    days |= {day for day in (dated.date, dated.until) if day}
    text = cell.text
    for found in dates_near(text, cell.at, dated, outlook):
        if not days & {found.date, found.until}:
            yield Unclaimed(what="date", words=found.written, at=found.at, beside=beside)
    held = {day.weekday() for day in days}
    if dated.until is not None and (dated.until - dated.date).days >= 4:  # noqa: PLR2004 (a week)
        held = {entry.date.weekday() for entry in own}
    for named in weekdays(text, outlook.known.language or "en"):
        if named.weekday not in held and not meaning.is_nothing(text, outlook.lexicon):
            words = text[named.start : named.end]
            yield Unclaimed(what="weekday", words=words, at=place(cell.at, words), beside=beside)


def untitled(entries: Sequence[Entry], outlook: Outlook) -> Iterator[Unclaimed]:
    """The entries whose titles do not say what they are, or say that they are something else."""
    for entry in entries:
        text = entry.title.strip()
        if _says_nothing(entry, outlook) or _contradicts(entry, outlook):
            yield Unclaimed(what="title", words=text, at=entry.at, beside=entry)


def _says_nothing(entry: Entry, outlook: Outlook) -> bool:
    """Whether a title is a label (`Due:`), a day, hours, `Week 4`, or nothing for people."""
    text = entry.title.strip()
    core = meaning.core_of(text).rstrip()
    if core.endswith((":", "：")) and not any(map(str.isdigit, core)):
        return entry.kind is not Kind.CLASS
    if _BARE.fullmatch(text):
        return not outlook.lexicon.senses(text) & {"homework", "exam"}
    kept = list(text)
    spans = [(each.start, each.end) for each in weekdays(text, outlook.known.language or "en")]
    spans += [
        (each.start, each.end)
        for each in in_text.within(text, Span(Source("", text), 0, len(text)), outlook.known)
    ]
    spans += [
        (mark.start, mark.end)
        for mark in outlook.lexicon.marks(text)
        if mark.sense in ("due", "out")
    ]
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return bool(spans) and not _NAMED.search("".join(kept))


def _contradicts(entry: Entry, outlook: Outlook) -> bool:
    """Whether something is handed out that says it is due."""
    senses = outlook.lexicon.senses(entry.title)
    return entry.kind is Kind.HOMEWORK_RELEASE and "due" in senses and "out" not in senses
