"""A VTIMEZONE read alone, with no look-up: which offset it gives to a local time."""

import calendar
import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from syllabical.lint import values
from syllabical.lint.component import Component
from syllabical.record import record

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@record
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


def offset_at(rules: list[Block], local: dt.datetime) -> dt.timedelta | None:
    """The offset in force at a local time: that of the onset last before it."""
    onsets = [
        (onset - block.before, block.before, block.after)
        for block in rules
        for year in {block.starts.year, local.year - 1, local.year}
        for onset in block.onset(year)
    ]
    if not onsets:
        return None
    onsets.sort()
    current = onsets[0][1]
    for instant, _, after in onsets:
        if local - current >= instant:
            current = after
    return current


def _day(rule: dict[str, str], year: int, starts: dt.datetime) -> dt.datetime | None:
    """The day of a yearly rule in one year; ``None`` where it is a rule of another shape."""
    by_day, by_month = rule.get("BYDAY", ""), rule.get("BYMONTH", str(starts.month))
    if rule.get("FREQ") != "YEARLY" or not by_month.isdigit() or by_day[-2:] not in _DAYS:
        return None
    month, weekday = int(by_month), _DAYS.index(by_day[-2:])
    length = calendar.monthrange(year, month)[1]
    allowed = [int(d) for d in rule.get("BYMONTHDAY", "").split(",") if d.lstrip("-").isdigit()]
    days = [
        day
        for day in range(1, length + 1)
        if dt.date(year, month, day).weekday() == weekday and (not allowed or day in allowed)
    ]
    place = int(by_day[:-2] or 1)
    try:
        day = days[place - 1 if place > 0 else place]
    except IndexError:
        return None
    return starts.replace(year=year, month=month, day=day)


def known(identifier: str) -> ZoneInfo | None:
    """The IANA zone of that name; ``None`` where there is none."""
    try:
        return ZoneInfo(identifier)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
