"""What happens when: one event of the course. Made by `plan`."""

import datetime as dt
from dataclasses import dataclass, field

from syllabical.model.syllabus import Kind
from syllabical.source import Span


@dataclass(frozen=True, slots=True)
class Hours:
    """Start and end: two aware datetimes in the course's zone, the end after the start."""

    starts: dt.datetime
    ends: dt.datetime


@dataclass(frozen=True, slots=True)
class Day:
    """Whole days: the first and the last, both included."""

    date: dt.date
    until: dt.date | None = None

    @property
    def last(self) -> dt.date:
        """The last day, also where there is only one."""
        return self.until or self.date


@dataclass(frozen=True, slots=True)
class Repeats:
    """How a weekly event recurs (RFC 5545 §3.3.10); the event's own hours are the first time."""

    until: dt.date
    """The last day on which it may happen; inclusive."""

    weeks: int = 1
    """The interval."""

    except_on: tuple[dt.date, ...] = ()
    """Days on which it does not happen (EXDATE), each of them one on which it would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something in the course's calendar, in the words students will read."""

    key: str
    """What its UID is made of when it is first published, unique in its track: the title folded
    to words, and a counter where a track has the same title twice. Never a date or a position."""

    kind: Kind
    track: str
    """What students call the track: `Lecture`."""

    number: str | None = None
    """As the page numbers it: `3`."""

    title: str
    """The topic alone, uncut, on one line."""

    summary: str
    """SUMMARY: course, track, number and topic, cut at a word, at most 120 characters."""

    description: str = ""
    """DESCRIPTION: lines joined by ``\\n``. The cell line by line first; then, after an empty
    line, `Header: text` a further column."""

    when: Hours | Day
    place: str = ""
    """LOCATION: the room, else the address to join; empty where none is known."""

    url: str = ""
    """URL: the address of the class, else of the course; empty where there is none."""

    busy: bool = True
    """TRANSP: whether it takes the student's time (OPAQUE) or not (TRANSPARENT)."""

    group: str = ""
    """The tutorial group it is for; empty where it is for all."""

    repeats: Repeats | None = None
    alarm: dt.timedelta | None = None
    """How long before it the import file reminds; never in a subscribed feed."""

    id: str = ""
    """The name its author gave it in schedule.yaml; it then keeps its UID whatever changes."""

    origin: tuple[Span, ...] = field(compare=False, default=())
    """Why it is what it is: page cell, date cell, hours in schedule.yaml, exception."""

    @property
    def date(self) -> dt.date:
        """The day it starts on, in the zone of its hours."""
        return self.when.starts.date() if isinstance(self.when, Hours) else self.when.date
