"""Turns terms that are dates, and what is defined under them, into the rows of a table."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from syllabical.model.table import Cell, Row
from syllabical.read import table_shape
from syllabical.read.definition_lists import Definition, Term
from syllabical.read.labels import Labelled, labelled
from syllabical.source import Span

Words = Callable[[str, Span], Cell]
"""Reads a stretch of text, given as it stands and as it should be read."""

_COLUMNS = ("Date", "Type", "Topic", "Resources")
_DATE = re.compile(
    r"\d\s*[-/.年月]\s*\d|\d{1,2}(?:st|nd|rd|th)?\.?\s+[^\W\d]{3,}|[^\W\d]{3,}\.?\s+\d"
)
_TAG = re.compile(
    r"\s*\{%-?\s*(?!include|if|for|assign|link|raw|end)(\w+(?:\s+[\w.]+)+)\s*-?%\}\s*"
)


def header(at: Span) -> Row:
    """The names of the columns that entries have."""
    return Row(cells=tuple(Cell(lines=(name,), at=at.part(0, 0)) for name in _COLUMNS), at=at)


def rows(found: Sequence[Term], heading: str, words: Words) -> Iterator[Row]:
    """A row for each entry; terms that are no dates count where the heading is one."""
    for term in found:
        date = words(term.at.text, term.at)
        if table_shape.is_date(date.text):
            yield from _of_date(term, date, words)
        elif table_shape.is_date(heading):
            yield _of_matter(term, date, heading, words)


def _of_date(term: Term, date: Cell, words: Words) -> Iterator[Row]:
    rows: list[Row] = []
    for definition in term.definitions:
        found = list(_entries(definition, date, words))
        beside = [_plain(at, words) for at in definition.inside]
        if found:
            found[0] = _with_resources(found[0], beside)
            rows += found
        elif rows:
            rows[-1] = _with_resources(rows[-1], beside)
    empty = Cell(at=Span(term.at.source, term.at.end, term.at.end))
    yield from rows or [Row(cells=(date, empty, empty, empty), at=term.at)]


def _entries(definition: Definition, date: Cell, words: Words) -> Iterator[Row]:
    text = definition.at.text
    tag = _TAG.fullmatch(text)
    if tag:
        empty = Cell(at=definition.at.part(0, 0))
        topic = Cell(lines=(tag[1],), at=definition.at.strip())
        yield Row(cells=(date, empty, topic, empty), at=definition.at)
        return
    entries, links = labelled(text)
    for entry in entries:
        row = _entry(definition.at, entry, date, words)
        if row.cells[1].lines or row.cells[2].lines or row.cells[2].struck:
            yield _with_resources(row, [_part(definition.at, link, words) for link in links])
            links = ()


def _entry(at: Span, entry: Labelled, date: Cell, words: Words) -> Row:
    if entry.label.isdecimal():
        # A bare number is the lecture's own, and no kind of entry.
        entry = Labelled("", entry.label_start, entry.end)
    topic = _part(at, entry, words)
    kind = Cell(lines=(entry.label,) if entry.label else (), at=at.strip())
    if entry.label and not topic.lines and not topic.struck:
        topic = kind
    return Row(cells=(date, kind, topic, Cell(at=at.part(len(at.text), len(at.text)))), at=at)


def _part(at: Span, entry: Labelled, words: Words) -> Cell:
    part = at.part(entry.start, entry.end).strip()
    text = part.text
    part = part.part(len(text) - len(text.lstrip(":–— ")), len(text))
    return words(part.text, part)


def _plain(at: Span, words: Words) -> Cell:
    """A definition inside a definition: its label is just a word of it."""
    at = at.strip()
    return words(re.sub(r"\{:[^}\n]*\}(?=\S)", ": ", at.text), at)


def _with_resources(row: Row, more: Sequence[Cell]) -> Row:
    beside = row.cells[3]
    filled = [cell for cell in more if cell.lines or cell.links]
    if not filled:
        return row
    joined = Cell(
        lines=beside.lines + tuple(line for cell in filled for line in cell.lines),
        links=beside.links + tuple(link for cell in filled for link in cell.links),
        at=beside.at if beside.lines else filled[0].at,
    )
    return replace(row, cells=(*row.cells[:3], joined))


def _of_matter(term: Term, name: Cell, heading: str, words: Words) -> Row:
    """A term that is no date, in a file whose title has one."""
    date = Cell(lines=(heading,), at=term.at.part(0, 0))
    cells = [_plain(definition.at, words) for definition in term.definitions]
    topic = Cell(
        lines=tuple(line for cell in cells for line in cell.lines),
        links=tuple(link for cell in cells for link in cell.links),
        at=term.definitions[0].at,
    )
    return Row(cells=(date, name, topic, Cell(at=term.at.part(0, 0))), at=term.at)
