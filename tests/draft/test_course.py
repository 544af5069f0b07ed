import datetime as dt

import pytest

from syllabical.draft.course import course_lines
from syllabical.model.course import Course
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Syllabus, Week
from syllabical.model.table import Page, Passage, Where
from syllabical.source import Source

SOURCE = Source("page.md", "title: Deep Learning on Computational Accelerators")
AT = SOURCE.span(0, 0)


def section(title: str, *passages: Passage, year: int = 2025) -> dict[str, str]:
    week = Week(date=dt.date(year, 3, 3), at=AT, date_at=AT)
    course = Course(syllabus=Syllabus(title=title, weeks=(week,)), schedule=Schedule())
    written = course_lines(course, Page(source=SOURCE, title=title, passages=passages))
    said = (line.text.strip().partition(": ") for line in written if "#" not in line.text)
    return {key: value for key, _, value in said if value}


@pytest.mark.parametrize(
    ("title", "name", "short"),
    [
        ("CS 201: Sets", '"CS 201: Sets"', "CS 201"),
        ("6.006 Algorithms", '"6.006 Algorithms"', '"6.006"'),
        ("Schedule of 10-605", "Schedule of 10-605", '"10-605"'),
        ("DCC004 - AEDS 2", "DCC004 - AEDS 2", "DCC004"),
        ("NYU CS9053 Java", "NYU CS9053 Java", "CS9053"),
        ("Data 100: Principles", '"Data 100: Principles"', "Data 100"),
    ],
)
def test_a_code_in_the_title_is_the_short_name(title: str, name: str, short: str) -> None:
    assert section(title) == {"name": name, "short": short}


@pytest.mark.parametrize("title", ["Course Info", "Schedule", "Syllabus 2025", ""])
def test_a_title_that_names_no_course_is_no_name(title: str) -> None:
    assert section(title) == {}


@pytest.mark.parametrize("title", ["Week 12", "Chapter 3: Trees", "Fall 2019 Notes"])
def test_not_every_word_with_a_number_is_a_code(title: str) -> None:
    assert "short" not in section(title)


@pytest.mark.parametrize(
    ("title", "name", "term"),
    [
        ("Sets, Spring 2025", "Sets", "Spring 2025"),
        ("Mengen (Sommersemester 2025)", "Mengen", "Sommersemester 2025"),
        ("Mengen – WS 2024/25", "Mengen", "WS 2024/25"),
        ("Conjuntos: 2025.1", "Conjuntos", '"2025.1"'),
        ("集合 2025年秋季", "集合", '"2025年秋季"'),
        ("Sets, Spring '25", "Sets", "Spring '25"),
        ("مجموعات، ربيع 2025", "مجموعات", "ربيع 2025"),
    ],
)
def test_a_term_at_the_end_of_the_title_is_the_term(title: str, name: str, term: str) -> None:
    assert section(title) == {"name": name, "term": term}


def test_a_term_of_another_year_is_not_this_term() -> None:
    assert "term" not in section("Sets", Passage(Where.HEADING, "News of Fall 2019", AT))


def test_the_site_names_the_course_where_the_page_does_not() -> None:
    config = Passage(Where.CONFIG, "Deep Learning on Computational Accelerators", SOURCE.span(7))

    assert section("Course Info", config) == {"name": "Deep Learning on Computational Accelerators"}
