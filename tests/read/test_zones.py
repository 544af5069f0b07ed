import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical import timezones
from syllabical.diagnostics import Report
from syllabical.read import schedule_file
from syllabical.source import Source


def told(text: str) -> list[tuple[str, str, str, str, str]]:
    report = Report()
    schedule_file(Source("s", text), report)
    return [
        (each.severity.value, str(each.at), each.code, each.message, each.help) for each in report
    ]


@given(
    st.sampled_from([zone for zone in timezones.zone_names() if "/" in zone and "Etc" not in zone])
)
def test_every_zone_there_is_may_be_named(zone: str) -> None:
    assert told(f"timezone: {zone}") == []


@pytest.mark.parametrize(
    ("zone", "meant"),
    [
        ("Asia/Jeruslem", "Asia/Jerusalem"),
        ("jerusalem", "Asia/Jerusalem"),
        ("Israel Standard Time", "Asia/Jerusalem"),
        ("New York", "America/New_York"),
        ("america/new_york", "America/New_York"),
        ("Europe/Munich", "Europe/Berlin"),
        ("PST", "America/Los_Angeles"),
        ("utc", "UTC"),
    ],
)
def test_the_zone_that_was_meant_is_guessed(zone: str, meant: str) -> None:
    message, help_ = f"`{zone}` is no time zone", f"did you mean `{meant}`?"

    assert told(f"timezone: {zone}") == [("error", "s:1:11", "unknown-zone", message, help_)]


@pytest.mark.parametrize("zone", ["UTC+2", "+02:00", "GMT-3"])
def test_a_difference_from_utc_is_no_zone(zone: str) -> None:
    message = f"`{zone}` is no time zone"
    help_ = "a place knows when its clocks change; write it as in `Europe/Paris`"

    assert told(f"timezone: {zone}") == [("error", "s:1:11", "unknown-zone", message, help_)]


@pytest.mark.parametrize(
    ("zone", "help_"),
    [
        ("EST", "did you mean `America/New_York`?"),
        ("Etc/GMT-2", "a place knows when its clocks change; write it as in `Europe/Paris`"),
    ],
)
def test_a_zone_that_is_no_place_is_doubted(zone: str, help_: str) -> None:
    message = f"`{zone}` is a difference from UTC, not the time of a place"

    assert told(f"timezone: {zone}") == [
        ("warning", "s:1:11", "zone-without-place", message, help_)
    ]
