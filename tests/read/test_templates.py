import time

import pytest

from syllabical.read import templates


@pytest.mark.parametrize(
    "text",
    [
        "a<!-- x\ny -->b",
        "a{% comment %}x{% endcomment %}b",
        "a{%- comment -%}x{%- endcomment -%}b",
        "a{{< comment >}}x{{< /comment >}}b",
        "a{# x #}b",
        "a{/* x */}b",
        "ab",
    ],
)
def test_what_is_commented_out_is_gone(text: str) -> None:
    assert templates.uncommented(text) == "ab"


@pytest.mark.parametrize("text", ["a <!-- b", "{% comment %} a", "# A {#id}", "{{ a"])
def test_what_is_not_ended_is_no_comment(text: str) -> None:
    assert templates.uncommented(text) == text


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("{{ 'Trees' | upcase }}", "Trees"),
        ('{{- "a }} b" -}}', "a }} b"),
        ("{{ site.title }}", ""),
        ("{% include x.html a='b' %}", ""),
        ('{{< ref "x.md" >}}', ""),
        ("{{% button %}}", ""),
    ],
)
def test_a_tag_shows_what_it_prints_and_comes_back_whole(tag: str, words: str) -> None:
    text, tags = templates.hidden(f"<{tag}>")
    masked = templates.masked(f"<{tag}>")

    assert tags == [tag]
    assert templates.restored(text, tags) == f"<{tag}>"
    assert len(masked) == len(tag) + 2
    assert masked.replace(templates.MASK, "") == f"<{words}>"


def test_a_mark_of_the_pages_own_is_dropped() -> None:
    assert templates.restored("a\ue0009\ue001b\ue0000\ue001", ["{{ c }}"]) == "ab{{ c }}"


def test_comments_are_masked_and_lines_stay() -> None:
    assert templates.masked("a{% comment %}\n{% endcomment %}b") == f"a{' ' * 13}\n{' ' * 16}b"


@pytest.mark.parametrize("words", ['"a" ', "it's ", "'a "])
def test_a_tag_that_is_not_ended_costs_nothing(words: str) -> None:
    before = time.process_time()

    assert templates.masked("{{ " + words * 40) == "{{ " + words * 40
    assert time.process_time() - before < 1
