import pytest

from syllabical.interpret.cells import titles
from syllabical.languages import lexicon
from syllabical.model.table import Link

WORDS = lexicon.of_cells(("en",))


def title(text: str, *links: str) -> str:
    return titles.title(text, [Link(words, "https://example.org/") for words in links], WORDS)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Trees (🔗)", ["🔗"]),
        ("Trees (slides) (video)", ["slides", "video"]),
        ("Trees [pdf]", ["[pdf]"]),
        ("Trees (pdf, video 2)", ["pdf", "video 2"]),
        ("Trees 📝", ["📝"]),
        ("Trees: slides | notes", ["slides", "notes"]),
    ],
)
def test_what_is_there_to_be_clicked_is_no_title(text: str, links: list[str]) -> None:
    assert title(text, *links) == "Trees"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Trees (binary)", ["binary"]),
        ("Trees", ["Trees"]),
        ("slides", ["slides"]),
        ("🍂 Autumn", ["Autumn"]),
        ("Trees (slides)", []),
        ("HW 2", ["2"]),
        ("Landslides", ["slides"]),
    ],
)
def test_words_that_say_something_stay(text: str, links: list[str]) -> None:
    assert title(text, *links) == text
