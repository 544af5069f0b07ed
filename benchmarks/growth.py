"""How the time of a build grows with what it is given.

    python benchmarks/growth.py            sizes from 15 to 15,000
    python benchmarks/growth.py --quick    sizes from 15 to 1,500

One thing grows at a time, the rest stays small. Processor time of a first edition, and of one on
top of it, inside one process. The exponent tells how the time of the last step grew with its size:
1.0 is linear, 2.0 quadratic; below 1.0 something that does not grow still outweighs what does.
"""

import datetime as dt
import math
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import made_pages
from syllabical import compile_course

SIZES = (15, 150, 1_500, 15_000)
YEARS = (1, 4, 20, 100)
BEFORE, AFTER = dt.datetime(2025, 9, 1, tzinfo=dt.UTC), dt.datetime(2026, 2, 1, tzinfo=dt.UTC)
ENOUGH = 0.5
"""Seconds after which a build is not tried again: it is long enough to be measured once."""

TRIES = 3


def seconds(schedule: Path, now: dt.datetime, previous: bytes | None) -> tuple[float, bytes]:
    """The least processor time of a few compiles, and the feed."""
    least, spent = math.inf, 0.0
    for _ in range(TRIES):
        before = time.process_time()
        made = compile_course(schedule, now=now, previous=previous)
        took = time.process_time() - before
        least, spent = min(least, took), spent + took
        if not made.files:
            sys.exit(f"a made page was refused: {[str(said.message) for said in made.report]}")
        if spent > ENOUGH:
            break
    return least, next(iter(made.files.values()))


def both(page: str) -> tuple[float, float]:
    """Seconds of a first edition of a page, and of another on top of it."""
    with tempfile.TemporaryDirectory() as folder:
        schedule = made_pages.write(Path(folder), page)
        first, feed = seconds(schedule, BEFORE, None)
        return first, seconds(schedule, BEFORE, feed)[0]


def on_a_longer_feed(events: int) -> tuple[float, ...]:
    """Seconds of a build of fifteen rows on top of a feed of so many events, all past."""
    with tempfile.TemporaryDirectory() as folder:
        schedule = made_pages.write(Path(folder), made_pages.of_rows(events))
        feed = seconds(schedule, BEFORE, None)[1]
        made_pages.write(Path(folder), made_pages.of_rows(15))
        return (seconds(schedule, AFTER, feed)[0],)


GROWING: dict[str, tuple[Callable[[int], tuple[float, ...]], Sequence[int]]] = {
    "rows": (lambda size: both(made_pages.of_rows(size)), SIZES),
    "columns": (lambda size: both(made_pages.of_columns(size)), SIZES),
    "characters a cell": (lambda size: both(made_pages.of_cell_length(size)), SIZES),
    "tables": (lambda size: both(made_pages.of_tables(size)), SIZES),
    "events published": (on_a_longer_feed, SIZES),
    "years spanned": (lambda size: both(made_pages.of_years(size)), YEARS),
}


def exponent(sizes: Sequence[int], times: Sequence[float]) -> float:
    """How the time of the last step grew with the size."""
    [*_, (before, after)] = pairwise(zip(sizes, times, strict=True))
    return math.log(after[1] / before[1]) / math.log(after[0] / before[0])


def main() -> None:
    """Print a line for each thing that grows."""
    both(made_pages.of_rows(15))
    print(f"\n{'growth of':20}{'':15}{'seconds at these sizes':^48}  exponent (to reach: ≤ 1.05)")
    for what, (measure, sizes) in GROWING.items():
        tried = sizes[:-1] if "--quick" in sys.argv else sizes
        found = [measure(size) for size in tried]
        for kind, times in zip(("first", "on top of it"), zip(*found, strict=True), strict=False):
            named = kind if len(found[0]) > 1 else "on top of them"
            steps = "".join(f"{took:12.3f}" for took in times)
            print(f"{what:20}{named:15}{steps}{exponent(tried, times):10.2f}")
        print(f"{'':20}{'':15}" + "".join(f"{size:>12,}" for size in tried))


if __name__ == "__main__":
    main()
