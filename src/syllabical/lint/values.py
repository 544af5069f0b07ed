"""The values of a feed: dates, times, durations, offsets, texts (RFC 5545 §3.3)."""

import datetime as dt
import re
from dataclasses import dataclass

from syllabical.ical.lines import Property

_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.ASCII)
_YEARS = 2, 9998
"""What Python's calendar holds, but for a year at either end, into which an offset may lead."""

_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")
_DURATION = re.compile(
    r"([+-]?)P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A DATE or a DATE-TIME as a property gives it."""

    local: dt.datetime
    """Midnight, for a date."""

    is_date: bool = False
    is_utc: bool = False
    zone: str = ""
    """The TZID as written; empty for a date, a UTC and a floating time."""

    @property
    def is_floating(self) -> bool:
        """Whether it has no zone at all."""
        return not (self.is_date or self.is_utc or self.zone)


def moment(line: Property) -> Moment | None:
    """The date or time of a line; ``None`` where it is none that exists."""
    return moment_of(line.value.strip(), line.parameters.get("TZID", ""))


def moment_of(text: str, zone: str) -> Moment | None:
    """The same from its text and its zone's name."""
    found = _MOMENT.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    if year < _YEARS[0]:
        return None
    try:
        # A leap second is allowed (RFC 5545 §3.3.12), and Python has none.
        local = dt.datetime(min(year, _YEARS[1]), month, day, hour, minute, second - (second == 60))  # noqa: DTZ001, PLR2004 (local)
    except ValueError:
        return None
    if found[4] is None:
        return Moment(local, is_date=True)
    return Moment(local, is_utc=bool(found[7]), zone="" if found[7] else zone)


def offset(text: str) -> dt.timedelta | None:
    """A UTC offset: `+0200`."""
    found = _OFFSET.fullmatch(text.strip())
    if not found:
        return None
    sign = -1 if found[1] == "-" else 1
    return sign * dt.timedelta(
        hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0)
    )


def duration(text: str) -> dt.timedelta | None:
    """A duration: `PT1H30M`."""
    found = _DURATION.fullmatch(text.strip())
    if not found:
        return None
    try:
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
        length = dt.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except (ValueError, OverflowError):
        return None
    return -length if found[1] == "-" else length


def rule(text: str) -> dict[str, str]:
    """The parts of a recurrence rule, by name in capitals."""
    parts = (part.partition("=") for part in text.strip().split(";") if part)
    return {name.upper(): value.upper() for name, _, value in parts}


def unescaped(text: str) -> str | None:
    """The character that a TEXT should have escaped; ``None`` where all is well."""
    found = re.search(r"(?<!\\)(?:\\\\)*([;,])", text)
    return found[1] if found else None


def bad_escape(text: str) -> str | None:
    r"""A backslash that escapes nothing a TEXT may escape: `\x`."""
    found = re.search(r"(?<!\\)(?:\\\\)*(\\[^\\;,nN]|\\$)", text)
    return found[1] if found else None
