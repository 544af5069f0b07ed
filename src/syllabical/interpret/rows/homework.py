"""The homework of a dated row: handed out, due, with its own date where the cell writes one."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from syllabical.interpret.cells import homework, meaning, titles
from syllabical.interpret.cells.homework import Piecework
from syllabical.interpret.dates.types import Dated
from syllabical.interpret.rows import written_hours
from syllabical.interpret.rows.own_time import own_date, own_time
from syllabical.interpret.rows.row import DayRow
from syllabical.interpret.tables import calendar_grid
from syllabical.interpret.tables.column_evidence import is_blank
from syllabical.interpret.tables.column_roles import Column
from syllabical.model.syllabus import Entry, Kind
from syllabical.model.table import Cell, Link
from syllabical.source import Span

_NOUNS = frozenset(["homework", "task", "exam", "presentation"])


def entries(day: DayRow) -> list[Entry]:
    """What the homework columns of a row say."""
    found: list[Entry] = []
    for column in day.outlook.columns.of("homework", "mixed", "remark", "out", "due", "exam"):
        cell = day.cell(column)
        if cell is None or is_blank(cell.text):
            continue
        if column.role == "exam":
            found += _exams(day, column, cell)
        elif (
            column.role in ("out", "due")
            and (own := own_date(cell.text, cell.at, day))
            and not day.outlook.lexicon.senses(cell.text) & _NOUNS
        ):
            found += _of_row(day, own, column, cell)
        elif not (day.outlook.deadlines and day.outlook.columns.of("out", "due")):
            found += _of_cell(day, column, cell)
    return found


def _of_cell(day: DayRow, column: Column, cell: Cell) -> Iterator[Entry]:
    usual = day.outlook.usual.get(column.index)
    found = homework.piecework(cell.lines, usual, day.outlook.lexicon)
    for work in found:
        entry = Entry(
            kind=work.kind,
            track=column.track or "Homework",
            title=titles.title(work.title, cell.links, day.outlook.lexicon),
            number=work.number,
            date=day.dated.date,
            lines=(work.title,) if len(found) > 1 else cell.lines,
            links=_links(cell, work, len(found)),
            details=day.details(column.index),
            at=_place(cell, work),
        )
        for made in _dated_itself(entry, day):
            yield _on_weekday(made, column.header, day)


def _on_weekday(entry: Entry, header: str, day: DayRow) -> Entry:
    """A deadline of a week on the day that its header says: `Due Sunday 11:59 pm`."""
    weekday = calendar_grid.weekday_in(header) if day.dated.until else None
    if weekday is None or entry.kind is not Kind.HOMEWORK_DUE or entry.date != day.dated.date:
        return entry
    later = dt.timedelta((weekday - entry.date.weekday()) % 7)
    return replace(
        entry, date=entry.date + later, starts=entry.starts or written_hours.of_title(header)[0]
    )


def _dated_itself(entry: Entry, day: DayRow) -> Iterator[Entry]:
    """The entry on its own date; a release and a deadline where the cell dates both."""
    marks = day.outlook.lexicon.marks(entry.title)
    due = next((mark.start for mark in marks if mark.sense == "due"), None)
    out = next((mark.start for mark in marks if mark.sense == "out"), None)
    if due is not None and out is not None:
        yield from _both(entry, day, due, out)
    else:
        yield on_own_day(entry, day)


def on_own_day(entry: Entry, day: DayRow) -> Entry:
    """The entry on the day, at the hours and in the room that it writes itself."""
    own = own_time(entry.title, entry.at, entry.kind, day)
    return replace(
        entry,
        date=own.date or entry.date,
        until=own.until if own.date else entry.until,
        starts=entry.starts if own.starts is None else own.starts,
        ends=entry.ends if own.starts is None else own.ends,
        place=own.place or entry.place,
    )


def _both(entry: Entry, day: DayRow, due: int, out: int) -> Iterator[Entry]:
    cut = max(due, out)
    first, second = (
        own_date(part, entry.at, day) for part in (entry.title[:cut], entry.title[cut:])
    )
    if first is None and second is None:
        yield _on(entry, None)
        return
    on_due, on_out = (second, first) if due > out else (first, second)
    yield _on(replace(entry, kind=Kind.HOMEWORK_RELEASE), on_out)
    yield _on(replace(entry, kind=Kind.HOMEWORK_DUE), on_due)


def _on(entry: Entry, own: Dated | None) -> Entry:
    starts = written_hours.of_title(entry.title)[0] if entry.kind is Kind.HOMEWORK_DUE else None
    ends = starts if starts == dt.time() and written_hours.says_midnight(entry.title) else None
    if own is None:
        return replace(entry, starts=starts, ends=ends) if starts is not None else entry
    return replace(entry, date=own.date, starts=own.starts or starts, ends=ends)


def with_own_date(entry: Entry, day: DayRow) -> Iterator[Entry]:
    """Homework in a session's cell, on the dates that it writes itself."""
    return _dated_itself(replace(entry, starts=None, ends=None), day)


