"""Says in a sentence what became of one event."""

from collections.abc import Sequence

from syllabical.model.change import (
    Added,
    Cancelled,
    Change,
    Kept,
    Moved,
    Relocated,
    Removed,
    Restored,
    Retitled,
    Reworded,
)
from syllabical.model.edition import Edition
from syllabical.model.event import Event
from syllabical.model.syllabus import Kind
from syllabical.render import named
from syllabical.text import comparable, cut, one_line

SAID: dict[type[Change], str] = {
    Cancelled: "is cancelled",
    Restored: "is on again",
    Reworded: "has other notes",
    Added: "is new",
    Kept: "stays as it is",
}
OPEN = frozenset(("", "tba", "tbd", "tbc"))


def sentence(changes: Sequence[Change]) -> str:
    """All that became of one event, as one sentence."""
    first = changes[0]
    if isinstance(first, Added):
        return f"new: {named.event(first.after.event)} on {_where_and_when(first.after)}"
    now = subject(first)
    # What is renamed is told by its seat alone, for its topic is the news.
    renamed = any(isinstance(change, Retitled) for change in changes)
    moved = any(isinstance(change, Moved) for change in changes)
    name = named.seat(now) if renamed else named.event(now)
    on = "" if moved or isinstance(first, Removed) else f" on {named.day(now.date)}"
    return f"{name}{on} {' and '.join(predicate(change) for change in changes)}"


def subject(change: Change) -> Event:
    """The event that a change is about, as it was; as it is, where it is new."""
    match change:
        case Added(after) | Kept(after):
            return after.event
        case _:
            return change.before.event


def predicate(change: Change) -> str:
    """What happened, without to whom."""
    match change:
        case Moved(before, after):
            return _move(before.event, after.event)
        case Retitled(before, after) if comparable(after.event.title) in OPEN:
            return f"has no topic yet (was “{_title(before)}”)"
        case Retitled(before, after):
            return f"is now “{_title(after)}” (was “{_title(before)}”)"
        case Relocated(before, after):
            return f"is in {_place(after)} (was in {_place(before)})"
        case Removed(before):
            return f"is gone from {named.day(before.event.date)}"
        case _:
            return SAID[type(change)]


def _move(before: Event, after: Event) -> str:
    old, new = before.date, after.date
    if old == new:
        if named.hours(before.when) == named.hours(after.when):
            return "recurs otherwise"
        was, now = named.hours(before.when), named.hours(after.when)
        return f"is at {now} on {named.day(new)} (was {was})".replace("at all day", "all day")
    from_to = f"from {named.day(old, new)} to {named.day(new, old)}"
    if named.hours(before.when) != named.hours(after.when):
        from_to += f", {named.hours(after.when)} (was {named.hours(before.when)})"
    if after.kind is not Kind.HOMEWORK_DUE:
        return f"moved {from_to}"
    return f"{named.lapse((new - old).days * named.A_DAY)}, {from_to}"


def _where_and_when(edition: Edition) -> str:
    place = one_line(edition.event.place)
    return named.occasion(edition.event) + (f", {place}" if place else "")


def _title(edition: Edition) -> str:
    return cut(one_line(edition.event.title), named.LONGEST)


def _place(edition: Edition) -> str:
    return one_line(edition.event.place) or "no room yet"
