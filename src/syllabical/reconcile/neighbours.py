"""Pairs events by those around them: what stood between two others, and what moved with them.

Whatever day and title such an event has now, it is where its neighbours lead one to look for it.
"""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from syllabical.reconcile.nearest import Pair
from syllabical.reconcile.profile import Bucket, Profile

_FARTHEST = dt.timedelta(days=21)
"""An event that has lost title, day and number has moved no farther."""

_UNMOVED = dt.timedelta()

_Move = tuple[dt.date, dt.timedelta]
"""The day an event was on, and how far it moved from there."""


def moved_together(
    news: Sequence[Profile], olds: Sequence[Profile], found: Sequence[Pair]
) -> Iterator[Pair]:
    """Pairs where the events before and after moved by the same number of days, and so did it."""
    moves = _moves(found)
    waiting: dict[tuple[Bucket, dt.date], list[Profile]] = defaultdict(list)
    for new in news:
        waiting[new.bucket, new.date].append(new)
    for old in sorted(olds, key=_order):
        shift = _shift(moves.get(old.bucket, []), old.date)
        if shift and (here := waiting.get((old.bucket, old.date + shift))):
            new = next((new for new in here if new.kind is old.kind), here[0])
            if not (new.id and old.id):
                here.remove(new)
                yield new, old


def namesakes_moved_together(
    news: Sequence[Profile], olds: Sequence[Profile], found: Sequence[Pair]
) -> Iterator[Pair]:
    """Pairs of events of one title, where every one of them moved as its neighbours did."""
    moves = _moves(found)
    ours, theirs = _by_title(news), _by_title(olds)
    for (bucket, title), group in theirs.items():
        nearby = moves.get(bucket, [])
        shifts = {shift for old in group for shift in _shifts(nearby, old.date)} - {_UNMOVED}
        landed = (_landed(ours.get((bucket, title), ()), group, shift) for shift in sorted(shifts))
        if title:
            yield from next(filter(None, landed), ())


def _by_title(profiles: Iterable[Profile]) -> dict[tuple[Bucket, str], list[Profile]]:
    titles: dict[tuple[Bucket, str], list[Profile]] = defaultdict(list)
    for profile in profiles:
        titles[profile.bucket, profile.title].append(profile)
    return titles


def _landed(news: Sequence[Profile], olds: Sequence[Profile], shift: dt.timedelta) -> list[Pair]:
    """Each event and the one where it must have landed; none unless each has one of its own."""
    by_date = {new.date: new for new in news}
    pairs = [(by_date[old.date + shift], old) for old in olds if old.date + shift in by_date]
    alone = len(by_date) == len(news) and len({new.position for new, _ in pairs}) == len(olds)
    return pairs if alone and not any(new.id and old.id for new, old in pairs) else []


def _moves(found: Sequence[Pair]) -> dict[Bucket, list[_Move]]:
    moves: dict[Bucket, list[_Move]] = defaultdict(list)
    for new, old in found:
        moves[old.bucket].append((old.date, new.date - old.date))
    return {bucket: sorted(some) for bucket, some in moves.items()}


def _shift(moves: Sequence[_Move], day: dt.date) -> dt.timedelta:
    """How far the neighbours of a day moved; nothing where they do not agree."""
    shifts = _shifts(moves, day)
    return shifts.pop() if len(shifts) == 1 else _UNMOVED


def _shifts(moves: Sequence[_Move], day: dt.date) -> set[dt.timedelta]:
    """How far the neighbours of a day moved, the one before it and the one after."""
    here = bisect_left(moves, (day, dt.timedelta.min))
    return {shift for _, shift in moves[max(0, here - 1) : here + 1]}


def between_the_same(
    news: Sequence[Profile], olds: Sequence[Profile], found: Sequence[Pair]
) -> Iterator[Pair]:
    """Pairs where as many stood between two known events as stand between them now."""
    known: dict[Bucket, list[Pair]] = defaultdict(list)
    for new, old in found:
        if new.bucket == old.bucket:
            known[old.bucket].append((new, old))
    open_news, open_olds = _by_bucket(news), _by_bucket(olds)
    for bucket in sorted(open_news.keys() & open_olds.keys() & known.keys()):
        pairs = known[bucket]
        partners = {old.position: new.position for new, old in pairs}
        runs = _runs([new for new, _ in pairs], open_news[bucket])
        for (before, after), run in _runs([old for _, old in pairs], open_olds[bucket]).items():
            yield from _one_by_one(runs.get((partners[before], partners[after]), []), run)


def _by_bucket(profiles: Iterable[Profile]) -> dict[Bucket, list[Profile]]:
    buckets: dict[Bucket, list[Profile]] = defaultdict(list)
    for profile in profiles:
        buckets[profile.bucket].append(profile)
    return buckets


def _runs(
    known: Iterable[Profile], still_open: Iterable[Profile]
) -> dict[tuple[int, int], list[Profile]]:
    """The open events between two known ones, by the positions of these."""
    line = [(profile, True) for profile in known] + [(profile, False) for profile in still_open]
    line.sort(key=lambda spot: _order(spot[0]))
    runs: dict[tuple[int, int], list[Profile]] = {}
    before: int | None = None
    run: list[Profile] = []
    for profile, is_known in line:
        if not is_known:
            run.append(profile)
            continue
        if run and before is not None:
            runs[before, profile.position] = run
        before, run = profile.position, []
    return runs


def _one_by_one(news: Sequence[Profile], olds: Sequence[Profile]) -> Iterator[Pair]:
    """The events of two runs in their order, where the runs are equally long."""
    if len(news) != len(olds):
        return
    for new, old in zip(news, olds, strict=True):
        near = abs(new.date - old.date) <= _FARTHEST
        if near and new.kind is old.kind and not (new.id and old.id):
            yield new, old


def _order(profile: Profile) -> tuple[dt.date, str, int]:
    return profile.date, profile.number, profile.position
