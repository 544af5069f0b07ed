import re

import pytest

from syllabical.languages import codes, either, folding, lexicon, one_of
from syllabical.languages.lexicon import Mark


def test_the_lexicon_of_a_pages_languages_is_made_once() -> None:
    assert lexicon.of_cells(("en", "de")) is lexicon.of_cells(("en", "de"))
    assert lexicon.of_headers(("en", "de")) is lexicon.of_headers(("en", "de"))


def test_words_of_schedule_yaml_are_added_for_one_course_alone() -> None:
    more = lexicon.of_cells(("en",), (("no class", ("Retreat of the lab",)),))

    assert more.senses("Retreat of the lab") == {"no class"}
    assert more.senses("Thanksgiving") == {"holiday"}
    assert "no class" not in lexicon.of_cells(("en",)).senses("Retreat of the lab")


def test_the_longest_phrase_wins_in_all_its_senses() -> None:
    words = lexicon.lexicon([("exam", ["final exam"]), ("weak exam", ["final"]), ("x", ["exam"])])

    assert words.marks("The final exam, a final") == (
        Mark("exam", 4, 14),
        Mark("weak exam", 18, 23),
    )


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Übung", "ÜBUNG"),
        ("Übung", "Ubung"),
        ("Übung", "U\u0308bung"),
        ("à définir", "A definir"),
        ("n.t.b.", "N.T.B"),
        ("*ferien", "Herbstferien"),
        ("休講", "休 講"),
        ("Święto", "swieto"),
    ],
)
def test_case_accents_and_points_are_no_matter(phrase: str, text: str) -> None:
    assert lexicon.lexicon([("sense", [phrase])]).senses(text) == {"sense"}


def test_a_word_that_ends_otherwise_is_another() -> None:
    assert lexicon.lexicon([("pause", ["*ferien"])]).senses("Ferienhaus") == set()


def test_a_text_is_cut_into_words_and_numbers() -> None:
    assert folding.words("HW10b: Übung") == [
        ("hw", 0, 2),
        ("10", 2, 4),
        ("b", 4, 5),
        ("ubung", 7, 12),
    ]


def test_an_expression_takes_the_longest_word_first() -> None:
    assert either(["a", "a b", "se*", "年 1"]) == r"(?:a\s+b|se\w*|年\s?1|a)"


def test_an_expression_without_words_matches_nothing() -> None:
    assert re.search(either([]), "") is None


def test_words_of_all_languages_stand_under_one_key() -> None:
    found = re.compile(rf"\b{one_of('dates', 'cues')}\b", re.IGNORECASE).findall("Due, bis, до")

    assert found == ["Due", "bis", "до"]


def test_english_comes_first() -> None:
    assert codes()[:3] == ("en", "ar", "bg")
