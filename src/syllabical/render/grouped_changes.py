"""Gathers what changed alike, so that a term that shifts by a week is one sentence."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syllabical.model.edition import EventChange, Kept, Moved, Relocated, Retitled, Reworded
from syllabical.model.event import Day, Event, Hours
from syllabical.model.syllabus import Kind
from syllabical.text import cut, one_line

MANY = 3
"""So many equal changes are told as one."""


WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NUMBERS = ("no", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
LONGEST = 60
FEW = 4
A_WEEK = 7
A_DAY = 1440
AN_HOUR = 60
_RELEASED = frozenset({"out", "posted", "released"})


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of the story, and the changes it tells."""

    sentence: str
    changes: tuple[EventChange, ...]


def gathered(changes: Sequence[EventChange]) -> Iterator[Told]:
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
        return (after.date - before.date).days * A_DAY if same else 0
    starts = after.when.starts.replace(tzinfo=None) - before.when.starts.replace(tzinfo=None)
    ends = after.when.ends.replace(tzinfo=None) - before.when.ends.replace(tzinfo=None)
    return int(starts.total_seconds()) // 60 if starts == ends else 0


def _shifted(minutes: int, moves: Sequence[Moved], changes: Sequence[EventChange]) -> str:
    first = min(move.before.event.date for move in moves)
    those = {move.after.uid for move in moves}
    who = _who([move.before.event for move in moves])
    if _is_everything(who, first, those, changes):
        who = f"{who}: everything" if who else "everything"
        return f"{who} from {day(first)} on {lapse(minutes)} ({len(moves)} events)"
    names = several([move.before.event for move in moves])
    return f"{len(moves)} events from {day(first)} on {lapse(minutes)}: {names}"


def _who(moved: Sequence[Event]) -> str:
    tracks = {event.track for event in moved}
    return one_line(tracks.pop()) if len(tracks) == 1 else ""


def _is_everything(
    who: str, first: dt.date, those: set[str], changes: Sequence[EventChange]
) -> bool:
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


def other_notes(changes: Sequence[EventChange]) -> Iterator[Told]:
    """What only reads otherwise in the notes, in one sentence however many it is."""
    reworded = tuple(change for change in changes if isinstance(change, Reworded))
    if reworded:
        names = several([change.after.event for change in reworded])
        yield Told(f"other notes for {names}", reworded)


def _relocated(old: str, new: str, changes: Sequence[Relocated]) -> str:
    first = min(change.before.event.date for change in changes)
    who = _who([change.before.event for change in changes])
    place = one_line(new) or "no room yet"
    was = one_line(old) or "no room"
    name = f"{len(changes)} {who + ' meetings' if who else 'events'}"
    return f"{name} from {day(first)} on are in {place} (was {was})"


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
