"""Reads YAML and JSON that sites draw their tables from: lists of entries, units, dates as keys."""

from collections.abc import Iterator, Sequence

from syllabical.diagnostics import Note, Report
from syllabical.model.table import Cell, Page, Passage, Row, Table, Where
from syllabical.read import data_cells
from syllabical.read.data_entries import Entry, entries, similar
from syllabical.read.html.tables import WIDEST
from syllabical.read.table_shape import names_columns, without_repeats
from syllabical.read.trees import json, yaml_repair
from syllabical.read.trees.yaml import Mapping, Node, Scalar, Series
from syllabical.source import Source, Span


def page(source: Source, report: Report) -> Page:
    """The tables that the data makes."""
    looks_like_json = source.text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}
    root = json.tree(source) if looks_like_json else None
    root = root or yaml_repair.tree(source, report)
    if root is None:
        return Page(source=source)
    _warn_of_repeats(root, report)
    words = tuple(_passages(root))
    title = next((said.text for said in words if said.where is Where.TITLE), "")
    return Page(source=source, title=title, tables=tuple(_tables(root, ())), passages=words)


def _tables(node: Node, headings: tuple[str, ...]) -> Iterator[Table]:
    if isinstance(node, Series) and node.items and isinstance(node.items[0], Series):
        yield _of_lists(node, headings)
        return
    found = list(entries(node))
    if found:
        yield from (_table(group, headings, node.at) for group in _alike(found))
        return
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if not isinstance(value, Scalar):
                yield from _tables(value, (*headings, key.text))


def _alike(found: Sequence[Entry]) -> list[list[Entry]]:
    """The entries table by table: those that have most of their keys in common are one."""
    groups: list[list[Entry]] = []
    sections: dict[str, list[Entry]] = {}
    for entry in found:
        sections.setdefault(entry.section, []).append(entry)
    for section in sections.values():
        fitting = next((group for group in groups if similar(group, section)), None)
        if fitting is None:
            groups.append(list(section))
        else:
            fitting.extend(section)
    return groups


def _table(group: Sequence[Entry], headings: tuple[str, ...], at: Span) -> Table:
    names: dict[str, Scalar] = {}
    for entry in group:
        for key, _ in entry.fields:
            if len(names) < WIDEST:
                names.setdefault(key.text, key)
    sections = {entry.section for entry in group}
    above = (*headings, *sections) if len(sections) == 1 else headings
    return Table(
        header=Row(
            cells=tuple(Cell(lines=_lines(key.text), at=key.at) for key in names.values()),
            at=group[0].at,
        ),
        rows=tuple(_row(entry, tuple(names), sections) for entry in group),
        headings=tuple(heading for heading in above if heading),
        at=at,
    )


def _row(entry: Entry, names: tuple[str, ...], sections: set[str]) -> Row:
    is_only_section = sections == {entry.heading}
    values = {key.text: value for key, value in entry.fields}
    end = entry.at.source.span(entry.at.end, entry.at.end)
    return Row(
        cells=tuple(
            data_cells.cell(name, values[name]) if name in values else Cell(at=end)
            for name in names
        ),
        at=entry.at,
        heading="" if is_only_section else entry.heading,
    )


def _of_lists(node: Series, headings: tuple[str, ...]) -> Table:
    """A table written as a list of lists."""
    lists = [each for each in node.items if isinstance(each, Series)]
    width = min(max(len(each.items) for each in lists), WIDEST)
    rows = [
        Row(
            cells=tuple(data_cells.cell("", value) for value in each.items[:width])
            + (Cell(at=each.at),) * (width - len(each.items)),
            at=each.at,
        )
        for each in lists
    ]
    head = rows[0] if names_columns(rows[0], rows[1:]) else None
    body = without_repeats(head, rows[1:] if head else rows)
    return Table(header=head, rows=tuple(body), headings=headings, at=node.at)


def _passages(root: Node) -> Iterator[Passage]:
    if not isinstance(root, Mapping):
        return
    for key, value in root.pairs:
        if isinstance(value, Scalar) and value.text.strip():
            where = Where.TITLE if key.text.lower() in {"title", "course"} else Where.FRONT_MATTER
            yield Passage(where=where, text=value.text.strip(), at=value.at)


def _lines(text: str) -> tuple[str, ...]:
    words = " ".join(text.split())
    return (words,) if words else ()


def _warn_of_repeats(root: Node, report: Report) -> None:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Series):
            waiting += reversed(node.items)
        elif isinstance(node, Mapping):
            waiting += [value for _, value in reversed(node.pairs)]
            _warn_of_repeated_keys(node, report)


def _warn_of_repeated_keys(node: Mapping, report: Report) -> None:
    seen: dict[str, Scalar] = {}
    for key, _ in node.pairs:
        if key.text in seen:
            report.warning(
                "duplicate-key",
                f"`{key.text}` is given twice in one entry; the last one counts",
                key.at,
                Note("given here before", seen[key.text].at),
                help="give the second one a name of its own, or make a list of both",
            )
        seen[key.text] = key
