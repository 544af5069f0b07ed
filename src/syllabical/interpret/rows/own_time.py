"""The day, hours and room that a piece of a cell writes for itself; they win over its row's."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from syllabical.interpret.dates import in_text
from syllabical.interpret.dates.types import Dated
from syllabical.interpret.evidence import WeekdayMention, weekdays
from syllabical.interpret.rows import written_hours
from syllabical.interpret.rows.context import Outlook
from syllabical.interpret.rows.row import DayRow
from syllabical.languages import folding
from syllabical.model.syllabus import Kind
from syllabical.source import Span

_EARLIEST, _LATEST = dt.timedelta(days=-60), dt.timedelta(days=240)
"""How far from its row a piece may lie on a day of its own: hardly outside a term."""

_WORK = (Kind.HOMEWORK_DUE, Kind.HOMEWORK_RELEASE)
_WEEK = 7
_NEXT = re.compile(r"\bnext\s+$", re.IGNORECASE)
_INTRODUCED = re.compile(r"(?:\b(?:on|this|next)|[(\[])\s*$", re.IGNORECASE)
_BEGINS = re.compile(r"\s*[-–—*•(]*\s*$")
_ENDS = re.compile(r"\s*[)\]]?\s*(?:$|[-–—:;,.])")

_ROOM = re.compile(
    r"\b(?:in|at|location|place|ort)\b[.:]?\s*(?=\S)|@\s*|(?=\b(?:room|rm|raum|salle|aula|sala)\b)",
    re.IGNORECASE,
)
_AFTER_HOURS = re.compile(
    r"\d\s*(?:[ap]\.?m\.?|h\b|Uhr|:\d\d)[^,;()]*[,;]\s*([^,;()\[\]]+)", re.IGNORECASE
)
_LONGEST_ROOM = 5
"""Words in the name of a room, at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTime:
    """When and where a piece takes place by its own words; ``None`` for what it leaves open."""

    date: dt.date | None = None
    until: dt.date | None = None
    starts: dt.time | None = None
    ends: dt.time | None = None
    place: str = ""


def own_time(text: str, at: Span, kind: Kind, day: DayRow) -> OwnTime:
    """What a piece says itself of its day, hours and room; a class says it in few ways only.

    A topic may well name a day (`The crash of 29 October 1929`), an exam names its own.
    """
    starts, ends = _own_hours(text, kind)
    place = _room(text) if kind in (Kind.EXAM, Kind.PRESENTATION) else ""
    dated = own_date(text, at, day)
    if dated is not None and (kind is not Kind.CLASS or _is_label(text, dated.start, dated.end)):
        return OwnTime(
            date=dated.date,
            until=dated.until,
            starts=starts if starts is not None else _beside(dated.starts, kind),
            ends=ends if starts is not None else _beside(dated.ends, kind),
            place=place,
        )
    named = next(iter(weekdays(text, day.outlook.known.language or "en")), None)
    if named is not None and (kind is not Kind.CLASS or _is_label(text, named.start, named.end)):
        date = _on_weekday(text, named, kind, day)
        return OwnTime(date=date, starts=starts, ends=ends, place=place)
    return OwnTime(starts=starts, ends=ends, place=place)


def _own_hours(text: str, kind: Kind) -> tuple[dt.time | None, dt.time | None]:
    """The hours that a piece writes; of a deadline its hour, ended by the day at midnight."""
    if kind in (Kind.CLASS, Kind.HOMEWORK_RELEASE):
        return None, None
    starts, ends = written_hours.of_title(text)
    if kind is not Kind.HOMEWORK_DUE:
        return starts, ends
    return starts, starts if starts == dt.time() and written_hours.says_midnight(text) else None


def _beside(hour: dt.time | None, kind: Kind) -> dt.time | None:
    """Hours beside a piece's own date; what is handed out has none."""
    return None if kind is Kind.HOMEWORK_RELEASE else hour


def own_date(text: str, at: Span, day: DayRow) -> Dated | None:
    """The date that a text writes itself, if it is one of this term."""
    if not any(map(str.isdigit, text)):
        return None
    return next(iter(dates_near(text, at, day.dated, day.outlook)), None)


def dates_near(text: str, at: Span, dated: Dated, outlook: Outlook) -> tuple[Dated, ...]:
    """The dates that a text in a row writes, as far as they can be of the row's own term."""
    found = in_text.within(text, at, replace(outlook.known, near=dated.date))
    return tuple(each for each in found if _EARLIEST <= each.date - dated.date <= _LATEST)


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether a day labels its piece: `Sep 12: Lab`, `Lab 3 (Sep 12)`, `Review on Friday`."""
    before, after = text[:start], text[end:]
    if _BEGINS.match(before):
        return bool(after.strip()) and after.lstrip(" .)")[:1] in (":", "-", "–", "—")
    return bool(_INTRODUCED.search(before) and _ENDS.match(after))


def _on_weekday(text: str, named: WeekdayMention, kind: Kind, day: DayRow) -> dt.date:
    """The day of a weekday that a piece names.

    What is due is due on the next such day, from the row's own on; what is held is held in the
    row's week, which goes from Monday to Sunday unless the row says how far it reaches.
    """
    near = day.dated.date
    ahead = (named.weekday - near.weekday()) % _WEEK
    if _NEXT.search(text[: named.start]):
        return near + dt.timedelta(ahead or _WEEK)
    if kind in _WORK or day.dated.until is not None:
        return near + dt.timedelta(ahead)
    return near + dt.timedelta(named.weekday - near.weekday())


def _room(text: str) -> str:
    """The room that an exam names: `Wed 6–8pm, Hall 5`, `(2–4pm, Barton Hall)`, `in KEC 1`.

    It stands behind a word such as `in`, or after the hours and a comma; else there is none.
    """
    for found in _ROOM.finditer(text):
        room = re.split(r"[,;()\[\]]", text[found.end() :])[0].strip(" .")
        if _is_room(room):
            return room
    hours = _AFTER_HOURS.search(text)
    room = hours[1].strip(" .") if hours else ""
    return room if _is_room(room) else ""


def _is_room(text: str) -> bool:
    """Whether a few words can be a room's name: one begins with a capital, or is a number."""
    words = folding.words(text)
    return (
        0 < len(words) <= _LONGEST_ROOM
        and text[:1].isalnum()
        and (text[:1].isupper() or any(map(str.isdigit, text)))
        and written_hours.of_title(text)[0] is None
        and text.casefold() not in ("class", "lecture")
    )
