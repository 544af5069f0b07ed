import datetime as dt
from typing import Any

from planned import entry, planned, said, told, when
from syllabical.model.event import Repeats
from syllabical.model.schedule import (
    Weekly,
)
from syllabical.model.syllabus import Kind


def office(**more: Any) -> dict[str, Weekly]:
    return {
        "office": Weekly(
            **({"title": "Office hours", "weekday": "Sunday", "at": "10:00-11:00"} | more)
        )
    }


def test_office_hours_follow_the_terms_days_and_its_days_without_class() -> None:
    entries = [
        entry("No class", 0, kind=Kind.NO_CLASS),
        entry("Nets", 1),
        entry("No class", 2, kind=Kind.NO_CLASS),
        entry("Nets", 3),
        entry("Nets", 4),
    ]
    hours_ = planned(*entries, weekly=office(except_on=(dt.date(2019, 4, 14),)))[-1]

    assert told((hours_,)) == ["Sun 24/03 10:00–11:00 CS1: Office hours"]
    assert hours_.repeats == Repeats(dt.date(2019, 4, 7), 1, (dt.date(2019, 3, 31),))


def test_office_hours_every_other_week_keep_their_rhythm() -> None:
    entries = [
        entry("No class", 0, kind=Kind.NO_CLASS),
        *(entry("Nets", week) for week in range(1, 7)),
    ]
    hours_ = planned(*entries, weekly=office(every=2))[-1]

    assert (when(hours_), hours_.repeats) == (
        "Sun 31/03 10:00–11:00",
        Repeats(dt.date(2019, 4, 28), 2),
    )


def test_office_hours_in_utc_are_told_one_by_one_over_a_clock_change() -> None:
    entries = [entry("Nets", week) for week in range(4)]
    events = [event for event in planned(*entries, weekly=office(), times="utc") if not event.busy]

    assert [when(event) for event in events] == [
        "Sun 17/03 10:00–11:00",
        "Sun 24/03 10:00–11:00",
        "Sun 31/03 10:00–11:00",
        "Sun 07/04 10:00–11:00",
    ]
    assert [event.key for event in events] == [
        "office-hours", "office-hours-2", "office-hours-3", "office-hours-4",
    ]  # fmt: skip


def test_office_hours_that_never_happen_are_told() -> None:
    assert said(entry("Nets"), weekly=office(until=dt.date(2019, 3, 1))) == [
        (
            "warning[weekly-never-happens]: `Office hours` falls on no day between the first and"
            " the last of the term / give it `first` and `until`, or another weekday"
        )
    ]


def test_office_hours_are_held_in_their_room_and_else_online() -> None:
    address = "https://x.org/join"
    in_room = planned(entry("Nets"), weekly=office(place="Taub 3", online=address))[-1]
    online = planned(entry("Nets"), weekly=office(online=address))[-1]

    assert (in_room.place, online.place) == ("Taub 3", address)
    assert in_room.description == f"Office hours\n\nOnline: {address}"


def test_office_hours_with_a_first_day_alone_end_with_the_table() -> None:
    entries = [entry("Nets", week) for week in range(4)]
    hours_ = planned(*entries, weekly=office(first=dt.date(2019, 3, 31)))[-1]

    assert told((hours_,)) == ["Sun 31/03 10:00–11:00 CS1: Office hours"]
    assert hours_.repeats == Repeats(dt.date(2019, 4, 7))
