"""Local time in, aware time out, and a zone's clock changes: the only file that knows pytz."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

import pytz
from pytz.tzfile import build_tzinfo
from pytz.tzinfo import BaseTzInfo

UTC: dt.tzinfo = pytz.utc
YEARS = range(1900, 2201)
"""The years that a course may lie in; far from either end of Python's calendar."""

_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
_SECOND = dt.timedelta(seconds=1)

# Outside of these, no zone has rules, and pytz runs over the ends of Python's calendar.
_FIRST_YEAR, _LAST_YEAR = 1800, 9900

# Asking pytz whether each of its 597 files is there takes longer than all else that we ask of it.
_NAMES = cast("Sequence[str]", getattr(pytz, "_all_timezones_unchecked", pytz.all_timezones))


@dataclass(frozen=True, slots=True)
class Change:
    """A moment at which the clocks of a zone change."""

    at: dt.datetime
    """The instant, in UTC."""

    before: dt.timedelta
    """What the clocks were ahead of UTC until then."""

    after: dt.timedelta
    """What they are ahead of it from then on."""

    name: str
    """What the zone calls its time from then on: `IDT`; `+03` where it has no name for it."""

    @property
    def old(self) -> dt.datetime:
        """What the clocks show when they are changed."""
        return self.at.replace(tzinfo=None) + self.before

    @property
    def new(self) -> dt.datetime:
        """What they show a moment later."""
        return self.at.replace(tzinfo=None) + self.after


@dataclass(frozen=True, slots=True)
class SkippedHour:
    """A local time that never comes, because the clocks go forward over it."""

    local: dt.datetime
    change: Change


@dataclass(frozen=True, slots=True)
class RepeatedHour:
    """A local time that comes twice, because the clocks go back over it."""

    local: dt.datetime
    change: Change


def zone_names() -> tuple[str, ...]:
    """Every zone there is, by its IANA name, in alphabetical order."""
    return tuple(sorted(_NAMES))


def is_zone(name: str) -> bool:
    """Whether the IANA name is known, letter by letter."""
    return name in _NAMES


def is_utc(name: str) -> bool:
    """Whether the zone is but another name of UTC."""
    return name.removeprefix("Etc/") in {"UTC", "UCT", "Universal", "Zulu"}


def country(zone: str) -> str:
    """The country that the zone is in, by its two letters; empty where it is in none."""
    return next((code for code, zones in pytz.country_timezones.items() if zone in zones), "")


def aware(local: dt.datetime, zone: str) -> dt.datetime | SkippedHour | RepeatedHour:
    """A local time as an instant, where it happens exactly once."""
    face = _month(zone, local.year, local.month)
    if face is not None:
        return local.replace(tzinfo=face)
    try:
        return _zone(zone).localize(local, is_dst=None)
    except pytz.NonExistentTimeError:
        return SkippedHour(local, _nearest_change(local, zone))
    except pytz.AmbiguousTimeError:
        return RepeatedHour(local, _nearest_change(local, zone))


def at_once(local: dt.datetime, zone: str) -> dt.datetime:
    """A local time as an instant come what may: the first of two, or as if clocks stood still."""
    found = aware(local, zone)
    if isinstance(found, dt.datetime):
        return found
    return in_zone((local - found.change.before).replace(tzinfo=UTC), zone)


def in_zone(instant: dt.datetime, zone: str) -> dt.datetime:
    """An instant as the zone's clocks show it."""
    return instant.astimezone(_zone(zone))


def utc(instant: dt.datetime) -> dt.datetime:
    """An instant as the clocks of Greenwich show it in winter."""
    return instant.astimezone(UTC)


def name_of(instant: dt.datetime, zone: str) -> str:
    """What the zone calls its time at that instant: `IST`."""
    return in_zone(instant, zone).tzname() or ""


@cache
def changes(zone: str, first: dt.date, last: dt.date) -> tuple[Change, ...]:
    """The clock changes from the start of the first day in UTC to the start of the last."""
    at, end = _midnight(first), _midnight(last)
    before = _offset(at, zone)
    found = []
    while at < end:
        later = min(at + _WEEK, end)
        after = _offset(later, zone)
        if after != before:
            found.append(_change_between(at, later, zone))
        at, before = later, after
    return tuple(found)


def _change_between(at: dt.datetime, later: dt.datetime, zone: str) -> Change:
    """The change between two instants at which the clocks differ, found by halving."""
    before, after = _offset(at, zone), _offset(later, zone)
    while later - at > _SECOND:
        middle = (at + (later - at) / 2).replace(microsecond=0)
        if _offset(middle, zone) == before:
            at = middle
        else:
            later = middle
    return Change(later, before, after, name_of(later, zone))


def _nearest_change(local: dt.datetime, zone: str) -> Change:
    """The change that skips or repeats a local time."""
    day = local.date()
    near = changes(zone, day - 2 * _DAY, day + 3 * _DAY)
    return min(near, key=lambda change: abs(change.old - local))


@cache
def _month(zone: str, year: int, month: int) -> dt.tzinfo | None:
    """The face that the zone keeps all month; ``None`` where its clocks change in it."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return UTC
    first = dt.date(year, month, 1)
    if changes(zone, first - 2 * _DAY, first + 33 * _DAY):
        return None
    return in_zone(_midnight(first), zone).tzinfo


@cache
def _zone(name: str) -> BaseTzInfo:
    if name == "UTC":
        return pytz.utc
    with pytz.open_resource(name) as file:  # type: ignore[attr-defined]  # public, but not in the stubs
        return cast("BaseTzInfo", build_tzinfo(name, file))


def _offset(instant: dt.datetime, zone: str) -> dt.timedelta:
    return in_zone(instant, zone).utcoffset() or dt.timedelta()


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=UTC)
