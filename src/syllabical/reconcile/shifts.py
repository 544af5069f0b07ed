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
        shifts = [_shift(moves.get(called[0], []), old.date) for old in group]
        if called[1] and any(shifts):
            yield from _landed(group, shifts, groups.get(called, ()))


def _landed(
    olds: Sequence[Face], shifts: Sequence[timedelta], news: Sequence[Face]
) -> Iterator[Pair]:
    """Each event and the one where it must have landed; none unless each has one of its own."""
    by_date = {new.date: new for new in news}
    found = [by_date.get(old.date + shift) for old, shift in zip(olds, shifts, strict=True)]
    pairs = [(new, old) for new, old in zip(found, olds, strict=True) if new]
    alone = len(by_date) == len(news) and len({new.place for new, _ in pairs}) == len(olds)
    if alone and not any(new.id and old.id for new, old in pairs):
        yield from pairs


def _moves(found: Sequence[Pair]) -> dict[Bucket, list[tuple[date, timedelta]]]:
    moves: dict[Bucket, list[tuple[date, timedelta]]] = defaultdict(list)
    for new, old in found:
        moves[old.bucket].append((old.date, new.date - old.date))
    return {bucket: sorted(some) for bucket, some in moves.items()}


def _shift(moves: Sequence[tuple[date, timedelta]], day: date) -> timedelta:
    """How far the neighbours of a day moved; nothing where they do not agree."""
    here = bisect_left(moves, (day, timedelta.min))
    around = {shift for _, shift in moves[max(0, here - 1) : here + 1]}
    return around.pop() if len(around) == 1 else UNMOVED
