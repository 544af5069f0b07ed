"""One no-class entry a row, wherever in the row it is said."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import holidays

from syllabical.interpret.cells import meaning
from syllabical.interpret.cells.meaning import core_of
from syllabical.interpret.cells.sessions import Finding
from syllabical.interpret.dates.types import Dated
from syllabical.interpret.rows.row import DayRow
from syllabical.interpret.tables.column_evidence import is_blank
from syllabical.interpret.tables.column_roles import Column
from syllabical.languages.folding import folded
from syllabical.model.syllabus import Entry, Kind
from syllabical.model.table import Cell

Spoken = tuple[Column, Cell, list[Finding]]
_FEW = 8
_APART = ("session", "grid", "homework", "due", "out")


_WORD = re.compile(r"[^\W\d_]{2,}", re.UNICODE)


def one(day: DayRow, spoken: Sequence[Spoken]) -> list[Spoken]:
    """The sessions of a row with no more than one `no class`, and its reason beside it."""
    spoken = [_on_a_holiday(day, each) for each in spoken]
    closed = [at for at, (_, _, found) in enumerate(spoken) if _is_closed(found)]
    if not closed:
        return _festival(day, spoken)
    others = [at for at, (_, _, found) in enumerate(spoken) if at not in closed and found]
    asides = [*others, *closed[1:]]
    reasons = sorted(at for at in asides if _is_aside(spoken[at][1].text, day))
    open_at = [at for at in others if at not in reasons]
    if open_at and open_at[0] < closed[0]:
        return [spoken[at] for at in open_at]
    first = closed[0]
    column, cell, found = spoken[first]
    title = _with_reason(found[0].title, [spoken[at][1].text for at in reasons], day)
    told = [found[0]._replace(title=title), *found[1:]]
    return [(column, cell, told), *(spoken[at] for at in open_at)]


def _on_a_holiday(day: DayRow, spoken: Spoken) -> Spoken:
    """A session's cell, as no class where it only names the public holiday of its day."""
    column, cell, found = spoken
    is_one = len(found) == 1 and found[0].kind is Kind.CLASS
    if is_one and is_named(cell.text, day.dated.date, day.outlook.country):
        return column, cell, [found[0]._replace(kind=Kind.NO_CLASS)]
    return spoken


def _is_closed(found: list[Finding]) -> bool:
    return bool(found) and found[0].kind is Kind.NO_CLASS


def _is_aside(text: str, day: DayRow) -> bool:
    """Whether a neighbouring cell only gives the reason: `(Passover Holiday)`."""
    return is_blank(core_of(text)) or meaning.is_holiday(text, day.outlook.lexicon)


def _with_reason(title: str, reasons: list[str], day: DayRow) -> str:
    for column in day.outlook.columns.of("remark"):
        text = day.text(column)
        if not is_blank(text) and len(text.split()) <= _FEW:
            reasons = [*reasons, text]
    for reason in reasons:
        if reason not in title:
            bare = reason if reason.startswith(("(", "[", "（")) else f"({reason})"
            title = f"{title} {bare}"
    return title


def _festival(day: DayRow, spoken: Sequence[Spoken]) -> list[Spoken]:
    """Take a festival in a row that the page leaves unnumbered for no class."""
    told = [at for at, (_, _, found) in enumerate(spoken) if found]
    if len(told) != 1 or not day.outlook.numbered or day.number is not None:
        return list(spoken)
    column, cell, found = spoken[told[0]]
    if not meaning.is_festival(cell.text, day.outlook.lexicon):
        return list(spoken)
    return [(column, cell, [found[0]._replace(kind=Kind.NO_CLASS)])]


def elsewhere(day: DayRow) -> tuple[Entry, ...]:
    """The `no class` of a row without sessions, told in another column or beside the date."""
    for column in day.outlook.columns.all:
        cell = day.cell(column)
        if cell is None or column.role in _APART:
            continue
        text = _beside(cell, day.dated) if column.role == "date" else cell.text
        if meaning.says_no_class(text, day.outlook.lexicon):
            return (_entry(day, column, cell, text),)
    return ()


def _beside(cell: Cell, dated: Dated) -> str:
    text = cell.text
    return f"{text[: dated.start]} {text[dated.end :]}".strip(" ,;:-–—()*")


def _entry(day: DayRow, column: Column, cell: Cell, title: str) -> Entry:
    return Entry(
        kind=Kind.NO_CLASS,
        track=day.track(day.outlook.columns.first("session")),
        title=title,
        date=day.dated.date,
        until=day.dated.until,
        lines=(title,),
        links=cell.links,
        details=day.details(column.index),
        at=cell.at,
    )


def is_named(text: str, date: dt.date, country: str) -> bool:
    """Whether a text is no more than the name of that day's public holiday, or a part of it.

    `country` is a code such as `IL` or `DE-BE`; of an unknown one no holiday is known.
    """
    words = set(_WORD.findall(folded(text)))
    if not words or not country:
        return False
    name = set(_WORD.findall(folded(_known(country, date.year).get(date, ""))))
    return words <= name


@lru_cache(maxsize=64)
def _known(country: str, year: int) -> Mapping[dt.date, str]:
    """The names of a year's holidays by date, in English and in the country's own language."""
    code, _, part = country.upper().partition("-")
    found: dict[dt.date, str] = {}
    try:
        # Named outright: where no language is asked for, the machine's own decides.
        own = holidays.country_holidays(code).default_language
        for language in {"en_US": None, own: None}:
            named = holidays.country_holidays(
                code, subdiv=part or None, years=year, language=language
            )
            for date, name in named.items():
                found[date] = f"{found.get(date, '')} {name}"
    except NotImplementedError:
        return {}
    return found
