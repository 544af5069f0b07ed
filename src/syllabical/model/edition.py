"""An event as published: what a feed says of it. Made by `reconcile`."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from syllabical.model.event import Event, Hours


class Status(StrEnum):
    """RFC 5545 §3.8.1.11."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One VEVENT."""

    event: Event
    uid: str
    """A UUID (RFC 7986 §5.3); the same in every feed, kept from edition to edition."""

    sequence: int = 0
    """Rises with start, end, status or place; never falls."""

    stamp: dt.datetime
    """DTSTAMP and LAST-MODIFIED, in UTC, whole seconds: when this event last changed."""

    status: Status = Status.CONFIRMED

    @property
    def place_in_time(self) -> tuple[dt.date, str, int]:
        """By day; whole days first, then by the hour, then as on the page."""
        event = self.event
        clock = f"{event.when.starts:%H:%M}" if isinstance(event.when, Hours) else ""
        return event.date, clock, event.origin[0].start if event.origin else 0
