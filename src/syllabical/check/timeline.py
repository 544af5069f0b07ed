"""The dated rows in time: the usual weekdays and steps, and which dates can be believed.

Of each table the longest part whose dates rise is believed; what is left out of it, and a first
or last row months away from the others, is in doubt.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from syllabical.check.corrections import Correction, Gap, Rhythm, correction
from syllabical.check.handwriting import Handwriting, is_padded, month_names
from syllabical.model.syllabus import Kind, Syllabus, Week

_FAR = 90
"""Days from its neighbour at which a first or last row lies outside the term."""

_FAR_EXAM = 150
"""The same for an exam, which may be months after the last class."""

_FEWEST = 4
"""Rows that show a rhythm, or an end that is far away."""

_TWICE, _PER_CENT = 2, 15
_IN_ORDER, _ON_RHYTHM = 16, 17

_SECTION = 4
"""Rows in order that make a section, and rows above them that they go back behind."""

_YEAR = 365
_MONTHS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulRow:
    """A row whose date cannot be believed, between two whose dates can."""

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
    """The rows of one table that write a date of their own."""

    weeks: tuple[Week, ...]
    """All of them, in the page's order."""

    believed: tuple[Week, ...]
    """Those whose dates rise."""

    doubtful: tuple[DoubtfulRow, ...]
    """The others, as far as they are mistaken."""

    unsure: frozenset[int]
    """The identities of believed rows beside which a row is in doubt, or has the same date."""

    rhythm: Rhythm
    handwriting: Handwriting

    def gap_around(self, number: int) -> Gap:
        """The dates between which a believed row stands, by its position among them."""
        above = self.believed[number - 1].date if number else None
        below = self.believed[number + 1 : number + 2]
        return Gap(after=above, before=below[0].date if below else None)


def timelines(syllabus: Syllabus) -> tuple[Timeline, ...]:
    """The rows of each table of a syllabus in time."""
    order = syllabus.reading.order if syllabus.reading else "none"
    return tuple(_timeline(weeks, order) for weeks in _sections(_with_own_date(syllabus.weeks)))


def _with_own_date(weeks: Sequence[Week]) -> tuple[Week, ...]:
    """The rows whose date is written on them; a row may continue the one above."""
    own: list[Week] = []
    for week in weeks:
        if week.date_at.text.strip() and not (own and own[-1].date_at == week.date_at):
            own.append(week)
    return tuple(own)


def _sections(weeks: Sequence[Week]) -> tuple[tuple[Week, ...], ...]:
    """The rows, divided where several in order go back behind several in order.

    So begins a table of deadlines after the one of classes.
    """
    starts = [0]
    for position in range(_SECTION, len(weeks)):
        if position - starts[-1] >= _SECTION and _begins_anew(weeks, position):
            starts.append(position)
    ends = [*starts[1:], len(weeks)]
    return tuple(
        tuple(weeks[start:end]) for start, end in zip(starts, ends, strict=True) if start < end
    )


def _begins_anew(weeks: Sequence[Week], position: int) -> bool:
    """Whether a row and the next ones rise, all of them below the last ones above."""
    above = [week.date for week in weeks[position - _SECTION : position]]
    here = [week.date for week in weeks[position : position + _SECTION]]
    if len(here) < _SECTION or here != sorted(here):
        return False
    # A January that kept the old year's number goes on with the rows above it.
    goes_on = 0 <= (here[0] - above[-1]).days + _YEAR <= _MONTHS
    below = sum(here[0] < date for date in above) >= _SECTION - 1
    return below and here[-1] < above[-1] and not goes_on


def _timeline(weeks: tuple[Week, ...], order: str) -> Timeline:
    ordered = [weeks[position] for position in _in_order(weeks, frozenset())]
    weekdays = _usual_weekdays(ordered)
    kept = _in_order(weeks, weekdays)
    outside = _outside(weeks, kept)
    believed = [position for position in kept if position not in outside]
    rhythm = Rhythm(
        weekdays=weekdays, steps=_usual_steps([weeks[position].date for position in believed])
    )
    handwriting = Handwriting(order=order, padded=is_padded(weeks), months=month_names(weeks))
    doubtful = _doubtful(weeks, believed, outside, rhythm, handwriting)
    return Timeline(
        weeks=weeks,
        believed=tuple(weeks[position] for position in believed),
        doubtful=_mistaken(doubtful, weeks),
        unsure=_unsure(weeks, believed),
        rhythm=rhythm,
        handwriting=handwriting,
    )


def _in_order(weeks: Sequence[Week], weekdays: frozenset[int]) -> list[int]:
    """The positions of the rows that are in order; rows that share a date stand together.

    Of two ways to put the rows in order, the one with more rows on these weekdays.
    """
    nodes: list[list[int]] = []
    for position, week in enumerate(weeks):
        if nodes and weeks[nodes[-1][0]].date == week.date:
            nodes[-1].append(position)
        else:
            nodes.append([position])
    dates = [weeks[node[0]].date for node in nodes]
    weights = [_ON_RHYTHM if date.weekday() in weekdays else _IN_ORDER for date in dates]
    chosen = heaviest_rising([date.toordinal() for date in dates], weights)
    return [position for number in chosen for position in nodes[number]]


