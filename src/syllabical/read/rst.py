"""Reads the tables of reStructuredText, Sphinx's own words tolerated; needs the extra `rst`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Page, Table, Where
from syllabical.read import dated_lines, spreadsheet, table_shape
from syllabical.source import Source, Span

Beside = Callable[[str], Source | None]

_EXTRA = "pip install docutils"
_TABLE = re.compile(
    r"^(?P<indent>[ \t]*)\.\. csv-table::[ \t]*(?P<title>[^\n]*)\n"
    r"(?P<body>(?:(?P=indent)[ \t]+[^\n]*(?:\n|\Z))*)",
    re.MULTILINE,
)
_FILE = re.compile(r"^[ \t]*:file:[ \t]*(\S[^\n]*?)[ \t]*$", re.MULTILINE)


def page(source: Source, beside: Beside, report: Report) -> Page:
    """A reStructuredText page; an error where docutils is missing."""
    try:
        from syllabical.read import rst_document, rst_fragments  # noqa: PLC0415 (docutils may be missing)
    except ImportError:
        report.error(
            "extra-missing",
            "a page in reStructuredText needs docutils, which is not installed",
            source.span(0, 0),
            help=f"install it: `{_EXTRA}`",
        )
        return Page(source=source)
    document = rst_document.document(source, report)
    walk = rst_document.Walk(source)
    walk.down(document, ())
    outside = _tables_in_files(source, beside, walk.headings_at, report)
    placed = sorted((*walk.tables, *outside), key=lambda one: one[0])
    tables = tuple(table for _, table in placed)
    title = str(document.get("title", "")) or next(
        (said.text for said in walk.passages if said.where is Where.HEADING), ""
    )
    if not table_shape.has_dates(tables):
        reader = rst_fragments.Fragments(source)
        made = dated_lines.table(
            walk.said, lambda at: reader.cell(at.text, at), (title,) if title else ()
        )
        tables = (*tables, made) if made else tables
    return Page(
        source=source,
        title=title,
        tables=tables,
        passages=tuple(walk.passages),
    )


def _tables_in_files(
    source: Source,
    beside: Callable[[str], Source | None],
    headings_at: Callable[[int], tuple[str, ...]],
    report: Report,
) -> Iterator[tuple[int, Table]]:
    """The tables in files of their own, each with the offset at which it is shown."""
    for found in _TABLE.finditer(source.text):
        name = _FILE.search(found["body"])
        if name is None:
            continue
        file = beside(name[1])
        if file is None:
            start = found.start("body") + name.start(1)
            report.warning(
                "file-missing",
                f"`{name[1]}` is not there",
                Span(source, start, start + len(name[1])),
                help="name a file of the project, relative to this page",
            )
            continue
        above = headings_at(found.start())
        title = (found["title"].strip(),) if found["title"].strip() else ()
        for table in _of_file(file, source).tables:
            yield found.start(), replace(table, headings=(*above, *title, *table.headings))


def _of_file(file: Source, page: Source) -> Page:
    """A CSV file whose cells are reStructuredText, as parts of the page that shows it."""
    from syllabical.read import rst_fragments  # noqa: PLC0415 (docutils may be missing)

    written: list[str] = []

    def noted(text: str, at: Span) -> Cell:
        written.append(text)
        return Cell(lines=(text,), at=at)

    spreadsheet.page(file, noted)
    reader = rst_fragments.Fragments(page)
    reader.prepare(written)
    return spreadsheet.page(file, reader.cell)
