import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from syllabical import read
from syllabical.diagnostics import Report
from syllabical.draft.yaml_layout import word
from syllabical.source import Source
from syllabical.text import one_line


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
    assert word(text) == written


@given(st.text(max_size=30))
def test_any_words_are_read_back_as_they_were(text: str) -> None:
    text = one_line(text)

    schedule = read.schedule_file(
        Source("schedule.yaml", f"course:\n  name: {word(text)}   # why\n"), Report()
    )

    assert schedule is not None
    assert schedule.course.name == text


@given(st.text(min_size=1, max_size=30))
def test_any_words_are_read_back_as_a_key_by_another_reader(text: str) -> None:
    text = one_line(text)

    assert yaml.safe_load(f"tracks:\n  {word(text)}:   # why\n") == {"tracks": {text: None}}
