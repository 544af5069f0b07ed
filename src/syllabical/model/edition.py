"""An event as published, and what became of it since the feed before. Made by `reconcile`."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from syllabical.model.event import Event, Hours


class Status(StrEnum):
    """Whether an event takes place (RFC 5545 §3.8.1.11)."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An event as one VEVENT of a feed says it."""

    event: Event
    uid: str
    """A UUID (RFC 7986 §5.3); the same in every feed, kept from edition to edition."""

    sequence: int = 0
    """SEQUENCE: rises with start, end, recurrence, status or place; never falls."""

    stamp: dt.datetime
    """DTSTAMP and LAST-MODIFIED, in UTC, whole seconds: when this event last changed."""

    status: Status = Status.CONFIRMED

    @property
    def agenda_order(self) -> tuple[dt.date, str, int]:
        """The order of an agenda: by day, whole days first, by the hour, then as on the page."""
        event = self.event
        clock = f"{event.when.starts:%H:%M}" if isinstance(event.when, Hours) else ""
        return event.date, clock, event.origin[0].start if event.origin else 0


@dataclass(frozen=True, slots=True)
class Kept:
    """Nothing about it changed."""

    edition: Edition


@dataclass(frozen=True, slots=True)
class Appeared:
    """It was not in the feed before."""

    after: Edition


@dataclass(frozen=True, slots=True)
class Removed:
    """It is no longer in the feed."""

    before: Edition


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It left the page and stays in the feed, marked as cancelled."""

    before: Edition
    after: Edition


@dataclass(frozen=True, slots=True)
class Restored:
    """It was marked as cancelled and is on the page again."""

    before: Edition
    after: Edition


@dataclass(frozen=True, slots=True)
class Moved:
    """It starts or ends at another time, or recurs otherwise."""

    before: Edition
    after: Edition


@dataclass(frozen=True, slots=True)
class Retitled:
    """Its topic reads otherwise."""

    before: Edition
    after: Edition


@dataclass(frozen=True, slots=True)
class Relocated:
    """It takes place elsewhere."""

    before: Edition
    after: Edition


@dataclass(frozen=True, slots=True)
class Reworded:
    """Only its notes, its number, its link, or whether it keeps students busy changed."""

    before: Edition
    after: Edition


EventChange = (
    Kept | Appeared | Removed | Cancelled | Restored | Moved | Retitled | Relocated | Reworded
)
"""One thing that became of one event; an event that moved and was renamed has two."""
