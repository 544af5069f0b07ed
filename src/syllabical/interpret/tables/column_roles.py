"""A column of a table, and all of them together."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from syllabical.interpret.dates.tokens import SMALL_WORDS
from syllabical.interpret.tables.column_evidence import Contents, Sheet, asides, plain
from syllabical.languages import one_of
from syllabical.languages.lexicon import Lexicon, Mark

_ORDER = (
    "decoy", "due", "out", "last", "date", "day", "month", "starts", "ends", "time", "kind",
    "place", "detail", "homework", "exam", "session", "side session", "week", "number", "topic",
    "content", "unit", "matter", "speaker", "remark",
)  # fmt: skip
"""Which meaning counts where a header has several: the one that leaves the least to guess."""

_BESIDE = frozenset(["place", "detail", "matter", "speaker"])
_FEW = 5
_JOINT = re.compile(rf"[/,&+|;]|\b{one_of('joints', 'and', 'or')}\b", re.IGNORECASE)
"""What stands between two things: `Lecture and lab`, but not `Sesión de prácticas`."""

_SMALL = SMALL_WORDS | frozenset(["out", "by", "in", "at", "from", "for", "with", "as", "about"])
_LINK = re.compile(r"\s(?:from|of|for|in|about|before|after)\s", re.IGNORECASE)
"""What stands between a thing and what it belongs to: `Notes from class` are notes."""

_MOST = 0.6
_SOME = 0.3


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it was taken for."""

    index: int
    header: str
    role: str
    why: str
    track: str = ""
    is_topic: bool = False
    """Whether it is a session for want of a column that is called one."""

    asked: bool = False
    """Whether schedule.yaml names it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table."""

    all: tuple[Column, ...] = field(default=())
    known: dict[tuple[str, ...], tuple[Column, ...]] = field(default_factory=dict, compare=False)
    """What was asked before; every row asks the same."""

    def first(self, *roles: str) -> Column | None:
        """The first column of one of these roles."""
        found = self.of(*roles)
        return found[0] if found else None

    def of(self, *roles: str) -> tuple[Column, ...]:
        """All columns of these roles, from left to right."""
        found = self.known.get(roles)
        if found is None:
            found = self.known[roles] = tuple(c for c in self.all if c.role in roles)
        return found

    def index(self, *roles: str) -> int | None:
        """Where the first of these roles stands."""
        column = self.first(*roles)
        return column.index if column else None


def header_role(header: str, headers: Lexicon) -> str:
    """What a header says its column is; empty where it says nothing we know."""
    core = plain(header)
    role = _role(core, headers)
    if (not role or role in _BESIDE) and "session" in headers.senses(asides(header)):
        return "session"
    return role


def _role(header: str, headers: Lexicon) -> str:
    if "#" in header and not any(letter.isalpha() for letter in header):
        return "number"
    header = _head(header, headers)
    marks = _telling(header, headers.marks(header))
    covered = {(mark.start, mark.end) for mark in marks}
    letters = sum(letter.isalpha() for letter in header)
    known = sum(sum(map(str.isalpha, header[start:end])) for start, end in covered)
    if not marks or known * 2 < letters:
        return "due" if _ends_due(header, marks) else ""
    roles = [mark.sense for mark in marks]
    if {"session", "side session"} <= set(roles) and not _JOINT.search(header):
        roles = [role for role in roles if role != "session"]
    if marks[0].sense in ("topic", "session") and not _BESIDE.isdisjoint(roles):
        roles = [role for role in roles if role not in _BESIDE or "/" not in header]
    if "number" in roles and {"session", "side session", "week"} & set(roles):
        return "week" if "week" in roles else "number"
    return next((role for role in _ORDER if role in roles), "")


