"""The next edition of an event: what rises, and when."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import count
from uuid import UUID, uuid5

from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours
from syllabical.reconcile.face import family
from syllabical.text import one_line, plain_lines

SECOND = dt.timedelta(seconds=1)
CANCELLED = "Cancelled: "


HERE = UUID("6f3b7d0e-9a52-5c1f-8f0e-2d4c1b7a9e63")


def revised(old: Edition, event: Event, status: Status, stamp: dt.datetime) -> Edition:
    """What the feed says of an event now; its stamp is the old one where nothing changed."""
    if status is old.status and _says_the_same(event, old.event):
        return replace(old, event=event)
    rises = timing(as_written(event)) != timing(old.event) or status is not old.status
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
    )


def as_written(event: Event) -> Event:
    """The event as its feed has it: plain text, so that what cannot be said is no change."""
    return replace(
        event,
        summary=one_line(event.summary),
        description="\n".join(plain_lines(event.description)),
        place=one_line(event.place),
        url=one_line(event.url),
        track=one_line(event.track),
        group=one_line(event.group),
    )


def _says_the_same(event: Event, old: Event) -> bool:
    return said(event) == said(old) or said(as_written(event)) == said(old)


def _instants(when: Hours | Day) -> tuple[object, ...]:
    match when:
        case Hours(starts, ends):
            # Two zones' datetimes in a repeated hour never compare equal; in UTC they do.
            return "hours", starts.astimezone(dt.UTC), ends.astimezone(dt.UTC)
        case Day():
            return "days", when.date, when.last


def uid(event: Event, namespace: str, taken: Collection[str]) -> str:
    """A UUID made of course, term, track and key; of a further number where that one is taken."""
    course, named = uuid5(HERE, namespace), _named(event)
    for number in count(1):
        name = str(uuid5(course, named if number == 1 else f"{named}\n{number}"))
        if name not in taken:
            return name
    raise AssertionError


def named_by_author(events: Iterable[Event], namespace: str) -> dict[str, str]:
    """The names that authors gave, by the UIDs that were made of them.

    A feed does not say an author's name for an event, but the UID made of it does.
    """
    return {uid(event, namespace, ()): event.id for event in events if event.id}


def _named(event: Event) -> str:
    if event.id:
        return f"{family(event)}\n{event.id}"
    return f"{event.track}\n{event.group}\n{event.kind}\n{event.key}"
