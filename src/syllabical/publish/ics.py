r"""Editions as a feed of icalendar components.

What a feed says of an edition, so that `read.published_editions` can hear it:

- ``CATEGORIES:class,Lecture,group 11``: the kind; then the track, where there is one; then
  ``group`` and the group, where there is one. A track that begins with ``group`` is no problem:
  the second value is always the track, and is empty where only a group is known.
- ``SUMMARY`` and ``DESCRIPTION`` are the event's own, letter by letter.
- The title is the first paragraph of ``DESCRIPTION``: its lines up to the first empty one,
  joined by blanks.
- The number of a class stands in ``SUMMARY`` after the track: ``CS236605 Lecture 3: …``; that
  of homework is the first number in its title. What stands nowhere is not kept.
- ``LOCATION`` is `place`, ``URL`` is `url`, ``TRANSP`` is `busy`.
- ``RRULE:FREQ=WEEKLY;INTERVAL=…;UNTIL=…`` and ``EXDATE`` are `repeats`; ``UNTIL`` is the end of
  the last day by the course's clocks, in UTC.
- `key`, `id`, `alarm` and `origin` are not said.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from icalendar import Alarm, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vDatetime, vDDDLists, vDuration, vInt, vUri, vUTCOffset

from syllabical import timezones
from syllabical.ical.components import CalendarComponent, EventComponent, feed
from syllabical.ical.values import (
    Categories,
    MinutesBefore,
    RecurrenceRule,
    Text,
    whole_day,
)
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours, Repeats
from syllabical.text import one_line, plain_lines, web_address
from syllabical.vtimezone import Observance

_DAY = dt.timedelta(days=1)
_LAST_SECOND = dt.time(23, 59, 59)
_UNTITLED = "(untitled)"
_PRODID = Text("-//syllabical//syllabical//EN")
_REFRESH = dt.timedelta(hours=6)
_STATUS = {status: Text(status.value) for status in Status}
_OPAQUE, _TRANSPARENT = Text("OPAQUE"), Text("TRANSPARENT")
_BUSY, _FREE = Text("BUSY"), Text("FREE")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedProperties:
    """What a feed says of itself."""

    uid: str = ""
    name: str = ""
    about: str = ""
    url: str = ""
    source: str = ""
    """Where this very feed can be fetched again."""

    zone: str = ""
    """The zone its hours are written in; empty for UTC."""

    course_zone: str = ""
    """The zone of the course, whatever the hours are written in."""

    once: bool = False
    """Whether it is for importing once: no refresh, no name, but alarms."""


def written(
    editions: Sequence[Edition], properties: FeedProperties, observances: Sequence[Observance]
) -> bytes:
    """The bytes of one feed; the editions are in the order in which they are written."""
    calendar = _calendar(properties, max(edition.stamp for edition in editions))
    if observances:
        calendar.add_component(_timezone(properties.zone, observances))
    return feed(calendar, (_event(edition, properties) for edition in editions))


def _calendar(properties: FeedProperties, stamp: dt.datetime) -> CalendarComponent:
    calendar = CalendarComponent()
    calendar["VERSION"] = Text("2.0")
    calendar["PRODID"] = _PRODID
    calendar["CALSCALE"] = Text("GREGORIAN")
    if properties.name and not properties.once:
        calendar["NAME"] = calendar["X-WR-CALNAME"] = Text(properties.name)
    if properties.about and not properties.once:
        calendar["DESCRIPTION"] = calendar["X-WR-CALDESC"] = Text(properties.about)
    # No UID of its own (RFC 7986 §5.3): vdirsyncer then takes all events for one.
    if properties.uid:
        calendar["X-WR-RELCALID"] = Text(properties.uid)
    calendar["LAST-MODIFIED"] = _instant(stamp)
    if properties.course_zone:
        calendar["X-WR-TIMEZONE"] = Text(properties.course_zone)
    if properties.once:
        return calendar
    calendar["REFRESH-INTERVAL"] = vDuration(_REFRESH, params={"VALUE": "DURATION"})
    calendar["X-PUBLISHED-TTL"] = vDuration(_REFRESH)
    if properties.source:
        calendar["SOURCE"] = vUri(properties.source, params={"VALUE": "URI"})
    if properties.url:
        calendar["URL"] = vUri(properties.url)
    return calendar


def _timezone(zone: str, observances: Sequence[Observance]) -> Timezone:
    """The VTIMEZONE; never icalendar's own, whose lists of RDATEs most clients misread."""
    timezone = Timezone()
    timezone["TZID"] = Text(zone)
    for observance in observances:
        half = TimezoneDaylight() if observance.kind == "DAYLIGHT" else TimezoneStandard()
        half["DTSTART"] = vDatetime(observance.onset)
        half["TZOFFSETFROM"] = vUTCOffset(observance.before)
        half["TZOFFSETTO"] = vUTCOffset(observance.after)
        half["TZNAME"] = Text(observance.name)
        if observance.rule is not None:
            rule = {"BYMONTH": observance.rule.month, "BYDAY": observance.rule.by_day}
            half["RRULE"] = RecurrenceRule({"FREQ": "YEARLY", **rule})
        timezone.add_component(half)
    return timezone


