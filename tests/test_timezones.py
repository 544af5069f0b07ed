import datetime as dt
from itertools import pairwise

import pytest

from syllabical import timezones
from syllabical.timezones import Change, RepeatedHour, SkippedHour

JERUSALEM = "Asia/Jerusalem"
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
    assert timezones.aware(local(written), JERUSALEM) == utc(instant)


def test_a_skipped_hour_is_told_with_the_change_that_skips_it() -> None:
    change = Change(utc("2027-03-26 00:00"), TWO, THREE, "IDT")

    assert timezones.aware(local("2027-03-26 02:30"), JERUSALEM) == SkippedHour(
        local("2027-03-26 02:30"), change
    )
    assert (change.old, change.new) == (local("2027-03-26 02:00"), local("2027-03-26 03:00"))


def test_a_repeated_hour_is_told_with_the_change_that_repeats_it() -> None:
    change = Change(utc("2026-10-24 23:00"), THREE, TWO, "IST")

    assert timezones.aware(local("2026-10-25 01:30"), JERUSALEM) == RepeatedHour(
        local("2026-10-25 01:30"), change
    )


def test_at_once_takes_the_first_of_two_and_lets_clocks_stand_still() -> None:
    assert timezones.at_once(local("2026-10-25 01:30"), JERUSALEM) == utc("2026-10-24 22:30")
    assert timezones.at_once(local("2027-03-26 02:30"), JERUSALEM) == utc("2027-03-26 00:30")


def test_a_zone_without_changes_has_none() -> None:
    assert timezones.changes("Asia/Kolkata", dt.date(2000, 1, 1), dt.date(2030, 1, 1)) == ()


def test_the_changes_of_half_an_hour_are_seen() -> None:
    found = timezones.changes("Australia/Lord_Howe", dt.date(2026, 1, 1), dt.date(2027, 1, 1))

    assert [str(change.after - change.before) for change in found] == [
        "-1 day, 23:30:00",
        "0:30:00",
    ]


def test_no_zone_changes_its_clocks_twice_in_the_week_between_two_looks() -> None:
    first, last = dt.date(2015, 1, 1), dt.date(2037, 12, 31)
    close = [
        (zone, one.at)
        for zone in timezones.zone_names()
        for one, other in pairwise(timezones.changes(zone, first, last))
        if other.at - one.at < dt.timedelta(days=14)
    ]

    assert close == []


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
    found = timezones.aware(local(f"{year:04}-12-31 23:59"), JERUSALEM)

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
