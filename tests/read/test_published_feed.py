import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabical import publish, read, timezones
from syllabical.diagnostics import Report
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours, Repeats
from syllabical.model.schedule import CourseInfo, Schedule
from syllabical.model.syllabus import Kind
from syllabical.text import one_line
from term import NOW, ZONE, at, day, event

SCHEDULE = Schedule(course=CourseInfo(short="AL1"), timezone=ZONE)
UID = "0b0a1f6e-0000-5000-8000-{:012}"


def edition(place: int, said: Event, **more: Any) -> Edition:
    made = Edition(event=replace(said, key=""), uid=UID.format(place), stamp=NOW)
    return replace(made, **more)


EDITIONS = (
    edition(1, event("Graphs, trees; \\heaps", at(day(0)), number="3", place="Room 5, left")),
    edition(2, event("HW1", day(0), kind=Kind.HOMEWORK_RELEASE, track="Homework", number="1",
                     description="HW1\n\nReading: all of it\nhttps://x.org/a,b", busy=False)),
    edition(3, event("Break", Day(day(1), day(1, 3)), kind=Kind.NO_CLASS, track="", busy=False),
            sequence=4),
    edition(4, event("גרפים ועצים", at(day(2)), track="הרצאה", group="11",
                     url="https://x.org/?a=1;b"), status=Status.TENTATIVE),
    edition(5, event("Office hours", at(day(0, 2)), kind=Kind.OTHER, track="",
                     repeats=Repeats(day(14, 2), 2, (day(2, 2), day(6, 2))))),
    edition(6, event("Moved away", at(day(9)), busy=False), status=Status.CANCELLED, sequence=1),
)  # fmt: skip


def feed(editions: Sequence[Edition] = EDITIONS, schedule: Schedule = SCHEDULE) -> bytes:
    return publish.main_feed(editions, schedule, Report())


def heard(feed: bytes | None) -> tuple[list[Edition], list[tuple[str, str]]]:
    report = Report()
    found = read.published_editions(feed, "algo.ics", report)
    lines = [f"{said.at.place[0]}" if said.at else "" for said in report]
    said = [f"{said.severity} {said.code}" for said in report]
    return sorted(found, key=lambda one: one.uid), list(zip(said, lines, strict=True))


def test_what_was_published_is_read_back() -> None:
    assert heard(feed()) == (list(EDITIONS), [])


def test_what_was_published_in_utc_is_read_back_in_the_courses_hours() -> None:
    utc = Schedule(course=CourseInfo(short="AL1"), timezone="America/New_York", times="utc")
    evening = at(day(1), 21, zone="America/New_York")
    weekly = edition(1, event("Talk", evening, repeats=Repeats(day(9), 1, (day(2), day(4)))))

    assert heard(feed([weekly], utc)) == ([weekly], [])
    assert b"Z\r\n" in feed([weekly], utc)


def test_a_group_without_a_track_is_heard_as_a_group() -> None:
    talk = event("Talk", at(day(0)), track="", group="11", summary="Talk", number=None)
    one = edition(1, talk)

    assert b"CATEGORIES:class,,group 11\r\n" in feed([one])
    assert heard(feed([one])) == ([one], [])


def test_no_feed_is_nothing_to_say() -> None:
    assert heard(None) == ([], [])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"\r\n  \r\n",
        lambda _: b"<!DOCTYPE html>\n<h1>502 Bad Gateway</h1>\n",
        lambda _: b"\x00\xff" * 50,
        lambda feed: feed + b" " * 100_000_000,
    ],
    ids=["empty", "blank", "error page", "no text", "100 MB"],
)
def test_what_is_no_feed_stops_the_build(spoil: Callable[[bytes], bytes]) -> None:
    assert heard(spoil(feed())) == ([], [("error previous-feed-unreadable", "1")])


