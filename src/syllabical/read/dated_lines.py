"""Makes a table of a page without one, where its lines, list items or headings begin with dates.

`- **Sep 4**: Introduction`, `### Week 1 (Sep 4)` with text below it, a card or a `<div>` a day:
repeated siblings with a date each, and what stands between them.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from syllabical.languages import one_of
from syllabical.model.table import Cell, Page, Row, Table
from syllabical.read.front_matter import front_matter
from syllabical.read.html import cells, dom
from syllabical.read.html.page import Reader
from syllabical.read.markdown import inline
from syllabical.read.markdown.page import walked
from syllabical.read.table_shape import NUMBERED, OF_MONTH, ORDINAL
from syllabical.source import Source, Span

_FEWEST = 3
_DEEPEST = 9
"""Levels of headings."""

_BLANK = r"(?:\s|&nbsp;)"
_WORD = r"[^\W\d_]{2,12}"
_YEAR, _MONTH, _DAY = (one_of("dates", f"{unit} sign") for unit in ("year", "month", "day"))
_TO, _AND = one_of("dates", "to"), one_of("dates", "and")
_DATE = (
    rf"(?:{_WORD}\.?,?{_BLANK}+|{_WORD},\s?)?"
    rf"(?:\d{{4}}[-/.]\d\d?[-/.]\d\d?|\d\d?[/.]\d\d?(?:[/.](?:\d{{4}}|\d\d))?\.?(?![\d/])"
    rf"|{_WORD}\.?{_BLANK}+\d\d?{ORDINAL}?(?!\d)(?:,?{_BLANK}+(?:19|20)\d\d)?"
    rf"|\d\d?(?:{ORDINAL}|\.)?{_BLANK}+(?:{OF_MONTH}{_BLANK}+)?{_WORD}\.?"
    rf"(?:,?{_BLANK}+(?:{OF_MONTH}{_BLANK}+)?(?:19|20)\d\d)?"
    rf"|(?:\d{{4}}{_YEAR}\s?)?\d\d?{_MONTH}\s?\d\d?{_DAY})"
)
_WHEN = rf"{_DATE}(?:{_BLANK}*(?:[-–—&]|{_TO}|{_AND}){_BLANK}*(?:{_DATE}|\d\d?(?!\d)))?"
_ENDS = r"(?=[*_`]+\s|[*_`]*(?:\s*[:–—<|()\[\]]|\s+-|,|\s*\Z|\.\s|\s*\n))"
_OPENING = re.compile(
    rf"(?:[-*+•]\s+)?(?:\[[ xX]\]\s+)?[*_`\[(]*(?P<date>{_WHEN}"
    rf"(?:{_BLANK}*\([^()<>\d]{{2,12}}\))?){_ENDS}"
)
_INSIDE = re.compile(rf"(?:^#*|[(\[:,–—|]|\s-){_BLANK}*[*_`]*(?P<date>{_WHEN}){_ENDS}")
_BULLET = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s")
_COLOPHON = ("©", "&copy;", "Copyright")
_CLOSING = re.compile(r"(?:[\s:;,.|–—*_`)\]-]|&nbsp;|</\w+>)*")
_OPENED = re.compile(r"(?:\s|^)[*_`(\[]+$")
_EDGES = "# \t\r\n:;,.|–—-*_`()[]"


Words = Callable[[Span], Cell]
"""Reads a stretch of the page."""

_Make = tuple[int, int, bool]


_HEADING = re.compile(r"^[ \t>]*#{1,6}[ \t]+|[ \t]+#+[ \t]*$", re.MULTILINE)


@dataclass(slots=True)
class Said:
    """A line of a page outside its tables."""

    at: Span
    level: int = 0
    """The level of the heading it is; 0 for none."""

    column: int = 0
    """How far it is indented."""


def table(lines: Sequence[Said], words: Words, headings: tuple[str, ...]) -> Table | None:
    """The table that the dated lines of a page make, if there are enough of one make."""
    dates = [_date(line) for line in lines]
    makes = Counter(_make(line) for line, date in zip(lines, dates, strict=True) if date)
    if not makes or makes.most_common(1)[0][1] < _FEWEST:
        return None
    make = makes.most_common(1)[0][0]
    begins = [at for at, line in enumerate(lines) if dates[at] and _make(line) == make]
    ends = [*begins[1:], len(lines)]
    lengths: list[int] = []
    rows: list[Row] = []
    for begin, end in zip(begins, ends, strict=True):
        last = _last(lines, begin, end, dates[begin])
        if end == len(lines) and lengths:
            last = min(last, begin + max(lengths))
        lengths.append(last - begin)
        rows.append(_row(lines[begin : last + 1], dates[begin], words))
    if sum(bool(row.cells[1].lines or row.cells[1].struck) for row in rows) * 2 < len(rows):
        return None
    at = Span(rows[0].at.source, rows[0].at.start, rows[-1].at.end)
    # The first two columns are known by what they hold, in any language.
    names = [Cell(lines=lines, at=at.part(0, 0)) for lines in ((), (), ("Remarks",))]
    remarked = any(row.cells[2].lines for row in rows)
    header = Row(cells=tuple(names), at=at) if remarked else None
    return Table(header=header, rows=tuple(rows), headings=headings, at=at)


def _make(line: Said) -> _Make:
    return line.level, line.column, bool(_BULLET.match(line.at.text))


def _date(line: Said) -> Span | None:
    """Where the date of a line stands, if it is one of those that begin an entry."""
    text = line.at.text
    start = len(text) - len(text.lstrip(_EDGES))
    numbered = NUMBERED.match(text, start)
    start = start + len(numbered[0].rstrip(" –-")) if numbered else 0
    opening = None if numbered else _OPENING.match(text)
    # `Week 3 (Sep 18)`: in a title the date may stand behind other words.
    behind = _INSIDE.finditer(text, start) if numbered or line.level else ()
    for found in (*([opening] if opening else ()), *behind):
        if not NUMBERED.search(found["date"]):
            return line.at.part(*found.span("date"))
    return None


def _last(lines: Sequence[Said], begin: int, end: int, date: Span | None) -> int:
    """The last line that belongs to the entry that begins at one."""
    first = lines[begin]
    # A date alone may have its topic in a heading below it; other paragraphs end there.
    is_alone = date is not None and first.at.text.strip(_EDGES) == date.text.strip(_EDGES)
    deepest = first.level or (0 if is_alone else _DEEPEST)
    is_item = bool(_BULLET.match(first.at.text)) and not first.level
    for at in range(begin + 1, end):
        line = lines[at]
        over = line.at.text.startswith(_COLOPHON) or 0 < line.level <= deepest
        # Below a list item only what is indented belongs to it.
        out = is_item and line.column <= first.column
        if over or out:
            return at - 1
    return end - 1


def _row(lines: Sequence[Said], date: Span | None, words: Words) -> Row:
    first, last = lines[0], lines[-1]
    at = Span(first.at.source, first.at.start, last.at.end)
    date = date or first.at
    before = date.source.text[first.at.start : date.start]
    if not (first.level or before.strip(_EDGES)):
        topic = words(_trimmed(Span(at.source, date.end, last.at.end)))
    else:
        topic = _headed(first, date, lines[1:], words)
    return Row(cells=(words(date), *_parted(_without_resources(topic))), at=at)


def _headed(first: Said, date: Span, below: Sequence[Said], words: Words) -> Cell:
    """What a heading says beside its date, and what stands below it."""
    before = _trimmed(Span(date.source, first.at.start, date.start))
    named = words(before).text.strip(_EDGES) if before.text.strip(_EDGES) else ""
    topic = words(_trimmed(Span(date.source, date.end, first.at.end)))
    if named and not NUMBERED.fullmatch(named):
        topic = replace(topic, lines=(named, *topic.lines))
    if not below:
        return topic
    body = words(Span(date.source, below[0].at.start, below[-1].at.end))
    return Cell(
        lines=topic.lines + body.lines,
        links=topic.links + body.links,
        struck=topic.struck + body.struck,
        stamps=topic.stamps + body.stamps,
        at=topic.at if topic.lines else body.at,
    )


def _parted(topic: Cell) -> tuple[Cell, Cell]:
    """What an entry is about, and what else stands in it."""
    cut = 2 if topic.lines and NUMBERED.fullmatch(topic.lines[0].strip(_EDGES)) else 1
    end = Cell(at=topic.at.part(len(topic.at.text), len(topic.at.text)))
    if len(topic.lines) <= cut:
        return topic, end
    first = {link.text for link in topic.links if link.text in " ".join(topic.lines[:cut])}
    links = [
        tuple(link for link in topic.links if (link.text in first) is own) for own in (True, False)
    ]
    return (
        replace(topic, lines=topic.lines[:cut], links=links[0]),
        replace(topic, lines=topic.lines[cut:], links=links[1], struck=(), stamps=()),
    )


def _trimmed(at: Span) -> Span:
    """The stretch without the marks that stood around the date."""
    text = at.text
    closing = _CLOSING.match(text)
    begin = closing.end() if closing else 0
    opened = _OPENED.search(text[:begin])
    begin = opened.start() if opened else begin
    return at.part(begin, len(text)).strip()


def _without_resources(topic: Cell) -> Cell:
    """The cell without the lines that are only links, such as `slides`."""
    links = {link.text for link in topic.links}
    if topic.lines:
        topic = replace(topic, lines=(topic.lines[0].lstrip(":–— "), *topic.lines[1:]))
    kept = [
        line for at, line in enumerate(topic.lines) if not at or line.strip("[]() ") not in links
    ]
    return replace(topic, lines=tuple(kept))


def markdown(page: Page, source: Source) -> Page:
    """A Markdown page with the table that its lines make, if they make one."""
    walk = walked(source)
    lines = [
        Said(
            source.span(line.start, line.start + len(line.text.rstrip())),
            level,
            source.place(line.start)[1],
        )
        for line, level in walk.said
        if line.text.strip()
    ]

    def words(at: Span) -> Cell:
        return inline.cell(
            inline.unwrapped(_HEADING.sub("", walk.live[at.start : at.end])), at, walk.links
        )

    return _with_table(page, lines, words)


def webpage(page: Page, source: Source) -> Page:
    """An HTML page with the table that its lines make, if they make one."""
    reader = Reader(source)
    reader.read(dom.parse(source.text, front_matter(source).end))
    lines = [Said(line.at(source), line.look.level) for line in reader.lines if line.text]
    return _with_table(page, lines, lambda at: cells.cell(at.text, at))


def _with_table(page: Page, lines: list[Said], words: Words) -> Page:
    made = table(lines, words, (page.title,) if page.title else ())
    return replace(page, tables=(*page.tables, made)) if made else page
