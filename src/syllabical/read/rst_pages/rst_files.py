"""Reads the files that `csv-table` names, through the project and never by docutils."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.table import Table
from syllabical.read.listings import separated
from syllabical.source import Source, Span

_TABLE = re.compile(
    r"^(?P<indent>[ \t]*)\.\. csv-table::[ \t]*(?P<title>[^\n]*)\n"
    r"(?P<body>(?:(?P=indent)[ \t]+[^\n]*(?:\n|\Z))*)",
    re.MULTILINE,
)
_FILE = re.compile(r"^[ \t]*:file:[ \t]*(\S[^\n]*?)[ \t]*$", re.MULTILINE)


def tables(
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
        for table in separated.page(file).tables:
            yield found.start(), replace(table, headings=(*above, *title, *table.headings))
