import datetime as dt

from planned import SUNDAY, entry, planned, said, told
from syllabical.model.schedule import (
    Added,
    Change,
)
from syllabical.model.syllabus import Kind


def test_an_exception_moves_renames_or_cancels() -> None:
    exceptions = {
        SUNDAY: {"lecture": Change(at="15:00-17:00", place="Ullmann 1", id="kickoff")},
        dt.date(2019, 3, 24): {"LECTURE": Change(date=dt.date(2019, 3, 26), title="More nets")},
        dt.date(2019, 3, 31): {"": Change(cancelled=True)},
    }
    entries = [entry("Nets"), entry("Nets", 1), entry("Nets", 2, number="3")]
    events = planned(*entries, exceptions=exceptions)

    assert told(events) == [
        "Sun 17/03 15:00–17:00 CS1 Lecture: Nets",
        "Tue 26/03 13:30–15:30 CS1 Lecture: More nets",
        "Sun 31/03 CS1: Lecture 3 cancelled: Nets",
    ]
    assert [(event.kind, event.busy, event.id, event.place) for event in events] == [
        (Kind.CLASS, True, "kickoff", "Ullmann 1"),
        (Kind.CLASS, True, "", "Taub 7"),
        (Kind.NO_CLASS, False, "", ""),
    ]


def test_an_exception_that_meets_nothing_is_told_with_the_dates_nearby() -> None:
    entries = [entry("Nets", week) for week in range(6)]
    exceptions = {
        dt.date(2019, 3, 30): {"lecture": Change(cancelled=True)},
        SUNDAY: {"lab": Change(cancelled=True)},
    }

    assert said(*entries, exceptions=exceptions) == [
        (
            "warning[exception-without-event]: the page has no `lecture` on 2019-03-30"
            " / the nearest are on 2019-03-24, 2019-03-31, 2019-04-07"
        ),
        (
            "warning[exception-without-event]: nothing on the page is called `lab`, neither on"
            " 2019-03-17 nor on any other day / these are: `lecture`"
        ),
    ]


def test_added_events_are_planned_like_the_pages() -> None:
    added = (
        Added(
            title="Final exam",
            date=dt.date(2019, 7, 1),
            kind=Kind.EXAM,
            at="09:00-12:00",
            notes="Bring a pen",
            place="Hall 1",
        ),
        Added(
            title="Recess",
            date=dt.date(2019, 4, 19),
            until=dt.date(2019, 4, 26),
            kind=Kind.NO_CLASS,
        ),
    )
    events = planned(entry("Nets"), added=added)[1:]

    assert told(events) == [
        "Mon 01/07 09:00–12:00 CS1: Final exam",
        "Fri 19/04–26/04 CS1: No class (Recess)",
    ]
    assert events[0].description == "Final exam\n\nBring a pen"
    assert [(event.place, event.busy) for event in events] == [("Hall 1", True), ("", False)]
