"""UIDs for events that have none yet."""

from collections.abc import Collection
from itertools import count
from uuid import UUID, uuid5

from syllabical.model.event import Event

HERE = UUID("6f3b7d0e-9a52-5c1f-8f0e-2d4c1b7a9e63")


def uid(event: Event, namespace: str, taken: Collection[str]) -> str:
    """A UUID made of course, term, track and key; of a further number where that one is taken."""
    course = uuid5(HERE, namespace)
    named = "\n".join((event.track, event.group, event.kind, event.id or event.key))
    for number in count(1):
        name = str(uuid5(course, named if number == 1 else f"{named}\n{number}"))
        if name not in taken:
            return name
    raise AssertionError