@pytest.mark.parametrize("last", [b"DTSTART", b"END:VEVENT\r\n", b"SUMM", b"BEGIN:VTIMEZONE\r\n"])
def test_a_feed_that_breaks_off_stops_the_build_at_its_last_line(last: bytes) -> None:
    cut = feed()[: feed().rindex(last) + len(last)]
    end = str(len(cut.splitlines()))

    assert heard(cut) == ([], [("error previous-feed-unreadable", end)])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda feed: feed.replace(b"\r\n", b"\n"), [("note previous-feed-damaged", "1")]),
        (lambda feed: feed.replace(b"\r\n", b"\r"), [("note previous-feed-damaged", "1")]),
        (lambda feed: b"\xef\xbb\xbf" + feed, [("note previous-feed-damaged", "1")]),
        (lambda feed: feed.replace(b"\r\nBEGIN", b"\r\n\r\nBEGIN", 1), []),
        (
            lambda feed: feed.replace(b"PRODID:-//syllabical//syllabical//EN", b"PRODID:-//G//EN"),
            [("warning previous-feed-foreign", "3")],
        ),
        (
            lambda feed: feed.replace(b"PRODID:-//syllabical//syllabical//EN\r\n", b""),
            [("warning previous-feed-foreign", "1")],
        ),
    ],
    ids=["LF", "CR", "byte order mark", "empty lines", "another tool", "no tool"],
)
def test_a_feed_changed_on_its_way_is_read_all_the_same(
    spoil: Callable[[bytes], bytes], said: list[tuple[str, str]]
) -> None:
    assert heard(spoil(feed())) == (list(EDITIONS), said)


ONE = edition(1, event("Graphs", at(day(0)), place="Room 5"), sequence=2)


