"""Reads definition lists in HTML whose terms are dates, as rendered just-the-class pages have."""

from dataclasses import replace

from syllabical.model.table import Row, Table
from syllabical.read import definition_rows
from syllabical.read.definition_lists import Definition, Term
from syllabical.read.html import cells, dom, looks
from syllabical.read.html.dom import Element
from syllabical.source import Source, Span


def table(source: Source, root: Element) -> Table | None:
    """All the lists of a page as one table; nothing where no term is a date."""
    rows: list[Row] = []
    heading = ""
    for element in dom.descendants(root, but=("table", "dl")):
        if element.name in looks.HEADINGS:
            heading = cells.text(element)
        elif element.name == "dl":
            found = definition_rows.rows(_terms(source, element), heading, cells.cell)
            rows += [replace(row, heading=heading) for row in found]
    if not rows:
        return None
    at = source.span(rows[0].at.start, rows[-1].at.end)
    return Table(header=definition_rows.header(rows[0].at), rows=tuple(rows), at=at)


def _terms(source: Source, outer: Element) -> list[Term]:
    """The terms of a list; in a definition, each term of a list inside is a definition itself."""
    found: list[tuple[Span, list[tuple[Span, list[Span]]]]] = []
    for part in _parts(outer, but=("table", "dl", "dt", "dd")):
        own = _own(source, part)
        if part.name == "dt" and own.text:
            found.append((own, []))
        if part.name == "dt" or not found:
            continue
        definitions = found[-1][1]
        if own.text:
            definitions.append((own, []))
        for inside in _parts(part, but=("table",)):
            own = _own(source, inside)
            if own.text and (inside.name == "dt" or not definitions):
                definitions.append((own, []))
            elif own.text:
                definitions[-1][1].append(own)
    return [
        Term(at, tuple(Definition(own, tuple(inside)) for own, inside in definitions))
        for at, definitions in found
    ]


def _parts(parent: Element, but: tuple[str, ...]) -> list[Element]:
    return [part for part in dom.descendants(parent, but) if part.name in {"dt", "dd"}]


def _own(source: Source, part: Element) -> Span:
    """What stands in a term or a definition, up to a list inside."""
    lists = (element.start for element in dom.descendants(part) if element.name == "dl")
    return Span(source, part.inner_start, next(lists, part.inner_end)).strip()
