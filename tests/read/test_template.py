import pytest

from syllabical.read.markdown import templates


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

    assert tags == [tag]
    assert templates.printed(text, tags) == f"<{words}>"
    assert templates.restored(text, tags) == f"<{tag}>"
