"""Columns whose cells contradict, or make up for, their headers."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from syllabical.interpret.layout.column import Column
from syllabical.interpret.layout.sheet import Contents, Sheet

_MOST = 0.6
_SOME = 0.3


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
