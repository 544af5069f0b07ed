"""Rules about time zones: what shows events at the wrong hour."""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from syllabical.diagnostics import Diagnostic
from syllabical.lint import values
from syllabical.lint.component import Component
from syllabical.lint.content import Line
from syllabical.lint.rule import Feed, error, name, warning
from syllabical.lint.zone import Block, Onset, blocks, known, offset_at, onsets

_TIMED = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")


def uses(feed: Feed) -> Iterator[tuple[Component, Line]]:
    """Every line that names a zone, with its event."""
    for event in feed.events:
        for line in event.lines:
            if line.name in _TIMED and "TZID" in line.parameters:
                yield event, line


def defined(feed: Feed) -> Iterator[Diagnostic]:
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


def named(feed: Feed) -> Iterator[Diagnostic]:
    """A TZID is an IANA name: Android and Thunderbird look it up."""
    first: dict[str, Line] = {}
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


def shape(feed: Feed) -> Iterator[Diagnostic]:
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


def right(feed: Feed) -> Iterator[Diagnostic]:
    """The VTIMEZONE gives each event the hour that the zone's own history gives it."""
    rules: dict[str, list[Block]] = {zone: blocks(part) for zone, part in feed.zones.items()}
    said: set[str] = set()

    @cache
    def onsets_of(zone: str, year: int) -> list[Onset]:
        return onsets(rules[zone], year)

    for event, line in uses(feed):
        zone = line.parameters["TZID"]
        moment, true = values.moment(line), known(zone)
        if zone in said or not moment or not true or not rules.get(zone):
            continue
        said_offset = offset_at(onsets_of(zone, moment.local.year), moment.local)
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
