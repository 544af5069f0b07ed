r"""Editions as an ICS feed; one of two files that know icalendar.

What a feed says of an edition, so that `read.editions` can hear it:

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
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from icalendar.prop import vText

from syllabical import timezones
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours, Repeats
from syllabical.text import one_line, plain_lines, web_address
from syllabical.vtimezone import Observance

_INTRICATE = re.compile(r"[\\\r]")
_LIMIT = 75
_KIND_OF_OCTET, _CONTINUES = 0xC0, 0x80
_DAY = dt.timedelta(days=1)
_LAST_SECOND = dt.time(23, 59, 59)
_UNTITLED = "(untitled)"
_PRODID = "-//syllabical//syllabical//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
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


def feed(editions: Sequence[Edition], calendar: Calendar, rules: Sequence[Observance]) -> bytes:
    """The bytes of one feed; the editions are in the order in which they are written."""
    stamp = max(edition.stamp for edition in editions)
    found = [
        "BEGIN:VCALENDAR",
        *_calendar_lines(calendar, stamp),
        *_zone_lines(calendar.zone, rules),
    ]
    for edition in editions:
        found += _event_lines(edition, calendar)
    found += ["END:VCALENDAR", ""]
    return "\r\n".join([_folded(line) for line in found]).encode()


def _calendar_lines(calendar: Calendar, stamp: dt.datetime) -> Iterator[str]:
    yield "VERSION:2.0"
    yield f"PRODID:{_PRODID}"
    yield "CALSCALE:GREGORIAN"
    if calendar.name and not calendar.once:
        yield f"NAME:{_text(calendar.name)}"
        yield f"X-WR-CALNAME:{_text(calendar.name)}"
    if calendar.about and not calendar.once:
        yield f"DESCRIPTION:{_text(calendar.about)}"
        yield f"X-WR-CALDESC:{_text(calendar.about)}"
    # No UID of its own (RFC 7986 §5.3): vdirsyncer then takes all events for one.
    if calendar.uid:
        yield f"X-WR-RELCALID:{calendar.uid}"
    yield f"LAST-MODIFIED:{_instant(stamp)}"
    if calendar.course_zone:
        yield f"X-WR-TIMEZONE:{calendar.course_zone}"
    if calendar.once:
        return
    yield "REFRESH-INTERVAL;VALUE=DURATION:PT6H"
    yield "X-PUBLISHED-TTL:PT6H"
    if calendar.source:
        yield f"SOURCE;VALUE=URI:{calendar.source}"
    if calendar.url:
        yield f"URL:{calendar.url}"


def _zone_lines(zone: str, rules: Sequence[Observance]) -> Iterator[str]:
    if not rules:
        return
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone}"
    for rule in rules:
        yield f"BEGIN:{rule.kind}"
        yield f"DTSTART:{rule.onset:%Y%m%dT%H%M%S}"
        yield f"TZOFFSETFROM:{_offset(rule.before)}"
        yield f"TZOFFSETTO:{_offset(rule.after)}"
        yield f"TZNAME:{rule.name}"
        if rule.rule is not None:
            yield f"RRULE:{rule.rule}"
        yield f"END:{rule.kind}"
    yield "END:VTIMEZONE"


def _event_lines(edition: Edition, calendar: Calendar) -> Iterator[str]:
    event = edition.event
    stamp = _instant(edition.stamp)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(edition.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{edition.sequence}"
    yield from _time_lines(event, calendar)
    yield f"SUMMARY:{_text(one_line(event.summary) or _UNTITLED)}"
    if description := "\n".join(plain_lines(event.description)).strip("\n"):
        yield f"DESCRIPTION:{_text(description)}"
    if place := one_line(event.place):
        yield f"LOCATION:{_text(place)}"
    if url := web_address(event.url):
        yield f"URL:{url}"
    yield f"STATUS:{edition.status}"
    busy = event.busy and edition.status is not Status.CANCELLED
    yield "TRANSP:OPAQUE" if busy else "TRANSP:TRANSPARENT"
    yield f"X-MICROSOFT-CDO-BUSYSTATUS:{'BUSY' if busy else 'FREE'}"
    yield _categories(event.kind, event.track, event.group)
    if calendar.once and event.alarm is not None:
        yield from _alarm_lines(event.alarm, event.summary)
    yield "END:VEVENT"


def _time_lines(event: Event, calendar: Calendar) -> Iterator[str]:
    match event.when:
        case Day():
            yield f"DTSTART;VALUE=DATE:{event.when.date:%Y%m%d}"
            yield f"DTEND;VALUE=DATE:{event.when.last + _DAY:%Y%m%d}"
        case Hours():
            yield f"DTSTART{_moment(event.when.starts, calendar.zone)}"
            yield f"DTEND{_moment(event.when.ends, calendar.zone)}"
    if event.repeats is not None:
        yield from _repeat_lines(event.repeats, event.when, calendar)


def _repeat_lines(repeats: Repeats, when: Hours | Day, calendar: Calendar) -> Iterator[str]:
    interval = f";INTERVAL={repeats.weeks}" if repeats.weeks > 1 else ""
    if isinstance(when, Day):
        yield f"RRULE:FREQ=WEEKLY{interval};UNTIL={repeats.until:%Y%m%d}"
        for day in repeats.except_on:
            yield f"EXDATE;VALUE=DATE:{day:%Y%m%d}"
        return
    # FullCalendar loses the last time where UNTIL is its very start.
    until = timezones.first_instant(
        dt.datetime.combine(repeats.until, _LAST_SECOND), calendar.course_zone or "UTC"
    )
    yield f"RRULE:FREQ=WEEKLY{interval};UNTIL={_instant(until)}"
    for day in repeats.except_on:
        starts = dt.datetime.combine(day, when.starts.timetz())
        yield f"EXDATE{_moment(starts, calendar.zone)}"


def _alarm_lines(before: dt.timedelta, summary: str) -> Iterator[str]:
    minutes = int(before.total_seconds()) // 60
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(one_line(summary))}"
    yield f"TRIGGER:-PT{minutes}M"
    yield "END:VALARM"


def _moment(instant: dt.datetime, zone: str) -> str:
    """An instant with its parameter and colon, in local time or in UTC."""
    if not zone:
        return f":{_instant(instant)}"
    return f";TZID={zone}:{instant.year:04}{instant:%m%dT%H%M%S}"


@lru_cache(maxsize=1024)
def _instant(instant: dt.datetime) -> str:
    instant = timezones.in_utc(instant)
    return f"{instant.year:04}{instant:%m%dT%H%M%S}Z"


def _offset(offset: dt.timedelta) -> str:
    sign = "-" if offset < dt.timedelta() else "+"
    minutes, seconds = divmod(int(abs(offset).total_seconds()), 60)
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{seconds:02}" if seconds else "")


@lru_cache(maxsize=1024)
def _categories(kind: str, track: str, group: str) -> str:
    values = [kind]
    if track or group:
        values.append(one_line(track))
    if group:
        values.append(f"group {one_line(group)}")
    return "CATEGORIES:" + ",".join(map(_text, values))


@lru_cache(maxsize=4096)
def _text(text: str) -> str:
    r"""The text as RFC 5545 §3.3.11 escapes it.

    vText takes a backslash before an N for a line break, so that ``\Nabla`` would be torn apart.
    """
    if not _INTRICATE.search(text):
        return text.replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")

    return r"\\N".join(vText(part).to_ical().decode() for part in text.split(r"\N"))


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, cut between characters and not inside an escape."""
    if len(line) <= _LIMIT and line.isascii():
        return line
    octets = line.encode()
    pieces, start, room = [], 0, _LIMIT
    while len(octets) - start > room:
        end = start + room
        while octets[end] & _KIND_OF_OCTET == _CONTINUES:
            end -= 1
        backslashes = end - start - len(octets[start:end].rstrip(b"\\"))
        end -= backslashes % 2
        pieces.append(octets[start:end])
        start, room = end, _LIMIT - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces).decode()
