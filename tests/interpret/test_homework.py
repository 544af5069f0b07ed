import datetime as dt

import pytest

from pages import page, read, table
from syllabical.model.syllabus import Entry


def homework(cell: str, header: str = "Homework") -> list[Entry]:
    syllabus, _ = read(
        page(
            table(
                f"Date | Lecture | {header}",
                f"2024-01-16 | Sets | {cell}",
                "2024-01-18 | Maps | HW8 due",
                "2024-01-23 | Trees | HW9 out",
            )
        )
    )
    return list(syllabus.weeks[0].entries[1:]) if syllabus else []


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("HW1", ["homework-release"]),
        ("HW1 due", ["homework-due"]),
        ("HW1 Out", ["homework-release"]),
        ("HW1 due; HW2 assigned", ["homework-due", "homework-release"]),
        ("HW1 Due, HW2 Filters (G) LaTeX Out", ["homework-due", "homework-release"]),
        ("HW1 due HW2 out", ["homework-due", "homework-release"]),
        ("HW4 & HW5 Due", ["homework-due"]),
        ("HW2 out - Regression // HW1 due", ["homework-release", "homework-due"]),
        ("Problem Set 4", ["homework-release"]),
        ("Submit project proposal", ["homework-due"]),
        ("No quiz for today!", []),
        ("none", []),
        ("TBD", []),
        ("Exam 2 practice, solutions", []),
    ],
)
def test_what_a_homework_cell_says(cell: str, kinds: list[str]) -> None:
    assert [entry.kind for entry in homework(cell)] == kinds


def test_a_deadline_of_its_own_comes_before_the_row_s_date() -> None:
    [entry] = homework("HW1 (due 1/23 at 5pm)")

    assert (entry.kind, entry.date, entry.starts, entry.number) == (
        "homework-due",
        dt.date(2024, 1, 23),
        dt.time(17),
        "1",
    )


def test_homework_out_on_the_day_and_due_on_another() -> None:
    assert [(entry.kind, f"{entry.date:%m-%d}") for entry in homework("HW2 out, due Jan 30")] == [
        ("homework-release", "01-16"),
        ("homework-due", "01-30"),
    ]


def test_an_hour_alone_is_that_of_the_deadline() -> None:
    [entry] = homework("Homework 1 due 11:59 PM")

    assert (entry.date, entry.starts) == (dt.date(2024, 1, 16), dt.time(23, 59))


def test_a_column_of_what_is_due() -> None:
    assert [entry.kind for entry in homework("HW1", header="Due")] == ["homework-due"]


def test_remarks_count_where_they_speak_of_homework() -> None:
    assert [entry.kind for entry in homework("HW1 due", header="Comments")] == ["homework-due"]
    assert homework("bring a laptop", header="Comments") == []
    assert homework("office hours are available for questions on HW1", header="Comments") == []
