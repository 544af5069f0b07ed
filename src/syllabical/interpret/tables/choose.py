"""Which tables are the schedule, and which only add homework to it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from syllabical.diagnostics import Note, Report
from syllabical.interpret.tables.candidates import Candidate
from syllabical.interpret.tables.column_evidence import is_blank
from syllabical.languages import folding
from syllabical.model.schedule import PageRef
from syllabical.model.syllabus import Entry, Kind, Week
from syllabical.model.table import Page

_EXTRA = frozenset({Kind.HOMEWORK_DUE, Kind.HOMEWORK_RELEASE, Kind.EXAM, Kind.PRESENTATION})


def chosen(
    found: Sequence[Candidate], page: Page, wanted: PageRef | None, report: Report
) -> list[Candidate]:
    """The table that schedule.yaml asks for, else all that together are the schedule."""
    if not found:
        report.error(
            "no-table",
            f"there is no table on `{page.source.path}`",
            page.source.span(0, 0),
            help="the schedule has to be a table, a list of data or a folder of modules",
        )
        return []
    if wanted and wanted.table is not None:
        return _wanted(found, wanted, report)
    able = [each for each in found if each.is_schedule]
    if not able:
        able = [each for each in found if each.is_deadlines][:1]
    if not able:
        able = [each for each in found if each.dues and each.columns.of("homework")][:1]
    if not able:
        _without_dates(found, page, report)
        return []
    best = max(able, key=lambda each: each.dated)
    kept = [each for each in able if each is best or _belongs(each, best)]
    return _undoubled(kept, best, report)


def _wanted(found: Sequence[Candidate], wanted: PageRef, report: Report) -> list[Candidate]:
    name = wanted.table
    if isinstance(name, int):
        kept = [each for each in found if each.number == name]
    else:
        asked = folding.folded(str(name)).strip()
        kept = [each for each in found if asked in map(_folded, each.table.headings[-1:])]
        kept = kept or [each for each in found if asked in map(_folded, each.table.headings)]
        kept = kept or [each for each in found if asked in _folded(each.heading)]
    if kept:
        dated = [each for each in kept if each.dated]
        return dated or kept
    report.error(
        "table-not-found",
        f"there is no table `{name}` on the page",
        wanted.where("table"),
        *_listed(found),
        help="name a table by the heading above it, or by its number",
    )
    return []


def _folded(text: str) -> str:
    return folding.folded(text).strip(" #:")


def _listed(found: Sequence[Candidate]) -> list[Note]:
    return [Note(f"table {each.number}{_under(each)}", each.table.at) for each in found]


def _under(each: Candidate) -> str:
    return f", under `{each.heading}`" if each.heading else ""


def _without_dates(found: Sequence[Candidate], page: Page, report: Report) -> None:
    decoys = [each for each in found if each.decoy]
    if len(decoys) == len(found):
        report.error(
            "no-table",
            f"no table of `{page.source.path}` is a schedule",
            page.source.span(0, 0),
            *_listed(found),
            help="name the table in schedule.yaml, under `page:`",
        )
        return
    most = max((each for each in found if not each.decoy), key=lambda each: len(each.sheet.rows))
    headers = [f"`{header}`" for header in most.sheet.headers if not is_blank(header)]
    said = f"the columns are {', '.join(headers)}" if headers else "no column has a header"
    report.error(
        "no-date-column",
        f"no column holds dates; {said}",
        most.table.at,
        help="give every class its date, or name another table in schedule.yaml, under `page:`",
    )


def _belongs(each: Candidate, best: Candidate) -> bool:
    """Whether a table is a part of the same schedule: the same columns, or sessions of its own."""
    if each.shape == best.shape or each.sheet.headers == best.sheet.headers:
        return True
    alike = [c.role for c in each.columns.all if c.role in ("date", "session", "kind")]
    enough = each.dated * 4 >= best.dated
    return enough and len(alike) > 1


def _undoubled(kept: list[Candidate], best: Candidate, report: Report) -> list[Candidate]:
    """Leave out a table that dates the same days as another; ask where that is not clear."""
    days = {each.number: _days(each) for each in kept}
    doubles = [
        each
        for each in kept
        if each is not best
        and days[each.number]
        and len(days[each.number] & days[best.number]) * 2 > len(days[each.number])
    ]
    alike = [
        each for each in doubles if each.shape == best.shape and _tracks(each) == _tracks(best)
    ]
    if alike and any(
        each.heading == best.heading or _texts(each) != _texts(best) for each in alike
    ):
        tables = [best, *alike]
        report.error(
            "several-tables",
            f"{len(tables)} tables could be the schedule",
            best.table.at,
            *_listed(tables),
            help="say which in schedule.yaml, as in `page: {path: …, table: 2}`",
        )
    return [each for each in kept if each not in alike]


def _tracks(each: Candidate) -> tuple[str, ...]:
    return tuple(column.track for column in each.columns.of("session"))


def _texts(each: Candidate) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.text for cell in row.cells) for row in each.sheet.rows)


def _days(each: Candidate) -> set[str]:
    index = each.columns.index("date")
    return {
        row.cells[index].text
        for row in each.sheet.rows
        if index is not None and index < len(row.cells) and row.cells[index].text
    }


def additions(
    found: Sequence[Candidate], kept: Sequence[Candidate], wanted: PageRef | None
) -> list[Candidate]:
    """The other tables that may add homework and exams; none where one table was asked for."""
    if wanted and wanted.table is not None:
        return []
    numbers = {each.number for each in kept}
    others = [each for each in found if each.number not in numbers and not each.decoy]
    return [each for each in others if each.is_deadlines or each.dated]


def merged(parts: Sequence[list[Week]]) -> list[Week]:
    """Parts that follow one another stay as they are; parallel ones are laid into each other."""
    parts = [part for part in parts if part]
    if not parts:
        return []
    told = parts[0]
    for part in parts[1:]:
        told = _laid(told, part) if _is_parallel(told, part) else [*told, *part]
    return told


def _is_parallel(above: list[Week], below: list[Week]) -> bool:
    """Whether half of each lies within the days of the other."""
    first, last = min(week.date for week in below), max(week.date for week in above)
    early = sum(week.date < last for week in below)
    late = sum(week.date > first for week in above)
    return early * 2 >= len(below) and late * 2 >= len(above)


def _laid(first: list[Week], second: list[Week]) -> list[Week]:
    """Two lists as one by date, each in its own order."""
    found, at = [], 0
    for week in first:
        while at < len(second) and second[at].date < week.date:
            found.append(second[at])
            at += 1
        found.append(week)
    return [*found, *second[at:]]


def added(weeks: list[Week], more: Iterable[Week]) -> list[Week]:
    """The weeks with the homework and exams of another table that they do not have yet."""
    known = {(e.kind, e.date) for w in weeks for e in w.entries}
    named = {_name(e) for w in weeks for e in w.entries}
    fresh: list[Week] = []
    for week in more:
        kept = tuple(e for e in week.entries if e.kind in _EXTRA and _is_new(e, known, named))
        if kept:
            fresh.append(replace(week, entries=kept, number=None))
    fresh.sort(key=lambda week: week.date)
    return _laid(weeks, fresh)


def _is_new(entry: Entry, known: set[tuple[Kind, dt.date]], named: set[tuple[object, ...]]) -> bool:
    if entry.kind in (Kind.EXAM, Kind.PRESENTATION):
        return (entry.kind, entry.date) not in known
    return _name(entry) not in named


def _name(entry: Entry) -> tuple[object, ...]:
    said = tuple(
        word.text for word in folding.words(entry.title) if word.text not in ("due", "out")
    )
    return (entry.kind, entry.date, entry.number or said)
