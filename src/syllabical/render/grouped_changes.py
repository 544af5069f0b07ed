"""Changes that many events share, in one sentence: a term that shifts by a week, a new room."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syllabical.model.edition import EventChange, Kept, Moved, Relocated, Retitled, Reworded
from syllabical.model.event import Day, Event
from syllabical.render.change_sentences import (
    MINUTES_A_DAY,
    how_much_later,
    several_events,
    short_day,
)
from syllabical.text import one_line

_MANY = 3
"""So many equal changes are told as one."""


@dataclass(frozen=True, slots=True)
class News:
    """One sentence, and the changes that it tells."""

    sentence: str
    changes: tuple[EventChange, ...]


def shared_changes(changes: Sequence[EventChange]) -> Iterator[News]:
    """What many events share: first the same shift in time, then the same new room."""
    shifts: dict[int, list[Moved]] = defaultdict(list)
    rooms: dict[tuple[str, str], list[Relocated]] = defaultdict(list)
    for change in changes:
        if isinstance(change, Moved) and (minutes := _shift(change)):
            shifts[minutes].append(change)
        elif isinstance(change, Relocated):
            rooms[change.before.event.place, change.after.event.place].append(change)
    for minutes, moves in sorted(shifts.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        if len(moves) >= _MANY:
            yield News(_shifted(minutes, moves, changes), tuple(moves))
    for (old, new), relocated in sorted(rooms.items()):
        if len(relocated) >= _MANY:
            yield News(_relocated(old, new, relocated), tuple(relocated))


def other_notes(changes: Sequence[EventChange]) -> Iterator[News]:
    """All events of which only the notes read otherwise, in one sentence; nothing without any."""
    reworded = tuple(change for change in changes if isinstance(change, Reworded))
    if reworded:
        names = several_events([change.after.event for change in reworded])
        yield News(f"other notes for {names}", reworded)


def _shift(move: Moved) -> int:
    """By how many minutes start and end moved, as a clock on the wall counts; 0 if not alike."""
    before, after = move.before.event, move.after.event
    if isinstance(before.when, Day) or isinstance(after.when, Day):
        same = isinstance(before.when, Day) and isinstance(after.when, Day)
        return (after.date - before.date).days * MINUTES_A_DAY if same else 0
    starts = after.when.starts.replace(tzinfo=None) - before.when.starts.replace(tzinfo=None)
    ends = after.when.ends.replace(tzinfo=None) - before.when.ends.replace(tzinfo=None)
    return int(starts.total_seconds()) // 60 if starts == ends else 0


def _shifted(minutes: int, moves: Sequence[Moved], changes: Sequence[EventChange]) -> str:
    events = [move.before.event for move in moves]
    first = min(event.date for event in events)
    uids = {move.after.uid for move in moves}
    track = _common_track(events)
    if _is_everything(track, first, uids, changes):
        everything = f"{track}: everything" if track else "everything"
        later = how_much_later(minutes)
        return f"{everything} from {short_day(first)} on {later} ({len(moves)} events)"
    return (
        f"{len(moves)} events from {short_day(first)} on {how_much_later(minutes)}:"
        f" {several_events(events)}"
    )


def _common_track(events: Sequence[Event]) -> str:
    """The track of all of the events; empty where they have several."""
    tracks = {event.track for event in events}
    return one_line(tracks.pop()) if len(tracks) == 1 else ""


def _is_everything(
    track: str, first: dt.date, uids: set[str], changes: Sequence[EventChange]
) -> bool:
    """Whether nothing that was to come from that day on (in that track) stayed behind."""
    for change in changes:
        match change:
            case Kept(old) | Moved(old) | Relocated(old) | Reworded(old) | Retitled(old):
                in_track = not track or one_line(old.event.track) == track
                if in_track and old.event.date >= first and old.uid not in uids:
                    return False
            case _:
                continue
    return True


def _relocated(old: str, new: str, changes: Sequence[Relocated]) -> str:
    events = [change.before.event for change in changes]
    first = min(event.date for event in events)
    track = _common_track(events)
    count = f"{len(changes)} {track + ' meetings' if track else 'events'}"
    place, was = one_line(new) or "no room yet", one_line(old) or "no room"
    return f"{count} from {short_day(first)} on are in {place} (was {was})"
