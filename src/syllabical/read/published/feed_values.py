"""Reads the values of an iCalendar file (RFC 5545 §3.3): text, days, hours, lengths, rules."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from syllabical import timezones
from syllabical.model.event import Day, Hours, Repeats
from syllabical.read.published.content_lines import ContentLine

ESCAPED = re.compile(r"\\(.)")
MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.IGNORECASE)
LENGTH = re.compile(
    r"\+?P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,5})S)?)?",
    re.IGNORECASE,
)
A_DAY = dt.timedelta(days=1)
MIDNIGHT = dt.time()


def text(value: str) -> str:
    """TEXT without its backslashes."""
    if "\\" not in value:
        return value
    return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def texts(value: str) -> list[str]:
    """A list of TEXT, parted at the commas that no backslash escapes."""
    return [text(part) for part in re.findall(r"(?:\\.|[^\\,])+", value)]


def moment(line: ContentLine, zone: str) -> dt.date | dt.datetime | None:
    """A day, or an aware datetime; ``None`` where there is no such day or hour.

    A local time without a zone is one of the zone given, and one in UTC is told in it.
    """
    found = MOMENT.fullmatch(line.value)
    if not found:
        return None
    year, month, day, hour, minute, second, utc = found.groups()
    try:
        date = dt.date(int(year), int(month), int(day))
        if date.year not in timezones.YEARS:
            return None
        # A leap second is a second that Python does not have.
        time = hour and dt.time(int(hour), int(minute), min(int(second), 59))
    except ValueError:
        return None
    if not time:
        return date
    local = dt.datetime.combine(date, time)
    if utc:
        return timezones.in_zone(local.replace(tzinfo=timezones.UTC), zone)
    return timezones.first_instant(local, known_zone(line.parameter("TZID")) or zone)


@cache
def known_zone(name: str) -> str:
    """The IANA zone that a TZID names, alone or at the end of a path; empty where none is."""
    parts = name.split("/")
    ends = ("/".join(parts[start:]) for start in range(len(parts)))
    return next((end for end in ends if end and timezones.is_zone(end)), "")


def length(value: str) -> dt.timedelta | None:
    """A DURATION that is positive."""
    found = LENGTH.fullmatch(value)
    if not found:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    lapse = dt.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return lapse if lapse > dt.timedelta() else None


def stretch(
    starts: dt.date | dt.datetime, ends: dt.date | dt.datetime | None
) -> Hours | Day | None:
    """Hours or days, from a start to an end that is not included; ``None`` for a contradiction."""
    match starts, ends:
        case dt.datetime(), dt.datetime():
            return Hours(starts, ends) if starts < ends else None
        case dt.datetime(), None:
            return None
        case dt.date(), None:
            return Day(starts)
        case (dt.datetime(), _) | (_, dt.datetime()):
            return None
        case dt.date(), dt.date():
            last = ends - A_DAY
            return Day(starts, last if last > starts else None) if starts < ends else None


def repeats(rule: ContentLine, exceptions: Sequence[ContentLine], zone: str) -> Repeats | None:
    """A weekly rule with an end; ``None`` for any other."""
    parts = dict(part.upper().split("=", 1) for part in rule.value.split(";") if "=" in part)
    until = _day(rule._replace(parameters="", value=parts.get("UNTIL", "")), zone)
    weeks = parts.get("INTERVAL", "1")
    if parts.get("FREQ") != "WEEKLY" or until is None or not weeks.isdecimal():
        return None
    values = (line._replace(value=value) for line in exceptions for value in line.value.split(","))
    days = {day for value in values if (day := _day(value, zone))}
    return Repeats(until, int(weeks), tuple(sorted(days)))


def _day(line: ContentLine, zone: str) -> dt.date | None:
    """The day of a moment, as the zone counts it."""
    found = moment(line, zone)
    return found.date() if isinstance(found, dt.datetime) else found
