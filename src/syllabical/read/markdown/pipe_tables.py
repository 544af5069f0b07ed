"""Markdown tables as they are: lines with pipes in them → a table, every cell at its place.

GFM, kramdown, pandoc and Org lines alike: outer pipes or none, rules of dashes anywhere, rows
shorter or longer than the header.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from syllabical.model.table import Cell, Row, Table
from syllabical.read import templates
from syllabical.read.markdown import inline
from syllabical.source import Source, Span
from syllabical.text import visible

Reader = Callable[[str, Span], Cell]
"""How the text of a cell is read."""

_SILENCED = re.compile(r"<!--\s*+syllabical:\s*+allow\s((?:[^>-]|-(?!->))*+)-->")
_LISTED = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
_RULES_WITHOUT_HEADER = 2
_FEWEST = 2
_FEWEST_BARE = 3


_RULE = re.compile(r"[\s|:+=-]*")
_LOOKALIKES = str.maketrans("｜│┃￨－─━—＋┼", "||||----++")
_SHIELDS = re.compile(
    r"(?P<always>" + templates.TAG.pattern + r"|\[\[[^\[\]\n|]*\|[^\[\]\n|]*\]\]"
    r"|<[A-Za-z][^<>\n]*>)"
    r"|(?<!`)(`+)(?!`)[^`\n]+?(?<!`)\2(?!`)"
    r"|\[[^\[\]\n]*\]\([^()\n]*\)"
    r"|(?<![\\$])\$(?=[^\s$])[^$\n]*?[^\s$\\]\$(?![\d$])",
    re.DOTALL,
)
_SHIELDED = re.compile(r"[`${<\[]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table, without what stands before the table (a quote's `>`, an indent)."""

    start: int
    """The offset of its first character in the source."""

    text: str


def table(
    source: Source, lines: Sequence[Line], headings: tuple[str, ...], cell: Reader
) -> Table | None:
    """The table that some neighbouring lines make, if they do."""
    ruled = [is_rule(line.text) for line in lines]
    rules = [at for at, rules_off in enumerate(ruled) if rules_off]
    if len(rules) == len(lines) or not (rules or _is_table(lines)):
        return None
    width = _width(lines, rules)
    if lines[0].text[:1] == "+":
        rows = [_stacked(source, block, width, cell) for block in _blocks(lines, ruled)]
    else:
        rows = [
            _row(source, line, width, cell)
            for line, rules_off in zip(lines, ruled, strict=True)
            if not rules_off
        ]
    widest = max(len(row.cells) for row in rows)
    while widest > width and not any(
        row.cells[widest - 1 :][:1] and row.cells[widest - 1].lines for row in rows
    ):
        widest -= 1
    rows = [_padded(row, widest) for row in rows]
    header: Row | None = None
    if _has_header(rules, rows):
        header, *rows = rows
        header = header if any(one.lines for one in header.cells) else None
    return Table(
        header=header,
        rows=tuple(rows),
        headings=headings,
        at=source.span(lines[0].start, lines[-1].start + len(lines[-1].text)),
    )


def trimmed(lines: list[Line]) -> list[Line]:
    """The lines without prose that happens to hold a pipe and to stand right above the header."""
    first = next((at for at, line in enumerate(lines) if is_rule(line.text)), 0)
    if first < _FEWEST:
        return lines
    width = _width(lines, [first])
    fits = len(cell_bounds(lines[first - 1].text)) == width
    return lines[first - 1 :] if fits and len(cell_bounds(lines[0].text)) != width else lines


