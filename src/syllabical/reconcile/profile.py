"""What matching knows of an event, be it new or published before: kind, day, title, hours, room."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache

from syllabical import timezones
from syllabical.languages import listed
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Event, Hours
from syllabical.model.syllabus import Kind
from syllabical.text import comparable

Bucket = tuple[str, str, str]
"""Family, track and group: only events that share all three are compared at first."""

_NO_TITLE = frozenset(map(comparable, (*listed("cells", "open"), *listed("titles", "untitled"))))
"""Titles, folded, that say only that there is none yet."""

folded = lru_cache(maxsize=65536)(comparable)
"""A title as titles are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An event as matching sees it."""

    position: int
    """Its position in the sequence it came in."""

    family: str
    """Releases, deadlines and everything else: what one never becomes another of."""

    track: str
    group: str
    kind: Kind
    date: dt.date
    """Its first day, in the course's zone."""

    title: str
    """Folded; empty where it says nothing of the topic."""

    number: str
    id: str
    """The name its author gave it; empty where there is none."""

    hours: str
    """Its local hours, as `13:30–15:30`; empty on whole days."""

    room: str
    texts: tuple[str, str]
    """SUMMARY and DESCRIPTION."""

    live: bool
    """Whether it is not marked as cancelled."""

    @property
    def bucket(self) -> Bucket:
        """Those it is compared with at first."""
        return self.family, self.track, self.group

    def with_id(self, id: str | None) -> "Profile":
        """The same with the name its author gave it, where it has none yet."""
        return replace(self, id=id) if id and not self.id else self

    def in_track(self, track: str) -> "Profile":
        """The same, as if it stood in another track."""
        return replace(self, track=track)


def of_event(event: Event, position: int) -> Profile:
    """The profile of an event that the page holds now."""
    return _profile(event, position, event.date, live=True)


def of_edition(edition: Edition, position: int, zone: str) -> Profile:
    """The profile of an event published before; its day is counted in the course's zone."""
    event, date = edition.event, edition.event.date
    if isinstance(event.when, Hours):
        date = timezones.in_zone(event.when.starts, zone).date()
    return _profile(event, position, date, live=edition.status is not Status.CANCELLED)


def _profile(event: Event, position: int, date: dt.date, *, live: bool) -> Profile:
    title = folded(event.title)
    return Profile(
        position=position,
        family=family(event),
        track=event.track,
        group=event.group,
        kind=event.kind,
        date=date,
        title="" if title in _NO_TITLE else title,
        number=event.number or "",
        id=event.id,
        hours=_hours(event),
        room=event.place,
        texts=(event.summary, event.description),
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
