"""Names events, days and lapses of time as one student would to another."""

import datetime as dt
from collections.abc import Sequence

from syllabical.model.event import Day, Event, Hours
from syllabical.model.syllabus import Kind
from syllabical.text import cut, one_line

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NUMBERS = ("no", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
LONGEST = 60
FEW = 4
A_WEEK = 7
A_DAY = 1440
AN_HOUR = 60
_RELEASED = frozenset({"out", "posted", "released"})


def event(said: Event) -> str:
    """The event with its topic: `Lecture 7: CNNs`, `HW3 due`."""
    title = cut(one_line(said.title), LONGEST)
    return f"{seat(said)}: {title}" if _has_seat(said) else _deed(said, title)


def seat(said: Event) -> str:
    """The event without its topic where track and number name it: `Lecture 7`."""
    if not _has_seat(said):
        return event(said)
    number = f" {said.number}" if said.number else ""
    group = f", group {said.group}" if said.group else ""
    return f"{one_line(said.track)}{number}{group}"


def several(events: Sequence[Event]) -> str:
    """The first few by name, and how many more there are."""
    names = [seat(said) if said.number else event(said) for said in events[:FEW]]
    more = len(events) - FEW
    # Topics have commas of their own.
    apart = "; " if any("," in name for name in names) else ", "
    if more > 0:
        return f"{apart.join(names)} and {more} more"
    return " and ".join(part for part in (apart.join(names[:-1]), names[-1]) if part)


def _has_seat(said: Event) -> bool:
    return bool(said.track) and said.kind in {Kind.CLASS, Kind.PRESENTATION, Kind.EXAM}


def _deed(said: Event, title: str) -> str:
    match said.kind:
        case Kind.HOMEWORK_DUE:
            return title if "due" in title.casefold() else f"{title} due"
        case Kind.HOMEWORK_RELEASE:
            return title if _RELEASED & set(title.casefold().split()) else f"{title} out"
        case _:
            return title or one_line(said.summary)


def day(date: dt.date, beside: dt.date | None = None) -> str:
    """A day: `Mon 23 Dec`; with the year where the day beside it is in another."""
    year = f" {date.year}" if beside and beside.year != date.year else ""
    return f"{WEEKDAYS[date.weekday()]} {date.day} {MONTHS[date.month - 1]}{year}"


def hours(when: Hours | Day) -> str:
    """The hours: `10:30–12:30`; `all day` where there are none."""
    match when:
        case Hours(starts, ends):
            return f"{starts:%H:%M}–{ends:%H:%M}"
        case Day():
            return "all day"


def occasion(said: Event, beside: dt.date | None = None) -> str:
    """The day, and the hours where there are some."""
    match said.when:
        case Hours():
            return f"{day(said.date, beside)}, {hours(said.when)}"
        case Day(date, until):
            return day(date, beside) + (f" – {day(until)}" if until else "")


def lapse(minutes: int) -> str:
    """How much later or earlier: `three days later`, `a week earlier`."""
    amount, one = _amount(abs(minutes))
    count = NUMBERS[amount] if amount < len(NUMBERS) else str(amount)
    if one == "hour" and amount == 1:
        count = "an"
    plural = "" if amount == 1 else "s"
    return f"{count} {one}{plural} {'later' if minutes > 0 else 'earlier'}"


def _amount(minutes: int) -> tuple[int, str]:
    for length, name in ((A_WEEK * A_DAY, "week"), (A_DAY, "day"), (AN_HOUR, "hour")):
        if minutes % length == 0:
            return minutes // length, name
    return minutes, "minute"
