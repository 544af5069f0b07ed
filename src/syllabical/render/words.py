"""An event in a few words: its day, its hours, what it is."""

import datetime as dt

from syllabical.model.edition import Edition, Status
from syllabical.model.event import Event, Hours
from syllabical.model.syllabus import Kind
from syllabical.render.width import visible

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


def hours(event: Event) -> str:
    """`13:30–15:30`, `by 23:59`, `to 25 Apr`; empty for a whole day."""
    when = event.when
    if not isinstance(when, Hours):
        return f"to {short(when.last).strip()}" if when.last > when.date else ""
    if event.kind is Kind.HOMEWORK_DUE:
        return f"by {when.ends:%H:%M}"
    if when.starts == when.ends:
        return f"{when.starts:%H:%M}"
    return f"{when.starts:%H:%M}–{when.ends:%H:%M}"


def label(event: Event) -> str:
    """What it is: the track and number of a class, else its kind, or that it is weekly."""
    word = "weekly" if event.repeats else _LABELS.get(event.kind, event.track)
    number = event.number if event.kind is Kind.CLASS else None
    group = f"({event.group})" if event.group else ""
    return " ".join(part for part in (visible(word), number, visible(group)) if part)


def title(edition: Edition) -> str:
    """The topic, and what a title does not say: that it was cancelled, or until when it recurs."""
    event = edition.event
    told = visible(event.title)
    if edition.status is Status.CANCELLED:
        told = f"cancelled: {told}"
    if event.repeats:
        told += f" (until {short(event.repeats.until).strip()})"
    return told
