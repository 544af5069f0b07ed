import pytest

from rows import THURSDAYS, sentences, topics


def test_a_class_on_another_day_is_worth_a_note() -> None:
    dates = (*THURSDAYS[:3], "30/03/2025", *THURSDAYS[4:])

    assert sentences(*topics(*dates)) == (
        "note off-rhythm: `30/03/2025` is a Sunday; the course meets on Thursdays "
        "(if it is meant, write the weekday beside the date)"
    )


def test_a_class_on_another_day_beside_the_usual_ones_is_worth_a_note() -> None:
    dates = (*THURSDAYS[:4], "31/03/2025", *THURSDAYS[4:])

    assert sentences(*topics(*dates)) == (
        "note week-doubled: `31/03/2025`, a Monday, comes on top of the week's usual classes "
        "(if it is meant, write the weekday beside the date)"
    )


@pytest.mark.parametrize("date", ["Sun 30/03/2025", "Mon 31/03/2025"])
def test_a_weekday_written_beside_the_date_says_that_it_is_meant(date: str) -> None:
    assert sentences(*topics(*THURSDAYS[:3], date, *THURSDAYS[4:])) == ""


def test_a_class_that_makes_up_for_the_day_before_is_left_in_peace() -> None:
    rows = topics(*THURSDAYS)
    rows[3] = "27/03/2025 | no class"

    assert sentences(*rows[:4], "31/03/2025 | Topic", *rows[4:]) == ""


@pytest.mark.parametrize(
    "dates",
    [
        ("04/03/2025", "06/03/2025", "11/03/2025", "13/03/2025", "18/03/2025", "20/03/2025"),
        ("03/03/2025", "04/03/2025", "05/03/2025", "10/03/2025", "11/03/2025", "12/03/2025"),
        ("06/03/2025", "20/03/2025", "03/04/2025", "17/04/2025", "01/05/2025"),
        ("06/03/2025", "13/03/2025", "20/03/2025", "08/05/2025", "15/05/2025", "22/05/2025"),
        ("06/03/2025", "07/04/2025", "20/05/2025", "04/07/2025"),
        ("06/03/2025",),
    ],
)
def test_other_rhythms_breaks_and_none_at_all_are_left_in_peace(dates: tuple[str, ...]) -> None:
    assert sentences(*topics(*dates)) == ""


def test_a_week_left_out_is_worth_a_note_where_others_without_class_have_a_row() -> None:
    rows = topics(*THURSDAYS, "17/04/2025")
    rows[1] = "13/03/2025 | no class"

    assert sentences(*rows[:4], *rows[5:]) == (
        "note gap-in-weeks: a week is left out before `10/04/2025` "
        "(if there is no class, a row that says so tells the students)"
    )
    assert sentences(*topics(*THURSDAYS[:3], *THURSDAYS[4:], "17/04/2025")) == ""


def test_two_sessions_a_day_are_the_way_of_a_page_that_has_them_often() -> None:
    dates = [date for date in THURSDAYS for _ in range(2)]

    assert sentences(*topics(*dates)) == ""
