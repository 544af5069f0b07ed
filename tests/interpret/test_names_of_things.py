from pages import table, told


def test_a_sentence_about_homework_leaves_the_class_its_topic() -> None:
    made = table("Date | Topic", "2 Sep 2024 | Utility. Problem set 1 due.", "4 Sep 2024 | Choice")

    assert told(made) == [
        "09-02 class: Utility. Problem set 1 due.",
        "09-02 homework-due: Problem set 1 due.",
        "09-04 class: Choice",
    ]


def test_work_is_due_on_the_weekday_that_the_header_names() -> None:
    made = table("Week | Topic | Due Sunday", "2 Sep 2024 – 8 Sep 2024 | Sets | Essay 1")

    assert told(made) == ["09-02 class: Sets", "09-08 homework-due: Essay 1"]


def test_a_due_column_that_names_the_work_and_its_day_is_believed() -> None:
    made = table("Date | Lecture | Due", "2 Sep 2024 | Sets | Essay 1 (9/6)")

    assert told(made) == ["09-02 class: Sets", "09-06 homework-due: Essay 1 (9/6)"]


def test_a_paper_is_the_topic_where_there_is_no_other() -> None:
    made = table("Date | Paper | Presenter", "2 Sep 2024 | On sets | Ada")

    assert told(made) == ["09-02 class: On sets"]


def test_lectures_in_columns_of_weekdays_are_on_those_days() -> None:
    header = "Week of | Monday lecture | Thursday lecture | Lab"

    assert told(table(header, "2 Sep 2024 | Sets | Maps | No lab")) == [
        "09-02 class: Sets",
        "09-05 class: Maps",
    ]


def test_days_stand_under_the_rows_of_their_months() -> None:
    made = table(
        "Date | Topic", "September 2024 | ", "Tu 3 | Sets", "October 2024 | ", "Th 3 | Maps"
    )

    assert told(made) == ["09-03 class: Sets", "10-03 class: Maps"]
