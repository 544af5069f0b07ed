"""Tells what subscribers will see change: as text, as Markdown, as JSON."""

import json as json_format
from collections.abc import Iterator, Sequence

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
from syllabical.model.event import Day, Event
from syllabical.render.sayings import sentence, subject
from syllabical.render.shifts import Told, gathered, other_notes
from syllabical.render.width import isolated

COUNTED: tuple[tuple[type[Change], str], ...] = (
    (Moved, "moved"),
    (Retitled, "renamed"),
    (Relocated, "elsewhere"),
    (Cancelled, "cancelled"),
    (Restored, "on again"),
    (Removed, "removed"),
    (Added, "added"),
    (Reworded, "with other notes"),
    (Kept, "unchanged"),
)
NAMES = {kind: kind.__name__.casefold() for kind, _ in COUNTED}
NOTHING = "nothing changes"


def text(changes: Sequence[Change]) -> str:
    """A line for every piece of news, and the count of it all."""
    lines = [told.sentence for told in story(changes)]
    return "\n".join([*map(isolated, lines), summary(changes)]) + "\n"


def markdown(changes: Sequence[Change]) -> str:
    """The same as a list, ready for an announcement or a pull request."""
    lines = [f"- {_escaped(told.sentence)}" for told in story(changes)]
    count = _escaped(summary(changes))
    return "\n".join([f"**{count[:1].upper()}{count[1:]}**", "", *lines]).rstrip() + "\n"


def json(changes: Sequence[Change]) -> str:
    """The same as one JSON object: the counts, the sentences, and each change as data."""
    counts = {NAMES[kind]: _count(changes, kind) for kind, _ in COUNTED}
    document = {
        "summary": summary(changes),
        "counts": counts,
        "story": [told.sentence for told in story(changes)],
        "changes": [_as_data(change) for change in changes if not isinstance(change, Kept)],
    }
    return json_format.dumps(document, ensure_ascii=False, indent=2) + "\n"


def summary(changes: Sequence[Change]) -> str:
    """The counts in a line: `2 moved, 1 added; 40 unchanged`."""
    news = [
        f"{count} {word}"
        for kind, word in COUNTED
        if kind is not Kept and (count := _count(changes, kind))
    ]
    return f"{', '.join(news) or NOTHING}; {_count(changes, Kept)} unchanged"


def story(changes: Sequence[Change]) -> Iterator[Told]:
    """The news: what many events share, then event by event by date, and last the mere notes."""
    shared = list(gathered(changes))
    yield from shared
    notes = list(other_notes(changes))
    told = {id(change) for one in (*shared, *notes) for change in one.changes}
    left: dict[str, list[Change]] = {}
    for change in changes:
        if id(change) not in told and not isinstance(change, Kept):
            left.setdefault(_edition(change).uid, []).append(change)
    for some in sorted(left.values(), key=lambda some: _when(some[0])):
        yield Told(sentence(some), tuple(some))
    yield from notes


def _when(change: Change) -> tuple[object, ...]:
    event = subject(change)
    return event.date, event.track, event.title


def _count(changes: Sequence[Change], kind: type[Change]) -> int:
    return sum(isinstance(change, kind) for change in changes)


def _edition(change: Change) -> Edition:
    match change:
        case Kept(edition) | Added(edition) | Removed(edition):
            return edition
        case _:
            return change.after


def _escaped(line: str) -> str:
    return "".join("\\" + letter if letter in "\\`*_[]<>#|~@" else letter for letter in line)


def _as_data(change: Change) -> dict[str, object]:
    before = None if isinstance(change, Added | Kept) else change.before
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
