"""What subscribers will see change, as `syllabical diff` tells it: text, Markdown or JSON."""

import json
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
from syllabical.render.change_sentences import sentence, subject
from syllabical.render.grouped_changes import News, other_notes, shared_changes
from syllabical.render.width import isolated

_COUNTED: tuple[tuple[type[EventChange], str], ...] = (
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
_KEYS = {kind: kind.__name__.casefold() for kind, _ in _COUNTED}
"""What the JSON calls each kind of change."""

_MARKUP = frozenset("\\`*_[]<>#|~@")


def changes_as_text(changes: Sequence[EventChange]) -> str:
    """A line for every piece of news, and the counts."""
    lines = [isolated(each.sentence) for each in news(changes)]
    return "\n".join([*lines, summary(changes)]) + "\n"


def changes_as_markdown(changes: Sequence[EventChange]) -> str:
    """The same as a list, ready for an announcement or a pull request."""
    lines = [f"- {_escaped(each.sentence)}" for each in news(changes)]
    count = _escaped(summary(changes))
    return "\n".join([f"**{count[:1].upper()}{count[1:]}**", "", *lines]).rstrip() + "\n"


def changes_as_json(changes: Sequence[EventChange]) -> str:
    """The same as one JSON object: `summary`, `counts`, `story` (the sentences), `changes`."""
    document = {
        "summary": summary(changes),
        "counts": {key: _count(changes, kind) for kind, key in _KEYS.items()},
        "story": [each.sentence for each in news(changes)],
        "changes": [_plain_change(change) for change in changes if not isinstance(change, Kept)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def summary(changes: Sequence[EventChange]) -> str:
    """The counts in a line: `2 moved, 1 added; 40 unchanged`."""
    counts = [
        f"{count} {word}"
        for kind, word in _COUNTED
        if kind is not Kept and (count := _count(changes, kind))
    ]
    return f"{', '.join(counts) or 'nothing changes'}; {_count(changes, Kept)} unchanged"


def news(changes: Sequence[EventChange]) -> Iterator[News]:
    """What many events share, then event by event by date, and last those with other notes."""
    shared = list(shared_changes(changes))
    yield from shared
    notes = list(other_notes(changes))
    told = {id(change) for each in (*shared, *notes) for change in each.changes}
    by_event: dict[str, list[EventChange]] = {}
    for change in changes:
        if id(change) not in told and not isinstance(change, Kept):
            by_event.setdefault(_edition(change).uid, []).append(change)
    for some in sorted(by_event.values(), key=lambda some: _by_date(some[0])):
        yield News(sentence(some), tuple(some))
    yield from notes


def _by_date(change: EventChange) -> tuple[object, ...]:
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
    """The line with a backslash before all that could be Markdown, or a mention of someone."""
    return "".join("\\" + letter if letter in _MARKUP else letter for letter in line)


def _plain_change(change: EventChange) -> dict[str, object]:
    before = None if isinstance(change, Appeared | Kept) else change.before
    after = None if isinstance(change, Removed | Kept) else change.after
    return {
        "change": _KEYS[type(change)],
        "uid": _edition(change).uid,
        "before": before and _plain_event(before.event),
        "after": after and _plain_event(after.event),
    }


def _plain_event(event: Event) -> dict[str, object]:
    when = event.when
    starts, ends = (when.date, when.last) if isinstance(when, Day) else (when.starts, when.ends)
    return {
        "kind": event.kind.value,
        "track": event.track,
        "number": event.number,
        "title": event.title,
        "all_day": isinstance(when, Day),
        "starts": starts.isoformat(),
        "ends": ends.isoformat(),
        "place": event.place,
    }
