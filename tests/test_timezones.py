import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from zoneinfo import ZoneInfo, reset_tzpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical import timezones
from syllabical.timezones import RepeatedHour, SkippedHour, Transition

reset_tzpath(to=())
JERUSALEM = "Asia/Jerusalem"
FIRST, LAST = 1990, 2022
"""Years of which pytz and zoneinfo know the same, whichever releases are there."""

SECOND = dt.timedelta(seconds=1)
TWO, THREE = dt.timedelta(hours=2), dt.timedelta(hours=3)


def local(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2019-03-24 13:30", "2019-03-24 11:30"),
        ("2019-03-31 13:30", "2019-03-31 10:30"),
        ("2019-10-27 00:59", "2019-10-26 21:59"),
        ("2019-10-27 02:00", "2019-10-27 00:00"),
    ],
)
def test_a_local_time_is_an_instant(written: str, instant: str) -> None:
    assert timezones.localize(local(written), JERUSALEM) == utc(instant)


def test_a_skipped_hour_is_told_with_the_change_that_skips_it() -> None:
    change = Transition(utc("2027-03-26 00:00"), TWO, THREE, "IDT")

    assert timezones.localize(local("2027-03-26 02:30"), JERUSALEM) == SkippedHour(
        local("2027-03-26 02:30"), change
    )
    assert (change.local_from, change.local_to) == (
        local("2027-03-26 02:00"),
        local("2027-03-26 03:00"),
    )


def test_a_repeated_hour_is_told_with_the_change_that_repeats_it() -> None:
    change = Transition(utc("2026-10-24 23:00"), THREE, TWO, "IST")

    assert timezones.localize(local("2026-10-25 01:30"), JERUSALEM) == RepeatedHour(
        local("2026-10-25 01:30"), change
    )


def test_of_two_instants_the_first_is_taken_and_in_a_gap_the_offset_before_it() -> None:
    assert timezones.first_instant(local("2026-10-25 01:30"), JERUSALEM) == utc("2026-10-24 22:30")
    assert timezones.first_instant(local("2027-03-26 02:30"), JERUSALEM) == utc("2027-03-26 00:30")


def test_a_zone_without_changes_has_none() -> None:
    assert timezones.transitions("Asia/Kolkata", dt.date(2000, 1, 1), dt.date(2030, 1, 1)) == ()


def test_the_changes_of_half_an_hour_are_seen() -> None:
    found = timezones.transitions("Australia/Lord_Howe", dt.date(2026, 1, 1), dt.date(2027, 1, 1))

    assert [str(change.offset_to - change.offset_from) for change in found] == [
        "-1 day, 23:30:00",
        "0:30:00",
    ]


def test_a_transition_is_counted_on_the_day_that_it_ends_and_not_on_the_next() -> None:
    one = dt.date(2027, 3, 25), dt.date(2027, 3, 26), dt.date(2027, 3, 27)

    assert [change.at for change in timezones.transitions(JERUSALEM, one[0], one[1])] == [
        utc("2027-03-26 00:00")
    ]
    assert timezones.transitions(JERUSALEM, one[1], one[2]) == ()


def test_the_transitions_are_those_of_zoneinfo() -> None:
    first, last = dt.date(FIRST, 1, 1), dt.date(LAST, 1, 1)
    start = utc(f"{FIRST}-01-01")
    instants = [start + dt.timedelta(days) for days in range(0, (last - first).days, 5)]
    wrong = [
        zone
        for zone in timezones.zone_names()
        if not _are_of(ZoneInfo(zone), timezones.transitions(zone, first, last), instants)
    ]

    assert wrong == []


def _are_of(zone: ZoneInfo, found: Sequence[Transition], instants: Sequence[dt.datetime]) -> bool:
    """Whether the offset changes at all of them, and never between two instants otherwise."""
    offsets = [instant.astimezone(zone).utcoffset() for instant in instants]
    changed = [(one, other) for one, other in pairwise(offsets) if one != other]
    return changed == [(change.offset_from, change.offset_to) for change in found] and all(
        (change.at - SECOND).astimezone(zone).utcoffset() == change.offset_from
        and change.at.astimezone(zone).utcoffset() == change.offset_to
        for change in found
    )


@given(st.data(), st.sampled_from(timezones.zone_names()), st.integers(-180, 180))
def test_a_local_time_is_the_instant_of_zoneinfo(
    data: st.DataObject, zone: str, minutes: int
) -> None:
    changes = timezones.transitions(zone, dt.date(FIRST, 1, 1), dt.date(LAST, 1, 1))
    near = [change.local_from for change in changes] or [local("2020-02-29")]
    written = data.draw(st.sampled_from(near)) + dt.timedelta(minutes=minutes)
    places = [written.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1)]
    first, second = [place.astimezone(dt.UTC) for place in places]

    found = timezones.localize(written, zone)

    assert timezones.first_instant(written, zone) == first
    if first == second:
        assert found == first
    else:
        assert isinstance(found, RepeatedHour if first < second else SkippedHour)


@pytest.mark.parametrize(
    "name", ["asia/jerusalem", "Asia", "", "Asia/Jeruslem", "+02:00", "../etc"]
)
def test_a_name_that_is_not_a_zone_is_none(name: str) -> None:
    assert not timezones.is_zone(name)


def test_every_name_is_a_zone() -> None:
    assert all(map(timezones.is_zone, timezones.zone_names()))
    assert {JERUSALEM, "UTC", "America/New_York"} < set(timezones.zone_names())


@pytest.mark.parametrize("year", [1, 1799, 1800, 1900, 2100, 9900, 9999])
def test_no_year_is_too_far(year: int) -> None:
    found = timezones.localize(local(f"{year:04}-12-31 23:59"), JERUSALEM)

    assert isinstance(found, dt.datetime)
    assert found.replace(tzinfo=None) == local(f"{year:04}-12-31 23:59")


def test_utc_has_many_names() -> None:
    assert [name for name in timezones.zone_names() if timezones.is_utc(name)] == [
        "Etc/UCT", "Etc/UTC", "Etc/Universal", "Etc/Zulu", "UCT", "UTC", "Universal", "Zulu",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "country"),
    [("Asia/Jerusalem", "IL"), ("America/Chicago", "US"), ("UTC", ""), ("Asia/Jeruslem", "")],
)
def test_a_zone_lies_in_a_country(zone: str, country: str) -> None:
    assert timezones.country(zone) == country
