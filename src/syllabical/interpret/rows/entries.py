"""A dated row's entries: its classes, exams, homework, or that there is no class."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from syllabical.interpret.cells import homework, meaning, sessions, titles
from syllabical.interpret.cells.sessions import Finding
from syllabical.interpret.cells.titles import in_title
from syllabical.interpret.dates.types import Dated
from syllabical.interpret.rows import homework as homework_entries
from syllabical.interpret.rows import no_class
from syllabical.interpret.rows.context import Outlook
from syllabical.interpret.rows.row import DayRow, day_row, with_kind
from syllabical.interpret.tables.column_evidence import cell_of
from syllabical.interpret.tables.column_roles import Column
from syllabical.model.syllabus import Entry, Kind
from syllabical.model.table import Cell, Row

_WORK = (Kind.HOMEWORK_DUE, Kind.HOMEWORK_RELEASE)


def entries(row: Row, dated: Dated, outlook: Outlook) -> tuple[Entry, ...]:
    """What a row says will happen on one of its dates."""
    day = day_row(row, dated, outlook)
    spoken = [
        (column, cell, _findings(day, column, cell))
        for column in outlook.columns.of("session")
        if (cell := cell_of(row, column.index))
    ]
    found = [
        entry
        for column, cell, findings in no_class.one(day, spoken)
        for finding in findings
        for entry in _entries(day, column, cell, finding)
    ]
    closed = () if found else no_class.elsewhere(day)
    work = homework_entries.entries(day)
    return (*found, *closed, *_new(work, found))


def _findings(day: DayRow, column: Column, cell: Cell) -> list[Finding]:
    found = sessions.findings(cell.lines, day.outlook.lexicon)
    found = _on_homework(day, column, _with_subtopic(day, column, found))
    if not day.kind or column.role == "kind":
        return found
    return with_kind(day.kind, cell.text, found, day.outlook)


def _on_homework(day: DayRow, column: Column, found: list[Finding]) -> list[Finding]:
    """A class on a sheet of homework, as in a tutorial, beside the column that hands it out."""
    if len(found) != 1 or found[0].kind is not Kind.HOMEWORK_RELEASE or column.is_topic:
        return found
    columns = day.outlook.columns
    bare = "out" not in day.outlook.lexicon.senses(found[0].title)
    aside = columns.of("homework", "out", "due", "mixed") or columns.first("session") != column
    return [found[0]._replace(kind=Kind.CLASS)] if bare and aside else found


def _with_subtopic(day: DayRow, column: Column, found: list[Finding]) -> list[Finding]:
    """A class titled `topic: subtopic`, or what the subtopic says it is instead."""
    below = day.outlook.columns.first("subtopic")
    if below is None or column.index != below.index - 1 or len(found) != 1:
        return found
    cell = cell_of(day.row, below.index)
    lexicon = day.outlook.lexicon
    if cell is None or found[0].kind is not Kind.CLASS or meaning.is_open(cell.text, lexicon):
        return found
    inner = sessions.findings(cell.lines, lexicon)
    if not inner:
        return found
    title = f"{found[0].title}: {cell.text}"
    return [found[0]._replace(kind=inner[0].kind, title=title)]


def _entries(day: DayRow, column: Column, cell: Cell, finding: Finding) -> Iterator[Entry]:
    whole = finding.title == cell.text
    track = day.track(column)
    entry = Entry(
        kind=finding.kind,
        track=track,
        title=titles.title(finding.title, cell.links, day.outlook.lexicon),
        number=_number(day, finding, track),
        date=day.dated.date,
        until=day.dated.until if finding.kind is Kind.NO_CLASS else None,
        starts=day.starts,
        ends=day.ends,
        lines=cell.lines if whole or not cell.lines else (finding.title,),
        links=cell.links,
        details=day.details(column.index),
        place=day.place,
        at=cell.at,
    )
    if finding.kind in _WORK:
        yield from homework_entries.with_own_date(entry, day)
    else:
        yield homework_entries.on_own_day(entry, day)


def _number(day: DayRow, finding: Finding, track: str) -> str | None:
    lexicon = day.outlook.lexicon
    if finding.kind in _WORK:
        return homework.number_of(finding.title, lexicon)
    own = in_title(finding.title, track, lexicon) or day.kind_number
    if own or not day.outlook.numbered or day.number is None:
        return own
    return str(day.number)


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
