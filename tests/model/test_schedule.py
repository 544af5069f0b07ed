import datetime as dt

import pytest

from syllabical.model.schedule import Places, Schedule, Track, lapse
from syllabical.source import Source

SPAN = Source("schedule.yaml", "at: 9-11").span(4, 8)


def test_a_line_added_above_changes_no_schedule() -> None:
    assert Track(at="09:00-11:00", places=Places({"at": SPAN})) == Track(at="09:00-11:00")
    assert Track(at="09:00-11:00") != Track(at="09:00-12:00")


def test_a_value_that_was_left_out_stands_where_the_mapping_does() -> None:
    track = Track(places=Places({"": SPAN}))

    assert (track.where("at"), track.where()) == (SPAN, SPAN)


def test_a_key_is_found_by_the_name_of_its_field_too() -> None:
    assert Track(places=Places({"on-no": SPAN})).where("on_no") == SPAN


def test_a_schedule_that_nobody_wrote_has_no_place() -> None:
    assert (Schedule().hidden, Schedule().where("timezone")) == (True, None)
    assert not Schedule(places=Places({"": SPAN})).hidden


def test_the_year_of_the_first_row_may_be_said_from_outside() -> None:
    assert Schedule().for_page("", 2026).dates.year == 2026
    assert Schedule().for_page("", None) == Schedule()


def test_a_page_names_a_course_that_nobody_else_names() -> None:
    written = Schedule(places=Places({"": SPAN}))

    assert Schedule().for_page("Biology", None).course.name == "Biology"
    assert written.for_page("Biology", None) == written


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2 weeks", dt.timedelta(weeks=2)),
        ("1 day", dt.timedelta(days=1)),
        ("12 hours", dt.timedelta(hours=12)),
        ("30minutes", dt.timedelta(minutes=30)),
    ],
)
def test_a_length_of_time_is_read(text: str, length: dt.timedelta) -> None:
    assert lapse(text) == length
