"""Local times and instants: the DST transitions of a zone. The only file that knows pytz.

Zones go by their IANA names. An instant is an aware datetime, a local time a naive one. pytz knows
transitions up to 2037; later years keep the offset that the zone has then.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import pytz

UTC: dt.tzinfo = pytz.utc

YEARS = range(1900, 2201)
"""The years that a course may lie in; far from either end of Python's calendar."""

_DAY = dt.timedelta(days=1)
_SECOND = dt.timedelta(seconds=1)

_BETWEEN_LOOKS = dt.timedelta(days=6)
"""No zone has changed its offset twice within six days since 1900 (Brazil did in seven)."""

_KNOWN_YEARS = range(1800, 9901)
"""In all others there are no transitions, and pytz leaves Python's calendar."""


@dataclass(frozen=True, slots=True)
class Transition:
    """An instant at which the UTC offset of a zone changes."""

    at: dt.datetime
    """The instant, in UTC."""

    offset_from: dt.timedelta
    """The UTC offset until then, positive east of Greenwich (RFC 5545 §3.8.3.4)."""

    offset_to: dt.timedelta
    """The UTC offset from then on (RFC 5545 §3.8.3.3)."""

    abbreviation: str
    """What the zone calls its time from then on: `IDT`; `+03` where it has no name for it."""

    @property
    def local_from(self) -> dt.datetime:
        """What the clocks show when they are changed."""
        return self.at.replace(tzinfo=None) + self.offset_from

    @property
    def local_to(self) -> dt.datetime:
        """What the clocks show once they have been changed."""
        return self.at.replace(tzinfo=None) + self.offset_to


@dataclass(frozen=True, slots=True)
class SkippedHour:
    """A local time that never comes: it lies in the gap of a transition."""

    local: dt.datetime
    transition: Transition


@dataclass(frozen=True, slots=True)
class RepeatedHour:
    """A local time that comes twice: it lies in the overlap of a transition."""

    local: dt.datetime
    transition: Transition


def zone_names() -> tuple[str, ...]:
    """The IANA name of every zone, in alphabetical order."""
    return tuple(sorted(pytz.all_timezones))


def is_zone(name: str) -> bool:
    """Whether this is the IANA name of a zone, capital letters and all."""
    return name in pytz.all_timezones_set


def is_utc(name: str) -> bool:
    """Whether the zone is but another name of UTC."""
    return name.removeprefix("Etc/") in {"UTC", "UCT", "Universal", "Zulu"}


def country(zone: str) -> str:
    """The ISO 3166 code of the country that the zone is in; empty where it is in none."""
    return next((code for code, zones in pytz.country_timezones.items() if zone in zones), "")


def localize(local: dt.datetime, zone: str) -> dt.datetime | SkippedHour | RepeatedHour:
    """A local time as an instant in its zone, where it happens exactly once."""
    tzinfo = _month_tzinfo(zone, local.year, local.month)
    if tzinfo is not None:
        return local.replace(tzinfo=tzinfo)
    try:
        return _zone(zone).localize(local, is_dst=None)
    except pytz.NonExistentTimeError:
        return SkippedHour(local, _nearest_transition(local, zone))
    except pytz.AmbiguousTimeError:
        return RepeatedHour(local, _nearest_transition(local, zone))


def first_instant(local: dt.datetime, zone: str) -> dt.datetime:
    """A local time as an instant in its zone, also where it happens twice or never.

    Of two instants this is the first. A local time in a gap is counted with the offset before the
    gap. RFC 5545 §3.3.5 says so, and PEP 495 with `fold=0`.
    """
    found = localize(local, zone)
    if isinstance(found, dt.datetime):
        return found
    return in_zone((local - found.transition.offset_from).replace(tzinfo=UTC), zone)


def in_zone(instant: dt.datetime, zone: str) -> dt.datetime:
    """The same instant, with the local time and the offset of a zone."""
    return instant.astimezone(_zone(zone))


def in_utc(instant: dt.datetime) -> dt.datetime:
    """The same instant, in UTC."""
    return instant.astimezone(UTC)


def abbreviation(instant: dt.datetime, zone: str) -> str:
    """What the zone calls its time at that instant: `IST`."""
    return in_zone(instant, zone).tzname() or ""


def transitions(zone: str, first: dt.date, last: dt.date) -> tuple[Transition, ...]:
    """The transitions after 00:00 UTC of the first day, up to 00:00 UTC of the last, in order."""
    start, end = _midnight(first), _midnight(last)
    return tuple(
        transition
        for year in range(first.year, last.year + 1)
        for transition in _transitions_of(zone, year)
        if start < transition.at <= end
    )


@lru_cache(maxsize=4096)
def _transitions_of(zone: str, year: int) -> tuple[Transition, ...]:
    """The transitions after the beginning of a year in UTC, up to the beginning of the next."""
    at, end = _midnight(dt.date(year, 1, 1)), _midnight(dt.date(year + 1, 1, 1))
    offset = _offset(at, zone)
    found = []
    while at < end:
        later = min(at + _BETWEEN_LOOKS, end)
        if (offset_to := _offset(later, zone)) != offset:
            instant = _change_of_offset(at, later, zone)
            found.append(Transition(instant, offset, offset_to, abbreviation(instant, zone)))
        at, offset = later, offset_to
    return tuple(found)


def _change_of_offset(at: dt.datetime, later: dt.datetime, zone: str) -> dt.datetime:
    """The instant of the one transition between two others, found by bisection."""
    offset = _offset(at, zone)
    while later - at > _SECOND:
        middle = (at + (later - at) / 2).replace(microsecond=0)
        if _offset(middle, zone) == offset:
            at = middle
        else:
            later = middle
    return later


@lru_cache(maxsize=4096)
def _month_tzinfo(zone: str, year: int, month: int) -> dt.tzinfo | None:
    """The zone with the one offset that it has all month; ``None`` where it has several.

    Most months have no transition: their local times need no search by pytz.
    """
    if year not in _KNOWN_YEARS:
        return UTC
    first = dt.date(year, month, 1)
    if transitions(zone, first - 2 * _DAY, first + 33 * _DAY):
        return None
    return in_zone(_midnight(first), zone).tzinfo


def _nearest_transition(local: dt.datetime, zone: str) -> Transition:
    """The transition whose gap or overlap a local time lies in."""
    day = local.date()
    near = transitions(zone, day - 2 * _DAY, day + 3 * _DAY)
    return min(near, key=lambda transition: abs(transition.local_from - local))


@lru_cache(maxsize=1024)
def _zone(name: str) -> pytz.BaseTzInfo:
    """The zone; pytz's own look-up takes longer than what it is asked for."""
    return pytz.timezone(name)


def _offset(instant: dt.datetime, zone: str) -> dt.timedelta:
    return in_zone(instant, zone).utcoffset() or dt.timedelta()


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=UTC)
