"""A dated row's entries: its classes, exams, homework, or that there is no class."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from syllabical.interpret import (
    homework,
    homework_entries,
    kinds,
    meaning,
    no_class,
    numbers,
    sessions,
)
from syllabical.interpret.columns import Column
from syllabical.interpret.dates import Dated
from syllabical.interpret.details import details
from syllabical.interpret.outlook import Outlook
from syllabical.interpret.sessions import Finding
from syllabical.interpret.sheet import cell_of, text_of
from syllabical.model.syllabus import Entry, Kind
from syllabical.model.table import Cell, Row

_WORK = (Kind.HOMEWORK_DUE, Kind.HOMEWORK_RELEASE)


def entries(row: Row, dated: Dated, outlook: Outlook) -> tuple[Entry, ...]:
    """What a row says will happen on one of its dates."""
    spoken = [
        (column, cell, _findings(row, column, cell, outlook))
        for column in outlook.columns.of("session")
        if (cell := cell_of(row, column.index))
    ]
    kept = no_class.one(row, spoken, outlook)
    found = [
        _entry(row, dated, column, cell, finding, outlook)
        for column, cell, findings in kept
        for finding in findings
    ]
    closed = no_class.elsewhere(row, dated, bool(found), outlook)
    work = homework_entries.entries(row, dated, outlook)
    return (*found, *closed, *_new(work, found))


def _findings(row: Row, column: Column, cell: Cell, outlook: Outlook) -> list[Finding]:
    found = sessions.findings(cell.lines, outlook.lexicon)
    return kinds.with_kind(row, column, _with_subtopic(row, column, found, outlook), outlook)


def _with_subtopic(
    row: Row, column: Column, found: list[Finding], outlook: Outlook
) -> list[Finding]:
    """A class titled `topic: subtopic`, or what the subtopic says it is instead."""
    below = outlook.columns.first("subtopic")
    cell = cell_of(row, below.index) if below else None
    if below is None or cell is None or column.index != below.index - 1 or len(found) != 1:
        return found
    if found[0].kind is not Kind.CLASS or meaning.is_open(cell.text, outlook.lexicon):
        return found
    inner = sessions.findings(cell.lines, outlook.lexicon)
    if not inner:
        return found
    title = f"{found[0].title}: {cell.text}"
    return [found[0]._replace(kind=inner[0].kind, title=title)]


def _entry(  # noqa: PLR0913, PLR0917 (an entry is all of these)
    row: Row, dated: Dated, column: Column, cell: Cell, finding: Finding, outlook: Outlook
) -> Entry:
    starts, ends = kinds.hours(row, dated, outlook)
    whole = finding.title == cell.text
    track = kinds.track(row, column, outlook)
    entry = Entry(
        kind=finding.kind,
        track=track,
        title=finding.title,
        number=_number(row, finding, track, outlook),
        date=dated.date,
        until=_until(finding.kind, dated),
        starts=starts,
        ends=ends,
        lines=cell.lines if whole or not cell.lines else (finding.title,),
        links=cell.links,
        details=details(row, column.index, outlook.columns),
        at=cell.at,
    )
    if finding.kind in _WORK:
        return homework_entries.with_own_date(entry, cell, outlook)
    if finding.kind is Kind.EXAM and not entry.starts:
        starts, ends = kinds.written(finding.title)
        return replace(entry, starts=starts, ends=ends)
    return entry


def _until(kind: Kind, dated: Dated) -> dt.date | None:
    return dated.until if kind is Kind.NO_CLASS else None


def _number(row: Row, finding: Finding, track: str, outlook: Outlook) -> str | None:
    if finding.kind in _WORK:
        return homework.number_of(finding.title, outlook.lexicon)
    return (
        numbers.in_title(finding.title, track, outlook.lexicon)
        or kinds.number(row, outlook)
        or _row_number(row, outlook)
    )


def _row_number(row: Row, outlook: Outlook) -> str | None:
    number = numbers.of_row(row, outlook.columns) if outlook.numbered else None
    return None if number is None else str(number)


def _new(work: Iterable[Entry], found: list[Entry]) -> Iterator[Entry]:
    """The homework of a row, without an exam that a session's cell names already."""
    exams = {entry.date for entry in found if entry.kind is Kind.EXAM}
    return (entry for entry in work if entry.kind is not Kind.EXAM or entry.date not in exams)


def joined(above: tuple[Entry, ...], below: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries of a row and of the undated row that continues it: one class a track."""
    found = list(above)
    for entry in below:
        if entry.kind is Kind.NO_CLASS and found:
            continue
        at = next((at for at, other in enumerate(found) if _continues(other, entry)), None)
        if at is None:
            found.append(entry)
        else:
            found[at] = _extended(found[at], entry)
    return tuple(found)


def _continues(above: Entry, below: Entry) -> bool:
    return (
        above.kind is below.kind is Kind.CLASS
        and above.track == below.track
        and below.starts in (None, above.starts)
    )


def _extended(above: Entry, below: Entry) -> Entry:
    return replace(
        above,
        title=f"{above.title}; {below.title}",
        lines=(*above.lines, *below.lines),
        links=(*above.links, *(link for link in below.links if link not in above.links)),
        details=(*above.details, *(each for each in below.details if each not in above.details)),
    )


def is_empty(row: Row, outlook: Outlook) -> bool:
    """Whether a row's sessions and homework are all blank."""
    roles = ("session", "homework", "mixed", "due", "out", "exam")
    return not any(text_of(row, column.index) for column in outlook.columns.of(*roles))
