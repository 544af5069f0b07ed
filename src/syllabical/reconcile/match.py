"""Which new event is which old edition: the surest evidence first, for all events at once.

An author's `id`; the same title; a title like it, not far away; the day on which an event between
two that moved together must have landed; the same day; the same neighbours; the same number; of
what repeats every week, the hours and the place.
Whatever one kind of evidence settles, the weaker ones never see.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from syllabical.reconcile.face import Face
from syllabical.reconcile.nearest import Pair, nearest
from syllabical.reconcile.neighbours import between, former_names, shifted, shifted_namesakes
from syllabical.reconcile.similar import alike

Key = Callable[[Face], Hashable | None]


def matched(news: Sequence[Face], olds: Sequence[Face]) -> dict[int, int]:
    """The position of the old edition by the position of the new event that it is."""
    names = former_names(news, [old for old in olds if old.live])
    open_news = [face.within(names.get(face.track, face.track)) for face in news]
    open_olds = list(olds)
    found: list[Pair] = []
    for evidence in EVIDENCE:
        found += evidence(open_news, open_olds, found)
        taken_news = {new.place for new, _ in found}
        taken_olds = {old.place for _, old in found}
        open_news = [face for face in open_news if face.place not in taken_news]
        open_olds = [face for face in open_olds if face.place not in taken_olds]
    return {new.place: old.place for new, old in found}


def _by_id(news: Sequence[Face], olds: Sequence[Face], _: Sequence[Pair]) -> list[Pair]:
    return list(_paired(news, olds, lambda face: (face.family, face.id) if face.id else None))


def _by_title_alone(news: Sequence[Face], olds: Sequence[Face], _: Sequence[Pair]) -> list[Pair]:
    """Those whose title nobody else has, before or now: they show how far the others moved."""
    ours, theirs = _grouped(news, _bucket_and_title), _grouped(_live(olds), _bucket_and_title)
    alone = [
        said for said in ours.keys() & theirs.keys() if len(ours[said]) == len(theirs[said]) == 1
    ]
    return [pair for said in alone for pair in _apart(ours[said], theirs[said])]


def _by_title_and_shift(
    news: Sequence[Face], olds: Sequence[Face], found: Sequence[Pair]
) -> list[Pair]:
    return list(shifted_namesakes(news, _live(olds), found))


def _by_title(news: Sequence[Face], olds: Sequence[Face], _: Sequence[Pair]) -> list[Pair]:
    return list(_paired(news, _live(olds), _bucket_and_title))


def _by_title_of_old(news: Sequence[Face], olds: Sequence[Face], _: Sequence[Pair]) -> list[Pair]:
    return list(_paired(news, olds, _bucket_and_title))


def _by_likeness(news: Sequence[Face], olds: Sequence[Face], _: Sequence[Pair]) -> list[Pair]:
    return list(_each_bucket(news, _live(olds), alike))


def _by_shift(news: Sequence[Face], olds: Sequence[Face], found: Sequence[Pair]) -> list[Pair]:
    return list(shifted(news, _live(olds), found))


def _by_date(news: Sequence[Face], olds: Sequence[Face], _: Sequence[Pair]) -> list[Pair]:
    return list(_paired(news, _live(olds), lambda face: (face.bucket, face.date)))


def _by_place(news: Sequence[Face], olds: Sequence[Face], found: Sequence[Pair]) -> list[Pair]:
    return list(between(news, _live(olds), found))


def _by_number(news: Sequence[Face], olds: Sequence[Face], _: Sequence[Pair]) -> list[Pair]:
    return list(
        _paired(
            news,
            _live(olds),
            lambda face: (face.bucket, face.kind, face.number) if face.number else None,
        )
    )


def _by_weekly_hours(news: Sequence[Face], olds: Sequence[Face], _: Sequence[Pair]) -> list[Pair]:
    """What happens every week, renamed: its title is all that its track is called by."""
    return list(
        _paired(
            news,
            _live(olds),
            lambda face: (face.date, *face.rest[:2]) if face.family == "weekly" else None,
        )
    )


def _elsewhere(news: Sequence[Face], olds: Sequence[Face], _: Sequence[Pair]) -> list[Pair]:
    """The same title on the same day in another track or group: a column was split or joined."""
    return list(_paired(news, olds, _date_and_title))


def _date_and_title(face: Face) -> Hashable:
    return (face.family if face.title else face.bucket), face.date, face.title


def _by_lack_of_title(news: Sequence[Face], olds: Sequence[Face], _: Sequence[Pair]) -> list[Pair]:
    """What is still to be announced, moved."""
    return list(
        _paired(news, _live(olds), lambda face: None if face.title else (face.bucket, face.kind))
    )


def _bucket_and_title(face: Face) -> Hashable | None:
    return (face.bucket, face.title) if face.title else None


def _live(faces: Iterable[Face]) -> list[Face]:
    return [face for face in faces if face.live]


def _paired(news: Iterable[Face], olds: Iterable[Face], key: Key) -> Iterator[Pair]:
    """The nearest of those that agree in a key."""
    groups = _grouped(olds, key)
    for said, group in _grouped(news, key).items():
        if others := groups.get(said):
            yield from _apart(group, others)


def _apart(news: Sequence[Face], olds: Sequence[Face]) -> Iterator[Pair]:
    """Nearest pairs, without any whose author named both, and named them differently."""
    for new, old in nearest(news, olds):
        if not (new.id and old.id) or new.id == old.id:
            yield new, old


def _each_bucket(
    news: Iterable[Face],
    olds: Iterable[Face],
    pairs: Callable[[Sequence[Face], Sequence[Face]], Iterable[Pair]],
) -> Iterator[Pair]:
    groups = _grouped(olds, lambda face: face.bucket)
    for bucket, group in _grouped(news, lambda face: face.bucket).items():
        if others := groups.get(bucket):
            yield from pairs(group, others)


def _grouped(faces: Iterable[Face], key: Key) -> dict[Hashable, list[Face]]:
    groups: dict[Hashable, list[Face]] = defaultdict(list)
    for face in faces:
        if (said := key(face)) is not None:
            groups[said].append(face)
    return groups


EVIDENCE = (
    _by_id,
    _by_title_alone,
    _by_title_and_shift,
    _by_title,
    _by_title_of_old,
    _by_likeness,
    _by_shift,
    _by_date,
    _by_place,
    _by_number,
    _by_lack_of_title,
    _elsewhere,
    _by_weekly_hours,
)
