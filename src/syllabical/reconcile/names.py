"""UIDs for events that have none yet."""

from collections.abc import Collection, Iterable
from itertools import count
from uuid import UUID, uuid5

from syllabical.model.event import Event
from syllabical.reconcile.face import family

HERE = UUID("6f3b7d0e-9a52-5c1f-8f0e-2d4c1b7a9e63")


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
