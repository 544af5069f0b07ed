from pages import table, told

HEADER = " | Mon 13 Jan 2025 | Tue 14 Jan 2025"


def test_a_timetable_has_a_date_a_column_and_an_hour_a_row() -> None:
    made = table(HEADER, "9:00-10:30 | Sets | Trees", "11:00-12:30 | Maps | Poster session")

    assert told(made) == [
        "01-13 class: Sets",
        "01-13 class: Maps",
        "01-14 class: Trees",
        "01-14 presentation: Poster session",
    ]


def test_nobody_is_called_to_lunch() -> None:
    made = table(HEADER, "9:00-12:30 | Sets | Trees", "12:30-14:00 | Lunch break | Lunch break")

    assert told(made) == ["01-13 class: Sets", "01-14 class: Trees"]


def test_one_date_in_a_header_is_only_a_remark() -> None:
    made = table("Date | Lecture | Due 14 Jan 2025", "13 Jan 2025 | Sets | HW1")

    assert "01-13 class: Sets" in told(made)
