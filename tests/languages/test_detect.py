import pytest

from pages import meant, table, told
from syllabical.languages import detect

POLISH = ["Wprowadzenie do teorii", "Brak zajęć", "Kolokwium", "Wielkanoc"]


def test_english_needs_no_other_language() -> None:
    assert detect.spoken(["Date", "Lecture"], ["Trees", "No class"], None) == ("en",)


def test_the_headers_tell_the_language() -> None:
    assert detect.spoken(["Data", "Wykład", "Zadania domowe"], POLISH, None) == ("en", "pl")


@pytest.mark.parametrize("letter", ["λ", "Θ", "ж", "道", "א", "ñ"])
def test_a_letter_of_another_script_is_mathematics(letter: str) -> None:
    cells = [*POLISH, f"Rachunek {letter}", f"{letter}(n)", f"{letter}x.x"]

    assert detect.spoken(["Data", "Wykład", "Zadania domowe"], cells, None) == ("en", "pl")


@pytest.mark.parametrize("name", ["Иван Петров", "αβ", "李明", "Παπαδόπουλος"])
def test_a_word_of_another_script_leaves_the_headers_their_language(name: str) -> None:
    spoken = detect.spoken(["Data", "Wykład", "Zadania domowe"], [*POLISH, name], None)

    assert "pl" in spoken


@pytest.mark.parametrize(
    ("headers", "texts", "codes"),
    [
        (["תאריך", "הרצאה"], ["מבוא", "Trees"], ("en", "he")),
        (["Date", "Lecture"], ["מבוא", "אין שיעור"], ("en", "he")),
        (["日付", "講義"], ["休み", "9月5日"], ("en", "ja")),
        (["日期", "课程"], ["停课"], ("en", "zh")),
        (["Дата", "Лекция"], ["Введение"], ("en", "bg", "ru", "uk")),
    ],
)
def test_a_script_tells_the_languages_that_are_written_in_it(
    headers: list[str], texts: list[str], codes: tuple[str, ...]
) -> None:
    assert detect.spoken(headers, texts, None) == codes


@pytest.mark.parametrize(
    ("given", "code"), [("nb-NO", "no"), ("nn", "no"), ("iw", "he"), ("de_AT", "de")]
)
def test_a_language_is_known_by_its_other_tags(given: str, code: str) -> None:
    assert detect.spoken(["Date"], ["Trees"], given) == ("en", code)


def test_a_tag_that_nobody_knows_is_english() -> None:
    assert detect.spoken(["Date"], ["Trees"], "tlh") == ("en",)


def test_a_greek_letter_in_a_cell_does_not_make_a_polish_page_forget_its_words() -> None:
    page = table(
        "Data | Wykład",
        "2024-03-04 | Rachunek λ",
        "2024-03-11 | Brak zajęć",
        "2024-03-18 | Kolokwium",
    )

    assert told(page) == [
        "03-04 class: Rachunek λ",
        "03-11 no-class: Brak zajęć",
        "03-18 exam: Kolokwium",
    ]


def test_a_greek_letter_in_a_cell_does_not_make_a_german_page_forget_its_words() -> None:
    cells = ["Θ-Notation", "Vorlesung entfällt", "Zwischenklausur"]

    assert meant("Datum | Vorlesung", cells) == ["class", "no-class", "exam"]
