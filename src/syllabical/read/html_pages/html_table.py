"""Reads the tables of HTML, and the words around them, as a browser would show them.

The tags are nested here and not by lxml or html5lib: lxml forgets the column of a tag and what
browsers do with damaged tables, html5lib takes ten times as long and knows no offsets; a schedule
needs the rules for tables and formatting only, and the exact place of every cell.
"""

from syllabical.diagnostics import Report
from syllabical.model.table import Page, Passage, Table, Where
from syllabical.read.front_matter import front_matter
from syllabical.read.html_pages import html_definitions
from syllabical.read.html_pages.html_frames import Reader
from syllabical.read.html_pages.html_tokens import Tag, Words, title, tokens
from syllabical.read.markdown import inline
from syllabical.source import Source, Span


def tables(
    source: Source,
    start: int,
    end: int,
    headings: tuple[str, ...],
    report: Report,  # noqa: ARG001 (all readers are called alike; browsers never complain either)
) -> tuple[Table, ...]:
    """The tables of a stretch of HTML in a Markdown page, under some headings of it."""
    reader = Reader(source, headings, inline.cell)
    reader.read(start, end)
    return reader.tables


def page(source: Source, report: Report) -> Page:  # noqa: ARG001 (as above)
    """A whole HTML page; one that a generator has yet to build may have front matter."""
    matter = front_matter(source)
    named = _title(source, matter.end)
    reader = Reader(source, ())
    reader.read(matter.end, len(source.text))
    passages = reader.passages
    titles = () if named is None else (_passage(source, named),)
    heading = next((said.text for said in passages if said.where is Where.HEADING), "")
    return Page(
        source=source,
        title=(named.text if named else "") or matter.text("title") or heading,
        tables=_in_order(reader.tables, source, matter.end),
        passages=matter.passages + titles + passages,
    )


def _in_order(tables: tuple[Table, ...], source: Source, start: int) -> tuple[Table, ...]:
    """The tables, and that which definition lists are, in the order in which they begin."""
    if "<dt" not in source.text and "<DT" not in source.text:
        return tables

    listed = html_definitions.table(source, start)
    if listed is None:
        return tables
    return tuple(sorted((*tables, listed), key=lambda table: table.at.start))


def _title(source: Source, start: int) -> Words | None:
    for token in tokens(source.text, start, len(source.text)):
        if isinstance(token, Tag):
            if token.name == "title":
                return title(source.text, token.end, len(source.text))
            if token.name in {"body", "table", "h1"}:
                return None
    return None


def _passage(source: Source, words: Words) -> Passage:
    at = Span(source, words.start, words.end).strip()
    return Passage(where=Where.TITLE, text=words.text, at=at)
