"""What became of one event, in a sentence: `Lecture 7 moved from Sat 23 Nov to Mon 23 Dec`."""

import datetime as dt
from collections.abc import Sequence

from syllabical.model.edition import (
    Appeared,
    Cancelled,
    Edition,
    EventChange,
    Kept,
    Moved,
    Relocated,
    Removed,
    Restored,
    Retitled,
    Reworded,
)
from syllabical.model.event import Day, Event, Hours
from syllabical.model.syllabus import Kind
from syllabical.render.dates import clock_hours, day_and_month, day_month_year, weekday
from syllabical.text import comparable, cut, one_line

MINUTES_A_DAY = 24 * 60
_UNITS = ((7 * MINUTES_A_DAY, "week"), (MINUTES_A_DAY, "day"), (60, "hour"), (1, "minute"))
_NUMBERS = ("no", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LONGEST_TITLE = 60
_MOST_NAMED = 4
_RELEASED = frozenset({"out", "posted", "released"})
_NO_TOPIC = frozenset({"", "tba", "tbd", "tbc"})
_PREDICATES: dict[type[EventChange], str] = {
    Cancelled: "is cancelled",
    Restored: "is on again",
    Reworded: "has other notes",
    Appeared: "is new",
    Kept: "stays as it is",
}


def sentence(changes: Sequence[EventChange]) -> str:
    """All that became of one event, as one sentence without a full stop."""
    first = changes[0]
    if isinstance(first, Appeared):
        return f"new: {event_name(first.after.event)} on {_when_and_where(first.after)}"
    event = subject(first)
    # What is renamed is named by its number alone, for its topic is the news.
    renamed = any(isinstance(change, Retitled) for change in changes)
    moved = any(isinstance(change, Moved) for change in changes)
    name = _number_name(event) if renamed else event_name(event)
    on = "" if moved or isinstance(first, Removed) else f" on {short_day(event.date)}"
    return f"{name}{on} {' and '.join(_predicate(change) for change in changes)}"


def subject(change: EventChange) -> Event:
    """The event that a change is about, as it was; as it is, where it is new."""
    match change:
        case Appeared(after) | Kept(after):
            return after.event
        case _:
            return change.before.event


def event_name(event: Event) -> str:
    """The event with its topic: `Lecture 7: CNNs`, `HW3 due`."""
    title = cut(one_line(event.title), _LONGEST_TITLE)
    if _is_of_a_track(event):
        return f"{_number_name(event)}: {title}"
    match event.kind:
        case Kind.HOMEWORK_DUE:
            return title if "due" in title.casefold() else f"{title} due"
        case Kind.HOMEWORK_RELEASE:
            return title if _RELEASED & set(title.casefold().split()) else f"{title} out"
        case _:
            return title or one_line(event.summary)


def _number_name(event: Event) -> str:
    """The event without its topic where track and number name it: `Lecture 7`."""
    if not _is_of_a_track(event):
        return event_name(event)
    number = f" {event.number}" if event.number else ""
    group = f", group {event.group}" if event.group else ""
    return f"{one_line(event.track)}{number}{group}"


def _is_of_a_track(event: Event) -> bool:
    return bool(event.track) and event.kind in {Kind.CLASS, Kind.PRESENTATION, Kind.EXAM}


def several_events(events: Sequence[Event]) -> str:
    """The first few events by name, and how many more there are."""
    named = events[:_MOST_NAMED]
    names = [_number_name(each) if each.number else event_name(each) for each in named]
    more = len(events) - _MOST_NAMED
    # Topics have commas of their own.
    apart = "; " if any("," in name for name in names) else ", "
    if more > 0:
        return f"{apart.join(names)} and {more} more"
    return " and ".join(part for part in (apart.join(names[:-1]), names[-1]) if part)


def _predicate(change: EventChange) -> str:
    """What happened, without to whom."""
    match change:
        case Moved(before, after):
            return _move(before.event, after.event)
        case Retitled(before, after) if comparable(after.event.title) in _NO_TOPIC:
            return f"has no topic yet (was “{_title(before)}”)"
        case Retitled(before, after):
            return f"is now “{_title(after)}” (was “{_title(before)}”)"
        case Relocated(before, after):
            return f"is in {_place(after)} (was in {_place(before)})"
        case Removed(before):
            return f"is gone from {short_day(before.event.date)}"
        case _:
            return _PREDICATES[type(change)]


def _move(before: Event, after: Event) -> str:
    old, new = before.date, after.date
    was, now = _hours(before.when), _hours(after.when)
    if old == new and was == now:
        return "recurs otherwise"
    if old == new:
        at = now if isinstance(after.when, Day) else f"at {now}"
        return f"is {at} on {short_day(new)} (was {was})"
    from_to = f"from {short_day(old, beside=new)} to {short_day(new, beside=old)}"
    if was != now:
        from_to += f", {now} (was {was})"
    if after.kind is not Kind.HOMEWORK_DUE:
        return f"moved {from_to}"
    return f"{how_much_later((new - old).days * MINUTES_A_DAY)}, {from_to}"


def short_day(date: dt.date, *, beside: dt.date | None = None) -> str:
    """A day: `Mon 23 Dec`; with the year where the day beside it is in another."""
    with_year = beside is not None and beside.year != date.year
    return f"{weekday(date)} {day_month_year(date) if with_year else day_and_month(date)}"


def _hours(when: Hours | Day) -> str:
    return clock_hours(when) if isinstance(when, Hours) else "all day"


def how_much_later(minutes: int) -> str:
    """`three days later`, `a week earlier` (where minutes are negative)."""
    length, unit = next(each for each in _UNITS if minutes % each[0] == 0)
    amount = abs(minutes) // length
    count = _NUMBERS[amount] if amount < len(_NUMBERS) else str(amount)
    if unit == "hour" and amount == 1:
        count = "an"
    plural = "" if amount == 1 else "s"
    return f"{count} {unit}{plural} {'later' if minutes > 0 else 'earlier'}"


def _when_and_where(edition: Edition) -> str:
    place = one_line(edition.event.place)
    return _occasion(edition.event) + (f", {place}" if place else "")


def _occasion(event: Event) -> str:
    """The day, and the hours or the last day where there are some."""
    match event.when:
        case Hours():
            return f"{short_day(event.date)}, {clock_hours(event.when)}"
        case Day(date, until):
            return short_day(date) + (f" – {short_day(until)}" if until else "")


def _title(edition: Edition) -> str:
    return cut(one_line(edition.event.title), _LONGEST_TITLE)


def _place(edition: Edition) -> str:
    return one_line(edition.event.place) or "no room yet"
