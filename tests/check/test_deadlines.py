import datetime as dt

import pytest

from syllabical import check
from syllabical.diagnostics import Report
from syllabical.model.course import Course
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Entry, Kind, Syllabus, Week
from syllabical.source import Source, Span

PAGE = Source("page.md", "".join(f"line {n}\n" for n in range(9)))


def said(*weeks: Week) -> str:
    report = Report()
    check.course(Course(syllabus=Syllabus(weeks=weeks), schedule=Schedule()), report)
    return "\n".join(f"{one.at} {one.severity} {one.code}: {one.message}" for one in report)


def line(number: int) -> Span:
    start = PAGE.offset(number)
    return PAGE.span(start, start + 6)


def due(title: str, date: str, at: int, kind: Kind = Kind.HOMEWORK_DUE) -> Week:
    day = dt.date.fromisoformat(date)
    entry = Entry(kind=kind, track="Homework", title=title, date=day, at=line(at))
    return Week(date=day, entries=(entry,), at=line(at), date_at=line(at).part(0, 0))


def test_homework_that_is_due_before_it_is_out_is_told() -> None:
    out = due("HW1", "2025-03-10", 1, Kind.HOMEWORK_RELEASE)

    assert said(out, due("HW1", "2025-03-03", 2)) == (
        "page.md:2:1 warning due-before-release: `HW1` is due on 2025-03-03, "
        "before it is out on 2025-03-10"
    )
    assert said(out, due("HW1", "2025-03-24", 2)) == ""
    assert said(out, due("HW2", "2025-03-03", 2)) == ""


def test_two_pieces_of_homework_due_on_one_day_are_told() -> None:
    weeks = (due("HW1", "2025-03-24", 1), due("HW2", "2025-03-24", 2))

    assert said(*weeks) == (
        "page.md:2:1 warning homework-overlaps: `HW2` is due on 2025-03-24, and so is `HW1`"
    )


@pytest.mark.parametrize(
    "weeks",
    [
        (due("HW1", "2025-03-24", 1), due("Project plan", "2025-03-24", 2)),
        (due("HW1", "2025-03-24", 1), due("HW2", "2025-03-24", 1)),
        (
            due("HW1", "2025-03-24", 1),
            due("HW2", "2025-03-24", 2),
            due("HW3", "2025-03-24", 3),
        ),
    ],
)
def test_homework_of_other_kinds_of_one_cell_or_by_habit_is_left_in_peace(
    weeks: tuple[Week, ...],
) -> None:
    assert said(*weeks) == ""
