"""Turns terms that are dates, and what is defined under them, into the rows of a table.

Just-the-class pages label each entry: `**Lecture**{: .label } Trees`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from syllabical.model.table import Cell, Row
from syllabical.read import table_shape
from syllabical.read.definition_lists import Definition, Term
from syllabical.source import Span

Words = Callable[[str, Span], Cell]
"""Reads a stretch of text, given as it stands and as it should be read."""

_COLUMNS = ("Date", "Type", "Topic", "Resources")
_TAG = re.compile(
    r"\s*\{%-?\s*(?!include|if|for|assign|link|raw|end)(\w+(?:\s+[\w.]+)+)\s*-?%\}\s*"
)
_LABEL = re.compile(
    r"(?:\*\*(?P<bold>[^*\n]+)\*\*|__(?P<under>[^_\n]+)__|\[(?P<link>[^\]\n]+)\]\([^)\n]*\)"
    r"|<(?P<tag>span|strong|b)\b[^>\n]*>(?P<tagged>[^<\n]+)</(?P=tag)>|`(?P<code>[^`\n]+)`)"
    r"[ \t]*\{:[^}\n]*\.label[^}\n]*\}"
    r"|<(?P<own>span|strong|b)\b[^>\n]*\bclass=[\"']?[^\"'>\n]*label[^>\n]*>(?P<ownly>[^<\n]+)"
    r"</(?P=own)>"
)
_ONLY_LINKS = re.compile(
    r"[\s,;|/·•()-]*(?:!?\[[^\]\n]*\]\([^)\n]*\)(?:\{:[^}\n]*\})?[\s,;|/·•()-]*)*"
)
_WORDS = ("bold", "under", "link", "tagged", "code", "ownly")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of an entry: its label, and the words that belong to it."""

    label: str
    start: int
    end: int
    """Where the words start and end."""

    label_start: int = 0


def header(at: Span) -> Row:
    """The names of the columns that entries have."""
    return Row(cells=tuple(Cell(lines=(name,), at=at.part(0, 0)) for name in _COLUMNS), at=at)


def rows(found: Sequence[Term], heading: str, words: Words) -> Iterator[Row]:
    """A row for each entry; terms that are no dates count where the heading is one."""
    for term in found:
        date = words(term.at.text, term.at)
        if table_shape.is_date(date.text):
            yield from _of_date(term, date, words)
        elif term.definitions and table_shape.is_date(heading):
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


def labelled(text: str) -> tuple[tuple[Labelled, ...], tuple[Labelled, ...]]:
    """The entries that a definition holds, and the links among them that have a label."""
    found = list(_LABEL.finditer(text))
    if not found:
        return (Labelled("", 0, len(text)),), ()
    parts = list(_parts(text, found))
    before = text[: found[0].start()]
    if before.strip(" \t,;|/:-–—"):
        # The label stands behind what it names: `[Trees](trees.pdf) **Lecture**{: .label }`.
        first = parts[0]
        if first.start == first.end or not text[first.start : first.end].strip():
            parts[0] = Labelled(first.label, 0, found[0].start())
        else:
            parts.insert(0, Labelled("", 0, found[0].start()))
    entries = [parts[0]]
    links: list[Labelled] = []
    for part in parts[1:]:
        words = text[part.start : part.end]
        only_links = bool(words.strip()) and bool(_ONLY_LINKS.fullmatch(words))
        (links if only_links else entries).append(part)
    return tuple(entries), tuple(links)


def _parts(text: str, found: list[re.Match[str]]) -> Iterator[Labelled]:
    """Each label with the words behind it; labels side by side are one."""
    names: list[str] = []
    start = 0
    for at, match in enumerate(found):
        start = start if names else match.start()
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        names.append(next(match[name] for name in _WORDS if match[name]).strip())
        if at + 1 < len(found) and not text[match.end() : end].strip():
            continue
        yield Labelled(" ".join(names), match.end(), end, start)
        names = []
