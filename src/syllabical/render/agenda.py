"""The agenda: the events of a course week by week, an event a line."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from syllabical.model.edition import Edition, Status
from syllabical.model.event import Event, Hours
from syllabical.model.syllabus import Kind
from syllabical.render.terminal import BOLD, DIM, painted
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


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LABELS = {
    Kind.NO_CLASS: "no class",
    Kind.HOMEWORK_RELEASE: "out",
    Kind.HOMEWORK_DUE: "due",
    Kind.PRESENTATION: "presentation",
    Kind.EXAM: "exam",
    Kind.OTHER: "",
}


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide each column is."""

    hours: int
    label: int
    title: int
    place: int


def week_by_week(editions: Sequence[Edition], *, colour: bool, width: int) -> str:
    """The events by week; empty where there are none."""
    told = sorted(editions, key=lambda edition: edition.agenda_order)
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
    return painted(span(first, last), BOLD, colour=colour)


def _columns(editions: Sequence[Edition], width: int) -> _Columns:
    """The widths with which the widest of each fits, the title taking what is left."""
    hours = max(measure(hours_of(one.event)) for one in editions)
    label = min(max(measure(label_of(one.event)) for one in editions), _LONGEST_LABEL)
    place = max(measure(visible(one.event.place)) for one in editions)
    left = width - 2 - _DAY - 2 - (hours + 2 if hours else 0) - 2 - label - 2
    longest = max(measure(title_of(one)) for one in editions)
    place = min(place, max(left // 4, left - 2 - longest, 0))
    title = max(left - (place + 2 if place else 0), _NARROWEST_TITLE)
    return _Columns(hours, label, title, place)


def _week(week: Sequence[Edition], columns: _Columns, *, colour: bool) -> list[str]:
    """The lines of one week, each day named once."""
    lines: list[str] = []
    before: dt.date | None = None
    for edition in week:
        date = edition.event.date
        named = day(date) if date != before else " " * _DAY
        lines.append(f"  {named}  {_line(edition, columns, colour=colour)}".rstrip())
        before = date
    return lines


def _line(edition: Edition, columns: _Columns, *, colour: bool) -> str:
    event = edition.event
    mark, style = _MARKS[event.kind]
    if edition.status is Status.CANCELLED:
        mark, style = "×", DIM
    told = f"{mark} {padded(label_of(event), columns.label)}  "
    place = isolated(cut(visible(event.place), columns.place))
    wide = columns.title if place else columns.title + columns.place
    told += padded(title_of(edition), wide)
    at = f"{padded(hours_of(event), columns.hours)}  " if columns.hours else ""
    behind = f"  {painted(place, DIM, colour=colour)}" if place else ""
    return f"{at}{painted(told.rstrip() if not place else told, style, colour=colour)}{behind}"


def day(date: dt.date) -> str:
    """`Sun 17 Mar`, in columns that stand under one another."""
    return f"{_DAYS[date.weekday()]} {short(date)}"


def short(date: dt.date) -> str:
    """`17 Mar`."""
    return f"{date.day:2} {_MONTHS[date.month - 1]}"


def span(first: dt.date, last: dt.date) -> str:
    """`17–23 Mar 2019`, saying month and year only as often as they differ."""
    start = f"{first.day}"
    if (first.year, first.month) != (last.year, last.month):
        start += f" {_MONTHS[first.month - 1]}"
    if first.year != last.year:
        start += f" {first.year}"
    blank = " " if " " in start else ""
    return f"{start}{blank}–{blank}{last.day} {_MONTHS[last.month - 1]} {last.year}"


def hours_of(event: Event) -> str:
    """`13:30–15:30`, `by 23:59`, `to 25 Apr`; empty for a whole day."""
    when = event.when
    if not isinstance(when, Hours):
        return f"to {short(when.last).strip()}" if when.last > when.date else ""
    if event.kind is Kind.HOMEWORK_DUE:
        return f"by {when.ends:%H:%M}"
    if when.starts == when.ends:
        return f"{when.starts:%H:%M}"
    return f"{when.starts:%H:%M}–{when.ends:%H:%M}"


def label_of(event: Event) -> str:
    """What it is: the track and number of a class, else its kind, or that it is weekly."""
    word = "weekly" if event.repeats else _LABELS.get(event.kind, event.track)
    number = event.number if event.kind is Kind.CLASS else None
    group = f"({event.group})" if event.group else ""
    return " ".join(part for part in (visible(word), number, visible(group)) if part)


def title_of(edition: Edition) -> str:
    """The topic, and what a title does not say: that it was cancelled, or until when it recurs."""
    event = edition.event
    told = visible(event.title)
    if edition.status is Status.CANCELLED:
        told = f"cancelled: {told}"
    if event.repeats:
        told += f" (until {short(event.repeats.until).strip()})"
    return told
