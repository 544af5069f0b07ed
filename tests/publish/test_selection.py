from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planned import entry, planned, schedule
from syllabical import publish
from syllabical.diagnostics import Report
from syllabical.model.edition import Edition
from syllabical.model.event import Event
from syllabical.model.schedule import CourseInfo, Feed, Schedule, Slot, Track
from syllabical.model.syllabus import Kind
from term import NOW

TRACKS = {
    "lecture": Track(at="13:30-15:30"),
    "recitation": Track(
        column="Tutorial",
        at="15:30-16:30",
        groups={"11": Slot(weekday="Monday"), "12": Slot(weekday="Tuesday")},
    ),
}
EVENTS = planned(
    entry("Nets"),
    entry("Python", track="Tutorial"),
    entry("HW1", kind=Kind.HOMEWORK_RELEASE, track="Homework"),
    tracks=TRACKS,
)


def editions(events: tuple[Event, ...] = EVENTS) -> list[Edition]:
    return [
        Edition(event=event, uid=f"0b0a1f6e-0000-5000-8000-{number:012}", stamp=NOW)
        for number, event in enumerate(events)
    ]


def held(**more: Any) -> dict[str, list[str]]:
    report = Report()
    files = publish.files(editions(), schedule(tracks=TRACKS, **more), report)
    assert list(report) == []
    return {name: titles(octets) for name, octets in files.items()}


def titles(octets: bytes) -> list[str]:
    lines = octets.decode().replace("\r\n ", "").split("\r\n")
    return [line.removeprefix("SUMMARY:CS1 ") for line in lines if line.startswith("SUMMARY")]


def test_one_feed_holds_everything_and_others_what_they_ask_for() -> None:
    everything = [
        "HW1 released",
        "Lecture: Nets",
        "Recitation (group 11): Python",
        "Recitation (group 12): Python",
    ]

    assert held(
        feeds={
            "group-11": Feed(group="11"),
            "Sessions": Feed(tracks=("lecture", "Tutorial")),
            "homework.ics": Feed(kinds=(Kind.HOMEWORK_RELEASE, Kind.HOMEWORK_DUE)),
        }
    ) == {
        "cs1.ics": everything,
        "group-11.ics": everything[:3],
        "sessions.ics": everything[1:],
        "homework.ics": everything[:1],
    }


def test_an_event_has_the_same_bytes_in_every_feed() -> None:
    asked = schedule(tracks=TRACKS, feeds={"lectures": Feed(tracks=("lecture",))})
    whole, part = publish.files(editions(), asked, Report()).values()
    start = part.index(b"BEGIN:VEVENT")

    assert part[start : part.index(b"END:VCALENDAR")] in whole


def test_an_empty_feed_is_left_out_and_a_file_taken_twice_is_an_error() -> None:
    report = Report()
    feeds = {"exams": Feed(kinds=(Kind.EXAM,)), "CS1": Feed(group="11")}
    files = publish.files(editions(), schedule(tracks=TRACKS, feeds=feeds), report)

    assert list(files) == ["cs1.ics"]
    assert [f"{said.severity}[{said.code}]: {said.message}" for said in report] == [
        "warning[no-events]: there is no event for `exams.ics`, and a calendar may not be empty",
        "error[feed-name-taken]: two feeds would be written to `cs1.ics`",
    ]


def test_a_course_without_events_has_no_feed() -> None:
    report = Report()

    assert publish.files([], Schedule(), report) == {}
    assert [said.code for said in report] == ["no-events"]


@pytest.mark.parametrize(
    ("course", "file"),
    [
        (CourseInfo(short="CS236605", name="Deep Learning"), "cs236605.ics"),
        (CourseInfo(name="Deep Learning: Theory & Practice"), "deep-learning-theory-practice.ics"),
        (CourseInfo(short="../../etc/passwd"), "etc-passwd.ics"),
        (CourseInfo(short="מבוא 101"), "מבוא-101.ics"),
        (CourseInfo(short="..."), "course.ics"),
        (CourseInfo(), "course.ics"),
    ],
)
def test_a_feed_is_called_after_its_course(course: CourseInfo, file: str) -> None:
    assert publish.main_file(Schedule(course=course)) == file


@given(st.text(max_size=20))
def test_a_file_name_never_leaves_its_folder(name: str) -> None:
    file = publish.main_file(Schedule(course=CourseInfo(short=name)))

    assert file.endswith(".ics")
    assert not set(file) & set('/\\:*?"<>|\n\r\t\x00')
    assert not file.startswith(".")
