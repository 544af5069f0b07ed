"""A VTIMEZONE read alone, with no look-up: which offset it gives to a local time."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from syllabical.lint import values
from syllabical.lint.component import Component

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_MONTHS = frozenset(str(month) for month in range(1, 13))


Onset = tuple[dt.datetime, dt.timedelta, dt.timedelta]
"""In UTC, with the offset before it and the one after."""


@dataclass(frozen=True, slots=True)
class Block:
    """A STANDARD or DAYLIGHT: when it sets in, and the offset it brings."""

    starts: dt.datetime
    before: dt.timedelta
    after: dt.timedelta
    rule: dict[str, str]
    dates: tuple[dt.datetime, ...]

    def onset(self, year: int) -> list[dt.datetime]:
        """The local times, on the clock as it was, at which it sets in that year."""
        listed = [date for date in (self.starts, *self.dates) if date.year == year]
        if not self.rule or year < self.starts.year:
            return listed
        day = _day(self.rule, year, self.starts)
        until = values.moment_of(self.rule.get("UNTIL", ""), "")
        if day is None or (until and day > until.local + dt.timedelta(days=1)):
            return listed
        return [*listed, day] if day >= self.starts else listed


def blocks(zone: Component) -> list[Block]:
    """The halves of a VTIMEZONE that can be read."""
    found = []
    for half in zone.parts:
        starts = values.moment_of(half.value("DTSTART").strip(), "")
        before = values.offset(half.value("TZOFFSETFROM"))
        after = values.offset(half.value("TZOFFSETTO"))
        if starts is None or before is None or after is None:
            continue
        listed = [text for line in half.all("RDATE") for text in line.value.split(",")]
        dates = [values.moment_of(text.strip(), "") for text in listed]
        rule = values.rule(half.value("RRULE"))
        known = tuple(date.local for date in dates if date)
        found.append(Block(starts.local, before, after, rule, known))
    return found


def onsets(rules: list[Block], year: int) -> list[Onset]:
    """What sets in that year and the year before, and the first of all, in their order."""
    return sorted(
        (onset - block.before, block.before, block.after)
        for block in rules
        for near in {block.starts.year, year - 1, year}
        for onset in block.onset(near)
    )


def offset_at(onsets: list[Onset], local: dt.datetime) -> dt.timedelta | None:
    """The offset in force at a local time: that of the onset last before it."""
    if not onsets:
        return None
    current = onsets[0][1]
    for instant, _, after in onsets:
        if local - current >= instant:
            current = after
    return current


def _day(rule: dict[str, str], year: int, starts: dt.datetime) -> dt.datetime | None:
    """The day of a yearly rule in one year; ``None`` where it is a rule of another shape."""
    by_day = _BY_DAY.fullmatch(rule.get("BYDAY", ""))
    by_month = rule.get("BYMONTH", str(starts.month))
    if rule.get("FREQ") != "YEARLY" or by_month.lstrip("0") not in _MONTHS or not by_day:
        return None
    month, weekday = int(by_month), _DAYS.index(by_day[2])
    length = calendar.monthrange(year, month)[1]
    allowed = rule.get("BYMONTHDAY", "").split(",")
    days = [
        day
        for day in range(1, length + 1)
        if dt.date(year, month, day).weekday() == weekday
        and (allowed == [""] or str(day) in allowed)
    ]
    place = int(by_day[1] or 1)
    try:
        day = days[place - 1 if place > 0 else place]
    except IndexError:
        return None
    return starts.replace(year=year, month=month, day=day)


@cache
def known(identifier: str) -> ZoneInfo | None:
    """The IANA zone of that name; ``None`` where there is none."""
    try:
        return ZoneInfo(identifier)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
