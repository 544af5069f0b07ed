import pytest

from syllabical.interpret.dates.term_years import any_years, of_days, of_terms

SPRING, AUTUMN, JANUARY = 3, 10, 1


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("Fall 2025", AUTUMN, 2025),
        ("Deep Learning, Spring semester 2024", SPRING, 2024),
        ("WS 2022/23", AUTUMN, 2022),
        ("WS 2022/23", JANUARY, 2023),
        ("WiSe 22/23", AUTUMN, 2022),
        ("SoSe 2021", SPRING, 2021),
        ("2025-2026", AUTUMN, 2025),
        ("2025–26", SPRING, 2026),
        ("2024/25 semester B", SPRING, 2025),
        ("Semester 2, 2024", AUTUMN, 2024),
        ("2025학년도 2학기", AUTUMN, 2025),
        ("2023年春", SPRING, 2023),
        ("2024-2025学年第二学期", SPRING, 2025),
        ("令和7年度", 4, 2025),
        ('סמסטר א תשפ"ה', 11, 2024),
        ('סמסטר ב תשפ"ה', SPRING, 2025),
        ("Otoño 2024", AUTUMN, 2024),
        ("Høst 2025", AUTUMN, 2025),
        ("Semestre 2025-2", AUTUMN, 2025),
        ("Semestre 2026-1", SPRING, 2026),
        ("Semestre 2026-1", 8, 2025),
    ],
)
def test_terms_name_their_year(text: str, month: int, year: int) -> None:
    assert next(of_terms(text, month))[0] == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Spring '25", 2025),
        ("cs-sp19", 2019),
        ("fa17", 2017),
        ("2017.1", 2017),
        ("AEDS2-2017-1", 2017),
        ("DD1338 HT25", 2025),
        ("Deep Learning (2021)", 2021),
    ],
)
def test_titles_and_paths_name_a_year_in_any_way(text: str, year: int) -> None:
    assert next(any_years(text, SPRING))[0] == year


@pytest.mark.parametrize(
    "text", ["© 2018 The Authors", "Goodfellow et al. (2016)", "arXiv 2001.00001", "2024-01-10"]
)
def test_other_years_are_those_of_no_term(text: str) -> None:
    assert list(of_terms(text, SPRING)) == []


def test_a_winter_term_that_begins_in_autumn_may_bear_the_next_year() -> None:
    assert [year for year, _ in of_terms("Winter 2025", AUTUMN)] == [2025, 2024]


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("2025-01-10", JANUARY, 2025),
        ("2024-12-20T10:00", JANUARY, 2025),
        ("2025-08-20", AUTUMN, 2025),
    ],
)
def test_a_page_is_dated_before_its_course_begins(text: str, month: int, year: int) -> None:
    assert [found for found, _ in of_days(text, month)] == [year]
