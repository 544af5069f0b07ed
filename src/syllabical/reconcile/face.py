"""What matching knows of an event, whether it is new or was published before."""

import datetime as dt
from dataclasses import dataclass, replace

from syllabical import timezones
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Event, Hours
from syllabical.model.syllabus import Kind
from syllabical.reconcile.titles import folded, is_open

Bucket = tuple[str, str, str]
"""Family, track and group: only events that share all three are compared at first."""


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
