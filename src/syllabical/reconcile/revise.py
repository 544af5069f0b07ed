"""The next edition of an event: what rises, and when."""

import datetime as dt
from dataclasses import replace

from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours

SECOND = dt.timedelta(seconds=1)
CANCELLED = "Cancelled: "


def revised(old: Edition, event: Event, status: Status, stamp: dt.datetime) -> Edition:
    """What the feed says of an event now; its stamp is the old one where nothing changed."""
    if said(event) == said(old.event) and status is old.status:
        return replace(old, event=event)
    rises = timing(event) != timing(old.event) or status is not old.status
    return Edition(
        event=event,
        uid=old.uid,
        sequence=old.sequence + rises,
        stamp=max(stamp, old.stamp + SECOND),
        status=status,
    )


def cancelled(old: Edition, stamp: dt.datetime) -> Edition:
    """An event that left the page, marked so that every client shows it."""
    if old.status is Status.CANCELLED:
        return old
    event = replace(old.event, summary=CANCELLED + old.event.summary, busy=False)
    return revised(old, event, Status.CANCELLED, stamp)


def timing(event: Event) -> tuple[object, ...]:
    """What makes SEQUENCE rise: start, end, recurrence and place."""
    return _instants(event.when), event.repeats, event.place


def said(event: Event) -> tuple[object, ...]:
    """All that a feed says of an event."""
    return (
        *timing(event),
        event.summary,
        event.description,
        event.url,
        event.busy,
        event.kind,
        event.track,
        event.group,
        event.id,
    )


def _instants(when: Hours | Day) -> tuple[object, ...]:
    match when:
        case Hours(starts, ends):
            # Two zones' datetimes in a repeated hour never compare equal; in UTC they do.
            return "hours", starts.astimezone(dt.UTC), ends.astimezone(dt.UTC)
        case Day():
            return "days", when.date, when.last
