"""Reads the days of a module that are written in its front matter: `days: [{date, events}]`."""

from collections.abc import Iterator, Sequence

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Row
from syllabical.read.class_modules.labels import Labelled, labelled
from syllabical.read.listings import record_cells
from syllabical.read.listings.entries import Entry, entries
from syllabical.read.markdown_pages import inline
from syllabical.read.trees.nodes import Mapping, Node, Scalar, Series, loose_tree
from syllabical.source import Source, Span

_DATES = frozenset(("date", "day"))
_KINDS = frozenset(("type", "kind", "label"))
_TITLES = frozenset(("title", "name", "topic", "topics"))


def rows(source: Source, end: int, report: Report) -> Iterator[Row]:
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
    when = record_cells.cell("date", date)
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
    beside = Cell(at=key.at) if inside is None else record_cells.cell("", inside)
    return Row(cells=(when, kind, topic if topic.lines else kind, beside), at=key.at)


def _row(when: Cell, kind: Node | None, topics: Sequence[Node], at: Span) -> Row:
    empty = Cell(at=at.part(0, 0))
    words = record_cells.cell("", topics[0]) if topics else empty
    name = empty if kind is None else record_cells.cell("", kind)
    return Row(cells=(when, name, words, empty), at=at)