def _event(edition: Edition, properties: FeedProperties) -> EventComponent:
    event = edition.event
    component = EventComponent()
    component["UID"] = Text(edition.uid)
    component["DTSTAMP"] = component["LAST-MODIFIED"] = _instant(edition.stamp)
    component["SEQUENCE"] = _sequence(edition.sequence)
    for name, value in _times(event, properties):
        component.add(name, value)
    component["SUMMARY"] = Text(one_line(event.summary) or _UNTITLED)
    if description := "\n".join(plain_lines(event.description)).strip("\n"):
        component["DESCRIPTION"] = Text(description)
    if place := one_line(event.place):
        component["LOCATION"] = Text(place)
    if url := web_address(event.url):
        component["URL"] = vUri(url)
    component["STATUS"] = _STATUS[edition.status]
    busy = event.busy and edition.status is not Status.CANCELLED
    component["TRANSP"] = _OPAQUE if busy else _TRANSPARENT
    component["X-MICROSOFT-CDO-BUSYSTATUS"] = _BUSY if busy else _FREE
    component["CATEGORIES"] = _categories(event.kind, event.track, event.group)
    if properties.once and event.alarm is not None:
        component.add_component(_alarm(event.alarm, event.summary))
    return component


def _times(event: Event, properties: FeedProperties) -> Iterator[tuple[str, object]]:
    """The properties that say when an event is, by name; an EXDATE for each exception."""
    match event.when:
        case Day():
            yield "DTSTART", whole_day(event.when.date)
            yield "DTEND", whole_day(event.when.last + _DAY)
        case Hours():
            yield "DTSTART", _moment(event.when.starts, properties.zone)
            yield "DTEND", _moment(event.when.ends, properties.zone)
    if event.repeats is not None:
        yield "RRULE", _rule(event.repeats, event.when, properties.course_zone)
        for day in event.repeats.except_on:
            yield "EXDATE", _exception(day, event.when, properties.zone)


def _rule(repeats: Repeats, when: Hours | Day, course_zone: str) -> RecurrenceRule:
    until: dt.date = repeats.until
    if isinstance(when, Hours):
        # FullCalendar loses the last time where UNTIL is its very start.
        local = dt.datetime.combine(repeats.until, _LAST_SECOND)
        until = timezones.in_utc(timezones.first_instant(local, course_zone or "UTC"))
    interval = {"INTERVAL": repeats.weeks} if repeats.weeks > 1 else {}
    return RecurrenceRule({"FREQ": "WEEKLY", **interval, "UNTIL": until})


def _exception(day: dt.date, when: Hours | Day, zone: str) -> vDDDLists:
    if isinstance(when, Day):
        return vDDDLists([day], params={"VALUE": "DATE"})
    moment = _moment(dt.datetime.combine(day, when.starts.timetz()), zone)
    return vDDDLists([moment.dt])


def _alarm(before: dt.timedelta, summary: str) -> Alarm:
    alarm = Alarm()
    alarm["ACTION"] = Text("DISPLAY")
    alarm["DESCRIPTION"] = Text(one_line(summary))
    alarm["TRIGGER"] = MinutesBefore(before)
    return alarm


def _moment(instant: dt.datetime, zone: str) -> vDatetime:
    """An instant in local time with its TZID, or in UTC."""
    return vDatetime(instant if zone else timezones.in_utc(instant))


@lru_cache(maxsize=1024)
def _instant(instant: dt.datetime) -> vDatetime:
    return vDatetime(timezones.in_utc(instant))


@lru_cache(maxsize=1024)
def _sequence(number: int) -> vInt:
    """A SEQUENCE; one that was raised by hand beyond what an INTEGER may be stays at its end."""
    return vInt(min(number, vInt.max))


@lru_cache(maxsize=1024)
def _categories(kind: str, track: str, group: str) -> Categories:
    values = [kind]
    if track or group:
        values.append(one_line(track))
    if group:
        values.append(f"group {one_line(group)}")
    return Categories(values)
