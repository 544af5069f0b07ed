import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from date_columns import TODAY, column, days
from syllabical.interpret.dates.column import looks_dated
from syllabical.interpret.dates.types import Context
from syllabical.model.syllabus import Certainty, DateReading
from syllabical.model.table import Passage, Where
from syllabical.source import Source

SURE = Certainty.GIVEN


def about(title: str, **known: object) -> Context:
    passage = Passage(Where.TITLE, title, Source("page.md", title).span())
    return Context(today=TODAY, passages=(passage,), **known)  # type: ignore[arg-type]


def test_one_day_past_the_twelfth_settles_the_order() -> None:
    read, report = column(["03/04/2025", "10/04/2025", "", "17/04/2025"])

    assert days(read) == [["2025-04-03"], ["2025-04-10"], [], ["2025-04-17"]]
    assert read.reading == DateReading("day-first", Certainty.PROVED, "the cells", SURE)
    assert list(report) == []


def test_the_weekly_rhythm_settles_the_order() -> None:
    read, report = column(["03/04/2025", "10/04/2025"])

    assert days(read) == [["2025-04-03"], ["2025-04-10"]]
    assert read.reading.order_certainty is Certainty.PROVED
    assert list(report) == []


def test_a_typing_error_stays_as_it_is_written() -> None:
    read, _ = column(["20/01/2025", "27/01/2025", "03/01/2025", "10/02/2025"])

    assert days(read) == [["2025-01-20"], ["2025-01-27"], ["2025-01-03"], ["2025-02-10"]]


def test_a_swapped_row_does_not_turn_the_column() -> None:
    read, report = column(["9/2/2025", "9/9/2025", "16/9/2025", "9/23/2025", "9/30/2025"])

    assert days(read) == [["2025-09-02"], ["2025-09-09"], [], ["2025-09-23"], ["2025-09-30"]]
    [said] = report
    assert (said.code, said.at and said.at.text) == ("date-does-not-exist", "16/9/2025")


def test_a_lone_date_of_two_small_numbers_is_undecidable() -> None:
    _, report = column(["03/04/2025"])

    [said] = report
    assert (said.code, said.severity, said.message) == (
        "date-order-undecidable",
        "error",
        "`03/04/2025` may be 3 April or 4 March",
    )


def test_the_page_language_breaks_a_tie_as_a_guess() -> None:
    read, report = column(["03/04/2025"], Context(today=TODAY, language="en-US"))

    assert days(read) == [["2025-03-04"]]
    assert [said.code for said in report] == ["date-order-guessed"]


def test_the_order_of_the_schedule_is_believed() -> None:
    read, report = column(["03/04/2025"], Context(today=TODAY, order="day-first"))

    assert days(read) == [["2025-04-03"]]
    assert read.reading.order_certainty is SURE
    assert list(report) == []


def test_a_day_that_does_not_exist_is_an_error_at_its_characters() -> None:
    read, report = column(["Sun 24/02/2019", "Sun 30/02/2019", "Sun 03/03/2019"])

    assert days(read) == [["2019-02-24"], [], ["2019-03-03"]]
    [said] = report
    assert (said.code, str(said.at), said.at and said.at.text) == (
        "date-does-not-exist",
        "page.md:2:5",
        "30/02/2019",
    )


def test_numbers_among_dates_that_are_no_date_are_an_error() -> None:
    _, report = column(["9/2/2025", "9/9/2025", "9/16/2025", "9//23", "13/45"])

    assert [(said.code, said.at and said.at.text) for said in report] == [
        ("date-unreadable", "13/45")
    ]


@pytest.mark.parametrize("row", ["Part II", "TBA", "Week 3", "-", "Reading week", "Unit 2: Trees"])
def test_other_rows_of_a_page_are_no_errors(row: str) -> None:
    read, report = column(["9/2/2025", "9/9/2025", "9/16/2025", row, "9/23/2025"])

    assert days(read)[3] == []
    assert list(report) == []


def test_a_term_crosses_new_year() -> None:
    read, _ = column(["Nov 25", "Dec 9", "Dec 23", "Jan 6", "Jan 20", "Feb 3"], about("2024/25"))

    assert [row[0][:4] for row in days(read)] == ["2024", "2024", "2024", "2025", "2025", "2025"]


def test_a_table_with_its_newest_row_first_crosses_new_year_too() -> None:
    read, _ = column(["Jan 20", "Jan 6", "Dec 9", "Nov 25"], about("Spring 2025"))

    assert [row[0][:4] for row in days(read)] == ["2025", "2025", "2024", "2024"]


def test_a_stray_month_does_not_start_a_new_year() -> None:
    read, _ = column(
        ["Feb 3", "Feb 10", "Oct 17", "Feb 24", "Mar 3", "Mar 10"], about("Spring 2025")
    )

    assert {row[0][:4] for row in days(read)} == {"2025"}


def test_a_break_over_new_year_ends_in_the_next() -> None:
    read, _ = column(["12/15-12/19", "12/22-1/2", "1/5-1/9"], about("Fall 2025"))

    assert days(read) == [
        ["2025-12-15/2025-12-19"],
        ["2025-12-22/2026-01-02"],
        ["2026-01-05/2026-01-09"],
    ]


