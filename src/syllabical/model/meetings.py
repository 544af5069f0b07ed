"""When and where something meets: the parts of schedule.yaml that say it."""

import datetime as dt
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from syllabical.model.placed import Placed
from syllabical.model.syllabus import Kind
from syllabical.model.written import Hours, Weekday


class Slot(Placed, frozen=True, kw_only=True):
    """When and where a track meets."""

    shorthand: ClassVar[tuple[str, ...]] = ("at",)

    weekday: Weekday | None = None
    """The weekday, where it differs from the row's date: the next such day from that date."""
    at: Hours | None = None
    """The hours; all day where left out."""
    place: str = ""
    """The room."""
    online: str = ""
    """The address to join."""


class Track(Slot, frozen=True, kw_only=True):
    """A session column: lectures, tutorials, labs."""

    column: str | None = None
    """The header of its column; the track's own name where left out."""
    groups: dict[str, Slot] = msgspec.field(default_factory=dict)
    """Parallel groups, each with its own weekday, hours and room."""


class Change(Slot, frozen=True, kw_only=True):
    """What is different about one track on one date."""

    shorthand = ("cancelled", "date", "at")
    for_every = True

    date: dt.date | None = None
    """The day it is moved to."""
    title: str = ""
    """Another topic than the page's."""
    cancelled: bool = False
    """Whether it does not take place."""
    id: str = ""
    """A name for this event, by which it keeps its identity whatever else changes."""


class Added(Placed, frozen=True, kw_only=True):
    """An event that is not on the page."""

    title: str
    """What it is."""
    date: dt.date
    """The day, or the first of several."""
    until: dt.date | None = None
    """The last day, where it runs over several."""
    kind: Kind = Kind.OTHER
    """What it is to a student."""
    track: str = ""
    """The track it belongs to, for feeds of that track."""
    at: Hours | None = None
    """The hours; all day where left out."""
    place: str = ""
    """The room."""
    online: str = ""
    """The address to join."""
    notes: str = ""
    """What else there is to say, shown below the title."""
    id: str = ""
    """A name for this event, by which it keeps its identity whatever else changes."""


class Weekly(Slot, frozen=True, kw_only=True):
    """Something that happens every week and is not in the table: office hours."""

    title: str
    """What it is."""
    weekday: Weekday
    """The weekday on which it happens."""
    at: Hours
    """The hours."""
    first: dt.date | None = None
    """The first day it may happen; the term's first where left out."""
    until: dt.date | None = None
    """The last day it may happen; the term's last where left out."""
    every: Annotated[int, Meta(ge=1, le=52)] = 1
    """Every how many weeks."""
    on_no_class_days: bool = False
    """Whether it happens on the days on which the table says there is no class."""
    except_on: tuple[dt.date, ...] = ()
    """Days on which it does not happen."""
