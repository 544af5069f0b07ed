"""Gathers what changed alike, so that a term that shifts by a week is one sentence."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syllabical.model.change import Change, Kept, Moved, Relocated, Retitled, Reworded
from syllabical.model.event import Day, Event
from syllabical.render import named
from syllabical.text import one_line

MANY = 3
"""So many equal changes are told as one."""


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of the story, and the changes it tells."""

    sentence: str
    changes: tuple[Change, ...]


def gathered(changes: Sequence[Change]) -> Iterator[Told]:
    """What many events share: the same shift, the same new room."""
    shifts: dict[int, list[Moved]] = defaultdict(list)
    rooms: dict[tuple[str, str], list[Relocated]] = defaultdict(list)
    for change in changes:
        if isinstance(change, Moved) and (minutes := _shift(change)):
            shifts[minutes].append(change)
        elif isinstance(change, Relocated):
            rooms[change.before.event.place, change.after.event.place].append(change)
    for minutes, moves in sorted(shifts.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        if len(moves) >= MANY:
            yield Told(_shifted(minutes, moves, changes), tuple(moves))
    for (old, new), relocated in sorted(rooms.items()):
        if len(relocated) >= MANY:
            yield Told(_relocated(old, new, relocated), tuple(relocated))


def _shift(move: Moved) -> int:
    """By how many minutes start and end moved, as the clock on the wall counts; 0 if not alike."""
    before, after = move.before.event, move.after.event
    if isinstance(before.when, Day) or isinstance(after.when, Day):
        same = isinstance(before.when, Day) and isinstance(after.when, Day)
        return (after.date - before.date).days * named.A_DAY if same else 0
    starts = after.when.starts.replace(tzinfo=None) - before.when.starts.replace(tzinfo=None)
    ends = after.when.ends.replace(tzinfo=None) - before.when.ends.replace(tzinfo=None)
    return int(starts.total_seconds()) // 60 if starts == ends else 0


def _shifted(minutes: int, moves: Sequence[Moved], changes: Sequence[Change]) -> str:
    first = min(move.before.event.date for move in moves)
    those = {move.after.uid for move in moves}
    who = _who([move.before.event for move in moves])
    if _is_everything(who, first, those, changes):
        who = f"{who}: everything" if who else "everything"
        return f"{who} from {named.day(first)} on {named.lapse(minutes)} ({len(moves)} events)"
    names = named.several([move.before.event for move in moves])
    return f"{len(moves)} events from {named.day(first)} on {named.lapse(minutes)}: {names}"


def _who(moved: Sequence[Event]) -> str:
    tracks = {event.track for event in moved}
    return one_line(tracks.pop()) if len(tracks) == 1 else ""


def _is_everything(who: str, first: dt.date, those: set[str], changes: Sequence[Change]) -> bool:
    """Whether nothing that was to come from that day on (in that track) stayed behind."""
    for change in changes:
        match change:
            case Kept(old) | Moved(old) | Relocated(old) | Reworded(old) | Retitled(old):
                in_track = not who or one_line(old.event.track) == who
                if in_track and old.event.date >= first and old.uid not in those:
                    return False
            case _:
                continue
    return True


def other_notes(changes: Sequence[Change]) -> Iterator[Told]:
    """What only reads otherwise in the notes, in one sentence however many it is."""
    reworded = tuple(change for change in changes if isinstance(change, Reworded))
    if reworded:
        names = named.several([change.after.event for change in reworded])
        yield Told(f"other notes for {names}", reworded)


def _relocated(old: str, new: str, changes: Sequence[Relocated]) -> str:
    first = min(change.before.event.date for change in changes)
    who = _who([change.before.event for change in changes])
    place = one_line(new) or "no room yet"
    was = one_line(old) or "no room"
    name = f"{len(changes)} {who + ' meetings' if who else 'events'}"
    return f"{name} from {named.day(first)} on are in {place} (was {was})"
