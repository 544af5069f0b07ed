"""Tables that pandoc knows by their rules of dashes, without a pipe: simple and of many lines.

Date      Topic
--------  ------------
Sep 4     Introduction
"""

import re
from collections.abc import Callable, Iterator, Sequence

from syllabical.model.table import Cell, Row, Table
from syllabical.read.markdown import inline
from syllabical.read.table_shape import is_empty
from syllabical.source import Source, Span

RULE = re.compile(r"[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*")
"""A rule with a gap between its columns."""

_ANY_RULE = re.compile(r"[ \t]*-{3,}(?:[ \t]+-+)*[ \t]*")
_DASHES = re.compile(r"-+")

_Line = tuple[int, str]
"""The offset of a line, and its text."""


def table(
    source: Source,
    live: str,
    at: int,
    headings: tuple[str, ...],
    cell: Callable[[str, Span], Cell],
) -> tuple[Table, int] | None:
    """The table around the rule at an offset, and where it ends."""
    start = live.rfind("\n", 0, at) + 1
    rule = next(_below(live, start))
    above = _above(live, start)
    body, is_closed, end = _body(live, start + len(rule[1]) + 1, blank_ends=not above[1])
    if not body or not (above[0] or is_closed):
        return None
    edges = [found.start() for found in _DASHES.finditer(rule[1])]
    rows = [_row(source, lines, edges, cell) for lines in body]
    return Table(
        header=_row(source, above[0], edges, cell) if above[0] else None,
        rows=tuple(row for row in rows if not is_empty(row)),
        headings=headings,
        at=Span(source, above[0][0][0] if above[0] else start, end),
    ), end


def _below(live: str, start: int) -> Iterator[_Line]:
    """The lines from an offset on."""
    while start < len(live):
        stop = live.find("\n", start)
        stop = len(live) if stop < 0 else stop
        yield start, live[start:stop].rstrip("\r")
        start = stop + 1


def _above(live: str, start: int) -> tuple[list[_Line], bool]:
    """The lines of the header, and whether a rule stands above them."""
    lines: list[_Line] = []
    while start > 0:
        stop = start - 1
        start = live.rfind("\n", 0, stop) + 1
        text = live[start:stop].rstrip("\r")
        if not text.strip():
            break
        if _ANY_RULE.fullmatch(text):
            return lines, True
        lines.insert(0, (start, text))
    return lines[-1:], False


def _body(live: str, start: int, *, blank_ends: bool) -> tuple[list[list[_Line]], bool, int]:
    """The rows, each of one line or of several; whether a rule closes them; where they end."""
    rows: list[list[_Line]] = [[]]
    end = start
    for at, text in _below(live, start):
        if _ANY_RULE.fullmatch(text):
            return [row for row in rows if row], True, at + len(text)
        if text.strip():
            rows[-1].append((at, text))
            end = at + len(text)
        if blank_ends and not text.strip():
            break
        if rows[-1] and (blank_ends or not text.strip()):
            rows.append([])
    return [row for row in rows if row], False, end


def _row(
    source: Source,
    lines: Sequence[_Line],
    edges: Sequence[int],
    cell: Callable[[str, Span], Cell],
) -> Row:
    cells = []
    for begin, stop in zip(edges, [*edges[1:], None], strict=True):
        parts = [(start + min(begin, len(text)), text[begin:stop]) for start, text in lines]
        filled = [(at, text) for at, text in parts if text.strip()] or parts[:1]
        at = Span(source, filled[0][0], filled[0][0] + len(filled[0][1])).strip()
        cells.append(cell(inline.unwrapped("\n".join(text.strip() for _, text in filled)), at))
    last = lines[-1]
    return Row(cells=tuple(cells), at=Span(source, lines[0][0], last[0] + len(last[1])))
