"""Pairs events that stand between the same two neighbours, whatever day and title they have now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from syllabical.reconcile.face import Bucket, Face
from syllabical.reconcile.nearest import Pair

FARTHEST = timedelta(days=21)
"""Who has lost title, day and number has moved no farther."""

Run = list[Face]


def between(news: Sequence[Face], olds: Sequence[Face], found: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs where as many stood between two known events as stand between them now."""
    known: dict[Bucket, list[Pair]] = defaultdict(list)
    for new, old in found:
        if new.bucket == old.bucket:
            known[old.bucket].append((new, old))
    open_news, open_olds = _by_bucket(news), _by_bucket(olds)
    for bucket in sorted(open_news.keys() & open_olds.keys() & known.keys()):
        pairs = known[bucket]
        partners = {old.place: new.place for new, old in pairs}
        runs = _runs([new for new, _ in pairs], open_news[bucket])
        for (before, after), run in _runs([old for _, old in pairs], open_olds[bucket]).items():
            yield from _fitting(runs.get((partners[before], partners[after]), []), run)


def _runs(known: Iterable[Face], still_open: Sequence[Face]) -> dict[tuple[int, int], Run]:
    """The open events between two known ones, by the places of these."""
    line = [(face, True) for face in known] + [(face, False) for face in still_open]
    line.sort(key=lambda spot: (spot[0].date, spot[0].number, spot[0].place))
    runs: dict[tuple[int, int], Run] = {}
    before: int | None = None
    run: Run = []
    for face, is_known in line:
        if not is_known:
            run.append(face)
            continue
        if run and before is not None:
            runs[before, face.place] = run
        before, run = face.place, []
    return runs


def _fitting(news: Sequence[Face], olds: Sequence[Face]) -> Iterator[Pair]:
    if len(news) != len(olds):
        return
    for new, old in zip(news, olds, strict=True):
        near = abs(new.date - old.date) <= FARTHEST
        if near and new.kind is old.kind and not (new.id and old.id):
            yield new, old


def _by_bucket(faces: Iterable[Face]) -> dict[Bucket, list[Face]]:
    buckets: dict[Bucket, list[Face]] = defaultdict(list)
    for face in faces:
        buckets[face.bucket].append(face)
    return buckets
