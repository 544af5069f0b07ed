import pytest

from pages import page, read, table


def said(date: str, lecture: str = "Maps", homework: str = "") -> list[str]:
    rows = [f"{day} Mar 2025 | Sets {day} |" for day in (3, 10, 17)]
    made = table("Date | Lecture | Homework", *rows, f"{date} | {lecture} | {homework}")
    _, report = read(page(made))
    return [f"{each.severity}: {each.code} `{each.at.text}`" for each in report if each.at]


@pytest.mark.parametrize("date", ["the tenth!", "24 Marchember 2025", "XX/03/2025", "March"])
def test_a_class_on_a_date_that_cannot_be_read_is_an_error(date: str) -> None:
    assert said(date) == [f"error: date-unreadable `{date}`"]


def test_homework_on_a_date_that_cannot_be_read_is_an_error() -> None:
    assert said("3x/3", lecture="", homework="HW1 due") == ["error: date-unreadable `3x/3`"]


@pytest.mark.parametrize("date", ["TBA", "tbd", "?", "March ??", "to be announced", "asynchronous"])
def test_a_day_that_is_not_known_yet_is_no_mistake(date: str) -> None:
    assert said(date) == []


@pytest.mark.parametrize("label", ["Finals week", "Exam period", "Week 4", "Before the holidays"])
def test_a_label_in_the_place_of_a_date_is_told(label: str) -> None:
    assert said(label) == [f"warning: row-without-event `{label}`"]


def test_a_break_without_a_date_is_worth_a_note() -> None:
    assert said("Spring break", lecture="No class") == ["note: row-without-event `Spring break`"]


@pytest.mark.parametrize("title", ["Part II: Trees", "The tenth!"])
def test_a_title_among_the_rows_is_none_of_them(title: str) -> None:
    assert said(title, lecture="") == []
    assert said(title, lecture=title, homework=title) == []


def test_a_class_above_the_first_date_is_noted() -> None:
    made = table("Date | Lecture | Room", " | Sets | 1", "10 Mar 2025 | Maps | 2")

    _, report = read(page(made))

    assert [(each.code, each.at.text) for each in report if each.at] == [
        ("row-without-event", "Sets")
    ]
