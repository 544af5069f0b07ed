import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical import publish, timezones
from syllabical.diagnostics import Report
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours, Repeats
from syllabical.model.schedule import CourseInfo, Schedule
from syllabical.model.syllabus import Kind
from syllabical.text import one_line, plain_lines

ZONE = "Asia/Jerusalem"
STAMP = dt.datetime(2019, 3, 1, 9, 0, tzinfo=dt.UTC)
SCHEDULE = Schedule(
    course=CourseInfo(
        name="Deep Learning", short="CS236605", term="Spring 2019", url="https://course.example/"
    ),
    timezone=ZONE,
    published="https://feeds.example/cs236605.ics",
)
HEAD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//syllabical//syllabical//EN
CALSCALE:GREGORIAN
NAME:CS236605: Deep Learning
X-WR-CALNAME:CS236605: Deep Learning
DESCRIPTION:Deep Learning\\, Spring 2019
X-WR-CALDESC:Deep Learning\\, Spring 2019
X-WR-RELCALID:634b40d6-283a-5ef4-850e-05fe68882580
LAST-MODIFIED:20190301T090000Z
X-WR-TIMEZONE:Asia/Jerusalem
REFRESH-INTERVAL;VALUE=DURATION:PT6H
X-PUBLISHED-TTL:PT6H
SOURCE;VALUE=URI:https://feeds.example/cs236605.ics
URL:https://course.example/
BEGIN:VTIMEZONE
TZID:Asia/Jerusalem
BEGIN:STANDARD
DTSTART:20181028T020000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:IST
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20190329T020000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:IDT
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR
END:DAYLIGHT
END:VTIMEZONE
"""
EVENTS = """\
BEGIN:VEVENT
UID:0b0a1f6e-0000-5000-8000-000000000003
DTSTAMP:20190301T090000Z
LAST-MODIFIED:20190301T090000Z
SEQUENCE:0
DTSTART;VALUE=DATE:20190324
DTEND;VALUE=DATE:20190325
SUMMARY:CS236605 HW1 released
DESCRIPTION:HW1
STATUS:CONFIRMED
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-BUSYSTATUS:FREE
CATEGORIES:homework-release,Homework
END:VEVENT
BEGIN:VEVENT
UID:0b0a1f6e-0000-5000-8000-000000000001
DTSTAMP:20190301T090000Z
LAST-MODIFIED:20190301T090000Z
SEQUENCE:2
DTSTART;TZID=Asia/Jerusalem:20190324T133000
DTEND;TZID=Asia/Jerusalem:20190324T153000
SUMMARY:CS236605 Lecture 2 (group 11): Bayes\\, Gauss
DESCRIPTION:Bayes\\, Gauss\\n\\nslides: https://course.example/a\\;b
LOCATION:Taub 7\\; left
URL:https://course.example/a;b
STATUS:CONFIRMED
TRANSP:OPAQUE
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
CATEGORIES:class,Lecture,group 11
END:VEVENT
BEGIN:VEVENT
UID:0b0a1f6e-0000-5000-8000-000000000002
DTSTAMP:20190301T090000Z
LAST-MODIFIED:20190301T090000Z
SEQUENCE:0
DTSTART;TZID=Asia/Jerusalem:20190331T133000
DTEND;TZID=Asia/Jerusalem:20190331T153000
RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20190428T205959Z
EXDATE;TZID=Asia/Jerusalem:20190414T133000
SUMMARY:CS236605: Office hours
DESCRIPTION:Office hours
STATUS:CONFIRMED
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-BUSYSTATUS:FREE
CATEGORIES:other,Office hours
END:VEVENT
END:VCALENDAR
"""


def hours(day: str, zone: str = ZONE) -> Hours:
    starts = dt.datetime.fromisoformat(f"{day} 13:30")
    return Hours(
        timezones.first_instant(starts, zone),
        timezones.first_instant(starts + dt.timedelta(hours=2), zone),
    )


def edition(number: int, event: Event, sequence: int = 0, **more: Any) -> Edition:
    uid = f"0b0a1f6e-0000-5000-8000-{number:012}"
    made = Edition(event=event, uid=uid, sequence=sequence, stamp=STAMP)
    return replace(made, **more)


LECTURE = Event(
    key="bayes-gauss",
    kind=Kind.CLASS,
    track="Lecture",
    number="2",
    title="Bayes, Gauss",
    summary="CS236605 Lecture 2 (group 11): Bayes, Gauss",
    description="Bayes, Gauss\n\nslides: https://course.example/a;b",
    when=hours("2019-03-24"),
    place="Taub 7; left",
    url="https://course.example/a;b",
    group="11",
)
OFFICE = Event(
    key="office-hours",
    kind=Kind.OTHER,
    track="Office hours",
    title="Office hours",
    summary="CS236605: Office hours",
    description="Office hours",
    when=hours("2019-03-31"),
    busy=False,
    repeats=Repeats(dt.date(2019, 4, 28), 2, (dt.date(2019, 4, 14),)),
)
HOMEWORK = Event(
    key="hw1-released",
    kind=Kind.HOMEWORK_RELEASE,
    track="Homework",
    title="HW1",
    summary="CS236605 HW1 released",
    description="HW1",
    when=Day(dt.date(2019, 3, 24)),
    busy=False,
)
EDITIONS = (edition(1, LECTURE, sequence=2), edition(2, OFFICE), edition(3, HOMEWORK))


def feed(editions: Sequence[Edition] = EDITIONS, schedule: Schedule = SCHEDULE) -> str:
    return publish.main_feed(editions, schedule, Report()).decode()


def test_a_feed_is_written_to_the_letter() -> None:
    assert feed().replace("\r\n", "\n") == HEAD + EVENTS


def test_the_order_of_the_editions_does_not_matter() -> None:
    assert feed(EDITIONS[::-1]) == feed()


def test_icalendar_reads_the_instants_of_both_sides_of_the_clock_change() -> None:
    before = edition(1, LECTURE)
    after = edition(2, replace(LECTURE, when=hours("2019-03-31")))
    found = icalendar.Calendar.from_ical(feed((before, after))).events

    assert [event.decoded("DTSTART").astimezone(dt.UTC).isoformat() for event in found] == [
        "2019-03-24T11:30:00+00:00",
        "2019-03-31T10:30:00+00:00",
    ]


def test_utc_that_is_asked_for_needs_no_time_zone() -> None:
    asked = feed(EDITIONS[:1], Schedule(timezone=ZONE, times="utc"))

    assert "DTSTART:20190324T113000Z\r\nDTEND:20190324T133000Z\r\n" in asked
    assert "VTIMEZONE" not in asked


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "Zulu"])
def test_utc_is_never_a_tzid(zone: str) -> None:
    asked = feed(
        [edition(1, replace(LECTURE, when=hours("2019-03-24", zone)))], Schedule(timezone=zone)
    )

    assert "DTSTART:20190324T133000Z\r\n" in asked
    assert "TZID" not in asked


def test_where_no_rule_fits_the_feed_is_in_utc_and_office_hours_are_told_one_by_one() -> None:
    zone, report = "Africa/Casablanca", Report()
    weekly = replace(OFFICE, when=hours("2019-04-28", zone), repeats=Repeats(dt.date(2019, 5, 12)))
    asked = publish.main_feed([edition(1, weekly)], Schedule(timezone=zone), report).decode()

    assert re.findall(r"DTSTART:(\w+)", asked) == [
        "20190428T123000Z",
        "20190505T133000Z",
        "20190512T133000Z",
    ]
    assert len(set(re.findall(r"(?m)^UID:(.+)\r$", asked))) == 3
    assert [said.code for said in report] == ["feed-in-utc"]


def test_a_rule_that_never_meets_a_clock_change_stays_a_rule_in_utc() -> None:
    weekly = replace(OFFICE, repeats=Repeats(dt.date(2019, 4, 28), 2, (dt.date(2019, 4, 14),)))
    asked = feed([edition(1, weekly)], Schedule(timezone=ZONE, times="utc"))

    assert "DTSTART:20190331T103000Z\r\n" in asked
    assert "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20190428T205959Z\r\n" in asked
    assert "EXDATE:20190414T103000Z\r\n" in asked


def test_what_is_cancelled_is_free_whatever_it_was() -> None:
    asked = feed([edition(1, LECTURE, status=Status.CANCELLED)])

    assert "STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE" in asked


def test_several_days_end_on_the_day_after_the_last() -> None:
    off = replace(HOMEWORK, when=Day(dt.date(2019, 4, 19), dt.date(2019, 4, 26)))

    assert "DTSTART;VALUE=DATE:20190419\r\nDTEND;VALUE=DATE:20190427\r\n" in feed([edition(1, off)])


def test_a_backslash_before_an_n_is_no_line_break() -> None:
    title = r"\Nabla and C:\New; \nu, \\N"
    asked = feed([edition(1, replace(LECTURE, summary=title))])
    [found] = icalendar.Calendar.from_ical(asked).events

    assert r"SUMMARY:\\Nabla and C:\\New\; \\nu\, \\\\N" in asked
    assert str(found["SUMMARY"]) == title


def test_the_file_for_importing_once_reminds_and_does_not_refresh() -> None:
    due = replace(HOMEWORK, alarm=dt.timedelta(days=2))
    gone = edition(2, LECTURE, status=Status.CANCELLED)
    [(name, octets)] = publish.import_files([edition(1, due), gone], SCHEDULE, Report()).items()
    asked = octets.decode()

    assert name == "cs236605.ics"
    assert (
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:CS236605 HW1 released\r\nTRIGGER:-PT2880M"
        in asked
    )
    assert not re.search("NAME|REFRESH|TTL|SOURCE|CANCELLED|Bayes", asked)
    assert "VALARM" not in feed([edition(1, due)])


any_text = st.text(st.characters(codec=None), max_size=300) | st.text(
    '\\N,;:"\r\n\t\x00 é😀\u202e\ud800', max_size=300
)


@given(any_text, any_text, any_text)
def test_no_text_breaks_out_of_its_property(title: str, description: str, place: str) -> None:
    told = replace(LECTURE, summary=title, description=description, place=place, track=place)
    octets = publish.main_feed([edition(1, told)], SCHEDULE, Report())
    lines = octets.split(b"\r\n")
    [found] = icalendar.Calendar.from_ical(octets).events

    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])
    assert not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|(?<!\r)\n", octets)
    assert octets.count(b"\r\nBEGIN:VEVENT") == 1
    assert str(found["SUMMARY"]) == (one_line(title) or "(untitled)")
    assert str(found.get("DESCRIPTION", "")) == "\n".join(plain_lines(description)).strip("\n")
    assert str(found.get("LOCATION", "")) == one_line(place)