def continues(above: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether lines go on with the table above them, a blank line having slipped in between."""
    return (
        not any(is_rule(line.text) for line in lines)
        and any(is_rule(line.text) for line in above)
        and all(line.text[:1] == "|" for line in lines)
        and len(cell_bounds(lines[0].text)) == len(cell_bounds(above[0].text))
    )


def _is_table(lines: Sequence[Line]) -> bool:
    """Whether lines without any rule among them are meant as a table."""
    if len(lines) >= _FEWEST and all(line.text.lstrip()[:1] == "|" for line in lines):
        return True
    if any(_LISTED.match(line.text) for line in lines):
        return False
    counts = {len(cell_bounds(line.text)) for line in lines}
    return len(lines) >= _FEWEST_BARE and len(counts) == 1 and counts.pop() > _FEWEST


def _width(lines: Sequence[Line], rules: list[int]) -> int:
    """How many cells a row should have: as many as the first rule, or else the first line."""
    line = lines[rules[0]] if rules else lines[0]
    return len(cell_bounds(line.text.replace("+", "|") if rules else line.text))


def _has_header(rules: list[int], rows: Sequence[Row]) -> bool:
    """A rule under the first row says so; without any rule, figures that begin below it."""
    if len(rows) < _FEWEST:
        return bool(rules) and rules[0] == 1
    if rules and rules[0] == 0:
        return len(rules) >= _RULES_WITHOUT_HEADER and rules[1] == _RULES_WITHOUT_HEADER
    if rules and rules[0] <= _FEWEST_BARE:
        return True
    first, *others = rows
    with_figures = sum(any(_has_figure(one) for one in row.cells) for row in others)
    return (
        all(one.lines for one in first.cells)
        and not any(_has_figure(one) for one in first.cells)
        and 2 * with_figures >= len(others)
    )


def _has_figure(cell: Cell) -> bool:
    return any(character.isdigit() for line in cell.lines for character in line)


def _row(source: Source, line: Line, width: int, cell: Reader) -> Row:
    text = line.text
    cells = []
    for start, end in cell_bounds(text, width):
        part = text[start:end]
        words = part.strip()
        at = line.start + start + (part.index(words) if words else 0)
        read = words.replace("\\|", "|") if "\\|" in words else words
        cells.append(cell(read, Span(source, at, at + len(words))))
    end = line.start + len(text.rstrip())
    written = source.text[line.start : line.start + len(text)]
    return Row(
        cells=tuple(cells),
        at=Span(source, line.start, end),
        silenced=_silenced(written) if "<!--" in written else frozenset(),
    )


def _blocks(lines: Sequence[Line], ruled: Sequence[bool]) -> list[list[Line]]:
    """The lines of each row of a grid table, in which only a rule ends a row."""
    blocks: list[list[Line]] = [[]]
    for line, rules_off in zip(lines, ruled, strict=True):
        if not rules_off:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _stacked(source: Source, lines: Sequence[Line], width: int, cell: Reader) -> Row:
    """A row of a grid table: its lines are broken to fit, each cell is one text."""
    texts: list[list[str]] = []
    places: list[Span] = []
    for line in lines:
        for column, (start, end) in enumerate(cell_bounds(line.text, width)):
            at = Span(source, line.start + start, line.start + end).strip()
            if column == len(texts):
                texts.append([])
                places.append(at)
            texts[column].append(line.text[start:end].strip())
            places[column] = places[column] if places[column].text else at
    last = lines[-1]
    at = Span(source, lines[0].start, last.start + len(last.text.rstrip()))
    return Row(
        cells=tuple(
            cell(inline.unwrapped("\n".join(parts).strip()), place)
            for parts, place in zip(texts, places, strict=True)
        ),
        at=at,
        silenced=_silenced(at.text) if "<!--" in at.text else frozenset(),
    )


def _silenced(text: str) -> frozenset[str]:
    """What `<!-- syllabical: allow RULE, RULE -->` silences."""
    return frozenset(
        rule for found in _SILENCED.finditer(text) for rule in re.split(r"[\s,]+", found[1]) if rule
    )


def _padded(row: Row, width: int) -> Row:
    if len(row.cells) == width:
        return row
    if len(row.cells) > width:
        return replace(row, cells=row.cells[:width])
    end = Span(row.at.source, row.at.end, row.at.end)
    missing = (Cell(at=end),) * (width - len(row.cells))
    return Row(cells=row.cells + missing, at=row.at, silenced=row.silenced)


def has_pipe(text: str) -> bool:
    """Whether a pipe divides the line."""
    text = _straightened(text)
    at = text.find("|")
    while at > 0 and text[at - 1] == "\\":
        at = text.find("|", at + 1)
    return at >= 0


def is_rule(text: str) -> bool:
    """Whether the line is a rule: dashes (or `=`) between pipes and nothing else."""
    text = _straightened(text)
    return (
        _RULE.fullmatch(text) is not None
        and ("-" in text or "=" in text)
        and ("|" in text or text.strip()[:2] in ("+-", "+="))
    )


def cell_bounds(text: str, width: int = 0) -> list[tuple[int, int]]:
    """The stretches between the pipes.

    Pipes in code and formulas divide only where that makes the row as wide as it should be.
    """
    text = _straightened(text)
    if not _SHIELDED.search(text):
        return _split(text)
    shielded = _split(_masked(text, everything=True))
    if len(shielded) == width or (len(shielded) == width - 1 and _is_open(text)):
        return shielded
    divided = _split(_masked(text, everything=False))
    return divided if len(divided) == width else shielded


def _is_open(text: str) -> bool:
    """Whether the line has a pipe at its end and none before: its last cell may be empty."""
    return text.rstrip()[-1:] == "|" and text.lstrip()[:1] != "|"


def _masked(text: str, *, everything: bool) -> str:
    """The line with the pipes that do not divide it overwritten."""
    return _SHIELDS.sub(
        lambda found: found[0].replace("|", "\x00") if everything or found["always"] else found[0],
        text,
    )


def _split(text: str) -> list[tuple[int, int]]:
    if "\\|" in text:
        text = text.replace("\\|", "\x00\x00")
    found, at = [], 0
    for part in text.split("|"):
        found.append((at, at + len(part)))
        at += len(part) + 1
    if len(found) > 1 and not visible(text[: found[0][1]]).strip():
        del found[0]
    if len(found) > 1 and not visible(text[found[-1][0] :]).strip():
        del found[-1]
    return found


def _straightened(text: str) -> str:
    """A line with the look-alikes of pipes and dashes as such, where it has none of its own."""
    if text.isascii() or text.count("|") > 1:
        return text
    return text.translate(_LOOKALIKES) if "|" in text.translate(_LOOKALIKES) else text
