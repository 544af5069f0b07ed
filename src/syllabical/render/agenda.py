"""The events week by week, an event a line, as `syllabical show` prints them."""

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from syllabical.model.edition import Edition, Status
from syllabical.model.event import Event, Hours
from syllabical.model.syllabus import Kind
from syllabical.render.dates import clock_hours, day_and_month, span_of_days, weekday
from syllabical.render.terminal import BOLD, DIM, painted
from syllabical.render.width import cut_right, isolated, measure, padded, printable

_MARKS = {
    Kind.CLASS: ("•", ""),
    Kind.NO_CLASS: ("×", DIM),
    Kind.HOMEWORK_RELEASE: ("+", "32"),
    Kind.HOMEWORK_DUE: ("!", "33"),
    Kind.PRESENTATION: ("•", "35"),
    Kind.EXAM: ("!", "1;31"),
    Kind.OTHER: ("·", ""),
}
"""The bullet of each kind, and its colour as an SGR parameter (ECMA-48 §8.3.117)."""

_LABELS = {
    Kind.NO_CLASS: "no class",
    Kind.HOMEWORK_RELEASE: "out",
    Kind.HOMEWORK_DUE: "due",
    Kind.PRESENTATION: "presentation",
    Kind.EXAM: "exam",
    Kind.OTHER: "",
}
_DAY_WIDTH = len("Sun 17 Mar")
_LONGEST_LABEL = 16
_NARROWEST_TITLE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class _Widths:
    """How many terminal columns each part of a line gets; 0 for a part that no event has."""

    hours: int
    label: int
    title: int
    place: int


def week_by_week(editions: Sequence[Edition], *, colour: bool, width: int) -> str:
    """The events by week, in lines of at most `width` terminal columns; empty without events."""
    in_order = sorted(editions, key=lambda edition: edition.agenda_order)
    if not in_order:
        return ""
    widths = _widths(in_order, width)
    offset = 1 if _begins_on_sunday(in_order) else 0
    weeks = groupby(in_order, key=lambda edition: _first_day(edition.event.date, offset))
    blocks = [
        "\n".join([_heading(first, colour=colour), *_week(tuple(week), widths, colour=colour)])
        for first, week in weeks
    ]
    return "\n\n".join(blocks) + "\n"


def _widths(editions: Sequence[Edition], width: int) -> _Widths:
    """The widths with which the widest of each fits, the title taking what is left."""
    hours = max(measure(hours_of(edition.event)) for edition in editions)
    label = min(max(measure(label_of(edition.event)) for edition in editions), _LONGEST_LABEL)
    place = max(measure(printable(edition.event.place)) for edition in editions)
    left = width - 2 - _DAY_WIDTH - 2 - (hours + 2 if hours else 0) - 2 - label - 2
    longest = max(measure(title_of(edition)) for edition in editions)
    place = min(place, max(left // 4, left - 2 - longest, 0))
    title = max(left - (place + 2 if place else 0), _NARROWEST_TITLE)
    return _Widths(hours=hours, label=label, title=title, place=place)


def _begins_on_sunday(editions: Sequence[Edition]) -> bool:
    """Whether the course's weeks begin on a Sunday: more than a fifth of its classes are on one."""
    days = [one.event.date.weekday() for one in editions if one.event.kind is Kind.CLASS]
    return days.count(calendar.SUNDAY) * 5 > len(days)


def _first_day(date: dt.date, offset: int) -> dt.date:
    """The Monday of a date's week, or the day `offset` days before that Monday."""
    ordinal = date.toordinal()
    return dt.date.fromordinal(max(ordinal - (ordinal - 1 + offset) % 7, 1))


def _heading(first: dt.date, *, colour: bool) -> str:
    last = dt.date.fromordinal(min(first.toordinal() + 6, dt.date.max.toordinal()))
    return painted(span_of_days(first, last), BOLD, colour=colour)


def _week(week: Sequence[Edition], widths: _Widths, *, colour: bool) -> list[str]:
    """The lines of one week; a day is named in the first of its lines."""
    lines: list[str] = []
    before: dt.date | None = None
    for edition in week:
        date = edition.event.date
        day = f"{weekday(date)} {day_and_month(date):>6}" if date != before else " " * _DAY_WIDTH
        lines.append(f"  {day}  {_line(edition, widths, colour=colour)}".rstrip())
        before = date
    return lines


def _line(edition: Edition, widths: _Widths, *, colour: bool) -> str:
    event = edition.event
    mark, style = _MARKS[event.kind]
    if edition.status is Status.CANCELLED:
        mark, style = "×", DIM
    place = isolated(cut_right(printable(event.place), widths.place))
    title = padded(title_of(edition), widths.title if place else widths.title + widths.place)
    told = f"{mark} {padded(label_of(event), widths.label)}  {title}"
    hours = f"{padded(hours_of(event), widths.hours)}  " if widths.hours else ""
    behind = f"  {painted(place, DIM, colour=colour)}" if place else ""
    return f"{hours}{painted(told if place else told.rstrip(), style, colour=colour)}{behind}"


def hours_of(event: Event) -> str:
    """`13:30–15:30`, `by 23:59` of a deadline, `to 25 Apr` of several days; empty for one day."""
    when = event.when
    if not isinstance(when, Hours):
        return f"to {day_and_month(when.last)}" if when.last > when.date else ""
    if event.kind is Kind.HOMEWORK_DUE:
        return "by 24:00" if when.ends.time() == dt.time() else f"by {when.ends:%H:%M}"
    if when.starts == when.ends:
        return f"{when.starts:%H:%M}"
    return clock_hours(when)


def label_of(event: Event) -> str:
    """What it is: the track and number of a class, else its kind, or that it is weekly."""
    word = "weekly" if event.repeats else _LABELS.get(event.kind, event.track)
    number = event.number if event.kind is Kind.CLASS else None
    group = f"({event.group})" if event.group else ""
    return " ".join(part for part in (printable(word), number, printable(group)) if part)


def title_of(edition: Edition) -> str:
    """The topic; with it, that the event is cancelled, or until when it recurs."""
    event = edition.event
    title = printable(event.title)
    if edition.status is Status.CANCELLED:
        title = f"cancelled: {title}"
    if event.repeats:
        title += f" (until {day_and_month(event.repeats.until)})"
    return title
