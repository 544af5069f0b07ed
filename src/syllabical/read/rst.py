"""Reads the tables of reStructuredText, Sphinx's own words tolerated; needs the extra `rst`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.table import Page, Table, Where
from syllabical.read import spreadsheet
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
        from syllabical.read import rst_document  # noqa: PLC0415 (docutils may be missing)
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
    tables = sorted((*walk.tables, *outside), key=lambda placed: placed[0])
    title = str(document.get("title", "")) or next(
        (said.text for said in walk.passages if said.where is Where.HEADING), ""
    )
    return Page(
        source=source,
        title=title,
        tables=tuple(table for _, table in tables),
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
        for table in spreadsheet.page(file).tables:
            yield found.start(), replace(table, headings=(*above, *title, *table.headings))
