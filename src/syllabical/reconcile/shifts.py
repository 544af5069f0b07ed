"""Finds the events that moved along with their neighbours, whatever they are called now."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from syllabical.reconcile.face import Bucket, Face
from syllabical.reconcile.nearest import Pair

UNMOVED = timedelta()


def shifted(news: Sequence[Face], olds: Sequence[Face], found: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs where the events before and after moved by the same number of days, and so did it."""
    moves = _moves(found)
    waiting: dict[tuple[Bucket, date], list[Face]] = defaultdict(list)
    for new in news:
        waiting[new.bucket, new.date].append(new)
    for old in sorted(olds, key=lambda face: (face.date, face.number, face.place)):
        shift = _shift(moves.get(old.bucket, []), old.date)
        if shift and (here := waiting.get((old.bucket, old.date + shift))):
            new = next((face for face in here if face.kind is old.kind), here[0])
            if not (new.id and old.id):
                here.remove(new)
                yield new, old


def shifted_namesakes(
    news: Sequence[Face], olds: Sequence[Face], found: Sequence[Pair]
) -> Iterator[Pair]:
    """Pairs of events of one title, where every one of them moved as its neighbours did."""
    moves = _moves(found)
    groups: dict[tuple[Bucket, str], list[Face]] = defaultdict(list)
    for new in news:
        groups[new.bucket, new.title].append(new)
    namesakes: dict[tuple[Bucket, str], list[Face]] = defaultdict(list)
    for old in olds:
        namesakes[old.bucket, old.title].append(old)
    for called, group in namesakes.items():
        nearby = moves.get(called[0], [])
        shifts = {shift for old in group for shift in _around(nearby, old.date)} - {UNMOVED}
        landed = (_landed(group, shift, groups.get(called, ())) for shift in sorted(shifts))
        if called[1]:
            yield from next(filter(None, landed), ())


def _landed(olds: Sequence[Face], shift: timedelta, news: Sequence[Face]) -> list[Pair]:
    """Each event and the one where it must have landed; none unless each has one of its own."""
    by_date = {new.date: new for new in news}
    pairs = [(by_date[old.date + shift], old) for old in olds if old.date + shift in by_date]
    alone = len(by_date) == len(news) and len({new.place for new, _ in pairs}) == len(olds)
    return pairs if alone and not any(new.id and old.id for new, old in pairs) else []


def _moves(found: Sequence[Pair]) -> dict[Bucket, list[tuple[date, timedelta]]]:
    moves: dict[Bucket, list[tuple[date, timedelta]]] = defaultdict(list)
    for new, old in found:
        moves[old.bucket].append((old.date, new.date - old.date))
    return {bucket: sorted(some) for bucket, some in moves.items()}


def _shift(moves: Sequence[tuple[date, timedelta]], day: date) -> timedelta:
    """How far the neighbours of a day moved; nothing where they do not agree."""
    around = _around(moves, day)
    return around.pop() if len(around) == 1 else UNMOVED


def _around(moves: Sequence[tuple[date, timedelta]], day: date) -> set[timedelta]:
    """How far the neighbours of a day moved, before it and after."""
    here = bisect_left(moves, (day, timedelta.min))
    return {shift for _, shift in moves[max(0, here - 1) : here + 1]}
