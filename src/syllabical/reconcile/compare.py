"""What became of each event, from one edition of the feed to the next."""

from collections.abc import Callable, Iterator, Sequence

from syllabical.model.edition import (
    Appeared,
    Cancelled,
    Edition,
    EventChange,
    Kept,
    Moved,
    Relocated,
    Removed,
    Restored,
    Retitled,
    Reworded,
    Status,
)
from syllabical.reconcile.profile import folded
from syllabical.reconcile.revise import content, occurrences


def changes(before: Sequence[Edition], after: Sequence[Edition]) -> tuple[EventChange, ...]:
    """What became of every event, by UID: first of those in the feed now, then of the others."""
    olds = {edition.uid: edition for edition in before}
    now = {edition.uid for edition in after}
    found: list[EventChange] = []
    for edition in after:
        old = olds.get(edition.uid)
        found += [Appeared(edition)] if old is None else _changes(old, edition)
    gone = [edition for edition in before if edition.uid not in now]
    return (*found, *(Removed(edition) for edition in gone if _is_live(edition)))


def _changes(old: Edition, new: Edition) -> Iterator[EventChange]:
    if _is_live(old) and not _is_live(new):
        yield Cancelled(old, new)
        return
    found = [make(old, new) for differ, make in _DIFFERENCES if differ(old, new)]
    if _is_live(new) and not _is_live(old):
        yield Restored(old, new)
        yield from (change for change in found if not isinstance(change, Reworded))
    elif found:
        yield from found[:-1] if len(found) > 1 and isinstance(found[-1], Reworded) else found
    else:
        yield Kept(new)


def _is_live(edition: Edition) -> bool:
    return edition.status is not Status.CANCELLED


def _is_moved(old: Edition, new: Edition) -> bool:
    return occurrences(old.event) != occurrences(new.event)


def _is_retitled(old: Edition, new: Edition) -> bool:
    return folded(old.event.title) != folded(new.event.title)


def _is_relocated(old: Edition, new: Edition) -> bool:
    return old.event.place != new.event.place


def _is_reworded(old: Edition, new: Edition) -> bool:
    return content(old.event) != content(new.event)


_DIFFERENCES: tuple[
    tuple[Callable[[Edition, Edition], bool], Callable[[Edition, Edition], EventChange]], ...
] = (
    (_is_moved, Moved),
    (_is_retitled, Retitled),
    (_is_relocated, Relocated),
    (_is_reworded, Reworded),
)
