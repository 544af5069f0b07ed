"""What reconciling must be told: who the course is, what time it is, how much may be lost."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, Self

from syllabical import timezones
from syllabical.model.schedule import Schedule

_A_FEW = 3
"""How many coming events an edit may lose before the build stops and asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules by which the events of one build take up those published before."""

    namespace: str
    """Course and term, as new UIDs are made from them."""

    now: dt.datetime
    """When this build happens: aware, in UTC."""

    removed: Literal["drop", "mark"] = "drop"
    """What becomes of an event that leaves the page."""

    allow_loss: int | None = None
    """How many coming events may be lost; a few where nothing is said."""

    zone: str = "UTC"
    """The course's zone: its days are counted in it, whatever the feed is written in."""

    term_ends: dt.date | None = None
    """The day after which nothing cancelled is kept; the last event's where left out."""

    @classmethod
    def from_schedule(cls, schedule: Schedule, now: dt.datetime, allow_loss: int | None) -> Self:
        """The rules that a schedule asks for, at an aware time `now`."""
        course = schedule.course
        return cls(
            namespace=f"{course.short or course.name or course.url}\n{course.term}",
            now=now,
            removed=schedule.removed,
            allow_loss=allow_loss,
            # A zone that there is not was said where schedule.yaml was read.
            zone=schedule.timezone if timezones.is_zone(schedule.timezone) else "UTC",
        )

    @property
    def stamp(self) -> dt.datetime:
        """Now, in whole seconds of UTC, as a feed writes it."""
        return self.now.astimezone(dt.UTC).replace(microsecond=0)

    @property
    def today(self) -> dt.date:
        """The course's day."""
        return timezones.in_zone(self.now, self.zone).date()

    @property
    def may_lose(self) -> int:
        """How many coming events may be lost without asking."""
        return _A_FEW if self.allow_loss is None else self.allow_loss