@pytest.mark.parametrize(
    ("old", "new", "change", "said"),
    [
        ("SEQUENCE:2", "SEQUENCE:two", {"sequence": 0}, True),
        ("SEQUENCE:2", "SEQUENCE:2\r\nSEQUENCE:7\r\nSEQUENCE:3", {"sequence": 7}, False),
        ("SEQUENCE:2\r\n", "", {"sequence": 0}, False),
        ("DTSTAMP:20260220T090000Z\r\n", "", {}, False),
        ("DTSTAMP:20260220T090000Z", "DTSTAMP:yesterday", {}, True),
        (
            "LAST-MODIFIED:20260220T090000Z\r\nSEQ",
            "LAST-MODIFIED:20260221T090000Z\r\nSEQ",
            {"stamp": NOW + dt.timedelta(days=1)},
            False,
        ),
        ("STATUS:CONFIRMED", "STATUS:MAYBE", {}, False),
        ("LOCATION:Room 5", 'LOCATION:Room\r\n  5\r\nX-FOO;A="b:c":d', {}, False),
        ("BEGIN:VEVENT", "begin:vevent", {}, False),
        ("STATUS:CONFIRMED", "STATUS:CONFIRMED\r\nlost line", {}, True),
        (
            "STATUS:CONFIRMED",
            "STATUS:CONFIRMED\r\nBEGIN:VALARM\r\nSUMMARY:x\r\nUID:other\r\nEND:VALARM",
            {},
            False,
        ),
    ],
)  # fmt: skip
def test_a_line_edited_by_hand_costs_no_more_than_that_line(
    old: str,
    new: str,
    change: dict[str, Any],
    said: bool,  # noqa: FBT001 (a column of a table)
) -> None:
    text = feed([ONE]).decode()
    assert old in text
    place = text.index("BEGIN:VEVENT")

    found, told = heard((text[:place] + text[place:].replace(old, new, 1)).encode())

    assert found == [replace(ONE, **change)]
    assert [code for code, _ in told] == ["warning previous-feed-damaged"] * said


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("SEQUENCE:2", "SEQUENCE:two", 4, "the SEQUENCE `two` is no number; it counts as 0"),
        ("SEQUENCE:2", "SEQUENCE:-2", 4, "the SEQUENCE `-2` is no number; it counts as 0"),
        (
            "DTSTAMP:20260220T090000Z",
            "DTSTAMP:yesterday",
            2,
            "the DTSTAMP `yesterday` is no moment; it is passed over",
        ),
        (
            "DTSTART;TZID=Asia/Jerusalem:20260302T100000",
            "DTSTART:20260230",
            5,
            "the DTSTART `20260230` is no moment; it is told apart by its title alone",
        ),
        (
            "DTSTART;TZID=Asia/Jerusalem:20260302T100000",
            "DTSTART:P1D",
            5,
            "the DTSTART `P1D` is no moment; it is told apart by its title alone",
        ),
        (
            "DTSTART;TZID=Asia/Jerusalem:20260302T100000\r\n",
            "",
            0,
            "an event does not start; it is told apart by its title alone",
        ),
        (
            "DTEND;TZID=Asia/Jerusalem:20260302T120000",
            "DTEND;TZID=Asia/Jerusalem:20260302T1200",
            6,
            "the DTEND `20260302T1200` cannot be read; it is passed over",
        ),
        (
            "DTEND;TZID=Asia/Jerusalem:20260302T120000",
            "DTEND:20260302",
            6,
            (
                "the event that starts at `20260302T100000` does not end later; it is taken to last"
                " an hour or a day"
            ),
        ),
        (
            "DTEND;TZID=Asia/Jerusalem:20260302T120000",
            "DURATION:P99999999D",
            5,
            (
                "the event that starts at `20260302T100000` does not end later; it is taken to last"
                " an hour or a day"
            ),
        ),
        (
            "STATUS:CONFIRMED",
            "RRULE:FREQ=DAILY;COUNT=3",
            10,
            "the RRULE `FREQ=DAILY;COUNT=3` is not weekly up to a day; it is passed over",
        ),
        (
            "STATUS:CONFIRMED",
            "RRULE:FREQ=WEEKLY;INTERVAL=0;UNTIL=20260401",
            10,
            (
                "the RRULE `FREQ=WEEKLY;INTERVAL=0;UNTIL=20260401` is not weekly up to a day; it is"
                " passed over"
            ),
        ),
        (
            "STATUS:CONFIRMED",
            "RRULE:FREQ=WEEKLY;UNTIL=soon",
            10,
            "the RRULE `FREQ=WEEKLY;UNTIL=soon` is not weekly up to a day; it is passed over",
        ),
        (
            "STATUS:CONFIRMED",
            "lost line",
            10,
            "`lost line` is no line of a feed; it is passed over",
        ),
        (
            "STATUS:CONFIRMED",
            "GEO:north",
            10,
            "the GEO `north` cannot be read; it is passed over",
        ),
        (
            "LOCATION:Room 5",
            'LOCATION;X-A="b:Room 5',
            9,
            'the parameters of `LOCATION;X-A="b:Room 5` cannot be read; it is read without them',
        ),
        ("UID", "XID", 0, "an event of the feed published before has no UID; it is passed over"),
        (
            "STATUS:CONFIRMED",
            "RECURRENCE-ID:20260302T100000Z",
            0,
            "an event says when else another one recurs; it is passed over",
        ),
        (
            "END:VEVENT",
            "END:VTODO",
            15,
            "the event of line 29 does not end before `END:VCALENDAR`; it is taken to end there",
        ),
    ],
)
def test_each_fault_is_told_at_its_line(old: str, new: str, line: int, message: str) -> None:
    spoilt = feed([ONE])
    place = spoilt.index(b"BEGIN:VEVENT")
    begin = spoilt[:place].count(b"\n") + 1
    report = Report()

    read.published_editions(
        spoilt[:place] + spoilt[place:].replace(old.encode(), new.encode(), 1), "algo.ics", report
    )

    told = [(said.message, said.at and said.at.place) for said in report]
    assert told == [(message, (begin + line, 1))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("DTSTART;TZID=Asia/Jerusalem:20260302T100000", "DTSTART;TZID=\x04:20260302T100000"),
        ("DTSTART;TZID=Asia/Jerusalem:20260302T100000", "DTSTART;VALUE=GEO:20260302T100000"),
        ("DTSTART;TZID=Asia/Jerusalem:20260302T100000", "DTSTART;TZID=Asia/Tokyo:20260302T080000Z"),
        ("CATEGORIES:", "CATEGORIES;VALUE=TEXT:"),
        ("SUMMARY:", "SUMMARY;;:"),
        ("UID:", "UID;VALUE=BINARY:"),
    ],
)
def test_a_value_outlives_its_parameters(old: str, new: str) -> None:
    text = feed([ONE])
    assert old.encode() in text

    found, said = heard(text.replace(old.encode(), new.encode(), 1))

    assert found == [ONE]
    assert [code for code, _ in said] == ["warning previous-feed-damaged"]