def heaviest_rising(values: Sequence[int], weights: Sequence[int]) -> tuple[int, ...]:
    """The positions of the heaviest strictly rising subsequence; of two equal ones, the earlier.

    With all weights equal, this is the longest one.
    """
    if all(value < later for value, later in pairwise(values)):
        return tuple(range(len(values)))
    ranks = {value: rank for rank, value in enumerate(sorted(set(values)), 1)}
    best = [(0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for position, (value, weight) in enumerate(zip(values, weights, strict=True)):
        total, last = _heaviest_up_to(best, ranks[value] - 1)
        before.append(last)
        _keep(best, ranks[value], (total + weight, position))
    _, position = _heaviest_up_to(best, len(ranks))
    kept: list[int] = []
    while position >= 0:
        kept.append(position)
        position = before[position]
    return tuple(reversed(kept))


def _heaviest_up_to(best: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    """The heaviest subsequence that ends at a rank or below; `best` is a Fenwick tree."""
    found = (0, -1)
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank -= rank & -rank
    return found


def _keep(best: list[tuple[int, int]], rank: int, ending: tuple[int, int]) -> None:
    while rank < len(best):
        if ending[0] > best[rank][0]:
            best[rank] = ending
        rank += rank & -rank


def _usual_weekdays(weeks: Sequence[Week]) -> frozenset[int]:
    """The weekdays on which the course usually meets; none where it has no rhythm."""
    days = Counter(date.weekday() for date in {week.date for week in weeks})
    total = days.total()
    usual = frozenset(day for day, count in days.items() if _is_usual(count, total))
    covered = sum(days[day] for day in usual)
    return usual if total >= _FEWEST and covered * 4 >= total * 3 else frozenset()


def _usual_steps(dates: Sequence[dt.date]) -> frozenset[int]:
    """The usual numbers of days from one meeting to the next."""
    steps = Counter((later - earlier).days for earlier, later in pairwise(dates) if later > earlier)
    return frozenset(step for step, count in steps.items() if _is_usual(count, steps.total()))


def _is_usual(count: int, total: int) -> bool:
    """Whether something happens more than once, and not only now and then."""
    return count >= _TWICE and count * 100 >= _PER_CENT * total


def _outside(weeks: Sequence[Week], kept: Sequence[int]) -> frozenset[int]:
    """The first and the last row where they lie far from all the others."""
    if len(kept) <= _FEWEST:
        return frozenset()
    ends = ((kept[0], kept[1]), (kept[-1], kept[-2]))
    return frozenset(end for end, other in ends if _is_far(weeks[end], weeks[other]))


def _is_far(week: Week, other: Week) -> bool:
    exam = any(entry.kind is Kind.EXAM for entry in week.entries)
    return abs((week.date - other.date).days) > (_FAR_EXAM if exam else _FAR)


def _doubtful(
    weeks: Sequence[Week],
    believed: Sequence[int],
    outside: frozenset[int],
    rhythm: Rhythm,
    handwriting: Handwriting,
) -> list[DoubtfulRow]:
    """The rows between the believed ones, each with its correction where there is one."""
    doubtful: list[DoubtfulRow] = []
    below_at = iter(believed)
    below = next(below_at, None)
    above: int | None = None
    earliest: dt.date | None = None
    for position, week in enumerate(weeks):
        if position == below:
            above, earliest, below = position, week.date, next(below_at, None)
            continue
        gap = Gap(after=earliest, before=None if below is None else weeks[below].date)
        meant = correction(week, gap, rhythm, handwriting)
        doubtful.append(
            DoubtfulRow(
                week=week,
                above=None if above is None else weeks[above],
                below=None if below is None else weeks[below],
                adjacent=(above == position - 1, below == position + 1),
                outside=position in outside,
                correction=meant,
            )
        )
        earliest = meant.date if meant else earliest
    return doubtful


def _mistaken(doubtful: Sequence[DoubtfulRow], weeks: Sequence[Week]) -> tuple[DoubtfulRow, ...]:
    """All of them; where a page does not keep its rows in order, those surely mistaken.

    A row that has date and number of another one goes on about it, and is not mistaken.
    """
    ordered = len(doubtful) <= max(2, len(weeks) // 6)
    rows = Counter((week.date, week.number) for week in weeks if week.number is not None)
    again = {row for row, count in rows.items() if count > 1}
    return tuple(
        row
        for row in doubtful
        if (row.correction and row.correction.sure)
        or (ordered and (row.week.date, row.week.number) not in again)
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
