import datetime as dt

from planned import SOURCE, SUNDAY, entry, planned, said, schedule, syllabus, told, when
from syllabical import plan
from syllabical.diagnostics import Report
from syllabical.model.event import Day
from syllabical.model.schedule import (
    Places,
    Schedule,
    Track,
)
from syllabical.model.syllabus import Syllabus, Week
from syllabical.source import Source


def test_hours_on_a_page_without_a_zone_stay_in_the_description() -> None:
    late = entry("Nets", starts=dt.time(18, 0))
    report = Report()
    [event] = plan.events(syllabus(late), Schedule(), report)

    assert (event.when, event.description) == (Day(SUNDAY), "Nets\n\n18:00–19:00")
    assert [(one.severity, one.code) for one in report] == [("note", "timezone-missing")]


def test_hours_of_the_schedule_need_a_zone() -> None:
    assert said(entry("Nets"), timezone="") == [
        (
            "error[timezone-missing]: hours are given, but no timezone"
            " / add `timezone:`, as in `timezone: Europe/Berlin`"
        )
    ]


def test_a_track_on_another_weekday_is_on_the_next_such_day() -> None:
    tuesday = {"Lecture": Track(weekday="Tuesday", at="10:30-12:30")}
    sunday = {"Lecture": Track(weekday="Sunday", at="10:30-12:30")}

    assert told(planned(entry("Nets"), tracks=tuesday)) == [
        "Tue 19/03 10:30–12:30 CS1 Lecture: Nets"
    ]
    assert told(planned(entry("Nets"), tracks=sunday)) == [
        "Sun 17/03 10:30–12:30 CS1 Lecture: Nets"
    ]


def test_a_cell_with_a_date_of_its_own_stays_on_it() -> None:
    tuesday = {"Lecture": Track(weekday="Tuesday", at="10:30-12:30")}
    own = entry("Nets", date=dt.date(2019, 3, 21))
    week = Week(date=SUNDAY, entries=(own,), at=SOURCE.span(0, 24), date_at=SOURCE.span(2, 12))
    [event] = plan.events(Syllabus(weeks=(week,)), schedule(tracks=tuesday), Report())

    assert when(event) == "Thu 21/03 10:30–12:30"


def test_the_pages_hours_come_before_the_slots_and_last_as_long() -> None:
    assert told(
        planned(
            entry("Nets", starts=dt.time(9), ends=dt.time(10, 15)),
            entry("Nets", 1, starts=dt.time(23)),
            entry("Seminar", 2, track="Talk", starts=dt.time(9)),
        )
    ) == [
        "Sun 17/03 09:00–10:15 CS1 Lecture: Nets",
        "Sun 24/03 23:00–01:00 CS1 Lecture: Nets",
        "Sun 31/03 09:00–10:00 CS1 Talk: Seminar",
    ]


def test_an_hour_that_is_skipped_is_an_error_at_its_place() -> None:
    rules = Source("schedule.yaml", 'at: "02:30-04:00"')
    night = {"lecture": Track(at="02:30-04:00", places=Places({"at": rules.span(4, 17)}))}
    report = Report()
    page = syllabus(entry("Nets", date=dt.date(2019, 3, 29)))
    [event] = plan.events(page, schedule(tracks=night), report)
    [error] = report

    assert event.when == Day(dt.date(2019, 3, 29))
    assert event.description == "Nets\n\n02:30–04:00"
    assert (error.code, str(error.at), [str(note.at) for note in error.notes]) == (
        "hour-skipped",
        "schedule.yaml:1:5",
        ["page.md:1:3"],
    )
    assert error.message == (
        "there is no 02:30 on 2019-03-29 in `Asia/Jerusalem`: the clocks go from 02:00 to 03:00"
    )


def test_an_hour_that_is_repeated_is_an_error() -> None:
    night = {"lecture": Track(at="23:00-01:30")}

    assert said(entry("Nets", date=dt.date(2019, 10, 26)), tracks=night) == [
        (
            "error[hour-repeated]: 01:30 on 2019-10-27 in `Asia/Jerusalem` comes twice:"
            " the clocks go from 02:00 to 01:00 / give it another hour"
        )
    ]
