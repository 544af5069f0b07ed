"""Chooses the reader that a file needs, and completes what it read from the site around it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from syllabical.diagnostics import Report, Severity
from syllabical.model.schedule import Schedule
from syllabical.model.table import Page, Passage, Where
from syllabical.read import (
    asciidoc,
    data_files,
    dated_lines,
    front_matter,
    latex,
    modules,
    rst,
    site,
    spreadsheet,
    table_shape,
)
from syllabical.read.html import page as html_page
from syllabical.read.markdown import notebook, org
from syllabical.read.markdown import page as markdown_page
from syllabical.read.site import Beside
from syllabical.source import Source

_HTML = re.compile(r"\s*(?:<!doctype\s+html|<html\b)", re.IGNORECASE)
_DEFINITION = re.compile(r"^[ \t]*:[ \t]+\S", re.MULTILINE)


_MARKDOWN = (".md", ".markdown", ".mkd", ".qmd", ".rmd", ".mdx")


def course_page(
    sources: Sequence[Source], schedule: Schedule, beside: Beside, report: Report
) -> Page | None:
    """The page that a file holds, or the files of a folder; ``None`` where nothing can be read."""
    written = [source for source in sources if source.text.strip("\ufeff \t\r\n\0")]
    if not written:
        _complain(sources, report)
        return None
    before = len(report)
    read = _read(written, beside, report)
    if not read.tables and any(d.severity is Severity.ERROR for d in tuple(report)[before:]):
        return None
    if not site.has_figures(read):
        read = site.including(read, beside, _read, report)
    matter = front_matter.front_matter(read.source)
    around = site.site(matter, schedule.course.url, beside)
    paths = tuple(Passage(Where.PATH, source.path, source.span(0, 0)) for source in written[:1])
    read = replace(read, tables=tuple(map(table_shape.table, read.tables)))
    return site.resolved(replace(read, passages=(*read.passages, *paths, *around.passages)), around)


def _complain(sources: Sequence[Source], report: Report) -> None:
    at = sources[0].span(0, 0) if sources else None
    report.error(
        "page-empty",
        "the page is empty" if sources else "the folder holds no page",
        at,
        help="give the file that holds the schedule table",
    )


def _read(sources: Sequence[Source], beside: Beside, report: Report) -> Page:
    """What the one reader for these files finds in them."""
    if len(sources) > 1 or "_modules" in PurePosixPath(sources[0].path).parts:
        return modules.page(sources, report)
    [source] = sources
    read = _reader(source)(source, beside, report)
    if not read.tables and _DEFINITION.search(source.text) and _reader(source) is _markdown:
        listed = modules.page(sources, report)
        read = listed if listed.tables else read
    if _reader(source) in (_markdown, _webpage) and not table_shape.has_dates(read.tables):
        html = _reader(source) is _webpage
        return (dated_lines.webpage if html else dated_lines.markdown)(read, source)
    return read


def _markdown(source: Source, _beside: Beside, report: Report) -> Page:
    return markdown_page.page(source, report)


def _notebook(source: Source, _beside: Beside, report: Report) -> Page:
    return notebook.page(source, report)


def _webpage(source: Source, _beside: Beside, report: Report) -> Page:
    return html_page.page(source, report)


def _spreadsheet(source: Source, _beside: Beside, _report: Report) -> Page:
    return spreadsheet.page(source)


def _data_file(source: Source, _beside: Beside, report: Report) -> Page:
    return data_files.page(source, report)


def _org(source: Source, _beside: Beside, report: Report) -> Page:
    return org.page(source, report)


_READERS: dict[str, Callable[[Source, Beside, Report], Page]] = {
    ".csv": _spreadsheet,
    ".tsv": _spreadsheet,
    ".yml": _data_file,
    ".yaml": _data_file,
    ".json": _data_file,
    ".ipynb": _notebook,
    ".rst": rst.page,
    **dict.fromkeys((".adoc", ".asciidoc", ".asc"), asciidoc.page),
    **dict.fromkeys((".tex", ".latex"), latex.page),
    ".org": _org,
    **dict.fromkeys((".html", ".htm", ".xhtml"), _webpage),
}
"""Who reads a file, by its suffix."""


def _reader(source: Source) -> Callable[[Source, Beside, Report], Page]:
    suffix = PurePosixPath(source.path).suffix.lower()
    if suffix not in _MARKDOWN and _HTML.match(source.text):
        return _webpage
    return _READERS.get(suffix, _markdown)
