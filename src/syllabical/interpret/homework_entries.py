"""The homework of a dated row: handed out, due, with its own date where the cell writes one."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from syllabical.interpret import date_column, homework, kinds, meaning, pieces
from syllabical.interpret.columns import Column
from syllabical.interpret.dates import Dated
from syllabical.interpret.details import details
from syllabical.interpret.homework import Piecework
from syllabical.interpret.outlook import Outlook
from syllabical.interpret.sheet import cell_of, is_blank, text_of
from syllabical.model.syllabus import Entry, Kind
from syllabical.model.table import Cell, Link, Row
from syllabical.source import Span

_EARLIEST, _LATEST = dt.timedelta(days=-60), dt.timedelta(days=240)


def entries(row: Row, dated: Dated, outlook: Outlook) -> tuple[Entry, ...]:
    """What the homework columns of a row say."""
    found: list[Entry] = []
    for column in outlook.columns.of("homework", "mixed", "remark", "out", "due", "exam"):
        cell = cell_of(row, column.index)
        if cell is None or is_blank(cell.text):
            continue
        if column.role == "exam":
            found += _exams(row, dated, column, cell, outlook)
        elif column.role in ("out", "due") and (own := _own(cell.text, cell.at, dated, outlook)):
            found += _of_row(row, own, column, cell, outlook)
        elif not (outlook.deadlines and outlook.columns.of("out", "due")):
            found += _of_cell(row, dated, column, cell, outlook)
    return tuple(found)


def _of_cell(
    row: Row, dated: Dated, column: Column, cell: Cell, outlook: Outlook
) -> Iterator[Entry]:
    found = homework.piecework(cell.lines, outlook.usual.get(column.index), outlook.lexicon)
    for work in found:
        entry = Entry(
            kind=work.kind,
            track=column.track or "Homework",
            title=work.title,
            number=work.number,
            date=dated.date,
            lines=(work.title,) if len(found) > 1 else cell.lines,
            links=_links(cell, work, len(found)),
            details=details(row, column.index, outlook.columns),
            at=_place(cell, work),
        )
        yield from _dated_itself(entry, dated, outlook)


def _dated_itself(entry: Entry, dated: Dated, outlook: Outlook) -> Iterator[Entry]:
    """The entry on its own date; a release and a deadline where the cell dates both."""
    senses = outlook.lexicon.marks(entry.title)
    acts = [mark for mark in senses if mark.sense in ("out", "due")]
    usual = entry.kind if not acts else None
    if not acts and entry.kind is not Kind.HOMEWORK_DUE:
        yield entry
        return
    due = next((mark.start for mark in acts if mark.sense == "due"), None)
    out = next((mark.start for mark in acts if mark.sense == "out"), None)
    if usual or due is None or out is None:
        yield _on(entry, _own(entry.title, entry.at, dated, outlook))
        return
    cut = max(due, out)
    parts = (entry.title[:cut], entry.title[cut:])
    first, second = (_own(part, entry.at, dated, outlook) for part in parts)
    if first is None and second is None:
        yield entry
        return
    on_due, on_out = (second, first) if due > out else (first, second)
    yield _on(replace(entry, kind=Kind.HOMEWORK_RELEASE), on_out)
    yield _on(replace(entry, kind=Kind.HOMEWORK_DUE), on_due)


def _on(entry: Entry, own: Dated | None) -> Entry:
    starts = kinds.written(entry.title)[0] if entry.kind is Kind.HOMEWORK_DUE else None
    if own is None:
        return replace(entry, starts=entry.starts or starts)
    return replace(entry, date=own.date, starts=own.starts or starts)


def _own(text: str, at: Span, near: Dated, outlook: Outlook) -> Dated | None:
    """The date that a text writes itself, if it is one of this term."""
    if not any(map(str.isdigit, text)):
        return None
    found = date_column.one(text, at, replace(outlook.known, near=near.date))
    if found is None or not _EARLIEST <= found.date - near.date <= _LATEST:
        return None
    return found


def with_own_date(entry: Entry, cell: Cell, outlook: Outlook) -> Entry:
    """A deadline in a session's cell, on the date that it writes itself."""
    near = Dated(date=entry.date, written="", at=cell.at)
    own = _own(entry.title, cell.at, near, outlook)
    return _on(entry, own)


def _of_row(row: Row, own: Dated, column: Column, cell: Cell, outlook: Outlook) -> Iterator[Entry]:
    """A date in a column of deadlines belongs to what the row's other columns name."""
    title = _named(row, outlook)
    if not title:
        return
    kind = Kind.HOMEWORK_DUE if column.role == "due" else Kind.HOMEWORK_RELEASE
    meant = meaning.kind_of(title, outlook.lexicon)
    kind = meant if meant in (Kind.EXAM, Kind.PRESENTATION) else kind
    yield Entry(
        kind=kind,
        track=_track(outlook) or column.track,
        title=title,
        number=homework.number_of(title, outlook.lexicon),
        date=own.date,
        starts=own.starts,
        lines=(title,),
        links=_row_links(row, outlook),
        details=details(row, column.index, outlook.columns),
        at=cell.at,
    )


def _named(row: Row, outlook: Outlook) -> str:
    for role in ("homework", "mixed", "item", "session", "kind", "detail"):
        for column in outlook.columns.of(role):
            text = text_of(row, column.index)
            if not is_blank(text) and not meaning.is_nothing(text, outlook.lexicon):
                return text
    return ""


def _track(outlook: Outlook) -> str:
    column = outlook.columns.first("homework", "mixed")
    return column.track if column else ""


def _row_links(row: Row, outlook: Outlook) -> tuple[Link, ...]:
    column = outlook.columns.first("homework", "mixed", "item", "session")
    cell = cell_of(row, column.index) if column else None
    return cell.links if cell else ()


def _exams(row: Row, dated: Dated, column: Column, cell: Cell, outlook: Outlook) -> Iterator[Entry]:
    text = cell.text
    marks = outlook.lexicon.marks(pieces.core(text))
    senses = {mark.sense for mark in marks}
    if (
        meaning.is_nothing(text, outlook.lexicon)
        or "not exam" in senses
        or "no" in senses
        or "open" in senses
    ):
        return
    exam = meaning.is_exam(pieces.core(text), marks)
    yield Entry(
        kind=Kind.EXAM,
        track=column.track,
        title=text if exam else f"{column.track} {text}",
        number=homework.number_of(text, outlook.lexicon),
        date=dated.date,
        starts=dated.starts,
        ends=dated.ends,
        lines=cell.lines,
        links=cell.links,
        details=details(row, column.index, outlook.columns),
        at=cell.at,
    )


def _links(cell: Cell, work: Piecework, count: int) -> tuple[Link, ...]:
    if count == 1:
        return cell.links
    return tuple(link for link in cell.links if link.text and link.text in work.title)


def _place(cell: Cell, work: Piecework) -> Span:
    """The piece's own characters where the page has them in one stretch, else the cell."""
    at = cell.at.text.find(work.title)
    return cell.at.part(at, at + len(work.title)) if at >= 0 else cell.at
