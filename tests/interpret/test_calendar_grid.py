from pages import table, told


def test_a_week_a_row_and_a_weekday_a_column() -> None:
    assert told(
        table(
            "Week | Monday | Wednesday | Friday",
            "2024-08-26 | Intro | Variables | Lab 1",
            "2024-09-02 | Labor Day | Loops | ",
        )
    ) == [
        "08-26 class: Intro",
        "08-28 class: Variables",
        "08-30 class: Lab 1",
        "09-02 no-class: Labor Day",
        "09-04 class: Loops",
    ]


def test_a_week_that_begins_on_sunday() -> None:
    assert told(table("Week of | Sun | Tue", "2024-09-01 | Intro | Sets")) == [
        "09-01 class: Intro",
        "09-03 class: Sets",
    ]


def test_cells_that_begin_with_their_own_date() -> None:
    assert told(
        table(
            "Mon | Tue | Wed",
            "Sep 2, 2024 // Labor Day | Sep 3, 2024 | Sep 4, 2024 // Intro",
            "Sep 9, 2024 // Midterm | Sep 10, 2024 // HW1 due | Sep 11, 2024",
        )
    ) == [
        "09-02 no-class: Labor Day",
        "09-04 class: Intro",
        "09-09 exam: Midterm",
        "09-10 homework-due: HW1 due",
    ]


def test_weekdays_in_another_language() -> None:
    assert told(table("Woche | Montag | Mittwoch", "14.10.2024 | Einführung | Bäume")) == [
        "10-14 class: Einführung",
        "10-16 class: Bäume",
    ]
