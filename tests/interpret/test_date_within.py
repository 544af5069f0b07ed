import datetime as dt

import pytest

from syllabical.interpret.dates import column
from syllabical.interpret.dates.types import Known
from syllabical.source import Source

AMERICAN = Known(order="month-first", year=2025, language="en", near=dt.date(2025, 9, 15))
GERMAN = Known(order="day-first", year=2025, language="de", near=dt.date(2025, 9, 15))


def found(text: str, known: Known = AMERICAN) -> list[str]:
    dated = column.within(text, Source("page.md", text).span(), known)
    return [f"{each.date} {each.starts or ''}".strip() for each in dated]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("due 9/20", ["2025-09-20"]),
        ("due 9/20 at 5pm", ["2025-09-20 17:00:00"]),
        ("HW2 (due Fri 3 Oct 23:59)", ["2025-10-03 23:59:00"]),
        ("HW2 due Sep 22, HW3 out Sep 23", ["2025-09-22", "2025-09-23"]),
        ("HW 2 (9/22)", ["2025-09-22"]),
        ("Project proposal, Jan 5", ["2026-01-05"]),
        ("due 2025-10-01", ["2025-10-01"]),
        ("due 10/1/2025", ["2025-10-01"]),
    ],
)
def test_dates_in_other_cells_are_read(text: str, dates: list[str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Abgabe 22.9.", ["2025-09-22"]),
        ("bis 22.9", ["2025-09-22"]),
        ("Abgabe: 22. September, 12 Uhr", ["2025-09-22 12:00:00"]),
        ("Kapitel 3.4", []),
        ("3.4 und 5.6", []),
    ],
)
def test_the_column_settles_order_and_language(text: str, dates: list[str]) -> None:
    assert found(text, GERMAN) == dates


@pytest.mark.parametrize(
    "text",
    [
        "5.3 or 5.7", "9 & 5.3", "Ch. 9/10", "chapters 9-10", "Python 3.11", "v2.1.0", "10-605",
        "Room 1-23", "Lecture 9", "HW1", "1/2 of the points", "3/4 majority", "555-1234", "§ 9.3",
        "Monday", "10:30", "p. 9-12", "2019", "Smith et al. (2018)",
    ],
)  # fmt: skip
def test_other_numbers_in_other_cells_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_the_place_is_that_of_the_date_alone() -> None:
    text = "HW2, due Fri 9/19 at 5pm"

    dated = column.one(text, Source("page.md", text).span(), AMERICAN)

    assert dated is not None
    assert (dated.at.text, dated.weekday, text[dated.start : dated.end]) == (
        "9/19",
        4,
        "Fri 9/19 at 5pm",
    )
