"""What matching knows of an event, whether it is new or was published before."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from syllabical import timezones
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Event, Hours
from syllabical.model.syllabus import Kind
from syllabical.text import comparable

Bucket = tuple[str, str, str]
"""Family, track and group: only events that share all three are compared at first."""


NO_TITLE = frozenset(
    (
        "tba", "tbd", "tbc", "tbh", "na", "n a", "none", "todo", "unknown", "untitled",
        "to be announced", "to be confirmed", "to be decided", "to be defined",
        "to be determined", "topic tba", "topic tbd", "title tba", "title tbd", "coming soon",
    )
)  # fmt: skip
"""Titles, folded, that say only that there is none yet."""

NUMERAL = re.compile(r"\d+|[ivx]+")
SHORT = 2
LONG = 6
folded = lru_cache(maxsize=65536)(comparable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """An event as matching sees it."""

    place: int
    """Its position in the sequence it came in."""

    family: str
    """Releases, deadlines and everything else: what one never becomes another of."""

    track: str
    group: str
    kind: Kind
    date: dt.date
    title: str
    """Folded; empty where it says nothing of the topic."""

    number: str
    id: str
    rest: tuple[str, ...]
    """Its hours, its place and its words: what tells apart two of one title on one day."""

    live: bool
    """Whether it is not marked as cancelled."""

    @property
    def bucket(self) -> Bucket:
        """Those it is compared with at first."""
        return self.family, self.track, self.group

    def called(self, name: str | None) -> "Face":
        """The same, by the name its author gave it."""
        return replace(self, id=name) if name and not self.id else self

    def within(self, track: str) -> "Face":
        """The same, as if it stood in another track."""
        return replace(self, track=track)


def of_event(event: Event, place: int) -> Face:
    """The face of an event that the page holds now."""
    return _face(event, place, event.date, live=True)


def of_edition(edition: Edition, place: int, zone: str) -> Face:
    """The face of an event published before; its day is counted in the course's zone."""
    event, live = edition.event, edition.status is not Status.CANCELLED
    if isinstance(event.when, Hours):
        date = timezones.in_zone(event.when.starts, zone).date()
        return _face(event, place, date, live=live)
    return _face(event, place, event.date, live=live)


def _face(event: Event, place: int, date: dt.date, *, live: bool) -> Face:
    title = folded(event.title)
    return Face(
        place=place,
        family=family(event),
        track=event.track,
        group=event.group,
        kind=event.kind,
        date=date,
        title="" if is_open(title) else title,
        number=event.number or "",
        id=event.id,
        rest=(_hours(event), event.place, event.summary, event.description),
        live=live,
    )


def family(event: Event) -> str:
    """What an event is beyond its kind: releases, deadlines, weekly things, or the rest."""
    if event.kind in {Kind.HOMEWORK_RELEASE, Kind.HOMEWORK_DUE}:
        return event.kind.value
    return "weekly" if event.repeats else "session"


def _hours(event: Event) -> str:
    if isinstance(event.when, Hours):
        return f"{event.when.starts:%H:%M}–{event.when.ends:%H:%M}"
    return ""


def is_open(title: str) -> bool:
    """Whether a folded title says nothing of the topic: empty, or a word like TBD."""
    return not title or title in NO_TITLE


def similarity(title: str, other: str) -> float:
    """How alike two folded titles are, from 0 to 1: by words, by one within the other, by letters.

    Two that count differently (`Lab 1`, `Lab 7`) are half as alike as their words say.
    """
    ours, theirs = _words(title), _words(other)
    shared = _weight(ours & theirs)
    weights = _weight(ours), _weight(theirs)
    by_words = 2 * shared / (sum(weights) or 1)
    within = 0.9 * shared / (min(weights) or 1) if shared >= SHORT + 1 else 0.0
    alike = max(by_words, within, _by_letters(title, other))
    return alike / 2 if _count_differently(ours, theirs) else alike


@lru_cache(maxsize=65536)
def _words(title: str) -> frozenset[str]:
    return frozenset(title.split())


def _weight(words: frozenset[str]) -> float:
    # Long words say more, and `I`, `of`, `3` next to nothing.
    return sum(0.5 if len(word) <= SHORT else min(len(word), LONG) for word in words)


@lru_cache(maxsize=65536)
def _letters(title: str) -> frozenset[str]:
    padded = f" {title} "
    return frozenset(padded[start : start + 3] for start in range(len(padded) - 2))


def _by_letters(title: str, other: str) -> float:
    ours, theirs = _letters(title), _letters(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs) or 1)


def _count_differently(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    numerals = {word for word in ours if NUMERAL.fullmatch(word)}
    others = {word for word in theirs if NUMERAL.fullmatch(word)}
    return bool(numerals) and bool(others) and not numerals & others
