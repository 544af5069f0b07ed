"""The longest rising part of a sequence: what is left out of it is out of order."""

from collections.abc import Sequence
from itertools import pairwise


def rising(values: Sequence[int], weights: Sequence[int]) -> tuple[int, ...]:
    """The positions of the heaviest strictly rising subsequence; the earlier one of two."""
    if all(value < later for value, later in pairwise(values)):
        return tuple(range(len(values)))
    ranks = {value: rank for rank, value in enumerate(sorted(set(values)), 1)}
    best = [(0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for position, (value, weight) in enumerate(zip(values, weights, strict=True)):
        total, last = _heaviest(best, ranks[value] - 1)
        before.append(last)
        _keep(best, ranks[value], (total + weight, position))
    _, position = _heaviest(best, len(ranks))
    kept: list[int] = []
    while position >= 0:
        kept.append(position)
        position = before[position]
    return tuple(reversed(kept))


def _heaviest(best: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    """The heaviest subsequence that ends at a rank or below; `best` is a Fenwick tree."""
    found = (0, -1)
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank -= rank & -rank
    return found


def _keep(best: list[tuple[int, int]], rank: int, ending: tuple[int, int]) -> None:
    while rank < len(best):
        if ending[0] > best[rank][0]:
            best[rank] = ending
        rank += rank & -rank
