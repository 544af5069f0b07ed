"""The page as a whole: from its tables to the syllabus."""

import datetime as dt
from collections.abc import Sequence

from syllabical.diagnostics import Report
from syllabical.interpret import (
    candidates,
    date_column,
    habits,
    languages,
    lexicon,
    merging,
    reasons,
    tables,
    weeks,
    words,
)
from syllabical.interpret.candidates import Candidate
from syllabical.interpret.dates import ColumnDates, Context, Dated
from syllabical.interpret.lexicon import Lexicon
from syllabical.interpret.sheet import cell_of, text_of
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Syllabus, Week
from syllabical.model.table import Cell, Page


def understood(page: Page, schedule: Schedule, today: dt.date, report: Report) -> Syllabus | None:
    """The syllabus of a page; ``None`` where nothing on it can be one."""
    spoken = languages.languages(page.tables, schedule.dates.language)
    cells = lexicon.of_cells(spoken, _more_words(schedule))
    headers = lexicon.of_headers(spoken)
    decoys = Lexicon(("decoy", words.of(code).headers.get("decoy heading", "")) for code in spoken)
    found = candidates.candidates(page.tables, headers, cells, decoys)
    kept = tables.chosen(found, page, schedule.page, report)
    if not kept:
        return None
    made: list[list[Week]] = []
    read = _dates(kept, page, schedule, today, report)
    for each, dates in zip(kept, read, strict=True):
        outlook = habits.outlook(each, dates, schedule)
        rows = weeks.dated_rows(each.sheet.rows, dates.rows, each.columns.index("date"))
        made.append(list(weeks.weeks(rows, outlook)))
    told = merging.merged(made)
    for each in tables.secondary(found, kept):
        told = merging.added(told, _secondary(each, page, schedule, today, read[0]))
    return Syllabus(
        title=page.title,
        weeks=tuple(told),
        tracks=habits.tracks(kept, told),
        reading=read[0].reading,
        reasons=tuple(reasons.reasons(found, kept, read)),
        at=kept[0].table.at,
    )


def _more_words(schedule: Schedule) -> dict[str, tuple[str, ...]]:
    said = schedule.words
    return {
        "no class": said.no_class,
        "presentation": said.presentation,
        "exam": said.exam,
        "homework": said.homework,
        "nothing": said.nothing,
    }


def _dates(
    kept: Sequence[Candidate], page: Page, schedule: Schedule, today: dt.date, report: Report
) -> list[ColumnDates]:
    """The dates of all the tables, read as one column."""
    cells: list[Cell | None] = []
    months: list[str] = []
    for each in kept:
        index = habits.date_index(each)
        month = each.columns.index("month")
        cells += [cell_of(row, index) for row in each.sheet.rows]
        months += [text_of(row, month) or row.heading for row in each.sheet.rows]
    column = kept[0].columns.first("date", "due", "out")
    whole = date_column.read(
        cells,
        Context(
            today=today,
            order=schedule.dates.order,
            year=schedule.dates.year,
            language=schedule.dates.language,
            passages=page.passages,
            headings=kept[0].table.headings,
            months=tuple(months),
            what=f"column `{column.header}`" if column and column.header else "the date column",
        ),
        report,
    )
    return [_part(whole, start, end) for start, end in _bounds(kept)]


def _bounds(kept: Sequence[Candidate]) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for each in kept:
        bounds.append((start, start + len(each.sheet.rows)))
        start += len(each.sheet.rows)
    return bounds


def _part(whole: ColumnDates, start: int, end: int) -> ColumnDates:
    return ColumnDates(
        rows=whole.rows[start:end], reading=whole.reading, known=whole.known, reasons=whole.reasons
    )


def _secondary(
    each: Candidate, page: Page, schedule: Schedule, today: dt.date, main: ColumnDates
) -> list[Week]:
    """What another table adds, with nothing said about what of it cannot be read."""
    first = next((dated.date for row in main.rows for dated in row), None)
    index = habits.date_index(each)
    if index is None:
        return []
    read = date_column.read(
        [cell_of(row, index) for row in each.sheet.rows],
        Context(
            today=today,
            order=main.known.order if main.known.order != "none" else schedule.dates.order,
            year=schedule.dates.year or (first.year if first else main.known.year),
            language=main.known.language,
            passages=page.passages,
            headings=each.table.headings,
        ),
        Report(),
    )
    outlook = habits.outlook(each, read, schedule)
    rows = weeks.dated_rows(each.sheet.rows, read.rows, index)
    return list(weeks.weeks(rows, outlook))


def _unused(dated: Dated) -> Dated:
    return dated