def _of_row(day: DayRow, own: Dated, column: Column, cell: Cell) -> Iterator[Entry]:
    """A date in a column of deadlines belongs to what the row's other columns name."""
    title = _titled(day, column)
    if not title:
        return
    kind = Kind.HOMEWORK_DUE if column.role == "due" else Kind.HOMEWORK_RELEASE
    meant = meaning.kind_of(title, day.outlook.lexicon)
    work = day.outlook.columns.first("homework", "mixed")
    named = day.outlook.columns.first("homework", "mixed", "item", "session")
    source = day.cell(named) if named else None
    yield Entry(
        kind=meant if meant in (Kind.EXAM, Kind.PRESENTATION) else kind,
        track=(work.track if work else "") or column.track,
        title=title,
        number=homework.number_of(title, day.outlook.lexicon),
        date=own.date,
        starts=own.starts,
        ends=own.starts
        if kind is Kind.HOMEWORK_DUE and written_hours.says_midnight(cell.text)
        else None,
        lines=(title,),
        links=source.links if source else (),
        details=day.details(column.index),
        at=cell.at,
    )


def _titled(day: DayRow, column: Column) -> str:
    """What is due; where the header alone says what, as in `Quiz due`, that of which class."""
    named = _named(day)
    lexicon = day.outlook.lexicon
    if day.outlook.columns.of("homework", "mixed", "item") or not named:
        return named
    marks = lexicon.marks(column.header)
    if not any(mark.sense in _NOUNS for mark in marks):
        return named
    act = next((mark for mark in marks if mark.sense in ("due", "out")), None)
    header = column.header
    noun = f"{header[: act.start]} {header[act.end :]}" if act else header
    return f"{noun.strip(' :')}: {named}"


def _named(day: DayRow) -> str:
    for role in ("homework", "mixed", "item", "session", "kind", "detail"):
        for column in day.outlook.columns.of(role):
            text = day.text(column)
            if not is_blank(text) and not meaning.is_nothing(text, day.outlook.lexicon):
                return text
    return ""


def _exams(day: DayRow, column: Column, cell: Cell) -> Iterator[Entry]:
    text, lexicon = cell.text, day.outlook.lexicon
    core = meaning.core_of(text)
    marks = lexicon.marks(core)
    senses = {mark.sense for mark in marks}
    if meaning.is_nothing(text, lexicon) or senses & {"not exam", "no", "open"}:
        return
    yield Entry(
        kind=Kind.EXAM,
        track=column.track,
        title=text if meaning.is_exam(core, marks) else f"{column.track} {text}",
        number=homework.number_of(text, lexicon),
        date=day.dated.date,
        starts=day.dated.starts,
        ends=day.dated.ends,
        lines=cell.lines,
        links=cell.links,
        details=day.details(column.index),
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
