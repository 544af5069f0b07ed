import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical import lint
from syllabical.diagnostics import Report, Severity

GOOD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//test//EN
X-WR-CALNAME:Algorithms\\, part two
REFRESH-INTERVAL;VALUE=DURATION:PT6H
BEGIN:VTIMEZONE
TZID:Asia/Jerusalem
BEGIN:STANDARD
DTSTART:20181028T020000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20180323T020000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:2c8e8f0e-0d0f-5c0b-8a3c-000000000001
DTSTAMP:20190101T000000Z
LAST-MODIFIED:20190101T000000Z
SEQUENCE:0
DTSTART;TZID=Asia/Jerusalem:20190324T133000
DTEND;TZID=Asia/Jerusalem:20190324T153000
SUMMARY:Lecture 2: Trees\\, forests
DESCRIPTION:Trees\\nand forests
STATUS:CONFIRMED
TRANSP:OPAQUE
END:VEVENT
BEGIN:VEVENT
UID:2c8e8f0e-0d0f-5c0b-8a3c-000000000002
DTSTAMP:20190101T000000Z
DTSTART;VALUE=DATE:20190421
DTEND;VALUE=DATE:20190422
SUMMARY:No class
END:VEVENT
BEGIN:VEVENT
UID:2c8e8f0e-0d0f-5c0b-8a3c-000000000003
DTSTAMP:20190101T000000Z
DTSTART;TZID=Asia/Jerusalem:20190318T090000
DTEND;TZID=Asia/Jerusalem:20190318T100000
RRULE:FREQ=WEEKLY;UNTIL=20190617T205959Z
EXDATE;TZID=Asia/Jerusalem:20190422T090000
SUMMARY:Office hours
END:VEVENT
END:VCALENDAR
"""


def said(feed: str | bytes) -> list[tuple[str, int]]:
    content = feed if isinstance(feed, bytes) else feed.replace("\n", "\r\n").encode()
    report = Report()
    lint.feed(content, "feed.ics", report)
    return [(fault.code, fault.at.place[0] if fault.at else 0) for fault in report]


def test_nothing_is_said_of_a_good_feed() -> None:
    assert said(GOOD) == []


FAULTS = [
    ("VERSION:2.0\n", "", [("version-missing", 1)]),
    ("VERSION:2.0", "VERSION:1.0", [("version-missing", 2)]),
    ("PRODID:-//test//test//EN\n", "", [("prodid-missing", 1)]),
    ("VERSION:2.0", "VERSION:2.0\nVERSION:2.0", [("property-twice", 3)]),
    ("VERSION:2.0", "VERSION:2.0\nMETHOD:REQUEST", [("method-is-a-message", 3)]),
    ("VERSION:2.0", "VERSION:2.0\nCOLOR:#336699", [("colour-not-a-name", 3)]),
    (";VALUE=DURATION:PT6H", ":PT6H", [("value-type-missing", 5)]),
    ("DURATION:PT6H", "DURATION:6 hours", [("duration-unreadable", 5)]),
    ("Algorithms\\,", "Algorithms,", [("text-not-escaped", 4)]),
    ("TZID:Asia/Jerusalem", "TZID:Asia/Amman", [("zone-unused", 6), ("zone-undefined", 26)]),
    ("BYDAY=-1FR", "BYDAY=1FR", [("zone-wrong", 26)]),
    ("BYMONTH=3;BYDAY=-1FR", "BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR",
     [("zone-rule-not-simple", 14)]),
    ("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR", "RDATE:20190329T020000",
     [("zone-lists-dates", 14)]),
    ("UID:2c8e8f0e-0d0f-5c0b-8a3c-000000000002\n", "", [("property-missing", 33)]),
    ("000000000002", "000000000001", [("uid-twice", 34)]),
    ("DTSTAMP:20190101T000000Z\nLAST", "DTSTAMP:20190101T000000\nLAST", [("stamp-not-utc", 23)]),
    ("SEQUENCE:0", "SEQUENCE:first", [("sequence-unreadable", 25)]),
    ("Trees\\, forests", "Trees; forests", [("text-not-escaped", 28)]),
    ("Trees\\nand", "Trees\\xand", [("text-not-escaped", 29)]),
    ("Trees\\nand", "<b>Trees</b> and", [("html-in-text", 29)]),
    ("SUMMARY:No class", "SUMMARY:No class\nSTATUS:OFF", [("status-unknown", 39)]),
    ("SUMMARY:No class", "SUMMARY:No class\nSTATUS:CANCELLED", [("cancelled-but-busy", 39)]),
    ("TRANSP:OPAQUE", "BEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM", [("alarm-without-trigger", 31)]),
    ("TRANSP:OPAQUE", "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nEND:VALARM",
     [("alarm-in-feed", 31)]),
    ("TRANSP:OPAQUE", "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:15 min\nEND:VALARM",
     [("alarm-without-trigger", 33)]),
    ("TRANSP:OPAQUE",
     "BEGIN:VALARM\nACTION:NONE\nTRIGGER;VALUE=DATE-TIME:19760401T005545Z\nEND:VALARM", []),
    ("UNTIL=20190617T205959Z", "COUNT=1", [("repeats-once", 45)]),
    ("UNTIL=20190617T205959Z", "COUNT=9;UNTIL=20190617T205959Z", [("rule-unreadable", 45)]),
    ("RRULE:FREQ=WEEKLY", "RRULE:FREQ=OFTEN", [("rule-unreadable", 45)]),
    ("RRULE:FREQ=YEARLY;BYMONTH=3;", "RRULE:FREQ=YEARLY;BYMONTH=99;", [("zone-wrong", 46)]),
    ("DTSTART;VALUE=DATE:20190421", "DTSTART;VALUE=DATE:00010101", [("date-unreadable", 36)]),
    ("DTEND;VALUE=DATE:20190422", "DURATION:P" + "9" * 20 + "W", [("duration-unreadable", 37)]),
    ("UNTIL=20190617T205959Z", "UNTIL=99991231T235959Z", []),
    ("Jerusalem:20190422T090000", "Jerusalem:20190318T090000", []),
    ("END:STANDARD\n", ("END:STANDARD\nBEGIN:STANDARD\nDTSTART:20171029T020000\n"
     "TZOFFSETFROM:+0300\nTZOFFSETTO:+0200\nEND:STANDARD\n"), [("zone-has-many-halves", 6)]),
    ("VALUE=DATE:20190421", "VALUE=DATE:20190431", [("date-unreadable", 36)]),
    ("DTSTART;VALUE=DATE:20190421", "DTSTART:20190421", [("value-type-missing", 36)]),
    ("DTEND;VALUE=DATE:20190422", "DTEND;VALUE=DATE:20190421", [("event-ends-too-early", 37)]),
    ("DTEND;VALUE=DATE:20190422", "DTEND:20190422T000000Z", [("end-of-other-type", 37)]),
    ("DTEND;VALUE=DATE:20190422", "DURATION:P1D", [("day-with-duration", 37)]),
    ("TRANSP:OPAQUE", "TRANSP:OPAQUE\nDURATION:PT1H", [("end-and-duration", 32)]),
    ("20190617T205959Z", "20190617T235959", [("until-not-utc", 45)]),
    ("20190617T205959Z", "20190617T060000Z", [("until-at-start", 45)]),
    ("Jerusalem:20190422T090000", "Jerusalem:20190423T090000", [("exception-hits-nothing", 46)]),
    ("END:VEVENT\nEND:VCALENDAR", "END:VCALENDAR", [("component-not-ended", 40)]),
    ("SUMMARY:No class\nEND:VEVENT\n", "SUMMARY:No class\nSTATUS:OFF\n",
     [("component-not-ended", 33), ("status-unknown", 39)]),
    ("TRANSP:OPAQUE", "BEGIN:VALARM\nACTION:NONE\nTRIGGER:-PT5M",
     [("component-not-ended", 31)]),
    ("END:VEVENT\nEND:VCALENDAR", "END:VEVENT\nEND:VEVENT\nEND:VCALENDAR",
     [("component-not-ended", 49)]),
    ("SUMMARY:No class\nEND:", "SUMMARY:No class\nEND;A:", [("content-line-broken", 39)]),
    ("SUMMARY:No class", "SUMMARY:No class\nX-A;B=c", [("content-line-broken", 39)]),
    ("SUMMARY:No class", "SUMMARY:No class\nX-A;B:c", [("content-line-broken", 39)]),
    ("SUMMARY:No class", "SUMMARY:No class\nX A:c", [("content-line-broken", 39)]),
    ("SUMMARY:No class", 'SUMMARY:No class\nX-A;B="c:d",e;F=g:h', []),
    ("SUMMARY:No class", "SUMMARY:No class\nat all", [("content-line-broken", 39)]),
    ("VERSION:2.0", 'X-NOTE;A="b:c\nVERSION:2.0', [("content-line-broken", 2)]),
    ("PRODID:-//test//test//EN\n", "", [("prodid-missing", 1)]),
    ("END:VCALENDAR\n", "X-LAST:1\nEND:VCALENDAR\n", [("property-after-component", 49)]),
    ("END:VCALENDAR\n", "END:VCALENDAR\nX-LAST:1\n", [("outside-calendar", 50)]),
    ("END:VCALENDAR\n", "END:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n",
     [("several-calendars", 50)]),
    ("END:VCALENDAR\n", "BEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR\n", [("task-not-shown", 49)]),
    ("SUMMARY:No class", "SUMMARY:" + "No class " * 6 + "\n " + "and so " * 9 + "\n " * 1 +
     "on " * 20 + "\n " + "on " * 20 + "\n " + "on " * 20, [("title-too-long", 38)]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS)
def test_each_fault_is_found_at_its_line(
    old: str, new: str, expected: list[tuple[str, int]]
) -> None:
    assert old in GOOD

    assert said(GOOD.replace(old, new, 1)) == expected


def test_a_zone_without_its_standard_half_is_half_a_zone() -> None:
    feed = re.sub(r"BEGIN:STANDARD.*END:STANDARD\n", "", GOOD, flags=re.DOTALL)

    assert ("zone-half-missing", 6) in said(feed)


def test_it_is_said_by_how_much_a_zone_is_wrong() -> None:
    feed = GOOD.replace("BYMONTH=3;BYDAY=-1FR", "BYMONTH=3;BYDAY=1FR")
    report = Report()

    lint.feed(feed.replace("\n", "\r\n").encode(), "feed.ics", report)

    assert [(fault.message, fault.help) for fault in report] == [
        (
            "the VTIMEZONE of `Asia/Jerusalem` is +1 h off here",
            (
                "calendars that believe it show `Lecture 2: Trees\\, forests` at another hour than"
                " the others"
            ),
        )
    ]


def test_a_time_without_a_zone_floats() -> None:
    feed = GOOD.replace(";TZID=Asia/Jerusalem:20190324", ":20190324")

    assert said(feed) == [("time-floating", 26), ("time-floating", 27)]


def test_windows_names_of_zones_are_not_known_everywhere() -> None:
    feed = GOOD.replace("Asia/Jerusalem", "Israel Standard Time")

    assert said(feed) == [("zone-not-iana", 26)]


def test_the_bytes_are_looked_at() -> None:
    good = GOOD.replace("\n", "\r\n").encode()

    assert said(b"\xef\xbb\xbf" + good) == [("byte-order-mark", 1)]
    assert said(GOOD.encode()) == [("line-end-not-crlf", 1)]
    assert said(GOOD.replace("\n", "\r").encode()) == [("line-end-not-crlf", 1)]
    assert said(good.replace(b"No class", b"No\x0bclass")) == [("control-character", 38)]
    assert said(good.replace(b"No class", b"No class " * 9)) == [("line-too-long", 38)]
    assert said(good.replace(b"No class", b"caf\xe9")) == [("not-utf-8", 38)]
    split = good.replace(b"No class", b"caf\xc3\r\n \xa9")
    assert said(split) == [("fold-splits-character", 38)]


def test_a_page_is_no_feed() -> None:
    codes = [code for code, _ in said("<!doctype html>\n<p>404</p>\n")]

    assert codes == ["content-line-broken", "content-line-broken", "no-calendar"]


def test_an_empty_calendar_loses_every_event() -> None:
    feed = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n"

    assert said(feed) == [("calendar-empty", 1)]


@given(st.integers(0, len(GOOD)), st.integers(0, 40), st.binary(max_size=20))
def test_no_damage_is_too_much(start: int, length: int, put: bytes) -> None:
    content = GOOD.replace("\n", "\r\n").encode()

    said(content[:start] + put + content[start + length :])


BAD = Path(__file__).parents[2].parent / "shared" / "conformance" / "bad"


@pytest.mark.skipif(not BAD.is_dir(), reason="the collection of bad feeds is not here")
def test_every_feed_of_the_bad_collection_is_faulted() -> None:
    for path in sorted(BAD.glob("*.ics")):
        report = Report()

        lint.feed(path.read_bytes(), path.name, report)

        faults = [f for f in report if f.code not in {"zone-has-many-halves", "line-too-long"}]
        harmless = path.name.startswith("03-")
        assert faults or harmless, path.name
        assert any(f.severity is not Severity.NOTE for f in report), path.name
