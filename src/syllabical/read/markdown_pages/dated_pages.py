"""Gathers the lines of a page that has no dated table, and the table that they make."""

import re
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Page
from syllabical.read.front_matter import front_matter
from syllabical.read.html_pages import html_definitions
from syllabical.read.html_pages.html_frames import Reader
from syllabical.read.markdown_pages import dated_lines, inline, markdown_page
from syllabical.read.markdown_pages.dated_lines import Said
from syllabical.source import Source, Span

_HEADING = re.compile(r"^[ \t>]*#{1,6}[ \t]+|[ \t]+#+[ \t]*$", re.MULTILINE)


def markdown(page: Page, source: Source, report: Report) -> Page:
    """A Markdown page with the table that its lines make, if they make one."""
    walk = markdown_page.walked(source, report)
    lines = [
        Said(
            source.span(line.start, line.start + len(line.text.rstrip())),
            level,
            source.place(line.start)[1],
        )
        for line, level in walk.said
        if line.text.strip()
    ]

    def words(at: Span) -> Cell:
        return inline.cell(
            inline.unwrapped(_HEADING.sub("", walk.live[at.start : at.end])), at, walk.links
        )

    return _with_table(page, lines, words)


def webpage(page: Page, source: Source, report: Report) -> Page:  # noqa: ARG001 (both are called alike)
    """An HTML page with the table that its lines make, if they make one."""
    reader = Reader(source, ())
    reader.read(front_matter(source).end, len(source.text))
    lines = [
        Said(source.span(line.start, line.end), line.look.level)
        for line in reader.lines
        if line.text
    ]
    return _with_table(page, lines, lambda at: html_definitions.cell("", at))


def _with_table(page: Page, lines: list[Said], words: dated_lines.Words) -> Page:
    made = dated_lines.table(lines, words, (page.title,) if page.title else ())
    return replace(page, tables=(*page.tables, made)) if made else page
