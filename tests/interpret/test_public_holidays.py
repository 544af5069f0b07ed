import datetime as dt

import pytest

from syllabical.diagnostics import Report
from syllabical.interpret import syllabus
from syllabical.interpret.rows import no_class
from syllabical.model.schedule import CourseInfo, Schedule
from syllabical.model.syllabus import Kind
from syllabical.read import course_page
from syllabical.source import Source

PAGE = "| Date | Lecture |\n|---|---|\n| 2025-04-21 | Sets |\n| 2025-04-28 | Unity |\n"


@pytest.mark.parametrize(
    ("text", "date", "country"),
    [
        ("German Unity Day", dt.date(2025, 10, 3), "DE"),
        ("Tag der deutschen Einheit", dt.date(2025, 10, 3), "DE"),
        ("Unity Day", dt.date(2025, 10, 3), "de"),
        ("Fronleichnam", dt.date(2025, 6, 19), "DE-BY"),
        ("Waitangi Day", dt.date(2025, 2, 6), "NZ"),
    ],
)
def test_a_days_holiday_is_known_by_its_name(text: str, date: dt.date, country: str) -> None:
    assert no_class.is_named(text, date, country)


@pytest.mark.parametrize(
    ("text", "date", "country"),
    [
        ("German Unity Day", dt.date(2025, 10, 6), "DE"),
        ("The economy of German unity", dt.date(2025, 10, 3), "DE"),
        ("Fronleichnam", dt.date(2025, 6, 19), "DE-BE"),
        ("German Unity Day", dt.date(2025, 10, 3), ""),
        ("German Unity Day", dt.date(2025, 10, 3), "XX"),
        ("12", dt.date(2025, 10, 3), "DE"),
    ],
)
def test_anything_else_is_none(text: str, date: dt.date, country: str) -> None:
    assert not no_class.is_named(text, date, country)


@pytest.mark.parametrize(("country", "kind"), [("NZ", Kind.NO_CLASS), ("", Kind.CLASS)])
def test_a_row_that_only_names_its_holiday_is_no_class_where_the_country_is_known(
    country: str, kind: Kind
) -> None:
    text = PAGE.replace("2025-04-28 | Unity", "2025-04-25 | Anzac")
    schedule = Schedule(course=CourseInfo(country=country))
    read = course_page([Source("page.md", text)], schedule, lambda _: None, Report())
    assert read is not None

    told = syllabus(read, schedule, dt.date(2025, 1, 1), Report())

    assert told is not None
    assert [entry.kind for week in told.weeks for entry in week.entries] == [Kind.CLASS, kind]
