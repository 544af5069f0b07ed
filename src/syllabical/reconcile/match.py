"""Which new event is which old edition: the surest evidence first, for all events at once.

An author's `id`; the same title; a title like it, not far away; the day on which an event between
two that moved together must have landed; the same day; the same neighbours; the same number; of
what repeats every week, the hours and the room.
Whatever one kind of evidence settles, the weaker ones never see.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from syllabical.reconcile.nearest import Pair, nearest
from syllabical.reconcile.neighbours import (
    between_the_same,
    moved_together,
    namesakes_moved_together,
)
from syllabical.reconcile.profile import Profile
from syllabical.reconcile.similar import former_tracks, with_similar_titles

_Key = Callable[[Profile], Hashable | None]
"""What two events must agree in; ``None`` for an event that this says nothing of."""

_Evidence = Callable[[Sequence[Profile], Sequence[Profile], Sequence[Pair]], Iterable[Pair]]
"""Pairs of new and old events, given the pairs that were found before."""


def matched(news: Sequence[Profile], olds: Sequence[Profile]) -> dict[int, int]:
    """The position of the old edition by the position of the new event that it is."""
    tracks = former_tracks(news, [old for old in olds if old.live])
    open_news = [new.in_track(tracks.get(new.track, new.track)) for new in news]
    open_olds = list(olds)
    found: list[Pair] = []
    for evidence, among_cancelled in _EVIDENCE:
        among = [old for old in open_olds if old.live or among_cancelled]
        found += list(evidence(open_news, among, found))
        taken_news = {new.position for new, _ in found}
        taken_olds = {old.position for _, old in found}
        open_news = [new for new in open_news if new.position not in taken_news]
        open_olds = [old for old in open_olds if old.position not in taken_olds]
    return {new.position: old.position for new, old in found}


def _agreeing_in(key: _Key) -> _Evidence:
    """The nearest of those that agree in a key."""

    def pairs(
        news: Sequence[Profile], olds: Sequence[Profile], _: Sequence[Pair]
    ) -> Iterator[Pair]:
        groups = _grouped(olds, key)
        for value, group in _grouped(news, key).items():
            yield from _nearest(group, groups.get(value, ()))

    return pairs


def _id(one: Profile) -> Hashable | None:
    return (one.family, one.id) if one.id else None


def _title(one: Profile) -> Hashable | None:
    return (one.bucket, one.title) if one.title else None


def _title_and_date(one: Profile) -> Hashable:
    """In any track or group: a column was split or joined."""
    return (one.family if one.title else one.bucket), one.date, one.title


def _date(one: Profile) -> Hashable:
    return one.bucket, one.date


def _number(one: Profile) -> Hashable | None:
    return (one.bucket, one.kind, one.number) if one.number else None


def _lack_of_title(one: Profile) -> Hashable | None:
    """What is still to be announced, moved."""
    return None if one.title else (one.bucket, one.kind)


def _weekly_hours(one: Profile) -> Hashable | None:
    """What happens every week, renamed: its title is all that its track is called by."""
    return (one.date, one.hours, one.room) if one.family == "weekly" else None


def _unique_title(
    news: Sequence[Profile], olds: Sequence[Profile], _: Sequence[Pair]
) -> Iterator[Pair]:
    """Those whose title nobody else has, before or now: they show how far the others moved."""
    ours, theirs = _grouped(news, _title), _grouped(olds, _title)
    for title, group in ours.items():
        if len(group) == len(theirs.get(title, ())) == 1:
            yield from _nearest(group, theirs[title])


def _similar_title(
    news: Sequence[Profile], olds: Sequence[Profile], _: Sequence[Pair]
) -> Iterator[Pair]:
    groups = _grouped(olds, lambda old: old.bucket)
    for bucket, group in _grouped(news, lambda new: new.bucket).items():
        yield from with_similar_titles(group, groups.get(bucket, ()))


def _nearest(news: Sequence[Profile], olds: Sequence[Profile]) -> Iterator[Pair]:
    """Nearest pairs, without any whose author named both, and named them differently."""
    for new, old in nearest(news, olds):
        if not (new.id and old.id) or new.id == old.id:
            yield new, old


def _grouped(profiles: Iterable[Profile], key: _Key) -> dict[Hashable, list[Profile]]:
    groups: dict[Hashable, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if (value := key(profile)) is not None:
            groups[value].append(profile)
    return groups


_EVIDENCE: tuple[tuple[_Evidence, bool], ...] = (
    (_agreeing_in(_id), True),
    (_unique_title, False),
    (namesakes_moved_together, False),
    (_agreeing_in(_title), False),
    (_agreeing_in(_title), True),
    (_similar_title, False),
    (moved_together, False),
    (_agreeing_in(_date), False),
    (between_the_same, False),
    (_agreeing_in(_number), False),
    (_agreeing_in(_lack_of_title), False),
    (_agreeing_in(_title_and_date), True),
    (_agreeing_in(_weekly_hours), False),
)
"""The surest first, each with whether editions that are marked as cancelled are looked at, too."""
