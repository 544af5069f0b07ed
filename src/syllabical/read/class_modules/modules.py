"""Reads a folder of modules, as just-the-class sites have them: one file a week, dates as terms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.table import Page, Passage, Row, Table, Where
from syllabical.read.class_modules import definition_rows, module_days
from syllabical.read.class_modules.definitions import terms
from syllabical.read.front_matter import FrontMatter, front_matter
from syllabical.read.markdown_pages import inline
from syllabical.source import Source, Span

_NUMBER = re.compile(r"\d+")
_ORDER = ("weeknumber", "week", "order", "nav_order")


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
            module_days.rows(source, matter.end, report)
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
