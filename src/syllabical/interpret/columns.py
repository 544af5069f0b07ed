"""Which column is which: by its header first, by its cells where the header fails."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from syllabical.interpret import calendar_grid
from syllabical.interpret.lexicon import Lexicon
from syllabical.interpret.sheet import Contents, Sheet, asides, is_blank, plain
from syllabical.interpret.vocabulary import Vocabulary

_MOST = 0.6
_SOME = 0.3
_VARIED = 0.8
_ORDER = (
    "decoy", "due", "out", "last", "date", "day", "month", "starts", "ends", "time", "kind",
    "detail", "homework", "exam", "session", "side session", "week", "number", "topic",
    "content", "unit", "remark",
)  # fmt: skip
"""Which meaning counts where a header has several: the one that leaves the least to guess."""

_TOPICS = ("topic", "content", "unit", "")
"""What can be the topic of a session, the surest first."""


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
    known: dict[tuple[str, ...], tuple[Column, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
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


@dataclass(frozen=True, slots=True)
class Look:
    """A table, and whether its date column is beyond doubt."""

    sheet: Sheet
    sure: bool

    def is_dated(self, cells: Contents) -> bool:
        """Whether a column could be the dates; looked into only where that is in doubt."""
        return not self.sure and cells.dated >= _MOST


def columns(sheet: Sheet, known: Vocabulary) -> Columns:
    """What every column of a table was taken for."""
    days = calendar_grid.weekdays(sheet.headers, known.names)
    found = [_by_header(sheet, index, known) for index in range(sheet.width)]
    dated = [column for column in found if column.role == "date" and _is_dated(sheet, column)]
    look = Look(sheet, sure=bool(dated))
    found = [_by_contents(look, column) for column in found]
    found = [_on_weekday(column) if column.index in days else column for column in found]
    found = list(_with_date(sheet, found))
    found = list(_with_kind(sheet, found))
    found = list(_with_sessions(sheet, found))
    return Columns(tuple(_with_track(column) for column in found))


def _is_dated(sheet: Sheet, column: Column) -> bool:
    return sheet.contents[column.index].dated >= _SOME


def header_role(header: str, headers: Lexicon) -> str:
    """What a header says its column is; empty where it says nothing we know."""
    core = plain(header)
    role = _role(core, headers)
    if role in ("", "detail") and "session" in headers.senses(asides(header)):
        return "session"
    return role


def _role(header: str, headers: Lexicon) -> str:
    if "#" in header and not any(letter.isalpha() for letter in header):
        return "number"
    marks = headers.marks(header)
    covered = {(mark.start, mark.end) for mark in marks}
    letters = sum(letter.isalpha() for letter in header)
    known = sum(sum(map(str.isalpha, header[start:end])) for start, end in covered)
    if not marks or known * 2 < letters:
        return ""
    roles = [mark.sense for mark in marks]
    if marks[0].sense in ("topic", "session") and "detail" in roles:
        roles = [role for role in roles if role != "detail" or "/" not in header]
    if "number" in roles and {"session", "side session", "week"} & set(roles):
        return "week" if "week" in roles else "number"
    return next((role for role in _ORDER if role in roles), "")


def _on_weekday(column: Column) -> Column:
    return replace(column, role="grid", why="the header is a weekday")


def _by_header(sheet: Sheet, index: int, known: Vocabulary) -> Column:
    header, headers = sheet.headers[index], known.headers
    if asked := known.asked(header):
        side = asked == "session" and header_role(header, headers) == "side session"
        role = "side session" if side else asked
        return Column(index, header, role, "schedule.yaml says so", asked=True)
    role = header_role(header, headers)
    why = f"the header is `{header}`" if role else "the header says nothing known"
    return Column(index, header, role, why if header else "it has no header")


def _by_contents(look: Look, column: Column) -> Column:
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
    (("exam",), _is_no_exam, "", "the header names an exam, but its cells are topics"),
    (("session", "side session", ""), _is_links, "detail", "its cells hold only links"),
    (("", "remark"), _is_homework, "mixed", "its cells speak of homework"),
    (("",), _is_hours, "time", "its cells hold hours"),
    (("",), _may_be_date, "maybe date", "its cells hold dates"),
)
"""Roles, what the cells may show of them, what the column then is, and why."""


def _with_date(sheet: Sheet, found: list[Column]) -> Iterator[Column]:
    """Exactly one date column: a header that says so and cells that agree, else the cells."""
    dated = [column for column in found if column.role == "date"]
    sure = [column for column in dated if _is_dated(sheet, column)]
    others = [
        column
        for column in (() if sure else found)
        if column.role
        not in ("date", "out", "due", "last", "detail", "remark", "decoy", "homework")
        and sheet.contents[column.index].dated >= _MOST
    ]
    best = next(iter(sure or others or dated), None)
    for column in found:
        if column is best and column.role != "date":
            yield replace(column, role="date", why="its cells hold dates")
        elif column is not best and column.role == "date":
            late = column in sure
            why = "another column holds the date" if late else "its cells hold no dates"
            yield replace(column, role="last" if late and not _is_other(column) else "", why=why)
        elif column is not best and column.role == "maybe date":
            yield replace(column, role="other date")
        else:
            yield column


def _is_other(column: Column) -> bool:
    return not column.header


def _with_kind(sheet: Sheet, found: list[Column]) -> Iterator[Column]:
    """A column whose cells only say what kind of class it is, beside one that says more."""
    for column in found:
        cells = sheet.contents[column.index]
        able = column.role in ("", "session", "content", "unit")
        told = cells.tells_kinds or (cells.repeats and "session" not in column.role)
        if (
            able
            and not column.asked
            and told
            and cells.kinds >= _MOST
            and _says_more(sheet, found, column)
        ):
            yield replace(column, role="kind", why="its cells say what kind of class it is")
        else:
            yield column


def _says_more(sheet: Sheet, found: list[Column], column: Column) -> bool:
    """Whether another column has the topics."""
    cells = sheet.contents[column.index]
    others = (
        sheet.contents[other.index]
        for other in found
        if other is not column and other.role in ("topic", "content", "unit", "session", "")
    )
    return any(other.kinds < _SOME and len(other.texts) * 2 >= len(cells.texts) for other in others)


def _with_sessions(sheet: Sheet, found: list[Column]) -> Iterator[Column]:
    """The columns whose cells are classes: those named so, else the one that looks like topics."""
    if not any(column.role == "date" for column in found) and _due(sheet, found):
        yield from _items(found)
        return
    main = [column for column in found if column.role in ("session", "grid")]
    topic = None if main else _topic(sheet, found)
    below = _subtopic(sheet, found, topic)
    for column in found:
        if column.role in ("session", "side session"):
            yield replace(column, role="session")
        elif column is topic:
            why = f"{column.why}, and no column is called after a class"
            yield replace(column, role="session", why=why, is_topic=True)
        elif column is below:
            why = f"{column.why}, and the topic beside it is the same in several rows"
            yield replace(column, role="subtopic", why=why)
        elif column.role in ("topic", "content", "unit", "", "other date"):
            yield replace(column, role="detail", why=_spare(column))
        else:
            yield column


def _due(sheet: Sheet, found: list[Column]) -> bool:
    """Whether the only dates are those of deadlines and releases."""
    return any(
        column.role in ("due", "out") and sheet.contents[column.index].dated >= _MOST
        for column in found
    )


def _items(found: list[Column]) -> Iterator[Column]:
    """In a table of deadlines, what is due instead of what is taught."""
    able = ("session", "side session", "topic", "content", "unit", "")
    for column in found:
        yield replace(column, role="item") if column.role in able else column


def _subtopic(sheet: Sheet, found: list[Column], topic: Column | None) -> Column | None:
    """The column that tells apart the rows of one topic."""
    if topic is None or sheet.contents[topic.index].varied > _VARIED:
        return None
    beside = [column for column in found if column.index == topic.index + 1]
    return next((column for column in beside if column.role in ("topic", "content")), None)


def _spare(column: Column) -> str:
    return f"{column.why}, and another column holds the topics" if column.header else column.why


def _topic(sheet: Sheet, found: list[Column]) -> Column | None:
    for role in _TOPICS:
        able = [
            column for column in found if column.role == role and sheet.contents[column.index].texts
        ]
        if role == "":
            able.sort(key=lambda column: -len(sheet.contents[column.index].texts))
        if able:
            return able[0]
    if any(column.role == "side session" for column in found):
        return None
    kind = [column for column in found if column.role == "kind"]
    remark = [column for column in found if column.role == "remark"]
    return next(iter((*kind, *remark)), None)


def _with_track(column: Column) -> Column:
    track = plain(column.header)
    return replace(column, track="" if is_blank(track) else track)
