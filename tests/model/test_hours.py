import datetime as dt
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from syllabical.model.hours import clock, hours, lasts


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("13:30-15:30", "13:30", "15:30"),
        ("9:00 – 10:00", "09:00", "10:00"),
        ("13.30-15.30", "13:30", "15:30"),
        ("13h30-15h", "13:30", "15:00"),
        ("1330-1530", "13:30", "15:30"),
        ("9-11", "09:00", "11:00"),
        ("1:30pm-3:30pm", "13:30", "15:30"),
        ("1:30-3:30pm", "13:30", "15:30"),
        ("1:30 p.m. - 3:30 p.m.", "13:30", "15:30"),
        ("9-11am", "09:00", "11:00"),
        ("11-1pm", "11:00", "13:00"),
        ("11am-1pm", "11:00", "13:00"),
        ("10:30am to 12pm", "10:30", "12:00"),
        ("8pm-12am", "20:00", "00:00"),
        ("22:00-24:00", "22:00", "00:00"),
        ("22:00-00:00", "22:00", "00:00"),
        ("15:30-13:30", "15:30", "13:30"),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, starts: str, ends: str) -> None:
    assert hours(text) == (dt.time.fromisoformat(starts), dt.time.fromisoformat(ends))


@pytest.mark.parametrize(
    "text", ["", "13:30", "13:30-", "25:00-26:00", "24:00-25:00", "13:60-14:00", "630", "9-11-12"]
)
def test_what_is_no_pair_of_times_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        hours(text)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("23:59", "23:59"),
        ("11:59pm", "23:59"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("24:00", "00:00"),
        ("9", "09:00"),
    ],
)
def test_an_hour_is_read_as_people_write_it(text: str, time: str) -> None:
    assert clock(text) == dt.time.fromisoformat(time)


@pytest.mark.parametrize("text", ["", "24:30", "never", "12:5"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        clock(text)


@given(st.times(), st.times())
def test_hours_that_are_spelled_read_back(starts: dt.time, ends: dt.time) -> None:
    assume(lasts(starts, ends))
    text = f"{starts:%H:%M}-{ends:%H:%M}"

    assert [f"{time:%H:%M}" for time in hours(text)] == text.split("-")


@given(st.times(), st.times())
def test_both_clocks_tell_the_same_hours(starts: dt.time, ends: dt.time) -> None:
    assume(lasts(starts, ends))
    text = f"{starts:%I:%M %p}-{ends:%I:%M %p}"

    assert hours(text) == hours(f"{starts:%H:%M}-{ends:%H:%M}")
