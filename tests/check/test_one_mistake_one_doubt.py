import datetime as dt
import re
from operator import attrgetter
from types import FunctionType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rows import course
from syllabical import check, render
from syllabical.diagnostics import Report
from syllabical.model.course import Course
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Certainty, DateReading, Entry, Kind, Syllabus, Week
from syllabical.source import Source

CLASSES = (
    "02/09/2025", "04/09/2025", "09/09/2025", "11/09/2025", "16/09/2025", "18/09/2025",
    "23/09/2025", "25/09/2025",
)  # fmt: skip
DEADLINES = ("05/09/2025", "12/09/2025", "15/09/2025", "22/09/2025", "24/09/2025")


def said(*rows: str) -> str:
    report = Report()
    check.course(course(*rows), report)
    return "\n".join(f"{one.at.place[0] if one.at else 0} {one.code}" for one in report)


def topics(*dates: str) -> list[str]:
    return [f"{date} | Topic" for date in dates]


@pytest.mark.parametrize(
    "rule", [*check.DATE_RULES, *check.COURSE_RULES], ids=attrgetter("__name__")
)
def test_a_rule_is_called_by_its_code(rule: FunctionType) -> None:
    code = rule.__globals__[f"{rule.__name__.upper()}_CODE"]

    assert code == rule.__name__.replace("_", "-")


def test_a_second_table_that_begins_anew_is_no_mistake() -> None:
    assert said(*topics(*CLASSES, *DEADLINES)) == ""


def test_a_mistake_in_the_first_of_two_tables_is_told_once() -> None:
    dates = (*CLASSES[:4], "16/08/2025", *CLASSES[5:])

    assert said(*topics(*dates, *DEADLINES)) == "5 month-left-over"


def test_a_row_without_a_class_next_to_a_mistake_makes_no_gap() -> None:
    dates = ("06/03/2025", "13/03/2025", "20/02/2025", "27/03/2025", "03/04/2025", "10/04/2025")
    rows = topics(*dates, "17/04/2025")
    rows[4] = "03/04/2025 | no class"

    assert said(*rows) == "3 month-left-over"


def test_a_copied_row_with_its_number_is_told_once() -> None:
    dates = ("06/03/2025", "13/03/2025", "13/03/2025", "27/03/2025", "03/04/2025", "10/04/2025")
    numbers = ("1", "2", "2", "4", "5", "6")
    rows = [f"{n} | {date} | Topic" for n, date in zip(numbers, dates, strict=True)]

    assert said(*rows) == "3 same-date-twice"


def test_a_row_far_above_the_others_is_told_once() -> None:
    dates = ("21/02/2025", "13/03/2025", "20/03/2025", "27/03/2025", "03/04/2025", "10/04/2025")
    rows = topics(*dates, "17/04/2025")
    rows[4] = "03/04/2025 | no class"

    assert said(*rows) == "1 off-rhythm"


def test_a_page_of_fifteen_thousand_rows_is_checked_in_time() -> None:
    rows = [f"{1 + n % 28:02}/{1 + n // 28 % 12:02}/{2000 + n // 336} | T" for n in range(15_000)]

    assert said(*rows[:7_000], *rows[8_000:], *rows[7_000:8_000]) == ""


@given(
    st.lists(st.tuples(st.dates(), st.none() | st.integers(0, 40), st.none() | st.integers(0, 6))),
    st.sampled_from(["day-first", "month-first", "year-first", "none"]),
    st.sampled_from(["%d/%m/%Y", "%m/%d", "%Y-%m-%d", "%d %b", "%a %d.%m.%y", "week of %d", ""]),
)
def test_no_dates_at_all_break_a_check(
    days: list[tuple[dt.date, int | None, int | None]], order: str, form: str
) -> None:
    rows = [f"{number or ''} | {day.strftime(form)} | T" for day, number, _ in days]
    source = Source("page.md", "\n".join(rows))
    weeks = []
    start = 0
    for row, (day, number, weekday) in zip(rows, days, strict=True):
        at = source.span(start, start + len(row))
        cells = [at.part(m.start(), m.end()).strip() for m in re.finditer(r"[^|]+", row)]
        entry = Entry(kind=Kind.CLASS, track="Lecture", title="T", date=day, at=at)
        week = Week(
            number=number,
            date=day,
            weekday=weekday,
            entries=(entry,),
            at=at,
            date_at=cells[1],
            number_at=cells[0],
        )
        weeks.append(week)
        start += len(row) + 1
    reading = DateReading(order, Certainty.GUESSED, "", Certainty.GUESSED)
    report = Report()

    check.course(
        Course(syllabus=Syllabus(weeks=tuple(weeks), reading=reading), schedule=Schedule()), report
    )

    text = check.corrected(source, report)
    assert text.count("\n") == source.text.count("\n")
    assert render.diagnostics_for_terminal(report, colour=False, width=60).count("\x1b") == 0
