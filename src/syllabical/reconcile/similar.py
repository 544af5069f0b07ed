"""Titles that are like one another: events that were renamed, and tracks that were."""

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from syllabical.reconcile.nearest import Pair
from syllabical.reconcile.profile import Profile, folded

_Order = tuple[dt.date, str, str, int]
_Fit = tuple[float, int, _Order, _Order]

_AROUND = 8
"""How many events before and after a day are compared: a term may change, the work stays linear."""

_A_DAY_APART = 0.03
_AT_MOST_APART = 0.3
_ALIKE = 0.5

_ENOUGH_TITLES = 0.3
_ALIKE_TRACKS = 0.6

_NUMERAL = re.compile(r"\d+|[ivx]+")
_SHORT = 2
_LONG = 6


def with_similar_titles(news: Sequence[Profile], olds: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs whose titles are alike and whose days are not far apart.

    The pairs most alike come first; what is equally alike, by date.
    """
    line = sorted((new for new in news if new.title), key=_order)
    dates = [new.date for new in line]
    fits: list[_Fit] = []
    for old in (old for old in olds if old.title):
        here = bisect_left(dates, old.date)
        near = line[max(0, here - _AROUND) : here + _AROUND]
        fits += [fit for new in near if -(fit := _fit(new, old))[0] >= _ALIKE]
    yield from _best_fits(sorted(fits), news, olds)


def _order(profile: Profile) -> _Order:
    return profile.date, profile.number, profile.title, profile.position


def _fit(new: Profile, old: Profile) -> _Fit:
    """How alike the titles are, less the more days lie between; the best is the least."""
    days = abs((new.date - old.date).days)
    alike = 0.0 if new.id and old.id else similarity(new.title, old.title)
    apart = min(_A_DAY_APART * days, _AT_MOST_APART)
    return round(apart - alike, 6), days, _order(old), _order(new)


def _best_fits(
    fits: Sequence[_Fit], news: Sequence[Profile], olds: Sequence[Profile]
) -> Iterator[Pair]:
    """Each event in its best fit that is still to be had."""
    open_news = {new.position: new for new in news}
    open_olds = {old.position: old for old in olds}
    for _, _, (*_, old), (*_, new) in fits:
        if new in open_news and old in open_olds:
            yield open_news.pop(new), open_olds.pop(old)


def former_tracks(news: Sequence[Profile], olds: Sequence[Profile]) -> Mapping[str, str]:
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
        if (fit := _track_fit(track, ours[track], former, theirs[former]))
    )
    names: dict[str, str] = {}
    for _, track, former in fits:
        if track not in names and former not in names.values():
            names[track] = former
    return names


def _titles(profiles: Iterable[Profile]) -> dict[str, Counter[tuple[str, str]]]:
    titles: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for profile in profiles:
        titles[profile.track][profile.family, profile.title] += 1
    return titles


def _track_fit(
    track: str, titles: Counter[tuple[str, str]], former: str, others: Counter[tuple[str, str]]
) -> float:
    shared = sum((titles & others).values()) / min(titles.total(), others.total())
    names = similarity(folded(track), folded(former))
    return (shared + names / 2) if shared >= _ENOUGH_TITLES or names >= _ALIKE_TRACKS else 0.0


def similarity(title: str, other: str) -> float:
    """How alike two folded titles are, from 0 to 1: by words, by one within the other, by letters.

    Two that count differently (`Lab 1`, `Lab 7`) are half as alike as their words say.
    """
    ours, theirs = _words(title), _words(other)
    shared = _weight(ours & theirs)
    weights = _weight(ours), _weight(theirs)
    by_words = 2 * shared / (sum(weights) or 1)
    within = 0.9 * shared / (min(weights) or 1) if shared >= _SHORT + 1 else 0.0
    alike = max(by_words, within, _by_letters(title, other))
    return alike / 2 if _count_differently(ours, theirs) else alike


@lru_cache(maxsize=65536)
def _words(title: str) -> frozenset[str]:
    return frozenset(title.split())


def _weight(words: frozenset[str]) -> float:
    # Long words say more, and `I`, `of`, `3` next to nothing.
    return sum(0.5 if len(word) <= _SHORT else min(len(word), _LONG) for word in words)


def _by_letters(title: str, other: str) -> float:
    ours, theirs = _trigrams(title), _trigrams(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs) or 1)


@lru_cache(maxsize=65536)
def _trigrams(title: str) -> frozenset[str]:
    padded = f" {title} "
    return frozenset(padded[start : start + 3] for start in range(len(padded) - 2))


def _count_differently(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    numerals = {word for word in ours if _NUMERAL.fullmatch(word)}
    others = {word for word in theirs if _NUMERAL.fullmatch(word)}
    return bool(numerals) and bool(others) and not numerals & others
