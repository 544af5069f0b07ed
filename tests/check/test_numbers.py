import pytest

from rows import THURSDAYS, course, sentences
from syllabical import check
from syllabical.diagnostics import Report


def said(*numbers: str, dates: tuple[str, ...] = THURSDAYS) -> str:
    return sentences(*(f"{n} | {date} | Topic" for n, date in zip(numbers, dates, strict=True)))


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3", "4", "5", "6"),
        ("1", "1", "2", "2", "3", "3"),
        ("1", "2", "", "4", "5", "6"),
        ("", "", "", "", "", "7"),
        ("3", "9", "1", "12", "4", "2"),
        ("L1", "L2", "E1", "L3", "L4", "L5"),
    ],
)
def test_numbers_that_count_or_do_not_count_at_all_are_left_in_peace(
    numbers: tuple[str, ...],
) -> None:
    assert said(*numbers) == ""


def test_a_number_given_twice_is_told_with_the_one_that_fits() -> None:
    assert said("1", "2", "3", "3", "5", "6") == (
        "warning number-repeats: two rows have the number `3` (did you mean `4`?)"
    )


def test_a_number_that_another_row_has_is_told() -> None:
    assert said("1", "2", "3", "1", "5", "6") == (
        "warning number-repeats: two rows have the number `1` (did you mean `4`?)"
    )


def test_a_number_left_out_is_worth_a_note() -> None:
    assert said("1", "2", "3", "5", "6", "7") == (
        "note number-skipped: `5` follows `3`; 4 is left out (is a row missing?)"
    )


def test_a_number_left_out_with_its_week_is_left_in_peace() -> None:
    dates = (*THURSDAYS[:3], "03/04/2025", "10/04/2025", "17/04/2025")

    assert said("1", "2", "3", "5", "6", "7", dates=dates) == ""


def test_a_number_out_of_line_is_worth_a_note() -> None:
    assert said("1", "2", "3", "14", "5", "6") == (
        "note number-skipped: `14` follows `3` (did you mean `4`?)"
    )


def test_a_number_is_corrected_where_it_stands() -> None:
    report = Report()
    rows = [f"{n} | {d} | Topic 3" for n, d in zip("123356", THURSDAYS, strict=True)]
    page = course(*rows)
    check.course(page, report)

    rows[3] = f"4 | {THURSDAYS[3]} | Topic 3"
    assert check.corrected(page.syllabus.weeks[0].at.source, report) == "".join(
        f"| {row} |\n" for row in rows
    )