def _telling(header: str, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks without small words (`to`, `from`, `out`, `of`) that stand among others.

    A small word is a column's meaning where it is all of the header, or its last word behind a
    noun that is known: `Subject to cover` is no last day, `HW out` is what is handed out.
    """
    if len(header.split()) <= 1:
        return marks
    return tuple(mark for mark in marks if not _is_small(header, mark)) or marks


def _head(header: str, headers: Lexicon) -> str:
    """The thing itself of `Notes from class` and `Date of lecture`, where it is known."""
    link = _LINK.search(header)
    head = header[: link.start()] if link else header
    return head if any(not _is_small(header, m) for m in headers.marks(head)) else header


def _is_small(header: str, mark: Mark) -> bool:
    word = header[mark.start : mark.end].strip().casefold()
    if word not in _SMALL:
        return False
    return any(map(str.isalpha, header[mark.end :]))


def _ends_due(header: str, marks: tuple[Mark, ...]) -> bool:
    """Whether it is something due, whatever that is called: `Report due`, `Due Sunday 5 pm`."""
    ends = {0, len(header)}
    due = any(mark.sense == "due" and {mark.start, mark.end} & ends for mark in marks)
    return due and len(header.split()) <= _FEW


@dataclass(frozen=True, slots=True)
class Look:
    """A table, and the columns that are dates beyond doubt."""

    sheet: Sheet
    sure: tuple[Contents, ...]

    def is_dated(self, cells: Contents) -> bool:
        """Whether a column could be the dates; looked into only where that is in doubt."""
        return cells in self.sure if self.sure else cells.dated >= _MOST


def believed(look: Look, column: Column) -> Column:
    """Believe the cells where they contradict the header."""
    cells = look.sheet.contents[column.index]
    if not cells.texts or column.asked:
        return column
    for roles, test, role, why in _BELIEFS:
        if column.role in roles and test(look, column):
            return replace(column, role=role, why=why)
    return column


def _is_number(look: Look, column: Column) -> bool:
    """Whether the cells only count, and another column says what is taught."""
    cells = look.sheet.contents[column.index]
    if cells.numbered < _MOST or look.is_dated(cells) or cells.tells_kinds:
        return False
    return column.role == "day" or any(
        other.numbered < _MOST and not look.is_dated(other) and other.hours < _MOST
        for other in look.sheet.contents
        if other is not cells and len(other.texts) * 2 >= len(cells.texts)
    )


def _is_outline(look: Look, column: Column) -> bool:
    return look.sheet.contents[column.index].outlined >= _MOST


def _is_no_exam(look: Look, column: Column) -> bool:
    return look.sheet.contents[column.index].exams < _MOST


def _is_links(look: Look, column: Column) -> bool:
    return look.sheet.contents[column.index].resources >= _MOST


def _is_hours(look: Look, column: Column) -> bool:
    cells = look.sheet.contents[column.index]
    return cells.hours >= _MOST and not look.is_dated(cells)


def _may_be_date(look: Look, column: Column) -> bool:
    return look.is_dated(look.sheet.contents[column.index])


def _is_homework(look: Look, column: Column) -> bool:
    cells = look.sheet.contents[column.index]
    return cells.homework >= _SOME and cells.homework * len(cells.texts) > 1


_BELIEFS: tuple[tuple[tuple[str, ...], Callable[[Look, Column], bool], str, str], ...] = (
    (
        ("session", "unit", "", "day", "topic", "content"),
        _is_number,
        "number",
        "its cells only count",
    ),
    (("side session",), _is_outline, "detail", "its cells are sections of a book"),
    (("exam",), _is_no_exam, "", "the header names an exam, but its cells are topics"),
    (("session", "side session", ""), _is_links, "detail", "its cells hold only links"),
    (("", "remark"), _is_homework, "mixed", "its cells speak of homework"),
    (("",), _is_hours, "time", "its cells hold hours"),
    (("",), _may_be_date, "maybe date", "its cells hold dates"),
)
"""Roles, what the cells may show of them, what the column then is, and why."""
