"""Calendar grids: a weekday a column, a week a row."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from syllabical.interpret.dates.mentions import WEAK, Mention, read
from syllabical.interpret.tables.column_evidence import is_blank
from syllabical.languages.names import ENGLISH, Names, names
from syllabical.model.table import Cell, Row, Table

_FEWEST = 2
_MOST = 0.6
_SHORT = 3
_OPENING = 3
"""How many characters may stand before the date that a cell begins with."""

Weekdays = dict[int, int]
"""The weekday that stands over each column, Monday 0."""


_AROUND = 3
"""How many characters of a header may be no part of its date."""


def spoken(languages: Iterable[str]) -> tuple[Names, ...]:
    """The names of weekdays and months in these languages."""
    return (ENGLISH, *(names(code) for code in languages if code != "en"))


def weekdays(headers: Sequence[str], known: Sequence[Names]) -> Weekdays:
    """Which columns are weekdays, where there are several of them."""
    found = {
        at: day for at, header in enumerate(headers) if (day := _day(header, known)) is not None
    }
    return found if len(found) >= _FEWEST and len(set(found.values())) > 1 else {}


def _day(header: str, known: Sequence[Names]) -> int | None:
    if not header or any(map(str.isdigit, header)):
        return None
    for text in (header, *_long_words(header)):
        for language in known:
            mentions = read(text, language)
            if len(mentions) == 1 and mentions[0].form == "weekday":
                return mentions[0].weekday
    return None


@cache
def weekday_in(header: str) -> int | None:
    """The one weekday that a header names, in whatever company."""
    words = [word for word in re.findall(r"[A-Za-z]+", header) if len(word) > _SHORT]
    days = {day for word in words if (day := _day(word, (ENGLISH,))) is not None}
    return days.pop() if len(days) == 1 else None


def _long_words(header: str) -> list[str]:
    """The words of a header such as `Monday lecture`, without what may be short for a weekday."""
    said = header.replace("(", " ").replace(")", " ").split()
    return [word for word in said if len(word) > _SHORT] if len(said) <= _SHORT else []


def flattened(table: Table, known: Sequence[Names]) -> Table | None:
    """A grid whose cells begin with their dates, as a table of one date a row."""
    if table.header is None:
        return None
    days = weekdays([cell.text for cell in table.header.cells], known)
    if not days:
        return None
    rows = [
        row for number, row in enumerate(table.rows) for row in _cells(table, number, days, known)
    ]
    said = sum(
        1 for row in table.rows for at in days if at < len(row.cells) and row.cells[at].lines
    )
    if not said or len(rows) < _MOST * said:
        return None
    header = Row(cells=(_cell(table, "Date"), _cell(table, "Class")), at=table.header.at)
    return replace(table, header=header, rows=tuple(rows))


def _cells(table: Table, number: int, days: Weekdays, known: Sequence[Names]) -> Iterator[Row]:
    row = table.rows[number]
    above = table.rows[number - 1] if number else None
    for at in days:
        cell = row.cells[at] if at < len(row.cells) else None
        if cell is None or not cell.lines:
            continue
        end = _opening(cell, known)
        if end:
            yield _dated(row, cell, end, table)
        elif above and at < len(above.cells) and _is_date(above.cells[at], known):
            date = above.cells[at]
            yield Row(cells=(date, cell), at=cell.at, heading=_month(row, table))


def _opening(cell: Cell, known: Sequence[Names]) -> int:
    """Where the date ends that a cell begins with; 0 where it begins with something else."""
    # A day's number is a date where it has a line of its own.
    texts = (cell.lines[0], cell.text) if len(cell.lines) > 1 else (cell.text,)
    for text, language in ((text, language) for text in texts for language in known):
        for mention in read(text, language):
            if mention.outer[0] <= _OPENING and mention.form not in ("weekday", "month"):
                return _end(mention, cell)
    return 0


def _end(mention: Mention, cell: Cell) -> int:
    rest = cell.text[mention.outer[1] :]
    bare = mention.form == "day" and rest[:1].isalpha()
    return 0 if bare else mention.outer[1]


def _is_date(cell: Cell, known: Sequence[Names]) -> bool:
    end = _opening(cell, known)
    return bool(end) and not any(map(str.isalnum, cell.text[end:]))


def _dated(row: Row, cell: Cell, end: int, table: Table) -> Row:
    date = cell.text[:end].strip()
    rest = _without(cell, end)
    part = cell.at.part(0, len(date)) if cell.at.text.startswith(date) else cell.at
    return Row(
        cells=(Cell(lines=(date,), at=part), rest),
        at=cell.at,
        heading=_month(row, table),
        silenced=row.silenced,
    )


def _without(cell: Cell, end: int) -> Cell:
    lines, left = [], end
    for line in cell.lines:
        kept = line[left:].strip(" :–—-.,") if left else line
        left = max(0, left - len(line) - 1)
        if kept:
            lines.append(kept)
    return replace(cell, lines=tuple(lines))


def _month(row: Row, table: Table) -> str:
    return row.heading or (table.headings[-1] if table.headings else "")


def _cell(table: Table, text: str) -> Cell:
    return Cell(lines=(text,), at=table.at)


def date(week: dt.date, weekday: int, first: int) -> dt.date:
    """The day of a column in the week that a row's date lies in; `first` begins the week."""
    start = week - dt.timedelta((week.weekday() - first) % 7)
    saturday, sunday = 5, 6
    early = first not in {0, sunday} and week.weekday() < first
    if early or (first == 0 and week.weekday() >= saturday):
        start += dt.timedelta(7)
    return start + dt.timedelta((weekday - first) % 7)


def turned(table: Table, known: Sequence[Names]) -> Table | None:
    """A table whose headers are dates, as one of a date and an hour a row."""
    header = table.header or next(iter(table.rows), None)
    if header is None:
        return None
    dates = [at for at, cell in enumerate(header.cells) if _is_date_timetable(cell, known)]
    others = [cell for cell in header.cells[1:] if not is_blank(cell.text)]
    if len(dates) < _FEWEST or len(others) > len([at for at in dates if at]):
        return None
    below = table.rows if table.header else table.rows[1:]
    rows = [made for at in dates for row in below if (made := _row(header.cells[at], row, at))]
    names = ["Date", "Time", "Class"] if dates[0] else ["Date", "Class"]
    titles = tuple(Cell(lines=(name,), at=header.at) for name in names)
    return replace(table, header=Row(cells=titles, at=header.at), rows=tuple(rows))


def _is_date_timetable(cell: Cell, known: Sequence[Names]) -> bool:
    return any(
        mention.form not in WEAK
        and len(cell.text) - (mention.outer[1] - mention.outer[0]) <= _AROUND
        for language in known
        for mention in read(cell.text, language)
    )


def _row(date: Cell, row: Row, at: int) -> Row | None:
    """What stands in a row under one date; a cell that spans all days stands under each."""
    cell = row.cells[at] if at < len(row.cells) else None
    if cell is None or is_blank(cell.text):
        return None
    hours = (row.cells[0],) if at else ()
    return Row(cells=(date, *hours, cell), at=cell.at, silenced=row.silenced)
