from rows import course
from syllabical import check
from syllabical.diagnostics import Report

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
