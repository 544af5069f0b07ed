"""Pages made by hand: a table is a header and rows of texts, `/` divides the lines of a cell."""

import datetime as dt
from collections.abc import Sequence

from syllabical import interpret
from syllabical.diagnostics import Report
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Syllabus
from syllabical.model.table import Cell, Page, Row, Table
from syllabical.source import Source, Span

TODAY = dt.date(2026, 11, 23)


def page(*tables: Table) -> Page:
    return Page(source=Source("page.md", ""), title="A course", tables=tables)


def table(header: str | None, *rows: str, under: str = "") -> Table:
    text = "\n".join([header or "", *rows])
    source = Source("page.md", text)
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    made = [_row(source, start, line) for start, line in zip(starts, text.split("\n"), strict=True)]
    return Table(
        header=None if header is None else made[0],
        rows=tuple(made[1:]),
        headings=(under,) if under else (),
        at=source.span(),
    )


def _row(source: Source, start: int, line: str) -> Row:
    cells, at = [], start
    for text in line.split("|"):
        kept = text.strip()
        first = at + text.index(kept) if kept else at
        lines = tuple(part.strip() for part in kept.split(" // ")) if kept else ()
        cells.append(Cell(lines=lines, at=Span(source, first, first + len(kept))))
        at += len(text) + 1
    return Row(cells=tuple(cells), at=Span(source, start, start + len(line)))


def read(made: Page, schedule: Schedule | None = None) -> tuple[Syllabus | None, Report]:
    report = Report()
    return interpret.syllabus(made, schedule or Schedule(), TODAY, report), report


def told(*tables: Table, schedule: Schedule | None = None) -> list[str]:
    syllabus, _ = read(page(*tables), schedule)
    return lines(syllabus)


def lines(syllabus: Syllabus | None) -> list[str]:
    if syllabus is None:
        return []
    return [
        f"{entry.date:%m-%d} {entry.kind}: {entry.title}"
        for week in syllabus.weeks
        for entry in week.entries
    ]


def meant(header: str, cells: Sequence[str], first: str = "2024-09-02") -> list[str]:
    """What each cell of a column is, in a table that has a week for each."""
    day = dt.date.fromisoformat(first)
    rows = [f"{day + dt.timedelta(7 * number)} | {cell}" for number, cell in enumerate(cells)]
    syllabus, _ = read(page(table(header, *rows)))
    weeks = syllabus.weeks if syllabus else ()
    return [" + ".join(entry.kind for entry in week.entries) for week in weeks]
