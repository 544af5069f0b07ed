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
