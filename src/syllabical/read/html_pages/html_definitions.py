"""Reads definition lists in HTML whose terms are dates, as rendered just-the-class pages have."""

from dataclasses import dataclass, field, replace

from syllabical.model.table import Cell, Row, Table
from syllabical.read import definition_rows
from syllabical.read.definition_lists import Definition, Term
from syllabical.read.html_pages.html_nesting import BLOCKS, HEADINGS, VOID, Scope
from syllabical.read.html_pages.html_text import Writing, inner
from syllabical.read.html_pages.html_tokens import EndTag, Tag, Words, attributes, tokens
from syllabical.source import Source, Span
from syllabical.text import collapsed

_PARTS = frozenset(("dl", "dt", "dd"))


_Term = tuple[Span, list[tuple[Span, list[Span]]]]
"""A term, its definitions, and what is defined inside each of them."""


def table(source: Source, start: int) -> Table | None:
    """All the lists of a page as one table; nothing where no term is a date."""
    rows: list[Row] = []
    for heading, found in _lists(source, start):
        rows += [
            replace(row, heading=heading) for row in definition_rows.rows(found, heading, cell)
        ]
    if not rows:
        return None
    at = source.span(rows[0].at.start, rows[-1].at.end)
    return Table(header=definition_rows.header(rows[0].at), rows=tuple(rows), at=at)


def cell(_text: str, at: Span) -> Cell:
    """What a stretch of HTML without tables says."""
    scope, writing = Scope(), Writing(folds=True)
    for token in tokens(at.source.text, at.start, at.end):
        match token:
            case Words():
                writing.say(token, scope.now)
            case Tag(name) if name in BLOCKS | {"br"}:
                writing.end_line()
                scope.open(name, token.attributes)
            case Tag(name) if name not in VOID:
                scope.open(name, token.attributes)
                if scope.now.url and name == "a":
                    found = attributes(token.attributes)
                    writing.anchor(scope.now.url, found.get("title") or scope.now.url)
            case EndTag(name):
                scope.close(name)
                if name in BLOCKS:
                    writing.end_line()
            case _:
                continue
    return writing.cell(at)


@dataclass(slots=True)
class _Lists:
    """The lists found so far, and the part of one that is open."""

    source: Source
    found: list[tuple[str, list[_Term]]] = field(default_factory=list)
    heading: str = ""
    depth: int = 0
    tables: int = 0
    part: str = ""
    start: int = 0

    def begin(self, tag: Tag) -> None:
        """Open a list, a term or a definition."""
        self.end(tag.start)
        if tag.name == "dl":
            self.depth += 1
            if self.depth == 1:
                self.found.append((self.heading, []))
        elif self.depth:
            self.part, self.start = tag.name, tag.end

    def end(self, at: int) -> None:
        """Close the term or definition that is open."""
        span = inner(self.source, self.start, at)
        part, self.part = self.part, ""
        if not part or span.start == span.end:
            return
        terms = self.found[-1][1]
        if self.depth == 1 and part == "dt":
            terms.append((span, []))
        elif terms and (self.depth == 1 or part == "dt" or not terms[-1][1]):
            terms[-1][1].append((span, []))
        elif terms:
            terms[-1][1][-1][1].append(span)

    @property
    def terms(self) -> list[tuple[str, list[Term]]]:
        """The terms of each list, and the heading that it stands under."""
        return [
            (
                heading,
                [
                    Term(at, tuple(Definition(own, tuple(inside)) for own, inside in definitions))
                    for at, definitions in terms
                ],
            )
            for heading, terms in self.found
        ]


def _lists(source: Source, start: int) -> list[tuple[str, list[Term]]]:
    lists = _Lists(source)
    heading: list[str] | None = None
    for token in tokens(source.text, start, len(source.text)):
        match token:
            case Tag(name) if name in _PARTS and not lists.tables:
                lists.begin(token)
            case EndTag(name) if name in _PARTS and not lists.tables:
                lists.end(token.start)
                lists.depth -= name == "dl" and lists.depth > 0
            case Tag("table") | EndTag("table"):
                lists.tables = max(0, lists.tables + (1 if isinstance(token, Tag) else -1))
            case Tag(name) if name in HEADINGS:
                heading = []
            case Words(text) if heading is not None:
                heading.append(text)
            case EndTag(name) if name in HEADINGS and heading is not None:
                lists.heading, heading = collapsed("".join(heading)), None
            case _:
                continue
    lists.end(len(source.text))
    return lists.terms