@pytest.mark.parametrize(
    ("old", "new", "when"),
    [
        ("DTSTART;TZID=Asia/Jerusalem:20260302T100000", "DTSTART:20260230", Day(NOW.date())),
        ("DTSTART;TZID=Asia/Jerusalem:20260302T100000\r\n", "", Day(NOW.date())),
        ("DTEND;TZID=Asia/Jerusalem:20260302T120000", "DTEND:20260302T010000Z", at(day(0), 10, 1)),
        ("DTEND;TZID=Asia/Jerusalem:20260302T120000\r\n", "", at(day(0), 10, 1)),
    ],
)
def test_an_event_with_a_bad_day_keeps_its_name(old: str, new: str, when: Hours | Day) -> None:
    found, told = heard(feed([ONE]).replace(old.encode(), new.encode()))

    assert found == [replace(ONE, event=replace(ONE.event, when=when))]
    assert [code for code, _ in told] == ["warning previous-feed-damaged"]


def test_a_duration_stands_for_an_end() -> None:
    spoilt = feed([ONE]).replace(b"DTEND;TZID=Asia/Jerusalem:20260302T120000", b"DURATION:PT2H")

    assert heard(spoilt) == ([ONE], [])


def test_an_event_without_a_uid_is_passed_over_at_its_line() -> None:
    text = feed([ONE]).replace(f"UID:{ONE.uid}\r\n".encode(), b"")
    line = text[: text.index(b"BEGIN:VEVENT")].count(b"\n") + 1

    assert heard(text) == ([], [("warning previous-feed-damaged", str(line))])


def test_of_two_events_with_one_uid_the_higher_sequence_counts() -> None:
    older = replace(ONE, sequence=1, stamp=NOW + dt.timedelta(days=9))

    found, said = heard(feed([ONE, older]))

    assert (found, [code for code, _ in said]) == ([ONE], ["warning previous-uid-twice"])


def test_bytes_that_are_not_utf_8_are_read_as_latin_1() -> None:
    german = edition(1, event("Einführung", day(0)))

    found, said = heard(feed([german]).decode().encode("latin-1"))

    assert (found, [code for code, _ in said]) == ([german], ["warning previous-feed-damaged"])


def test_a_fold_may_split_a_character() -> None:
    hebrew = edition(1, event("א" * 30, day(0)))
    text = feed([hebrew]).replace(b"\r\n ", b"")
    place = text.index("א".encode()) + 21

    assert heard(text[:place] + b"\r\n " + text[place:])[0] == [hebrew]


text_of_a_page = st.text(max_size=60).map(one_line).filter(bool)
instants = st.datetimes(dt.datetime(2015, 1, 1), dt.datetime(2037, 1, 1)).map(  # noqa: DTZ001 (local)
    lambda local: local.replace(second=0, microsecond=0)
)


