"""Pairs events that are equal but for their date, so that as few as possible move."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from syllabical.reconcile.face import Face

Pair = tuple[Face, Face]
"""A new face and the old one it is taken for."""

TRAITS: tuple[Callable[[Face], object], ...] = (
    lambda face: (face.date, face.rest, face.kind, face.number),
    lambda face: (face.date, face.rest, face.kind),
    lambda face: (face.date, face.rest[0], face.kind),
    lambda face: (face.date, face.kind, face.number),
    lambda face: face.date,
)


def nearest(news: Sequence[Face], olds: Sequence[Face]) -> Iterator[Pair]:
    """Those on the same day as they were, then the nearest in date, in their order."""
    kept = list(_same_day(news, olds))
    yield from kept
    taken_news = {new.place for new, _ in kept}
    taken_olds = {old.place for _, old in kept}
    rest_news = [face for face in news if face.place not in taken_news]
    rest_olds = [face for face in olds if face.place not in taken_olds]
    if rest_news and rest_olds:
        chosen = list(_closest(rest_news, rest_olds))
        # Events that read alike do not overtake one another.
        yield from zip(
            sorted((new for new, _ in chosen), key=_order),
            sorted((old for _, old in chosen), key=_order),
            strict=True,
        )


def _order(face: Face) -> tuple[object, ...]:
    return face.date, face.kind, face.number, face.title, face.place


def _same_day(news: Iterable[Face], olds: Iterable[Face]) -> Iterator[Pair]:
    """Equals on one day: first those that agree in all, then in less and less."""
    open_news, open_olds = sorted(news, key=_order), sorted(olds, key=_order)
    for trait in TRAITS:
        here: dict[object, list[Face]] = defaultdict(list)
        for old in reversed(open_olds):
            here[trait(old)].append(old)
        pairs = [(new, here[trait(new)].pop()) for new in open_news if here[trait(new)]]
        yield from pairs
        gone = {new.place for new, _ in pairs}, {old.place for _, old in pairs}
        open_news = [face for face in open_news if face.place not in gone[0]]
        open_olds = [face for face in open_olds if face.place not in gone[1]]
        if not (open_news and open_olds):
            return


def _closest(news: Sequence[Face], olds: Sequence[Face]) -> Iterator[Pair]:
    """The shortest gaps first, along one line of dates; linear but for the sorting."""
    line = sorted([(_order(face), True, face) for face in news], key=lambda spot: spot[0])
    line += [(_order(face), False, face) for face in olds]
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


def _days(one: Face, other: Face) -> int:
    return abs((other.date - one.date).days)
