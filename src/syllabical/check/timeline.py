"""The dated rows side by side: their rhythm, and which of them can be believed."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from syllabical.check.corrections import Correction, Gap, Rhythm, correction
from syllabical.check.handwriting import Handwriting, is_padded, month_names
from syllabical.check.rising import rising
from syllabical.check.sections import sections
from syllabical.model.syllabus import Kind, Syllabus, Week

FAR = 90
"""Days from its neighbour at which a first or last row lies outside the term."""

_FAR_EXAM = 150
_FEWEST = 4
_TWICE, _PER_CENT = 2, 15
_IN_ORDER, _ON_RHYTHM = 16, 17


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row whose date cannot be believed, between two that can."""

    week: Week
    above: Week | None
    below: Week | None
    adjacent: tuple[bool, bool]
    """Whether these are the very rows above and below it."""

    outside: bool
    """Whether it is in order, only far away."""

    correction: Correction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The rows that write a date of their own."""

    weeks: tuple[Week, ...]
    believed: tuple[Week, ...]
    """Those in order, in order."""

    rhythm: Rhythm
    doubts: tuple[Doubt, ...]
    unsure: frozenset[int]
    """The identities of believed rows beside which a row is in doubt, or has the same date."""


def timelines(syllabus: Syllabus) -> tuple[Timeline, ...]:
    """The rows of each table of a syllabus in time."""
    order = syllabus.reading.order if syllabus.reading else "none"
    return tuple(_timeline(weeks, order) for weeks in sections(_own(syllabus.weeks)))


def _timeline(weeks: tuple[Week, ...], order: str) -> Timeline:
    ordered = [weeks[position] for position in _kept(weeks, frozenset())]
    weekdays = _weekdays(ordered)
    kept = _kept(weeks, weekdays)
    outside = _outside(weeks, kept)
    believed = [position for position in kept if position not in outside]
    rhythm = Rhythm(
        weekdays=weekdays,
        steps=_steps([weeks[position].date for position in believed]),
        hand=Handwriting(order=order, padded=is_padded(weeks), months=month_names(weeks)),
    )
    doubts = _doubts(weeks, believed, outside, rhythm)
    return Timeline(
        weeks=weeks,
        believed=tuple(weeks[position] for position in believed),
        rhythm=rhythm,
        doubts=doubts,
        unsure=_unsure(weeks, believed),
    )


def _unsure(weeks: Sequence[Week], believed: Sequence[int]) -> frozenset[int]:
    """Which believed rows stand beside a doubtful one, or one of the same date."""
    kept = set(believed)
    beside = ((position, other) for position in believed for other in (position - 1, position + 1))
    return frozenset(
        id(weeks[position])
        for position, other in beside
        if 0 <= other < len(weeks)
        and (other not in kept or weeks[other].date == weeks[position].date)
    )


def _own(weeks: Sequence[Week]) -> tuple[Week, ...]:
    """The rows whose date is written on them; a row may continue the one above."""
    own: list[Week] = []
    for week in weeks:
        if week.date_at.text.strip() and not (own and own[-1].date_at == week.date_at):
            own.append(week)
    return tuple(own)


def _weekdays(weeks: Sequence[Week]) -> frozenset[int]:
    """The weekdays on which the course usually meets; none where it has no rhythm."""
    days = Counter(date.weekday() for date in {week.date for week in weeks})
    total = days.total()
    usual = frozenset(day for day, count in days.items() if _is_usual(count, total))
    covered = sum(days[day] for day in usual)
    return usual if total >= _FEWEST and covered * 4 >= total * 3 else frozenset()


def _steps(dates: Sequence[dt.date]) -> frozenset[int]:
    """The usual numbers of days from one meeting to the next."""
    steps = Counter((later - earlier).days for earlier, later in pairwise(dates) if later > earlier)
    return frozenset(step for step, count in steps.items() if _is_usual(count, steps.total()))


def _is_usual(count: int, total: int) -> bool:
    """Whether something happens more than once, and not only now and then."""
    return count >= _TWICE and count * 100 >= _PER_CENT * total


def _kept(weeks: Sequence[Week], weekdays: frozenset[int]) -> list[int]:
    """The positions of the rows that are in order; rows that share a date stand together."""
    nodes: list[list[int]] = []
    for position, week in enumerate(weeks):
        if nodes and weeks[nodes[-1][0]].date == week.date:
            nodes[-1].append(position)
        else:
            nodes.append([position])
    dates = [weeks[node[0]].date for node in nodes]
    weights = [_ON_RHYTHM if date.weekday() in weekdays else _IN_ORDER for date in dates]
    chosen = rising([date.toordinal() for date in dates], weights)
    return [position for number in chosen for position in nodes[number]]


def _outside(weeks: Sequence[Week], kept: Sequence[int]) -> frozenset[int]:
    """The first and the last row where they lie far from all the others."""
    if len(kept) <= _FEWEST:
        return frozenset()
    ends = ((kept[0], kept[1]), (kept[-1], kept[-2]))
    return frozenset(end for end, other in ends if _is_far(weeks[end], weeks[other]))


def _is_far(week: Week, other: Week) -> bool:
    exam = any(entry.kind is Kind.EXAM for entry in week.entries)
    return abs((week.date - other.date).days) > (_FAR_EXAM if exam else FAR)


def _doubts(
    weeks: Sequence[Week], believed: Sequence[int], outside: frozenset[int], rhythm: Rhythm
) -> tuple[Doubt, ...]:
    """The rows between the believed ones, each with its correction where there is one."""
    doubts: list[Doubt] = []
    below_at = iter(believed)
    below = next(below_at, None)
    above: int | None = None
    earliest: dt.date | None = None
    for position, week in enumerate(weeks):
        if position == below:
            above, earliest, below = position, week.date, next(below_at, None)
            continue
        gap = Gap(after=earliest, before=None if below is None else weeks[below].date)
        corrected = correction(week, gap, rhythm)
        doubts.append(
            Doubt(
                week=week,
                above=None if above is None else weeks[above],
                below=None if below is None else weeks[below],
                adjacent=(above == position - 1, below == position + 1),
                outside=position in outside,
                correction=corrected,
            )
        )
        earliest = corrected.date if corrected else earliest
    return _told(doubts, weeks)


def _told(doubts: Sequence[Doubt], weeks: Sequence[Week]) -> tuple[Doubt, ...]:
    """All of them; where a page does not keep its rows in order, those surely mistaken.

    A row that has date and number of another one goes on about it, and is not mistaken.
    """
    ordered = len(doubts) <= max(2, len(weeks) // 6)
    rows = Counter((week.date, week.number) for week in weeks if week.number is not None)
    again = {row for row, count in rows.items() if count > 1}
    return tuple(
        doubt
        for doubt in doubts
        if (doubt.correction and doubt.correction.sure)
        or (ordered and (doubt.week.date, doubt.week.number) not in again)
    )