def test_the_year_of_the_page_outranks_the_schedule_and_the_contradiction_is_said() -> None:
    read, report = column(["Sep 1", "Sep 8"], about("Fall 2023", year=2024))

    assert days(read) == [["2023-09-01"], ["2023-09-08"]]
    assert [(said.code, said.message) for said in report] == [
        (
            "year-contradicted",
            "the year given is 2024, but the page's title, `Fall 2023`, says 2023",
        )
    ]


def test_written_weekdays_find_the_year() -> None:
    read, report = column(["Mon, Sep 4", "Wed, Sep 6", "Mon, Sep 11", "Wed, Sep 13"])

    assert days(read)[0] == ["2023-09-04"]
    assert [said.message for said in report] == [
        "the page does not say its year; 2023 is taken from the weekdays"
    ]


def test_without_any_word_of_it_the_year_is_the_nearest() -> None:
    read, report = column(["9/2", "9/9", "9/16", "9/23"])

    assert days(read)[0] == ["2025-09-02"]
    assert [said.code for said in report] == ["year-guessed"]


def test_weekdays_in_a_foreign_language_settle_order_and_year() -> None:
    read, _ = column(["lun 2/9", "mié 4/9", "lun 9/9", "mié 11/9"])

    assert days(read)[0] == ["2024-09-02"]
    assert read.known.order == "day-first"


def test_bare_days_take_the_month_above_them() -> None:
    read, _ = column(["September", "3", "10", "17", "24", "1", "8"], about("Fall 2025"))

    assert [row[0] for row in days(read) if row] == [
        "2025-09-03", "2025-09-10", "2025-09-17", "2025-09-24", "2025-10-01", "2025-10-08",
    ]  # fmt: skip


def test_bare_days_take_the_month_of_another_column() -> None:
    months = ("September", "", "October", "")
    read, _ = column(["3", "5", "10", "12"], about("Fall 2025", months=months))

    assert [row[0] for row in days(read)] == [
        "2025-09-03", "2025-09-05", "2025-10-10", "2025-10-12",
    ]  # fmt: skip


def test_bare_numbers_without_any_month_are_no_dates() -> None:
    read, report = column(["1", "2", "3", "4"])

    assert days(read) == [[], [], [], []]
    assert list(report) == []


def test_weekdays_follow_the_date_above_them() -> None:
    read, _ = column(["Mon Sep 15, 2025", "Wed", "Fri", "Mon Sep 22, 2025"])

    assert days(read) == [["2025-09-15"], ["2025-09-17"], ["2025-09-19"], ["2025-09-22"]]


def test_weekdays_follow_the_week_of_their_heading() -> None:
    months = ("Week 1 (Sep 1-5)", "Week 1 (Sep 1-5)", "Week 2 (Sep 8-12)")
    read, _ = column(["Mon", "Wed", "Mon"], about("Fall 2025", months=months))

    assert days(read) == [["2025-09-01"], ["2025-09-03"], ["2025-09-08"]]


def test_a_typing_slip_in_a_month_is_read() -> None:
    read, _ = column(["Febuary 3", "February 10", "Febraury 17"], about("Spring 2025"))

    assert days(read) == [["2025-02-03"], ["2025-02-10"], ["2025-02-17"]]


def test_two_digit_years_may_come_first() -> None:
    read, _ = column(["25/09/01", "25/09/08", "25/09/15"])

    assert days(read) == [["2025-09-01"], ["2025-09-08"], ["2025-09-15"]]


def test_hours_and_weekday_come_with_the_date() -> None:
    read, _ = column(["Mon 9/15 6–8:30 PM"], about("Fall 2025"))

    [[dated]] = read.rows
    assert (dated.weekday, dated.starts, dated.ends, dated.written, dated.at.text) == (
        0,
        dt.time(18),
        dt.time(20, 30),
        "9/15",
        "9/15",
    )


@pytest.mark.parametrize(
    ("texts", "shares"),
    [
        (["9/2", "9/9", "TBA", "9/16"], (1, 1)),
        (["Week 3 (Sep 16–20)", "Week 4 (Sep 23–27)"], (0.8, 1)),
        (["1", "2", "3"], (0, 0.2)),
        (["Mon", "Wed"], (0, 0.2)),
        (["Trees", "Graphs and more, see chapter 5.3"], (0, 0.2)),
        (["HW1 out", "HW1 due 9/20", "", "HW2"], (0, 0.5)),
        (["3 mars", "10 mars"], (1, 1)),
        ([], (0, 0)),
    ],
)
def test_columns_look_more_or_less_like_dates(
    texts: list[str], shares: tuple[float, float]
) -> None:
    assert shares[0] <= looks_dated(texts) <= shares[1]


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), max_size=12))
def test_no_column_is_too_strange(texts: list[str]) -> None:
    texts = [" ".join(text.split()) for text in texts]

    read, _ = column(texts)

    assert len(read.rows) == len(texts)
