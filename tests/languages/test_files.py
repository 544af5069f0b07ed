import pytest

import language_files
from language_examples import misread
from language_files import faults, texts
from syllabical.languages import listed
from syllabical.model.syllabus import Kind

TEXTS = texts()
FILE = """name = "Deutsch"
english = "German"
script = "Latin"

[cells]
due = ["Abgabe", "fällig"]

[feed]
released = ["Ausgabe"]
due = ["Abgabe"]
cancelled = ["abgesagt"]
"no class" = ["kein Unterricht"]

[examples]
header = "Datum | Vorlesung"
rows = [
  { row = "4. März 2024 | Graphen", date = 2024-03-04, means = ["class"] },
  { row = "11. März 2024 | Vorlesung entfällt", date = 2024-03-11, means = ["no-class"] },
  { row = "18. März 2024 | Klausur", date = 2024-03-18, means = ["exam"] },
]
"""


@pytest.mark.parametrize("code", TEXTS)
def test_the_file_of_a_language_is_made_as_it_should_be(code: str) -> None:
    assert faults(code, TEXTS[code]) == []


@pytest.mark.parametrize("code", TEXTS)
def test_the_examples_of_a_language_mean_what_they_say(code: str) -> None:
    assert list(misread(code, TEXTS[code])) == []


def test_a_file_needs_few_words() -> None:
    assert faults("de", FILE) == []
    assert list(misread("de", FILE)) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'due = ["Abgabe", "fällig"]',
            'due = ["Abgabe" "fällig"]',
            "de.toml cannot be read: Unclosed array (at line 6, column 17)",
        ),
        ('name = "Deutsch"\n', "", "de.toml: `name` is missing"),
        ('"Deutsch"', "7", "de.toml: `name` is no text in quotes"),
        (
            '"Latin"',
            '"latin"',
            (
                "de.toml: `script` is `latin`, which is none of Latin, Greek, Cyrillic, Armenian, "
                "Hebrew, Arabic, Devanagari, Thai, Hangul, Han, Kana"
            ),
        ),
        ("[cells]", "[cell]", "de.toml: `[cell]` is no section; did you mean `cells`?"),
        (
            "[cells]\ndue",
            "[cells]\ndeu",
            "de.toml: `deu` under `[cells]` is no key; did you mean `due`?",
        ),
        (
            '["Abgabe", "fällig"]',
            '"Abgabe, fällig"',
            'de.toml: `due` under `[cells]` is no list of words, as in `["one", "another one"]`',
        ),
        (
            '["Abgabe", "fällig"]',
            '["Abgabe, fällig"]',
            (
                "de.toml: `due` under `[cells]` has `Abgabe, fällig`: write each word in quotes "
                "of its own"
            ),
        ),
        ('"fällig"', '" "', "de.toml: `due` under `[cells]` has an empty word"),
        (
            '"fällig"',
            '"ab*gabe"',
            (
                "de.toml: `due` under `[cells]` has `ab*gabe`: `*` stands at the beginning or the "
                "end of a word"
            ),
        ),
        (
            '"fällig"',
            '"fällig", "Fallig"',
            "de.toml: `due` under `[cells]` has `fällig` and `Fallig`, which are the same",
        ),
        (
            'due = ["Abgabe", "fällig"]',
            'due = ["Abgabe", "fällig"]\nout = ["Fällig"]',
            "de.toml: `fällig` is under `due` and `out` of `[cells]`",
        ),
        (
            "[feed]",
            '[months]\nmarch = ["Mrz"]\nmay = ["mrz"]\n\n[feed]',
            "de.toml: `Mrz` is under `march` and `may` of `[months]`",
        ),
        ('released = ["Ausgabe"]\n', "", "de.toml: `released` under `[feed]` is missing"),
        (
            '  { row = "18. März 2024 | Klausur", date = 2024-03-18, means = ["exam"] },\n',
            "",
            "de.toml: there are 2 examples; write 3 to 5",
        ),
        (
            'means = ["exam"]',
            'means = ["test"]',
            (
                "de.toml: example 3 means `test`, which is none of class, no-class, exam, "
                "presentation, homework-release, homework-due, other"
            ),
        ),
        (
            'date = 2024-03-04, means = ["class"]',
            'means = ["class"]',
            "de.toml: example 1 has not `row`, `date` and `means`, and nothing else",
        ),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(old: str, new: str, sentence: str) -> None:
    assert old in FILE

    assert faults("de", FILE.replace(old, new, 1)) == [sentence]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'means = ["exam"]',
            'means = ["class", "homework-due"]',
            "de.toml: `18. März 2024 | Klausur` is read as exam",
        ),
        (
            "date = 2024-03-18",
            "date = 2024-03-19",
            "de.toml: no row is read as of 2024-03-19: `18. März 2024 | Klausur`",
        ),
    ],
)
def test_an_example_that_is_read_otherwise_is_said(old: str, new: str, sentence: str) -> None:
    assert list(misread("de", FILE.replace(old, new, 1))) == [sentence]


def test_the_command_says_that_a_file_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert language_files.main(["de"]) == 0
    assert capsys.readouterr().out == "de.toml is right\n"


def test_the_command_says_what_is_wrong(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language_files, "texts", lambda: {"de": FILE.replace("[cells]", "[cell]")})

    assert language_files.main(["de"]) == 1
    assert capsys.readouterr().out == "de.toml: `[cell]` is no section; did you mean `cells`?\n"


def test_no_small_word_of_dates_means_two_things_in_two_languages() -> None:
    to, beside, of = (set(listed("dates", key)) for key in ("to", "and", "of"))

    assert to & beside | to & of | beside & of == set()


def test_the_kinds_that_an_example_may_mean_are_those_of_events() -> None:
    assert sorted(language_files.KINDS) == sorted(Kind)
