"""Which track of the page was which track of the feed, when a header is renamed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from syllabical.reconcile.face import Face
from syllabical.reconcile.titles import folded, similarity

ENOUGH_TITLES = 0.3
ALIKE = 0.6


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
