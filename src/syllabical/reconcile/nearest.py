"""Pairs events that are equal but for their date, so that as few as possible move."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from syllabical.reconcile.profile import Profile

Pair = tuple[Profile, Profile]
"""A new event and the old one that it is taken for."""

_TRAITS: tuple[Callable[[Profile], object], ...] = (
    lambda one: (one.date, one.hours, one.room, one.texts, one.kind, one.number),
    lambda one: (one.date, one.hours, one.room, one.texts, one.kind),
    lambda one: (one.date, one.hours, one.kind),
    lambda one: (one.date, one.kind, one.number),
    lambda one: one.date,
)


def nearest(news: Sequence[Profile], olds: Sequence[Profile]) -> Iterator[Pair]:
    """Those on the same day as they were, then the nearest in date, in their order."""
    kept = list(_same_day(news, olds))
    yield from kept
    taken_news = {new.position for new, _ in kept}
    taken_olds = {old.position for _, old in kept}
    rest_news = [new for new in news if new.position not in taken_news]
    rest_olds = [old for old in olds if old.position not in taken_olds]
    if rest_news and rest_olds:
        chosen = list(_closest(rest_news, rest_olds))
        # Events that read alike do not overtake one another.
        yield from zip(
            sorted((new for new, _ in chosen), key=_order),
            sorted((old for _, old in chosen), key=_order),
            strict=True,
        )


def _same_day(news: Iterable[Profile], olds: Iterable[Profile]) -> Iterator[Pair]:
    """Equals on one day: first those that agree in all, then in less and less."""
    open_news, open_olds = sorted(news, key=_order), sorted(olds, key=_order)
    for trait in _TRAITS:
        here: dict[object, list[Profile]] = defaultdict(list)
        for old in reversed(open_olds):
            here[trait(old)].append(old)
        pairs = [(new, here[trait(new)].pop()) for new in open_news if here[trait(new)]]
        yield from pairs
        gone_news, gone_olds = (
            {new.position for new, _ in pairs},
            {old.position for _, old in pairs},
        )
        open_news = [new for new in open_news if new.position not in gone_news]
        open_olds = [old for old in open_olds if old.position not in gone_olds]
        if not (open_news and open_olds):
            return


def _closest(news: Sequence[Profile], olds: Sequence[Profile]) -> Iterator[Pair]:
    """The shortest gaps first, along one line of dates; linear but for the sorting."""
    line = sorted([(_order(new), True, new) for new in news], key=lambda spot: spot[0])
    line += [(_order(old), False, old) for old in olds]
    line.sort(key=lambda spot: (spot[0], spot[1]))
    after = [*range(1, len(line)), -1]
    before = list(range(-1, len(line) - 1))
    gaps = [(_days(line[i][2], line[i + 1][2]), i, i + 1) for i in range(len(line) - 1)]
    heapify(gaps)
    gone = [False] * len(line)
    while gaps:
        _, left, right = heappop(gaps)
        if gone[left] or gone[right] or line[left][1] is line[right][1]:
            continue
        gone[left] = gone[right] = True
        new, old = (left, right) if line[left][1] else (right, left)
        yield line[new][2], line[old][2]
        left, right = before[left], after[right]
        if left >= 0:
            after[left] = right
        if right >= 0:
            before[right] = left
        if left >= 0 and right >= 0:
            heappush(gaps, (_days(line[left][2], line[right][2]), left, right))


def _days(one: Profile, other: Profile) -> int:
    return abs((other.date - one.date).days)


def _order(profile: Profile) -> tuple[object, ...]:
    return profile.date, profile.kind, profile.number, profile.title, profile.position
