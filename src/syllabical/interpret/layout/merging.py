"""Weeks of several tables as one syllabus, in the order of the term."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from syllabical.interpret.language import folding
from syllabical.model.syllabus import Entry, Kind, Week

_EXTRA = frozenset({Kind.HOMEWORK_DUE, Kind.HOMEWORK_RELEASE, Kind.EXAM, Kind.PRESENTATION})


def merged(parts: Sequence[list[Week]]) -> list[Week]:
    """Parts that follow one another stay as they are; parallel ones are laid into each other."""
    parts = [part for part in parts if part]
    if not parts:
        return []
    told = parts[0]
    for part in parts[1:]:
        told = _laid(told, part) if _is_parallel(told, part) else [*told, *part]
    return told


def _is_parallel(above: list[Week], below: list[Week]) -> bool:
    """Whether half of each lies within the days of the other."""
    first, last = min(week.date for week in below), max(week.date for week in above)
    early = sum(week.date < last for week in below)
    late = sum(week.date > first for week in above)
    return early * 2 >= len(below) and late * 2 >= len(above)


def _laid(first: list[Week], second: list[Week]) -> list[Week]:
    """Two lists as one by date, each in its own order."""
    found, at = [], 0
    for week in first:
        while at < len(second) and second[at].date < week.date:
            found.append(second[at])
            at += 1
        found.append(week)
    return [*found, *second[at:]]


def added(weeks: list[Week], more: Iterable[Week]) -> list[Week]:
    """The weeks with the homework and exams of another table that they do not have yet."""
    known = {(e.kind, e.date) for w in weeks for e in w.entries}
    named = {_name(e) for w in weeks for e in w.entries}
    fresh: list[Week] = []
    for week in more:
        kept = tuple(e for e in week.entries if e.kind in _EXTRA and _is_new(e, known, named))
        if kept:
            fresh.append(replace(week, entries=kept, number=None))
    fresh.sort(key=lambda week: week.date)
    return _laid(weeks, fresh)


def _is_new(entry: Entry, known: set[tuple[Kind, dt.date]], named: set[tuple[object, ...]]) -> bool:
    if entry.kind in (Kind.EXAM, Kind.PRESENTATION):
        return (entry.kind, entry.date) not in known
    return _name(entry) not in named


def _name(entry: Entry) -> tuple[object, ...]:
    said = tuple(
        word.text for word in folding.words(entry.title) if word.text not in ("due", "out")
    )
    return (entry.kind, entry.date, entry.number or said)
