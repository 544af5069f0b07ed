import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rows import course
from syllabical import check
from syllabical.diagnostics import Report

MONDAYS = (
    "04/11/2024", "11/11/2024", "18/11/2024", "25/11/2024", "02/12/2024", "09/12/2024",
    "16/12/2024", "23/12/2024", "30/12/2024", "06/01/2025", "13/01/2025", "20/01/2025",
    "27/01/2025",
)  # fmt: skip


def said(*dates: str, order: str = "day-first") -> list[str]:
    report = Report()
    check.course(course(*(f"{date} | Topic" for date in dates), order=order), report)
    return [
        f"{one.at.place[0] if one.at else 0} {one.severity} {one.code}: {one.message} ({one.help})"
        for one in report
    ]


def fixed(*rows: str, order: str = "day-first") -> str:
    report = Report()
    given_course = course(*rows, order=order)
    check.course(given_course, report)
    return check.corrected(given_course.syllabus.weeks[0].at.source, report)


def with_row(number: int, date: str) -> tuple[str, ...]:
    return (*MONDAYS[:number], date, *MONDAYS[number + 1 :])


def test_dates_that_rise_week_by_week_are_left_in_peace() -> None:
    assert said(*MONDAYS) == []


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        (
            (*MONDAYS, "03/01/2025"),
            (
                "14 warning month-left-over: `03/01/2025` comes before `27/01/2025`, the row above "
                "it (did you mean `03/02/2025`? the month looks left over)"
            ),
        ),
        (
            with_row(9, "01/06/2025"),
            (
                "10 warning day-month-swapped: `01/06/2025` comes after `13/01/2025`, the row "
                "below it (did you mean `06/01/2025`? day and month look swapped)"
            ),
        ),
        (
            with_row(0, "04/11/2023"),
            (
                "1 warning month-left-over: `04/11/2023` is 373 days before `11/11/2024`, the row "
                "below it (did you mean `04/11/2024`? the year looks left over)"
            ),
        ),
        (
            with_row(5, "19/12/2024"),
            (
                "6 warning date-goes-backwards: `19/12/2024` comes after `16/12/2024`, the row "
                "below it (did you mean `09/12/2024`?)"
            ),
        ),
        (
            with_row(5, "07/10/2024"),
            (
                "6 warning date-goes-backwards: `07/10/2024` comes before `02/12/2024`, the row "
                "above it (check the day, month and year of both rows)"
            ),
        ),
        (
            (*MONDAYS, "16/08/2025"),
            (
                "14 warning outside-term: `16/08/2025` is 201 days after `27/01/2025`, the row "
                "above it (check the month and the year)"
            ),
        ),
        (
            with_row(5, "02/12/2024"),
            (
                "6 warning same-date-twice: `02/12/2024` is the date of the row above it, too "
                "(did you mean `09/12/2024`?)"
            ),
        ),
    ],
)
def test_one_mistake_is_told_once(dates: tuple[str, ...], sentence: str) -> None:
    assert said(*dates) == [sentence]


def test_a_january_in_last_year_is_told_row_by_row() -> None:
    dates = [date.replace("2025", "2024") for date in MONDAYS]

    assert [sentence.split(":")[0] for sentence in said(*dates)] == [
        "10 warning month-left-over",
        "11 warning month-left-over",
        "12 warning month-left-over",
        "13 warning month-left-over",
    ]
    assert fixed(*(f"{date} | Topic" for date in dates)) == "".join(
        f"| {date} | Topic |\n" for date in MONDAYS
    )


def test_a_page_that_is_not_in_order_at_all_is_left_in_peace() -> None:
    dates = (*MONDAYS[7:], *MONDAYS[:7])

    assert said(*dates) == []


@pytest.mark.parametrize(
    ("before", "after", "order"),
    [
        (
            ("`20/1`", "`27/1`", "`3/2`", "`10/2`", "`17/2`", "`24/2`", "`3/2`"),
            "`3/3`",
            "day-first",
        ),
        (
            ("1.13.25", "1.20.25", "1.27.25", "2.03.25", "2.10.25", "1.17.25"),
            "2.17.25",
            "month-first",
        ),
        (
            ("2025-01-13", "2025-01-20", "2025-01-27", "2025-02-03", "2025-01-10"),
            "2025-02-10",
            "year-first",
        ),
        (
            ("3 Feb", "10 Feb", "17 Feb", "24 Feb", "3 Mar", "10 Mar", "17 Feb"),
            "17 Mar",
            "day-first",
        ),
        (("٠٣/٠٢", "١٠/٠٢", "١٧/٠٢", "٢٤/٠٢", "٠٣/٠٢"), "٠٣/٠٣", "day-first"),
    ],
)
def test_a_correction_is_written_as_the_author_writes(
    before: tuple[str, ...], after: str, order: str
) -> None:
    page = fixed(*(f"{date} | Topic" for date in before), order=order)

    kept = "".join(f"| {date} | Topic |\n" for date in before[:-1])
    assert page == f"{kept}| {after} | Topic |\n"


def test_two_corrections_that_would_do_are_not_made() -> None:
    rows = [f"{date} | Topic" for date in with_row(5, "07/10/2024")]

    assert fixed(*rows) == "".join(f"| {row} |\n" for row in rows)


def test_a_row_that_was_silenced_says_nothing() -> None:
    rows = [f"{date} | Topic" for date in MONDAYS]
    report = Report()

    check.course(course(*rows, "03/01/2025 | Topic <!-- allow month-left-over -->"), report)

    assert list(report) == []


@given(st.integers(0, 12), st.integers(2000, 2060), st.integers(1, 52), st.sampled_from([1, 2]))
def test_one_row_of_a_weekly_course_is_never_told_twice(
    number: int, year: int, week: int, meetings: int
) -> None:
    first = dt.date.fromisocalendar(year, week, 1)
    days = [first + dt.timedelta(7 * (n // meetings) + 2 * (n % meetings)) for n in range(13)]
    days[number] = first.replace(day=1 + number * 2)
    report = Report()

    check.course(course(*(f"{day:%d/%m/%Y} | Topic" for day in days)), report)

    assert len(report) <= 2
    assert len({one.at for one in report}) == len(report)
