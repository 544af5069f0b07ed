from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from syllabical.check.timeline import heaviest_rising


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3)), max_size=9))
def test_no_rising_part_is_heavier(pairs: list[tuple[int, int]]) -> None:
    values, weights = [value for value, _ in pairs], [weight for _, weight in pairs]
    positions = range(len(pairs))
    every = (part for size in range(len(pairs) + 1) for part in combinations(positions, size))
    heaviest = max(
        sum(weights[position] for position in part)
        for part in every
        if all(values[one] < values[other] for one, other in pairwise(part))
    )

    kept = heaviest_rising(values, weights)

    assert sum(weights[position] for position in kept) == heaviest
    assert all(values[one] < values[other] for one, other in pairwise(kept))
