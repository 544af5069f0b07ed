import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from rows import course
from syllabical import check
from syllabical.diagnostics import Report
from syllabical.model.course import Course
from syllabical.model.event import Day, Event, Hours
from syllabical.model.schedule import CourseInfo, Rules, Schedule
from syllabical.model.syllabus import Kind, Syllabus, Week
from syllabical.source import Source, Span

ZONE = ZoneInfo("Asia/Jerusalem")
PAGE = Source("page.md", "".join(f"line {n}\n" for n in range(9)))


def said(of: Course) -> str:
    report = Report()
    check.course(of, report)
    return "\n".join(f"{one.at} {one.severity} {one.code}: {one.message}" for one in report)


def line(number: int) -> Span:
    start = PAGE.offset(number)
    return PAGE.span(start, start + 6)


def event(kind: Kind, date: str, at: int, **more: object) -> Event:
    until = more.pop("until", None)
    hours = str(more.pop("hours", ""))
    day = dt.date.fromisoformat(date)
    when: Hours | Day = Day(day, dt.date.fromisoformat(str(until)) if until else None)
    if hours:
        starts, ends = (
            dt.datetime.combine(day, dt.time.fromisoformat(part), ZONE) for part in hours.split("-")
        )
        when = Hours(starts, ends)
    return Event(
        key=f"{kind}-{at}",
        kind=kind,
        track=str(more.get("track", "Lecture")),
        title=str(more.get("title", "Topic")),
        summary="",
        when=when,
        place=str(more.get("place", "")),
        origin=(line(at),),
    )


def held(*events: Event, schedule: Schedule | None = None) -> Course:
    return Course(syllabus=Syllabus(), schedule=schedule or Schedule(), events=events)


def given(*weeks: Week) -> Course:
    return Course(syllabus=Syllabus(weeks=weeks), schedule=Schedule())


@pytest.mark.parametrize(
    ("schedule", "sentence"),
    [
        (
            Schedule(course=CourseInfo(country="DE")),
            "page.md:1:1 note class-on-holiday: `line 0` is a public holiday: Labor Day",
        ),
        (Schedule(timezone="Europe/Berlin"), ""),
        (Schedule(course=CourseInfo(country="US-CA")), ""),
        (Schedule(course=CourseInfo(country="nowhere at all")), ""),
        (Schedule(), ""),
    ],
)
def test_a_class_on_a_public_holiday_is_worth_a_note_where_the_country_is_named(
    schedule: Schedule, sentence: str
) -> None:
    lecture = event(Kind.CLASS, "2025-05-01", 1)
    tutorial = event(Kind.CLASS, "2025-05-01", 2)

    assert said(held(lecture, tutorial, schedule=schedule)) == sentence


def test_an_exam_in_a_week_without_class_is_told() -> None:
    break_ = event(Kind.NO_CLASS, "2025-04-14", 1, until="2025-04-18", title="Spring break")
    exam = event(Kind.EXAM, "2025-04-16", 2, title="Midterm")

    assert said(held(break_, exam)) == (
        "page.md:2:1 warning exam-on-no-class-day: `Midterm` is on 2025-04-16, a day without class"
    )


@pytest.mark.parametrize(("date", "at"), [("2025-04-19", 2), ("2025-04-16", 1)])
def test_an_exam_after_the_break_or_in_place_of_a_class_is_left_in_peace(
    date: str, at: int
) -> None:
    break_ = event(Kind.NO_CLASS, "2025-04-14", 1, until="2025-04-18")

    assert said(held(break_, event(Kind.EXAM, date, at))) == ""


def test_a_room_that_two_tracks_share_at_one_time_is_told_once() -> None:
    events = [
        event(Kind.CLASS, date, at, track=track, hours=hours, place="Taub  7")
        for date, at in (("2025-03-16", 1), ("2025-03-23", 2))
        for track, hours in (("Lecture", "13:30-15:30"), ("Tutorial", "15:00-16:00"))
    ]

    assert said(held(*events)) == (
        "page.md:1:1 warning room-taken-twice: "
        "Tutorial and Lecture are both in `Taub  7` on 2025-03-16"
    )


@pytest.mark.parametrize(
    ("hours", "place"),
    [("15:30-16:30", "Taub 7"), ("15:00-16:00", "Taub 8"), ("15:00-16:00", "Zoom")],
)
def test_a_room_after_another_class_another_room_and_no_room_are_left_in_peace(
    hours: str, place: str
) -> None:
    rooms = ("Zoom", place) if place == "Zoom" else ("Taub 7", place)
    lecture = event(Kind.CLASS, "2025-03-16", 1, hours="13:30-15:30", place=rooms[0])
    tutorial = event(Kind.CLASS, "2025-03-16", 2, track="Lab", hours=hours, place=rooms[1])

    assert said(held(lecture, tutorial)) == ""


def test_a_row_whose_words_made_no_event_is_worth_a_note() -> None:
    assert said(course("1 | 03/03/2025 | ", "2 | 10/03/2025 | Topic")) == ""
    row = Source("page.md", "| 03/03/2025 | Reading: chapter 2 |")
    week = Week(date=dt.date(2025, 3, 3), at=row.span(), date_at=row.span(2, 12))
    silent = Week(date=dt.date(2025, 3, 3), at=row.span(0, 14), date_at=row.span(2, 12))

    assert said(given(week)) == (
        "page.md:1:3 note row-without-event: nothing is published for `03/03/2025`"
    )
    assert said(given(silent)) == ""


def test_an_allowed_code_is_not_told() -> None:
    schedule = Schedule(course=CourseInfo(country="DE"), checks=Rules(allow=("class-on-holiday",)))

    assert said(held(event(Kind.CLASS, "2025-05-01", 1), schedule=schedule)) == ""
