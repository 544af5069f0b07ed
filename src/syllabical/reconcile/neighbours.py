"""Pairs events that stand between the same two neighbours, whatever day and title they have now."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from syllabical.reconcile.face import Bucket, Face, folded, similarity
from syllabical.reconcile.nearest import Pair

FARTHEST = timedelta(days=21)
"""Who has lost title, day and number has moved no farther."""

Run = list[Face]


UNMOVED = timedelta()
ENOUGH_TITLES = 0.3
ALIKE = 0.6


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


def former_names(news: Sequence[Face], olds: Sequence[Face]) -> Mapping[str, str]:
    """The name in the feed of every track of the page whose own name the feed does not know.

    A track that vanished is taken for one that appeared where enough of their titles agree, or
    at least their names; the best fit first, each only once.
    """
    ours, theirs = _titles(news), _titles(olds)
    appeared, vanished = sorted(ours.keys() - theirs), sorted(theirs.keys() - ours)
    fits = sorted(
        (-fit, track, former)
        for track in appeared
        for former in vanished
        if (fit := _fit(track, ours[track], former, theirs[former]))
    )
    names: dict[str, str] = {}
    for _, track, former in fits:
        if track not in names and former not in names.values():
            names[track] = former
    return names


def _titles(faces: Iterable[Face]) -> dict[str, Counter[tuple[str, str]]]:
    titles: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for face in faces:
        titles[face.track][face.family, face.title] += 1
    return titles


def _fit(
    track: str, titles: Counter[tuple[str, str]], former: str, others: Counter[tuple[str, str]]
) -> float:
    shared = sum((titles & others).values()) / min(titles.total(), others.total())
    names = similarity(folded(track), folded(former))
    return (shared + names / 2) if shared >= ENOUGH_TITLES or names >= ALIKE else 0.0
