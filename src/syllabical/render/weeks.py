"""The agenda: the events of a course week by week, an event a line."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from syllabical.model.edition import Edition, Status
from syllabical.model.syllabus import Kind
from syllabical.render import words
from syllabical.render.colours import BOLD, DIM, painted
from syllabical.render.width import cut, isolated, measure, padded, visible

_MARKS = {
    Kind.CLASS: ("•", ""),
    Kind.NO_CLASS: ("×", DIM),
    Kind.HOMEWORK_RELEASE: ("+", "32"),
    Kind.HOMEWORK_DUE: ("!", "33"),
    Kind.PRESENTATION: ("•", "35"),
    Kind.EXAM: ("!", "1;31"),
    Kind.OTHER: ("·", ""),
}
_DAY = len("Sun 17 Mar")
_LONGEST_LABEL = 16
_NARROWEST_TITLE = 10
_SUNDAY = 6
_A_FIFTH = 5


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide each column is."""

    hours: int
    label: int
    title: int
    place: int


def agenda(editions: Sequence[Edition], *, colour: bool, width: int) -> str:
    """The events by week; empty where there are none."""
    told = sorted(editions, key=lambda edition: edition.place_in_time)
    if not told:
        return ""
    columns = _columns(told, width)
    offset = 1 if _begins_on_sunday(told) else 0
    weeks = groupby(told, key=lambda one: _first_day(one.event.date, offset))
    blocks = [
        "\n".join([_heading(first, colour=colour), *_week(tuple(week), columns, colour=colour)])
        for first, week in weeks
    ]
    return "\n\n".join(blocks) + "\n"


def _begins_on_sunday(editions: Sequence[Edition]) -> bool:
    """Whether the course's weeks begin on a Sunday, as where classes are held on Sundays."""
    days = [one.event.date.weekday() for one in editions if one.event.kind is Kind.CLASS]
    return days.count(_SUNDAY) * _A_FIFTH > len(days)


def _first_day(date: dt.date, offset: int) -> dt.date:
    """The first day of a date's week; a Monday, or so many days earlier."""
    ordinal = date.toordinal()
    return dt.date.fromordinal(max(ordinal - (ordinal - 1 + offset) % 7, 1))


def _heading(first: dt.date, *, colour: bool) -> str:
    last = dt.date.fromordinal(min(first.toordinal() + 6, dt.date.max.toordinal()))
    return painted(words.span(first, last), BOLD, colour=colour)


def _columns(editions: Sequence[Edition], width: int) -> _Columns:
    """The widths with which the widest of each fits, the title taking what is left."""
    hours = max(measure(words.hours(one.event)) for one in editions)
    label = min(max(measure(words.label(one.event)) for one in editions), _LONGEST_LABEL)
    place = max(measure(visible(one.event.place)) for one in editions)
    left = width - 2 - _DAY - 2 - (hours + 2 if hours else 0) - 2 - label - 2
    longest = max(measure(words.title(one)) for one in editions)
    place = min(place, max(left // 4, left - 2 - longest, 0))
    title = max(left - (place + 2 if place else 0), _NARROWEST_TITLE)
    return _Columns(hours, label, title, place)


def _week(week: Sequence[Edition], columns: _Columns, *, colour: bool) -> list[str]:
    """The lines of one week, each day named once."""
    lines: list[str] = []
    before: dt.date | None = None
    for edition in week:
        date = edition.event.date
        named = words.day(date) if date != before else " " * _DAY
        lines.append(f"  {named}  {_line(edition, columns, colour=colour)}".rstrip())
        before = date
    return lines


def _line(edition: Edition, columns: _Columns, *, colour: bool) -> str:
    event = edition.event
    mark, style = _MARKS[event.kind]
    if edition.status is Status.CANCELLED:
        mark, style = "×", DIM
    told = f"{mark} {padded(words.label(event), columns.label)}  "
    place = isolated(cut(visible(event.place), columns.place))
    wide = columns.title if place else columns.title + columns.place
    told += padded(words.title(edition), wide)
    hours = f"{padded(words.hours(event), columns.hours)}  " if columns.hours else ""
    behind = f"  {painted(place, DIM, colour=colour)}" if place else ""
    return f"{hours}{painted(told.rstrip() if not place else told, style, colour=colour)}{behind}"
