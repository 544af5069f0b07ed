"""Reads a folder of modules, as just-the-class sites have them: one file a week, dates as terms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Page, Passage, Row, Table, Where
from syllabical.read import inline, module_days
from syllabical.read.definitions import Definition, Term, terms
from syllabical.read.entries import NUMBERED
from syllabical.read.front_matter import FrontMatter, front_matter
from syllabical.read.labels import Labelled, labelled
from syllabical.source import Source, Span

_COLUMNS = ("Date", "Type", "Topic", "Resources")
_NUMBER = re.compile(r"\d+")
_ORDER = ("weeknumber", "week", "order", "nav_order")
_DATE = re.compile(
    r"\d\s*[-/.年月]\s*\d|\d{1,2}(?:st|nd|rd|th)?\.?\s+[^\W\d]{3,}|[^\W\d]{3,}\.?\s+\d"
)
_TAG = re.compile(
    r"\s*\{%-?\s*(?!include|if|for|assign|link|raw|end)(\w+(?:\s+[\w.]+)+)\s*-?%\}\s*"
)


def page(sources: Sequence[Source], report: Report) -> Page:
    """The files of a folder as one table, a row an entry."""
    matters = [(source, front_matter(source)) for source in sources]
    rows: list[Row] = []
    passages: list[Passage] = []
    for source, matter in _in_order(matters):
        if matter.text("published") == "false":
            continue
        found, around = terms(source, matter.end)
        heading = matter.text("title")
        passages += [*_titles(matter), *matter.passages, *_prose(around)]
        dated = list(_rows(found, heading)) or list(module_days.rows(source, matter.end, report))
        rows += [replace(row, heading=heading) for row in dated]
    first = sources[0]
    if not rows:
        return Page(source=first, passages=tuple(passages))
    start = rows[0].at
    header = Row(
        cells=tuple(Cell(lines=(name,), at=start.part(0, 0)) for name in _COLUMNS), at=start
    )
    table = Table(header=header, rows=tuple(rows), at=start.source.span())
    return Page(source=first, tables=(table,), passages=tuple(passages))


def _in_order(
    matters: Sequence[tuple[Source, FrontMatter]],
) -> list[tuple[Source, FrontMatter]]:
    """By the number that every file gives itself, else by name, `week-2` before `week-10`."""
    by_name = sorted(matters, key=lambda each: _natural(each[0].path))
    for key in _ORDER:
        numbers = [_NUMBER.match(matter.text(key)) for _, matter in by_name]
        given = [int(number[0]) for number in numbers if number]
        if len(given) == len(by_name) == len(set(given)):
            places = sorted(range(len(given)), key=given.__getitem__)
            return [by_name[at] for at in places]
    return by_name


def _natural(path: str) -> list[tuple[bool, int, str]]:
    return [
        (part.isdecimal(), int(part) if part.isdecimal() else 0, part)
        for part in re.split(r"(\d+)", path.lower())
    ]


def _rows(found: Sequence[Term], heading: str) -> Iterator[Row]:
    for term in found:
        date = inline.cell(term.at.text, term.at)
        if _is_date(date.text):
            yield from _of_date(term, date)
        elif _is_date(heading):
            yield _of_matter(term, date, heading)


def _is_date(text: str) -> bool:
    return bool(_DATE.search(NUMBERED.sub("", text)))


def _of_date(term: Term, date: Cell) -> Iterator[Row]:
    rows: list[Row] = []
    for definition in term.definitions:
        found = list(_entries(definition, date))
        beside = _resources(definition)
        if found:
            found[0] = _with_resources(found[0], beside)
            rows += found
        elif rows:
            rows[-1] = _with_resources(rows[-1], beside)
    empty = Cell(at=Span(term.at.source, term.at.end, term.at.end))
    yield from rows or [Row(cells=(date, empty, empty, empty), at=term.at)]


def _entries(definition: Definition, date: Cell) -> Iterator[Row]:
    text = definition.at.text
    tag = _TAG.fullmatch(text)
    if tag:
        empty = Cell(at=definition.at.part(0, 0))
        topic = Cell(lines=(tag[1],), at=definition.at.strip())
        yield Row(cells=(date, empty, topic, empty), at=definition.at)
        return
    entries, links = labelled(text)
    for entry in entries:
        row = _entry(definition.at, entry, date)
        if row.cells[1].lines or row.cells[2].lines or row.cells[2].struck:
            yield _with_resources(row, [_words(definition.at, link) for link in links])
            links = ()


def _entry(at: Span, entry: Labelled, date: Cell) -> Row:
    if entry.label.isdecimal():
        # A bare number is the lecture's own, and no kind of entry.
        entry = Labelled("", entry.label_start, entry.end)
    topic = _words(at, entry)
    kind = Cell(lines=(entry.label,) if entry.label else (), at=at.strip())
    if entry.label and not topic.lines and not topic.struck:
        topic = kind
    return Row(cells=(date, kind, topic, Cell(at=at.part(len(at.text), len(at.text)))), at=at)


def _words(at: Span, entry: Labelled) -> Cell:
    part = at.part(entry.start, entry.end).strip()
    return inline.cell(part.text.lstrip(":–—").strip(), part)


def _resources(definition: Definition) -> list[Cell]:
    return [_plain(at) for at in definition.inside]


def _plain(at: Span) -> Cell:
    """A definition inside a definition: its label is just a word of it."""
    at = at.strip()
    return inline.cell(re.sub(r"\{:[^}\n]*\}(?=\S)", ": ", at.text), at)


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


def _of_matter(term: Term, name: Cell, heading: str) -> Row:
    """A term that is no date, in a file whose title has one."""
    date = Cell(lines=(heading,), at=term.at.part(0, 0))
    cells = [_plain(definition.at) for definition in term.definitions]
    topic = Cell(
        lines=tuple(line for cell in cells for line in cell.lines),
        links=tuple(link for cell in cells for link in cell.links),
        at=term.definitions[0].at,
    )
    return Row(cells=(date, name, topic, Cell(at=term.at.part(0, 0))), at=term.at)


def _titles(matter: FrontMatter) -> Iterator[Passage]:
    title = matter.facts.get("title")
    if title is not None:
        yield Passage(where=Where.HEADING, text=title.text, at=title.at)


def _prose(around: Sequence[Span]) -> Iterator[Passage]:
    for at in around:
        text = inline.plain(at.text.lstrip("#").strip(), at)
        if text:
            where = Where.HEADING if at.text.startswith("#") else Where.PROSE
            yield Passage(where=where, text=text, at=at)
