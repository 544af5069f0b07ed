import pytest

from pages import page, read, table
from phrases import PHRASES
from syllabical.interpret import words
from syllabical.model.syllabus import Kind


@pytest.mark.parametrize("language", PHRASES)
def test_the_words_of_a_language(language: str) -> None:
    header, phrases = PHRASES[language].split("\n", 1)
    said = [text.strip() for text in phrases.split(" /")]
    said = [*(f"{text} |" for text in ("A", "B", *said[:5])), *(f"C | {text}" for text in said[5:])]
    rows = [f"2024-03-{number:02} | {text}" for number, text in enumerate(said, 1)]

    syllabus, report = read(page(table(header, *rows)))

    assert syllabus
    assert [[entry.kind for entry in week.entries] for week in syllabus.weeks] == [
        [Kind.CLASS],
        [Kind.CLASS],
        [Kind.NO_CLASS],
        [Kind.NO_CLASS],
        [Kind.EXAM],
        [Kind.CLASS],
        [Kind.PRESENTATION],
        [Kind.CLASS, Kind.HOMEWORK_RELEASE],
        [Kind.CLASS, Kind.HOMEWORK_DUE],
    ]
    assert not report.failed


def test_every_language_has_its_test() -> None:
    assert set(words.ALL) == set(PHRASES)


@pytest.mark.parametrize("language", words.ALL)
def test_every_language_names_the_same_matters(language: str) -> None:
    assert set(words.of(language).cells) <= set(words.of("en").cells)
    assert set(words.of(language).headers) <= set(words.of("en").headers)
