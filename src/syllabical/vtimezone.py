"""STANDARD and DAYLIGHT of a VTIMEZONE (RFC 5545 §3.6.5), proved for all times of a feed.

Outlook reads one STANDARD and one DAYLIGHT, each with a yearly rule of a single BYDAY, and no more.
Real zones do not all keep to such rules, but they mostly do for as long as a course lasts. So a
pair of rules is looked for that is right for all times of the feed, and is tried on each of
them: what cannot be proved is not written, and the feed is in UTC instead.
"""

import calendar
import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product
from typing import Literal

from syllabical import timezones
from syllabical.timezones import Transition

_NONE = dt.timedelta()
_YEAR = dt.timedelta(days=366)
_SHORTEST = dt.timedelta(days=60)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FIRST_YEAR = 1970
_LAST_WEEK = -1
_WEEKS_IN_ALL_MONTHS = 4

LocalTime = tuple[dt.datetime, dt.timedelta]
"""A local time and its UTC offset."""


@dataclass(frozen=True, slots=True)
class Yearly:
    """A day of every year: the second Sunday of March, the last (-1) of October."""

    month: int
    week: int
    weekday: int

    def __str__(self) -> str:
        return f"FREQ=YEARLY;BYMONTH={self.month};BYDAY={self.by_day}"

    @property
    def by_day(self) -> str:
        """The BYDAY of its rule: `-1SU`."""
        return f"{self.week}{_WEEKDAYS[self.weekday]}"

    def date(self, year: int) -> dt.date:
        """The day in one year."""
        first, length = calendar.monthrange(year, self.month)
        day = 1 + (self.weekday - first) % 7
        if self.week == _LAST_WEEK:
            return dt.date(year, self.month, day + (length - day) // 7 * 7)
        return dt.date(year, self.month, day + 7 * (self.week - 1))


@dataclass(frozen=True, slots=True)
class Observance:
    """One STANDARD or DAYLIGHT of a VTIMEZONE."""

    kind: Literal["STANDARD", "DAYLIGHT"]
    onset: dt.datetime
    """When it first begins, in local time of the offset until then."""

    before: dt.timedelta
    after: dt.timedelta
    name: str
    rule: Yearly | None = None

    def onsets(self, years: range) -> Iterator[dt.datetime]:
        """When it begins in each of the years, as its rule has it in any year."""
        if self.rule is None:
            yield self.onset
            return
        for year in years:
            yield dt.datetime.combine(self.rule.date(year), self.onset.time())


def observances(zone: str, times: Collection[dt.datetime]) -> tuple[Observance, ...] | None:
    """What the zone's VTIMEZONE holds for these times; ``None`` where nothing is right for all."""
    wanted = sorted({(time.replace(tzinfo=None), time.utcoffset() or _NONE) for time in times})
    first, last = min(times), max(times)
    known = timezones.transitions(zone, (first - 2 * _YEAR).date(), (last + _YEAR).date())
    near = [change for change in known if change.at >= first - _YEAR]
    # Ramadan interrupts summer time; some clients then look right past both changes.
    if any(later.at - change.at < _SHORTEST for change, later in pairwise(near)):
        return None
    if _comes_twice(near, [local for local, _ in wanted]):
        return None
    found: Iterator[tuple[Observance, ...]] = iter(((_standard(zone, first),),))
    if near:
        found = chain(_pairs(_candidates(known, wanted, first, last)), found)
    for rules in found:
        if is_right(rules, wanted) and _is_real(rules, known, first, last):
            return rules
    return None


def is_right(observances: Sequence[Observance], times: Sequence[LocalTime]) -> bool:
    """Whether the rules, read as RFC 5545 §3.6.5 says, give each local time its own offset.

    The times come in their order. The rules must be right whether or not a client knows that a
    rule holds only from its DTSTART on; Outlook takes it to hold in every year.
    """
    years = range(times[0][0].year - 1, times[-1][0].year + 2)
    ever = sorted(_onsets(observances, years), key=lambda onset: onset[0])
    since = [onset for onset in ever if onset[0] >= onset[1].onset]
    return all(_gives(onsets, times) for onsets in ((ever,) if ever == since else (ever, since)))


def _is_real(
    observances: Sequence[Observance],
    known: Sequence[Transition],
    first: dt.datetime,
    last: dt.datetime,
) -> bool:
    """Whether the clocks change when the rules say, from the first time to the last."""
    said = {onset for seen in observances for onset in _said(seen, first, last)}
    return said == _real(known, first, last)


def _said(seen: Observance, first: dt.datetime, last: dt.datetime) -> set[LocalTime]:
    """When a rule says that the clocks change, from the first time to the last."""
    return {
        (onset, seen.before)
        for onset in seen.onsets(range(first.year - 1, last.year + 2))
        if first <= (onset - seen.before).replace(tzinfo=timezones.UTC) <= last
    }


def _real(known: Sequence[Transition], first: dt.datetime, last: dt.datetime) -> set[LocalTime]:
    """When they do."""
    return {
        (change.local_from, change.offset_from) for change in known if first <= change.at <= last
    }


def _gives(onsets: Sequence[tuple[dt.datetime, Observance]], times: Sequence[LocalTime]) -> bool:
    starts = [onset for onset, _ in onsets]
    for local, offset in times:
        found = bisect_right(starts, local) - 1
        if found < 0 or onsets[found][1].after != offset:
            return False
    return True


def _onsets(
    observances: Sequence[Observance], years: range
) -> Iterator[tuple[dt.datetime, Observance]]:
    """When each of them begins, in every year."""
    for seen in observances:
        for onset in seen.onsets(years):
            yield onset, seen


def _comes_twice(changes: Sequence[Transition], times: Sequence[dt.datetime]) -> bool:
    """Whether one of the times, in their order, is in an hour that is repeated.

    Which of the two is meant, only UTC can say.
    """
    return any(
        bisect_left(times, change.local_to) < bisect_left(times, change.local_from)
        for change in changes
    )


def _candidates(
    known: Sequence[Transition],
    times: Sequence[LocalTime],
    first: dt.datetime,
    last: dt.datetime,
) -> list[Observance]:
    """What may be one of a pair, the likeliest first: whose rule holds in most years.

    Of all the years in which a rule might begin only those are tried that can be right, so that
    the search takes no longer for each year that the times span.
    """
    olds, real = {change.local_from for change in known}, _real(known, first, last)
    years = range(known[0].at.year, known[-1].at.year + 1)
    merits = []
    for alike in _by_rule(known):
        if not _said(alike[0], first, last) <= real:
            continue
        right = sum(onset in olds for onset in alike[0].onsets(years))
        for seen in _beginnings(alike, times, first):
            is_last_week = seen.rule is not None and seen.rule.week == _LAST_WEEK
            merits.append(((_begins_before(seen, first), right, is_last_week, seen.onset), seen))
    merits.sort(key=lambda merit: merit[0], reverse=True)
    return [seen for _, seen in merits]


def _by_rule(known: Sequence[Transition]) -> Iterable[Sequence[Observance]]:
    """An observance for each rule of each change, those together that differ by their year only."""
    found = defaultdict[object, list[Observance]](list)
    for change in known:
        for rule in _rules(change):
            found[rule, change.local_from.time(), change.offset_from, change.offset_to].append(
                _observance(change, rule)
            )
    return found.values()


def _beginnings(
    alike: Sequence[Observance], times: Sequence[LocalTime], first: dt.datetime
) -> Iterator[Observance]:
    """Those that begin before the first time, and the last that begins before it is needed."""
    before = [seen for seen in alike if _begins_before(seen, first)]
    yield from before
    needed = next((local for local, offset in times if offset != alike[0].before), None)
    later = alike[len(before) :]
    yield from [seen for seen in later if needed is None or seen.onset <= needed][-1:]


def _begins_before(seen: Observance, first: dt.datetime) -> bool:
    return (seen.onset - seen.before).replace(tzinfo=timezones.UTC) <= first


def _pairs(found: Sequence[Observance]) -> Iterator[tuple[Observance, Observance]]:
    """A STANDARD and a DAYLIGHT that bring the clocks there and back, the likeliest first."""
    standards = [seen for seen in found if seen.kind == "STANDARD"]
    daylights = [seen for seen in found if seen.kind == "DAYLIGHT"]
    for standard, daylight in product(standards, daylights):
        if (standard.before, standard.after) == (daylight.after, daylight.before):
            yield standard, daylight


def _observance(change: Transition, rule: Yearly) -> Observance:
    kind: Literal["STANDARD", "DAYLIGHT"] = (
        "DAYLIGHT" if change.offset_to > change.offset_from else "STANDARD"
    )
    return Observance(
        kind, change.local_from, change.offset_from, change.offset_to, change.abbreviation, rule
    )


def _rules(change: Transition) -> Iterator[Yearly]:
    """The yearly days that a change may be an instance of."""
    date = change.local_from.date()
    week = (date.day - 1) // 7 + 1
    if date.day + 7 > calendar.monthrange(date.year, date.month)[1]:
        yield Yearly(date.month, _LAST_WEEK, date.weekday())
    if week <= _WEEKS_IN_ALL_MONTHS:
        yield Yearly(date.month, week, date.weekday())


def _standard(zone: str, first: dt.datetime) -> Observance:
    """The zone's time at the first event, as if it had never been another."""
    offset = first.utcoffset() or _NONE
    onset = dt.datetime(min(_FIRST_YEAR, first.year - 1), 1, 1)  # noqa: DTZ001 (local, as all onsets are)
    return Observance("STANDARD", onset, offset, offset, timezones.abbreviation(first, zone))
