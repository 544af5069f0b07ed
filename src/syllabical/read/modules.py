"""Reads a folder of modules, as just-the-class sites have them: one file a week, dates as terms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Page, Passage, Row, Table, Where
from syllabical.read import data_cells, definition_rows
from syllabical.read.data_entries import Entry, entries
from syllabical.read.definition_lists import terms
from syllabical.read.definition_rows import Labelled, labelled
from syllabical.read.front_matter import FrontMatter, front_matter
from syllabical.read.markdown import inline
from syllabical.read.trees.yaml import Mapping, Node, Scalar, Series, loose_tree
from syllabical.source import Source, Span

_NUMBER = re.compile(r"\d+")
_ORDER = ("weeknumber", "week", "order", "nav_order")


_DATES = frozenset(("date", "day"))
_KINDS = frozenset(("type", "kind", "label"))
_TITLES = frozenset(("title", "name", "topic", "topics"))


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
        dated = list(definition_rows.rows(found, heading, inline.cell)) or list(
            rows_of_days(source, matter.end, report)
        )
        rows += [replace(row, heading=heading) for row in dated]
    first = sources[0]
    if not rows:
        return Page(source=first, passages=tuple(passages))
    start = rows[0].at
    table = Table(header=definition_rows.header(start), rows=tuple(rows), at=start.source.span())
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


def rows_of_days(source: Source, end: int, report: Report) -> Iterator[Row]:
    """A row for each event of each day; nothing where the front matter has no days."""
    text = source.text[:end]
    start = text.find("---")
    stop = text.rfind("\n---")
    if start < 0 or stop <= start or "date" not in text:
        return
    root = loose_tree(Span(source, start + 3, stop + 1), report)
    if root is None:
        return
    for entry in entries(root):
        yield from _of_day(entry)


def _of_day(entry: Entry) -> Iterator[Row]:
    fields = {key.text.lower(): value for key, value in entry.fields}
    date = next((fields[name] for name in fields if name in _DATES), None)
    if not isinstance(date, Scalar):
        return
    when = data_cells.cell("date", date)
    kind = next((fields[name] for name in fields if name in _KINDS), None)
    topics = [value for name, value in fields.items() if name in _TITLES]
    if kind is not None or topics:
        yield _row(when, kind, topics, entry.at)
    for name, value in fields.items():
        if name not in _DATES | _KINDS | _TITLES and not isinstance(value, Scalar):
            yield from _events(when, value)


def _events(when: Cell, value: Node) -> Iterator[Row]:
    if isinstance(value, Mapping):
        for key, inside in value.pairs:
            yield _of_text(when, key, inside)
    elif isinstance(value, Series):
        for item in value.items:
            if isinstance(item, Scalar):
                yield _of_text(when, item, None)


def _of_text(when: Cell, key: Scalar, inside: Node | None) -> Row:
    """An event written as Markdown, its label and all, and what belongs to it."""
    [first, *_], _ = labelled(key.text)
    if first.label.isdecimal():
        first = Labelled("", first.label_start, first.end)
    kind = Cell(lines=(first.label,) if first.label else (), at=key.at)
    topic = inline.cell(key.text[first.start : first.end].strip(), key.at)
    beside = Cell(at=key.at) if inside is None else data_cells.cell("", inside)
    return Row(cells=(when, kind, topic if topic.lines else kind, beside), at=key.at)


def _row(when: Cell, kind: Node | None, topics: Sequence[Node], at: Span) -> Row:
    empty = Cell(at=at.part(0, 0))
    words = data_cells.cell("", topics[0]) if topics else empty
    name = empty if kind is None else data_cells.cell("", kind)
    return Row(cells=(when, name, words, empty), at=at)
