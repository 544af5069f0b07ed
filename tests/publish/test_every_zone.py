import datetime as dt
import random
from zoneinfo import ZoneInfo, reset_tzpath

import pytest
import vobject.icalendar

import strictly
from syllabical import publish, timezones
from syllabical.diagnostics import Report
from syllabical.model.edition import Edition
from syllabical.model.event import Hours
from syllabical.model.schedule import CourseInfo, Schedule
from term import NOW, event

reset_tzpath(to=())
Meeting = tuple[dt.datetime, dt.datetime]


def drawn(zone: str) -> list[Meeting]:
    draw = random.Random(f"feed of {zone}")  # noqa: S311 (the same terms in every run)
    meetings = []
    for _ in range(2):
        first = dt.date(2015, 1, 1) + dt.timedelta(days=draw.randrange(22 * 365))
        hour = draw.choice((0, 2, 8, 13, 18, 23))
        starts = dt.datetime.combine(first, dt.time(hour, 30))
        for week in range(draw.randrange(4, 30)):
            local = starts + dt.timedelta(weeks=week)
            moments = [
                timezones.localize(local, zone),
                timezones.localize(local + dt.timedelta(hours=2), zone),
            ]
            if all(isinstance(moment, dt.datetime) for moment in moments):
                meetings.append((local, local + dt.timedelta(hours=2)))
        if draw.random() < 0.8:
            break
    return meetings


def feed(meetings: list[Meeting], zone: str) -> tuple[bytes, list[str]]:
    report = Report()
    editions = [
        Edition(
            event=event(
                f"Class {number}", Hours(*(timezones.first_instant(one, zone) for one in meeting))
            ),
            uid=f"0b0a1f6e-0000-5000-8000-{number:012}",
            stamp=NOW,
        )
        for number, meeting in enumerate(meetings)
    ]
    schedule = Schedule(course=CourseInfo(short="CS1"), timezone=zone)
    return publish.main_feed(editions, schedule, report), [said.code for said in report]


def told_by_its_rules_alone(feed: bytes) -> list[tuple[object, ...]]:
    top = strictly.calendar(feed)
    return [
        tuple(
            strictly.instant(line, top) for line in event.lines if line.name in {"DTSTART", "DTEND"}
        )
        for event in top.all("VEVENT")
    ]


def told_by_vobject(feed: bytes) -> list[tuple[object, ...]]:
    known = vars(vobject.icalendar)["__tzidMap"]
    for name in set(known) - {"UTC"}:
        del known[name]
    events = vobject.readOne(feed.decode()).vevent_list
    return [
        tuple(moment.value.astimezone(dt.UTC) for moment in (event.dtstart, event.dtend))
        for event in events
    ]


def real(meetings: list[Meeting], zone: str) -> list[tuple[object, ...]]:
    place = ZoneInfo(zone)
    return [
        tuple(local.replace(tzinfo=place).astimezone(dt.UTC) for local in meeting)
        for meeting in sorted(meetings)
    ]


@pytest.mark.parametrize("zone", timezones.zone_names())
def test_two_readers_of_the_feed_alone_find_the_instants_of_zoneinfo(zone: str) -> None:
    meetings = drawn(zone)
    octets, said = feed(meetings, zone)
    expected = real(meetings, zone)

    assert told_by_its_rules_alone(octets) == expected
    assert told_by_vobject(octets) == expected
    assert said == (
        [] if b"BEGIN:VTIMEZONE" in octets or timezones.is_utc(zone) else ["feed-in-utc"]
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"DTSTART:20190329T020000", b"DTSTART:20190331T140000"),
        (b"TZOFFSETTO:+0300", b"TZOFFSETTO:+0400"),
        (b"DTSTART:20190329T020000", b"DTSTART:20190329T140000"),
        (b"DTSTART:20190329T020000", b"DTSTART:20200327T020000"),
    ],
)
def test_the_readers_would_find_a_rule_that_is_wrong(old: bytes, new: bytes) -> None:
    meetings = [
        (dt.datetime(2019, 3, day, 12), dt.datetime(2019, 3, day, 13))  # noqa: DTZ001 (local)
        for day in (24, 29, 30, 31)
    ]
    octets, _ = feed(meetings, "Asia/Jerusalem")
    expected = real(meetings, "Asia/Jerusalem")

    assert told_by_its_rules_alone(octets) == told_by_vobject(octets) == expected
    assert old in octets
    wrong = octets.replace(old, new)
    assert told_by_its_rules_alone(wrong) != expected
    assert told_by_vobject(wrong) != expected
