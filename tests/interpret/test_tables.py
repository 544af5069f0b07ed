from pages import page, read, table, told
from syllabical.model.schedule import Homework, PageRef, Schedule, Track

ONE = ("2024-09-03 | Intro", "2024-09-10 | Sets")
TWO = ("2024-09-03 | Cells", "2024-09-10 | Genes")


def test_tables_about_other_things_give_no_events() -> None:
    assert told(
        table("Item | Weight", "Midterm 10/5/2024 | 30%", under="Grading"),
        table("Date | Change", "2024-09-01 | moved the midterm", under="Change log"),
        table("Date | Topic", *ONE, under="Schedule"),
        table("Day | Time", "2024-09-04 | 3-4", under="Office hours"),
    ) == ["09-03 class: Intro", "09-10 class: Sets"]


def test_a_table_of_deadlines_adds_what_the_schedule_does_not_have() -> None:
    assert told(
        table("Date | Topic", *ONE, "2024-09-17 | Midterm"),
        table("Assignment | Due", "HW1 | 2024-09-10", "Midterm | 2024-09-17"),
    ) == [
        "09-03 class: Intro",
        "09-10 class: Sets",
        "09-10 homework-due: HW1",
        "09-17 exam: Midterm",
    ]


def test_homework_has_a_date_of_release_and_one_to_hand_it_in() -> None:
    assert told(
        table("Release date | Due date | Assignment", "2025-09-23 | 2025-09-30 | P0: Pinball")
    ) == ["09-23 homework-release: P0: Pinball", "09-30 homework-due: P0: Pinball"]


def test_tables_of_one_shape_are_one_schedule() -> None:
    assert told(
        table(
            "No | Date | Unit 1 | Notes", "1 | 2017-03-09 | Lists | a", "2 | 2017-03-14 | Heaps |"
        ),
        table(
            "No | Date | Unit 2 | Notes", "3 | 2017-03-21 | Trees | b", "4 | 2017-03-28 | Exam |"
        ),
    ) == [
        "03-09 class: Lists",
        "03-14 class: Heaps",
        "03-21 class: Trees",
        "03-28 exam: Exam",
    ]


def test_lectures_and_labs_side_by_side_are_told_in_order() -> None:
    syllabus, _ = read(
        page(
            table("Date | Topic", *ONE, under="Lectures"),
            table("Date | Topic", "2024-09-04 | Setup", "2024-09-11 | Loops", under="Labs"),
        )
    )
    assert syllabus

    assert [(e.track, e.title) for w in syllabus.weeks for e in w.entries] == [
        ("Lectures", "Intro"),
        ("Labs", "Setup"),
        ("Lectures", "Sets"),
        ("Labs", "Loops"),
    ]


def test_two_tables_of_the_same_days_are_asked_about() -> None:
    _, report = read(
        page(table("Date | Topic", *ONE, under="A"), table("Date | Topic", *TWO, under="B"))
    )

    assert [(said.code, said.message, [n.message for n in said.notes]) for said in report] == [
        (
            "several-tables",
            "2 tables could be the schedule",
            ["table 1, under `A`", "table 2, under `B`"],
        )
    ]


def test_a_table_is_chosen_by_its_heading_or_number() -> None:
    tables = (table("Date | Topic", *ONE, under="A"), table("Date | Topic", *TWO, under="B"))

    for name in ("b", 2):
        schedule = Schedule(page=PageRef(path="page.md", table=name))
        assert told(*tables, schedule=schedule) == ["09-03 class: Cells", "09-10 class: Genes"]


def test_a_table_that_is_not_there_is_answered_with_those_that_are() -> None:
    schedule = Schedule(page=PageRef(path="page.md", table="C"))

    syllabus, report = read(page(table("Date | Topic", *ONE, under="A")), schedule)

    assert syllabus is None
    assert [(said.code, said.message, [n.message for n in said.notes]) for said in report] == [
        ("table-not-found", "there is no table `C` on the page", ["table 1, under `A`"])
    ]


def test_a_page_without_tables_is_no_schedule() -> None:
    syllabus, report = read(page())

    assert syllabus is None
    assert [(said.code, said.message) for said in report] == [
        ("no-table", "there is no table on `page.md`")
    ]


def test_a_table_without_dates_is_told_by_its_columns() -> None:
    _, report = read(page(table("Part | Topic", "one | Sets", "two | Maps")))

    assert [(said.code, said.message) for said in report] == [
        ("no-date-column", "no column holds dates; the columns are `Part`, `Topic`")
    ]


def test_columns_that_schedule_yaml_names_must_be_there() -> None:
    schedule = Schedule(
        tracks={"lecture": Track(), "lab": Track(column="Labs")}, homework=Homework(column="Tasks")
    )

    _, report = read(
        page(table("Date | Lecture | Lab | HW", "2024-09-03 | Intro | A | HW1")), schedule
    )

    assert [(said.code, said.message) for said in report] == [
        ("column-missing", "the schedule has no column `Labs`"),
        ("column-missing", "the schedule has no column `Tasks`"),
        ("track-not-named", "column `Lab` holds sessions that schedule.yaml does not name"),
    ]
    assert next(said.help for said in report) == (
        "the columns there are: `Date`, `Lecture`, `Lab`, `HW`"
    )


def test_a_column_that_schedule_yaml_names_is_a_session_whatever_it_is_called() -> None:
    assert told(
        table("Date | Foo | Topic", "2024-09-03 | Intro | Sets"),
        schedule=Schedule(tracks={"foo": Track()}),
    ) == ["09-03 class: Intro"]