@st.composite
def any_edition(draw: st.DrawFn) -> Edition:
    zone = draw(st.sampled_from(["Asia/Jerusalem", "America/New_York", "Asia/Kolkata"]))
    starts = timezones.first_instant(draw(instants), zone)
    ends = timezones.in_zone(starts + dt.timedelta(minutes=draw(st.integers(1, 2000))), zone)
    title = draw(text_of_a_page)
    said = event(
        title,
        Hours(starts, ends),
        track=draw(st.sampled_from(["Lecture", "group therapy", "תרגול, מעבדה"])),
        summary=draw(text_of_a_page),
        description=f"{title}\n\n{draw(text_of_a_page)}",
        place=draw(text_of_a_page),
        group=draw(st.sampled_from(["", "11", "group B; left"])),
        busy=draw(st.booleans()),
        key="",
    )
    return Edition(
        event=said,
        uid=str(draw(st.uuids())),
        sequence=draw(st.integers(0, 99)),
        stamp=draw(instants).replace(tzinfo=dt.UTC),
    )


@settings(max_examples=60, deadline=None)
@given(any_edition(), st.sampled_from(["local", "utc"]))
def test_whatever_is_published_is_read_back(one: Edition, times: str) -> None:
    assert isinstance(one.event.when, Hours)
    zone = str(one.event.when.starts.tzinfo)
    schedule = Schedule(timezone=zone, times="utc" if times == "utc" else "local")

    found, said = heard(feed([one], schedule))

    assert ([replace(e, event=replace(e.event, number=None)) for e in found], said) == ([one], [])


@settings(max_examples=30, deadline=None)
@given(st.lists(any_edition(), min_size=1, max_size=4, unique_by=lambda one: one.uid))
def test_icalendar_reads_the_same_of_a_feed(editions: list[Edition]) -> None:
    bytes_ = feed(editions, Schedule(timezone="Asia/Jerusalem"))
    theirs = {
        str(event["UID"]): (event.start, event.end, str(event["SUMMARY"]), str(event["LOCATION"]),
                            str(event["DESCRIPTION"]), event.sequence, event.stamp)
        for event in icalendar.Calendar.from_ical(bytes_).events
    }  # fmt: skip

    ours = {}
    for one in heard(bytes_)[0]:
        assert isinstance(one.event.when, Hours)
        when, told = one.event.when, one.event
        words = (told.summary, told.place, told.description)
        ours[one.uid] = (when.starts, when.ends, *words, one.sequence, one.stamp)
    assert ours == theirs


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_bytes_make_it_fall(data: st.DataObject) -> None:
    text = bytearray(feed())
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        text[start:end] = data.draw(st.binary(max_size=10))

    found, _ = heard(bytes(text))

    assert len({one.uid for one in found}) == len(found)


SIGNS = b'\r\n :;,=\\"ZT09-\x00\xff\xc3' + b"BEGIN:VEVENT END:VALARM TZID=VALUE="


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_an_event_whose_lines_are_untouched_is_read_as_it_was(data: st.DataObject) -> None:
    whole = feed()
    starts = [found.start() for found in re.finditer(b"BEGIN:VEVENT", whole)]
    ends = [found.end() for found in re.finditer(b"END:VEVENT\r\n", whole)]
    victim = data.draw(st.integers(0, len(starts) - 1))
    start, end = starts[victim] + len(b"BEGIN:VEVENT\r\n"), ends[victim] - len(b"END:VEVENT\r\n")
    event = bytearray(whole[start:end])
    for _ in range(data.draw(st.integers(1, 4))):
        first = data.draw(st.integers(0, len(event)))
        last = data.draw(st.integers(first, min(len(event), first + 30)))
        event[first:last] = bytes(data.draw(st.lists(st.sampled_from(SIGNS), max_size=12)))
    spoilt = (
        whole[:start] + bytes(event) + (b"" if event.endswith(b"\n") else b"\r\n") + whole[end:]
    )

    found, _ = heard(spoilt)

    others = re.findall(rb"UID:(\S+)", whole[: starts[victim]] + whole[ends[victim] :])
    kept = {one.uid: one for one in found}
    assert [kept.get(uid.decode()) for uid in others] == [
        next(one for one in EDITIONS if one.uid == uid.decode()) for uid in others
    ]
