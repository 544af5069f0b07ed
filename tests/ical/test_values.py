import datetime as dt

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical.ical.values import Categories, MinutesBefore, RecurrenceRule, Text, whole_day


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        (r"\Nabla", rb"\\Nabla"),
        (r"\N\N", rb"\\N\\N"),
        (r"\nu, \\N; a", rb"\\nu\, \\\\N\; a"),
        ("a\nb\r\nc", rb"a\nb\nc"),
    ],
)
def test_a_text_is_escaped_letter_by_letter(text: str, escaped: bytes) -> None:
    assert Text(text).to_ical() == escaped


@given(st.text(st.sampled_from("\\Nn;,: ") | st.characters(codec="utf-8"), max_size=60))
def test_a_text_comes_back_out_of_icalendar(text: str) -> None:
    plain = "".join(text.splitlines())
    event = icalendar.Event()
    event["SUMMARY"] = Text(plain)

    assert str(icalendar.Event.from_ical(event.to_ical())["SUMMARY"]) == plain


def test_an_empty_category_is_kept_and_a_comma_escaped() -> None:
    assert Categories(["class", "", r"a,b\N"]).to_ical() == rb"class,,a\,b\\N"


def test_a_rule_keeps_the_order_of_its_parts() -> None:
    until = dt.datetime(2026, 6, 1, 20, 59, 59, tzinfo=dt.UTC)
    weekly = RecurrenceRule({"UNTIL": until, "INTERVAL": 2, "FREQ": "WEEKLY"})
    yearly = RecurrenceRule({"BYDAY": "-1SU", "BYMONTH": 10, "FREQ": "YEARLY"})

    assert written(weekly) == "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260601T205959Z"
    assert written(yearly) == "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"


def written(rule: RecurrenceRule) -> str:
    event = icalendar.Event()
    event["RRULE"] = rule
    return str(event.to_ical(), "utf-8").splitlines()[1]


def test_two_days_before_are_told_in_minutes() -> None:
    assert MinutesBefore(dt.timedelta(days=2)).to_ical() == b"-PT2880M"


def test_a_date_says_that_it_is_one() -> None:
    event = icalendar.Event()
    event["DTSTART"] = whole_day(dt.date(2026, 3, 1))

    assert b"DTSTART;VALUE=DATE:20260301\r\n" in event.to_ical()
