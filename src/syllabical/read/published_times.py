"""The dates and times of a published feed (RFC 5545 §3.3), in the course's zone."""

import datetime as dt
from functools import lru_cache

from syllabical import timezones
from syllabical.model.event import Day, Hours

A_DAY = dt.timedelta(days=1)
MIDNIGHT = dt.time()


def moment(value: object, zone: str) -> dt.date | None:
    """A date, or an aware datetime; ``None`` where a value is neither.

    A local time without a zone is one of the zone given, and one in UTC is told in it.
    """
    found = _in_zone(getattr(value, "dt", None), _parameter(value, "TZID"), zone)
    if isinstance(found, dt.datetime) and found.time() == MIDNIGHT and _is_date(value):
        return found.date()  # icalendar takes a date with a TZID for its midnight
    return found


def _is_date(value: object) -> bool:
    return _parameter(value, "VALUE").upper() == "DATE"


def days_of(dates: object, zone: str) -> list[dt.date]:
    """The days of an EXDATE, as the zone counts them."""
    named = _parameter(dates, "TZID")
    found = (day_of(date.dt, named, zone) for date in getattr(dates, "dts", ()))
    return [day for day in found if day]


def day_of(value: object, named: str, zone: str) -> dt.date | None:
    """The day of a date or time, as the zone that its TZID names counts it, or else the course's.

    ``None`` where the value is neither.
    """
    found = _in_zone(value, named, zone)
    return found.date() if isinstance(found, dt.datetime) else found


def _in_zone(value: object, named: str, zone: str) -> dt.date | None:
    """A date as it is, and a time in the zone that its TZID names."""
    if not isinstance(value, dt.date) or value.year not in timezones.YEARS:
        return None
    if not isinstance(value, dt.datetime):
        return value
    if value.tzinfo is not None and not named:
        return timezones.in_zone(value, zone)
    return timezones.first_instant(value.replace(tzinfo=None), known_zone(named) or zone)


def _parameter(value: object, name: str) -> str:
    """A parameter of a property value; empty where it is not given once."""
    said = getattr(value, "params", {}).get(name, "")
    return said if isinstance(said, str) else ""


@lru_cache(maxsize=1024)
def known_zone(name: str) -> str:
    """The IANA zone that a TZID names, alone or at the end of a path; empty where none is."""
    parts = name.split("/")
    ends = ("/".join(parts[start:]) for start in range(len(parts)))
    return next((end for end in ends if end and timezones.is_zone(end)), "")


def hours_or_days(starts: dt.date, ends: dt.date | None) -> Hours | Day | None:
    """Hours or days, from a start to an end that is not included; ``None`` for a contradiction."""
    match starts, ends:
        case dt.datetime(), dt.datetime():
            return Hours(starts, ends) if starts < ends else None
        case (dt.datetime(), _) | (_, dt.datetime()):
            return None
        case _, None:
            return Day(starts)
        case _, dt.date():
            last = ends - A_DAY
            return Day(starts, last if last > starts else None) if starts < ends else None
