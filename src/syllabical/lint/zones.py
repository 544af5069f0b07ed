"""Rules about time zones: what shows events at the wrong hour."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from syllabical.diagnostics import Diagnostic
from syllabical.ical.lines import Property
from syllabical.lint import values
from syllabical.lint.component import Component, LintedFeed, error, name, warning

_TIMED = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_MONTHS = frozenset(str(month) for month in range(1, 13))

Onset = tuple[dt.datetime, dt.timedelta, dt.timedelta]
"""In UTC, with the offset before it and the one after."""


@dataclass(frozen=True, slots=True)
class ZoneHalf:
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


def uses(feed: LintedFeed) -> Iterator[tuple[Component, Property]]:
    """Every line that names a zone, with its event."""
    for event in feed.events:
        for line in event.properties:
            if line.name in _TIMED and "TZID" in line.parameters:
                yield event, line


def defined(feed: LintedFeed) -> Iterator[Diagnostic]:
    """Each TZID has its VTIMEZONE (RFC 5545 §3.2.19), and each VTIMEZONE is used."""
    zones = feed.zones
    said: set[str] = set()
    for _, line in uses(feed):
        zone = line.parameters["TZID"]
        if zone not in zones and zone not in said:
            said.add(zone)
            yield error(
                "zone-undefined",
                f"the zone `{zone}` has no VTIMEZONE",
                line.at,
                help="Outlook shows such events an hour off",
            )
    used = {line.parameters["TZID"] for _, line in uses(feed)}
    for zone, component in zones.items():
        if zone not in used:
            yield warning(
                "zone-unused",
                f"nothing uses the zone `{zone}`",
                component.at,
                help="leave the VTIMEZONE out",
            )


def named(feed: LintedFeed) -> Iterator[Diagnostic]:
    """A TZID is an IANA name: Android and Thunderbird look it up."""
    first: dict[str, Property] = {}
    for _, line in uses(feed):
        first.setdefault(line.parameters["TZID"], line)
    for identifier, line in first.items():
        if known(identifier) is None:
            yield error(
                "zone-not-iana",
                f"`{identifier}` is no IANA zone",
                line.at,
                help="write a name such as `Europe/Berlin`; Windows names and offsets are"
                " unknown to Android and Apple",
            )
        elif identifier.upper() in {"UTC", "GMT", "ETC/UTC", "Z"}:
            yield warning(
                "zone-is-utc",
                f"`TZID={identifier}` stands for UTC",
                line.at,
                help="write the time with `Z`; Outlook fails on this form",
            )


def shape(feed: LintedFeed) -> Iterator[Diagnostic]:
    """What Outlook asks of a VTIMEZONE: one half each, each with a simple yearly rule."""
    for zone, component in feed.zones.items():
        halves = component.inside("STANDARD"), component.inside("DAYLIGHT")
        if not halves[0]:
            yield error(
                "zone-half-missing",
                f"the zone `{zone}` has no STANDARD half",
                component.at,
                help="Outlook needs it, also where the term is all summer",
            )
        for half in (*halves[0], *halves[1]):
            yield from _half(zone, half)
        if len(halves[0]) > 1 or len(halves[1]) > 1:
            yield warning(
                "zone-has-many-halves",
                f"the zone `{zone}` has several halves of a kind",
                component.at,
                help="Outlook reads one of them",
            )


def _half(zone: str, half: Component) -> Iterator[Diagnostic]:
    """One STANDARD or DAYLIGHT."""
    if half.first("RDATE"):
        yield error(
            "zone-lists-dates",
            f"the zone `{zone}` lists its changes as RDATE",
            half.at,
            help="Outlook and others read the first date alone, and are an hour off after"
            " it; write a yearly RRULE",
        )
    for needed in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"):
        if not half.first(needed):
            yield error("zone-half-missing", f"{half.name} of `{zone}` has no {needed}", half.at)
    rule = values.rule(half.value("RRULE"))
    if rule and ("BYDAY" not in rule or "," in rule["BYDAY"] or "BYMONTHDAY" in rule):
        yield warning(
            "zone-rule-not-simple",
            f"the rule of `{zone}` is more than Outlook reads",
            half.at,
            help="write `FREQ=YEARLY;BYMONTH=m;BYDAY=nXX`",
        )


def right(feed: LintedFeed) -> Iterator[Diagnostic]:
    """The VTIMEZONE gives each event the hour that the zone's own history gives it."""
    halves = {zone: _halves(part) for zone, part in feed.zones.items()}
    said: set[str] = set()

    @cache
    def onsets_of(zone: str, year: int) -> list[Onset]:
        return _onsets(halves[zone], year)

    for event, line in uses(feed):
        zone = line.parameters["TZID"]
        moment, true = values.moment(line), known(zone)
        if zone in said or not moment or not true or not halves.get(zone):
            continue
        said_offset = _offset_at(onsets_of(zone, moment.local.year), moment.local)
        true_offset = moment.local.replace(tzinfo=true).utcoffset()
        if said_offset is not None and true_offset is not None and said_offset != true_offset:
            said.add(zone)
            difference = (said_offset - true_offset) / dt.timedelta(hours=1)
            yield error(
                "zone-wrong",
                f"the VTIMEZONE of `{zone}` is {difference:+g} h off here",
                line.at,
                help=f"calendars that believe it show `{name(event)}` at another"
                " hour than the others",
            )


def _halves(zone: Component) -> list[ZoneHalf]:
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
        found.append(ZoneHalf(starts.local, before, after, rule, known))
    return found


def _onsets(halves: list[ZoneHalf], year: int) -> list[Onset]:
    """What sets in that year and the year before, and the first of all, in their order."""
    return sorted(
        (onset - half.before, half.before, half.after)
        for half in halves
        for near in {half.starts.year, year - 1, year}
        for onset in half.onset(near)
    )


def _offset_at(onsets: list[Onset], local: dt.datetime) -> dt.timedelta | None:
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


@lru_cache(maxsize=1024)
def known(identifier: str) -> ZoneInfo | None:
    """The IANA zone of that name; ``None`` where there is none."""
    try:
        return ZoneInfo(identifier)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
