"""Pairs events whose titles are like one another and whose days are not far apart."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from syllabical.reconcile.face import Face, similarity
from syllabical.reconcile.nearest import Pair

Order = tuple[dt.date, str, str, int]
Fit = tuple[float, int, Order, Order]

AROUND = 8
"""How many events before and after a day are compared: a term may change, the work stays linear."""

A_DAY_APART = 0.03
AT_MOST_APART = 0.3
ALIKE = 0.5


def alike(news: Sequence[Face], olds: Sequence[Face]) -> Iterator[Pair]:
    """The pairs most alike first; what is equally alike, by date."""
    line = sorted((face for face in news if face.title), key=_order)
    dates = [face.date for face in line]
    fits: list[Fit] = []
    for old in (face for face in olds if face.title):
        here = bisect_left(dates, old.date)
        near = line[max(0, here - AROUND) : here + AROUND]
        fits += [fit for new in near if -(fit := _fit(new, old))[0] >= ALIKE]
    yield from _taken(sorted(fits), news, olds)


def _order(face: Face) -> Order:
    return face.date, face.number, face.title, face.place


def _fit(new: Face, old: Face) -> Fit:
    """How alike the titles are, less the more days lie between; the best is the least."""
    days = abs((new.date - old.date).days)
    alike = 0.0 if new.id and old.id else similarity(new.title, old.title)
    return round(min(A_DAY_APART * days, AT_MOST_APART) - alike, 6), days, _order(old), _order(new)


def _taken(fits: Sequence[Fit], news: Sequence[Face], olds: Sequence[Face]) -> Iterator[Pair]:
    """Each event in its best fit that is still to be had."""
    open_news = {face.place: face for face in news}
    open_olds = {face.place: face for face in olds}
    for _, _, (*_, old), (*_, new) in fits:
        if new in open_news and old in open_olds:
            yield open_news.pop(new), open_olds.pop(old)
