"""Tells what subscribers will see change: as text, as Markdown, as JSON."""

import json as json_format
from collections.abc import Iterator, Sequence

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
from syllabical.model.event import Day, Event
from syllabical.model.syllabus import Kind
from syllabical.render import grouped_changes
from syllabical.render.grouped_changes import Told, gathered, other_notes
from syllabical.render.width import isolated
from syllabical.text import comparable, cut, one_line

COUNTED: tuple[tuple[type[EventChange], str], ...] = (
    (Moved, "moved"),
    (Retitled, "renamed"),
    (Relocated, "elsewhere"),
    (Cancelled, "cancelled"),
    (Restored, "on again"),
    (Removed, "removed"),
    (Appeared, "added"),
    (Reworded, "with other notes"),
    (Kept, "unchanged"),
)
NAMES = {kind: kind.__name__.casefold() for kind, _ in COUNTED}
NOTHING = "nothing changes"


SAID: dict[type[EventChange], str] = {
    Cancelled: "is cancelled",
    Restored: "is on again",
    Reworded: "has other notes",
    Appeared: "is new",
    Kept: "stays as it is",
}
OPEN = frozenset(("", "tba", "tbd", "tbc"))


def text(changes: Sequence[EventChange]) -> str:
    """A line for every piece of news, and the count of it all."""
    lines = [told.sentence for told in story(changes)]
    return "\n".join([*map(isolated, lines), summary(changes)]) + "\n"


def markdown(changes: Sequence[EventChange]) -> str:
    """The same as a list, ready for an announcement or a pull request."""
    lines = [f"- {_escaped(told.sentence)}" for told in story(changes)]
    count = _escaped(summary(changes))
    return "\n".join([f"**{count[:1].upper()}{count[1:]}**", "", *lines]).rstrip() + "\n"


def json(changes: Sequence[EventChange]) -> str:
    """The same as one JSON object: the counts, the sentences, and each change as data."""
    counts = {NAMES[kind]: _count(changes, kind) for kind, _ in COUNTED}
    document = {
        "summary": summary(changes),
        "counts": counts,
        "story": [told.sentence for told in story(changes)],
        "changes": [_as_data(change) for change in changes if not isinstance(change, Kept)],
    }
    return json_format.dumps(document, ensure_ascii=False, indent=2) + "\n"


def summary(changes: Sequence[EventChange]) -> str:
    """The counts in a line: `2 moved, 1 added; 40 unchanged`."""
    news = [
        f"{count} {word}"
        for kind, word in COUNTED
        if kind is not Kept and (count := _count(changes, kind))
    ]
    return f"{', '.join(news) or NOTHING}; {_count(changes, Kept)} unchanged"


def story(changes: Sequence[EventChange]) -> Iterator[Told]:
    """The news: what many events share, then event by event by date, and last the mere notes."""
    shared = list(gathered(changes))
    yield from shared
    notes = list(other_notes(changes))
    told = {id(change) for one in (*shared, *notes) for change in one.changes}
    left: dict[str, list[EventChange]] = {}
    for change in changes:
        if id(change) not in told and not isinstance(change, Kept):
            left.setdefault(_edition(change).uid, []).append(change)
    for some in sorted(left.values(), key=lambda some: _when(some[0])):
        yield Told(sentence(some), tuple(some))
    yield from notes


def _when(change: EventChange) -> tuple[object, ...]:
    event = subject(change)
    return event.date, event.track, event.title


def _count(changes: Sequence[EventChange], kind: type[EventChange]) -> int:
    return sum(isinstance(change, kind) for change in changes)


def _edition(change: EventChange) -> Edition:
    match change:
        case Kept(edition) | Appeared(edition) | Removed(edition):
            return edition
        case _:
            return change.after


def _escaped(line: str) -> str:
    return "".join("\\" + letter if letter in "\\`*_[]<>#|~@" else letter for letter in line)


def _as_data(change: EventChange) -> dict[str, object]:
    before = None if isinstance(change, Appeared | Kept) else change.before
    after = None if isinstance(change, Removed | Kept) else change.after
    return {
        "change": NAMES[type(change)],
        "uid": _edition(change).uid,
        "before": before and _event_as_data(before.event),
        "after": after and _event_as_data(after.event),
    }


def _event_as_data(event: Event) -> dict[str, object]:
    days = isinstance(event.when, Day)
    starts = event.when.date if isinstance(event.when, Day) else event.when.starts
    ends = event.when.last if isinstance(event.when, Day) else event.when.ends
    return {
        "kind": event.kind.value,
        "track": event.track,
        "number": event.number,
        "title": event.title,
        "all_day": days,
        "starts": starts.isoformat(),
        "ends": ends.isoformat(),
        "place": event.place,
    }


def sentence(changes: Sequence[EventChange]) -> str:
    """All that became of one event, as one sentence."""
    first = changes[0]
    if isinstance(first, Appeared):
        return f"new: {grouped_changes.event(first.after.event)} on {_where_and_when(first.after)}"
    now = subject(first)
    # What is renamed is told by its seat alone, for its topic is the news.
    renamed = any(isinstance(change, Retitled) for change in changes)
    moved = any(isinstance(change, Moved) for change in changes)
    name = grouped_changes.seat(now) if renamed else grouped_changes.event(now)
    on = "" if moved or isinstance(first, Removed) else f" on {grouped_changes.day(now.date)}"
    return f"{name}{on} {' and '.join(predicate(change) for change in changes)}"


def subject(change: EventChange) -> Event:
    """The event that a change is about, as it was; as it is, where it is new."""
    match change:
        case Appeared(after) | Kept(after):
            return after.event
        case _:
            return change.before.event


def predicate(change: EventChange) -> str:
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
            return f"is gone from {grouped_changes.day(before.event.date)}"
        case _:
            return SAID[type(change)]


def _move(before: Event, after: Event) -> str:
    old, new = before.date, after.date
    if old == new:
        if grouped_changes.hours(before.when) == grouped_changes.hours(after.when):
            return "recurs otherwise"
        was, now = grouped_changes.hours(before.when), grouped_changes.hours(after.when)
        return f"is at {now} on {grouped_changes.day(new)} (was {was})".replace(
            "at all day", "all day"
        )
    from_to = f"from {grouped_changes.day(old, new)} to {grouped_changes.day(new, old)}"
    if grouped_changes.hours(before.when) != grouped_changes.hours(after.when):
        from_to += (
            f", {grouped_changes.hours(after.when)} (was {grouped_changes.hours(before.when)})"
        )
    if after.kind is not Kind.HOMEWORK_DUE:
        return f"moved {from_to}"
    return f"{grouped_changes.lapse((new - old).days * grouped_changes.A_DAY)}, {from_to}"


def _where_and_when(edition: Edition) -> str:
    place = one_line(edition.event.place)
    return grouped_changes.occasion(edition.event) + (f", {place}" if place else "")


def _title(edition: Edition) -> str:
    return cut(one_line(edition.event.title), grouped_changes.LONGEST)


def _place(edition: Edition) -> str:
    return one_line(edition.event.place) or "no room yet"
