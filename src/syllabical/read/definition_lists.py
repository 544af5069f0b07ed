"""Finds definition lists in Markdown: a term, its definitions, and those inside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syllabical.read import templates
from syllabical.source import Source, Span

_MARK = re.compile(r"([ \t]*):(?:[ \t]+|(?=\r?$))")
_LIST_MARK = re.compile(r"[ \t]{0,3}[-*+][ \t]+")
_DATED = re.compile(
    r"(?:\*\*|__)?(?P<date>[^:|\n]{0,12}?\d[^:|\n]{0,18}?)(?:\*\*|__)?\s*(?::|[–—]|\s-)"
    r"(?:\*\*|__)?\s+(?=\S)"
)
_NESTED_FROM = 2
"""A definition indented this far stands inside the one above."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What stands behind one `:`, and the definitions inside it."""

    at: Span
    inside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """What is defined."""

    at: Span
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def terms(source: Source, start: int) -> tuple[tuple[Term, ...], tuple[Span, ...]]:
    """The terms from an offset on, and the lines that belong to none."""
    lines = list(_lines(source, start))
    found: list[Term] = []
    around: list[Span] = []
    at = 0
    while at < len(lines):
        end = _end_of_term(lines, at)
        if end > at:
            found.append(_term(source, lines[at:end]))
            at = end
            continue
        dated = _dated(source, lines[at])
        if dated is not None:
            found.append(dated)
        elif not lines[at].blank:
            around.append(Span(source, lines[at].start, lines[at].end).strip())
        at += 1
    return tuple(found), tuple(around)


def _lines(source: Source, start: int) -> Iterator[_Line]:
    text = templates.blanked(source.text, templates.dead(source.text))
    at = start
    for line in text[start:].splitlines(keepends=True):
        yield _Line(at, at + len(line.rstrip("\r\n")), line.rstrip("\r\n"))
        at += len(line)


def _end_of_term(lines: Sequence[_Line], at: int) -> int:
    """The line after a term and all its definitions; `at` itself where no term stands."""
    if lines[at].blank or _MARK.match(lines[at].text) or lines[at].text.lstrip().startswith("#"):
        return at
    first = at + 1
    while first < len(lines) and lines[first].blank:
        first += 1
    if first == len(lines) or not _MARK.match(lines[first].text):
        return at
    end = last = first
    while end < len(lines):
        line = lines[end]
        if not line.blank:
            goes_on = _MARK.match(line.text) or line.text[:1] in " \t" or not lines[end - 1].blank
            if not goes_on or line.text.startswith("#"):
                break
            if not _MARK.match(line.text) and _is_term(lines, end):
                break
            last = end
        end += 1
    return last + 1


def _is_term(lines: Sequence[_Line], at: int) -> bool:
    """Whether an unindented line is followed by a definition of its own."""
    if lines[at].text[:1] in " \t":
        return False
    below = next((line for line in lines[at + 1 : at + 3] if not line.blank), None)
    return below is not None and bool(_MARK.match(below.text))


def _term(source: Source, lines: Sequence[_Line]) -> Term:
    found: list[tuple[Span, list[Span]]] = []
    for line in lines[1:]:
        mark = _MARK.match(line.text)
        if mark is None:
            if found and not line.blank:
                own, inside = found[-1]
                if inside:
                    inside[-1] = Span(source, inside[-1].start, line.end)
                else:
                    found[-1] = Span(source, own.start, line.end), inside
            continue
        at = Span(source, line.start + mark.end(), line.end)
        if len(mark[1].expandtabs(4)) < _NESTED_FROM or not found:
            found.append((at, []))
        else:
            found[-1][1].append(at)
    return Term(
        Span(source, lines[0].start, lines[0].end).strip(),
        tuple(Definition(at, tuple(inside)) for at, inside in found),
    )


def _dated(source: Source, line: _Line) -> Term | None:
    """`- Jan 26: What is logic?`: a list whose points begin with a date."""
    mark = _LIST_MARK.match(line.text)
    dated = _DATED.match(line.text, mark.end()) if mark else None
    if dated is None:
        return None
    date = Span(source, line.start + dated.start("date"), line.start + dated.end("date"))
    return Term(date.strip(), (Definition(Span(source, line.start + dated.end(), line.end)),))
