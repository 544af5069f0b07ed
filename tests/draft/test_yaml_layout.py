import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from syllabical import read
from syllabical.diagnostics import Report
from syllabical.draft.yaml_layout import YamlLine, aligned, blank, comment, scalar
from syllabical.read.schedule.scalars import trimmed
from syllabical.source import Source
from syllabical.text import one_line


def test_reasons_stand_in_one_column() -> None:
    lines = [
        YamlLine("course:"),
        YamlLine("  name: A", "its title"),
        YamlLine("  term: Spring 2025", "a heading"),
    ]

    assert aligned(lines) == (
        "course:\n  name: A             # its title\n  term: Spring 2025   # a heading\n"
    )


def test_a_blank_is_indented_as_its_neighbours_are() -> None:
    assert aligned([blank("  short: A", "fill in")]) == "  #short: A   # fill in\n"


def test_a_reason_too_long_for_a_line_goes_on_below_itself() -> None:
    written = aligned([YamlLine("key: word", "a b c " * 16)])

    assert written.splitlines() == [
        "key: word   # " + "a b c " * 12 + "a b",
        "            # c a b c a b c a b c",
    ]


def test_the_reason_of_a_long_line_stands_above_it() -> None:
    assert aligned([YamlLine("  name: " + "a" * 50, "its title")]) == (
        "  # its title\n  name: " + "a" * 50 + "\n"
    )


def test_a_command_is_not_broken_in_two() -> None:
    written = aligned([comment("x " * 40 + "`run this command`")])

    assert written.splitlines()[-1] == "# `run this command`"


def test_wide_letters_take_two_columns() -> None:
    assert (
        aligned([YamlLine("内容:", "a"), YamlLine("Topic:", "b")]) == "内容:    # a\nTopic:   # b\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Lecture", "Lecture"),
        ("Lecture (in-class)", "Lecture (in-class)"),
        ("examples/page.md", "examples/page.md"),
        ("../_modules", "../_modules"),
        ("מבוא ללמידה עמוקה", "מבוא ללמידה עמוקה"),
        ("操作系统", "操作系统"),
        ("CS236605: Deep Learning", '"CS236605: Deep Learning"'),
        ("no", '"no"'),
        ("1:30", '"1:30"'),
        ("6.006", '"6.006"'),
        ("#", '"#"'),
        ("C #", '"C #"'),
        ("- a", '"- a"'),
        ('say "hi"', '"say \\"hi\\""'),
        ("a\\b", '"a\\\\b"'),
        ("", '""'),
    ],
)
def test_a_word_is_quoted_only_where_it_could_be_something_else(text: str, written: str) -> None:
    assert scalar(text) == written


@given(st.text(max_size=30))
def test_any_words_are_read_back_as_they_were(text: str) -> None:
    text = trimmed(one_line(text))

    schedule = read.schedule_file(
        Source("schedule.yaml", f"course:\n  name: {scalar(text)}   # why\n"), Report()
    )

    assert schedule is not None
    assert schedule.course.name == text


@given(st.text(min_size=1, max_size=30))
def test_any_words_are_read_back_as_a_key_by_another_reader(text: str) -> None:
    text = trimmed(one_line(text))

    assert yaml.safe_load(f"tracks:\n  {scalar(text)}:   # why\n") == {"tracks": {text: None}}
