import pytest

from syllabical.draft.prose import StatedMeeting, stated_meeting
from syllabical.model.table import Passage, Where
from syllabical.source import Source

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = range(4)


def said(*texts: str) -> list[Passage]:
    return [
        Passage(Where.HEADING if text.startswith("#") else Where.PROSE, text, Source("", "").span())
        for text in texts
    ]


def lectures(*texts: str, days: tuple[int, ...] = (TUESDAY, THURSDAY)) -> StatedMeeting:
    return stated_meeting("Lecture", ["Lecture", "Lab"], days, said(*texts))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Tuesdays and Thursdays 1:30-2:50PM, Packard 101", "13:30-14:50"),
        ("Class meets TTh 9:30-10:45", "09:30-10:45"),
        ("Tue & Thu, 11:00am – 12:20pm", "11:00-12:20"),
        ("Lectures: 2:30-4:00", "14:30-16:00"),
        ("Vorlesung: Di, Do 10–12 Uhr", "10:00-12:00"),
        ("mardi et jeudi de 14h30 à 16h00", "14:30-16:00"),
        ("Horario: martes y jueves de 10:00 a 11:20", "10:00-11:20"),
        ("Tuesdays and Thursdays 9-11, Hall 3", "09:00-11:00"),
        ("Lectures: TTh 12:30-2", "12:30-14:00"),
        ("Lectures Tue/Thu 1pm-2:30pm in 32-123. Labs Friday 10am-11am.", "13:00-14:30"),
    ],
)
def test_hours_in_a_sentence_are_those_of_the_days_it_names(text: str, hours: str) -> None:
    assert lectures(text).hours == hours


@pytest.mark.parametrize(
    "text",
    [
        "Office hours: Tuesdays and Thursdays 1:30-2:50PM",
        "Homework is due Tuesdays and Thursdays, 1:30-2:50PM",
        "Lab: Tuesdays and Thursdays 1:30-2:50PM",
        "Chapters 2-4, Tuesdays and Thursdays",
        "Tuesdays and Thursdays 2-4 chapters",
        "Tuesday and Thursday: (1-0.25)^2 + (0-0.25)^2",
        "Fridays 1:30-2:50PM",
    ],
)
def test_other_hours_are_left_alone(text: str) -> None:
    assert lectures(text) == StatedMeeting()


def test_hours_below_a_heading_about_office_hours_are_left_alone() -> None:
    assert lectures("# Office hours", "Tuesday and Thursday 1:30-2:50pm") == StatedMeeting()


def test_two_sentences_that_fit_alike_decide_nothing() -> None:
    assert lectures("TTh 9:30-10:45", "Tuesday, Thursday 1:30-2:50pm") == StatedMeeting()


def test_the_room_stands_beside_the_hours() -> None:
    found = lectures("Lectures: Tuesdays and Thursdays 1:30-2:50PM, Packard 101")

    assert (found.place, found.place_quote) == ("Packard 101", found.quote)


@pytest.mark.parametrize(
    ("said_so", "room"),
    [("in 32-123", "32-123"), (", Raum E.12", "Raum E.12"), (", sala B12", "sala B12")],
)
def test_rooms_are_named_in_many_ways(said_so: str, room: str) -> None:
    assert lectures(f"Lectures: Tue, Thu 13:00-14:30{said_so}").place == room


def test_the_weekday_in_a_header_is_that_of_its_track() -> None:
    sentence = said("Lectures Monday/Wednesday 1pm-2:30pm")

    found = stated_meeting("Lecture: Wed", ["Lecture: Mon", "Lecture: Wed"], (MONDAY,), sentence)

    assert (found.hours, found.weekday) == ("13:00-14:30", WEDNESDAY)


def test_a_sentence_that_names_no_track_is_about_the_first() -> None:
    sentence = said("Time: Tuesday and Thursday 13:00-14:30")

    assert (
        stated_meeting("Lab", ["Lecture", "Lab"], (TUESDAY, THURSDAY), sentence) == StatedMeeting()
    )


def test_the_room_may_have_a_line_of_its_own() -> None:
    assert lectures("Time: Tue, Thu 9:00-10:30", "Location: Taub 2").place == "Taub 2"


def test_one_day_that_is_not_the_rows_is_the_weekday() -> None:
    found = lectures("Lectures: Wednesdays 10:30-12:30", days=(MONDAY,))

    assert found.weekday == WEDNESDAY


def test_the_only_hours_of_a_page_are_those_of_its_only_track() -> None:
    found = stated_meeting("Topic", ["Topic"], (TUESDAY,), said("Section I - 3:20 - 5:50 pm"))

    assert found.hours == "15:20-17:50"


def test_sentences_of_another_language_part_before_its_capitals() -> None:
    spoken = said(
        "Vorlesung: dienstags, 10:15–11:45 Uhr, HS 3. Übung: donnerstags, 14:15–15:45 Uhr, SR 1.12."
    )
    tracks = ["Vorlesung", "Übung"]

    assert stated_meeting("Übung", tracks, (TUESDAY,), spoken) == StatedMeeting(
        hours="14:15-15:45",
        quote="Übung: donnerstags, 14:15–15:45 Uhr, SR 1.12.",
        weekday=THURSDAY,
        place="SR 1.12",
        place_quote="Übung: donnerstags, 14:15–15:45 Uhr, SR 1.12.",
    )
    assert stated_meeting("Vorlesung", tracks, (TUESDAY,), spoken).place == "HS 3"
