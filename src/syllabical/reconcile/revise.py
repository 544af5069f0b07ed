"""The next edition of an event: its UID, and when SEQUENCE and DTSTAMP rise."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import count
from uuid import UUID, uuid5

from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours
from syllabical.reconcile.profile import family
from syllabical.text import one_line, plain_lines

_SECOND = dt.timedelta(seconds=1)
_CANCELLED = "Cancelled: "

_NAMESPACE = UUID("6f3b7d0e-9a52-5c1f-8f0e-2d4c1b7a9e63")
"""The namespace (RFC 9562 §5.5) of all UIDs. Another one would make every event a new one."""


def uid(event: Event, namespace: str, taken: Collection[str]) -> str:
    """A UUID made of course, term, track and key; of a further number where that one is taken."""
    course, name = uuid5(_NAMESPACE, namespace), _name(event)
    uids = (str(uuid5(course, name if n == 1 else f"{name}\n{n}")) for n in count(1))
    return next(uid for uid in uids if uid not in taken)


def ids_by_uid(events: Iterable[Event], namespace: str) -> dict[str, str]:
    """The names that authors gave, by the UIDs that were made of them.

    A feed does not say an author's name for an event, but the UID made of it does.
    """
    return {uid(event, namespace, ()): event.id for event in events if event.id}


def _name(event: Event) -> str:
    if event.id:
        return f"{family(event)}\n{event.id}"
    return f"{event.track}\n{event.group}\n{event.kind}\n{event.key}"


def revised(old: Edition, event: Event, status: Status, stamp: dt.datetime) -> Edition:
    """What the feed says of an event now; its stamp is the old one where nothing changed.

    SEQUENCE rises with start, end, recurrence, place and status (RFC 5546 §2.1.4). The stamp is
    later than the old one also where the machine's clock went back.
    """
    if status is old.status and _says_the_same(event, old.event):
        return replace(old, event=event)
    rises = _timing(_as_in_feed(event)) != _timing(old.event) or status is not old.status
    return Edition(
        event=event,
        uid=old.uid,
        sequence=old.sequence + rises,
        stamp=max(stamp, old.stamp + _SECOND),
        status=status,
    )


def cancelled(old: Edition, stamp: dt.datetime) -> Edition:
    """An event that left the page, marked so that every client shows it."""
    if old.status is Status.CANCELLED:
        return old
    event = replace(old.event, summary=_CANCELLED + old.event.summary, busy=False)
    return revised(old, event, Status.CANCELLED, stamp)


def _says_the_same(event: Event, old: Event) -> bool:
    return content(event) == content(old) or content(_as_in_feed(event)) == content(old)


def _as_in_feed(event: Event) -> Event:
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


def content(event: Event) -> tuple[object, ...]:
    """All that a feed says of an event; two events with equal contents read alike."""
    return (
        *_timing(event),
        event.summary,
        event.description,
        event.url,
        event.busy,
        event.kind,
        event.track,
        event.group,
    )


def _timing(event: Event) -> tuple[object, ...]:
    """What makes SEQUENCE rise."""
    return *occurrences(event), event.place


def occurrences(event: Event) -> tuple[object, ...]:
    """When an event happens: start, end and recurrence."""
    match event.when:
        case Hours(starts, ends):
            # Two zones' datetimes in a repeated hour never compare equal; in UTC they do.
            return "hours", starts.astimezone(dt.UTC), ends.astimezone(dt.UTC), event.repeats
        case Day() as day:
            return "days", day.date, day.last, event.repeats
