import pytest

from syllabical.model.table import Passage, Where
from syllabical.read.front_matter import FrontMatter, front_matter
from syllabical.source import Source


def matter(text: str) -> FrontMatter:
    return front_matter(Source("page.md", text))


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Graphs\nyear: 2025\n---\n# Plan",
        "\ufeff\r\n---\r\ntitle: 'Graphs'   # ours\r\nyear: 2025\r\n---\r\n# Plan",
        '+++\ntitle = "Graphs"\nyear = 2025\n+++\n# Plan',
        "---\nTitle: Graphs\nyear:   2025\ntags: [a, b]\nabout: |\n  title: no\n...\n# Plan",
    ],
)
def test_front_matter_in_any_writing_gives_its_facts(text: str) -> None:
    found = matter(text)

    assert {key: fact.text for key, fact in found.facts.items()} == {
        "title": "Graphs",
        "year": "2025",
    }
    assert text[found.end :] == "# Plan"


@pytest.mark.parametrize("text", ["", "# Plan", "---\n\ntitle: no end\n", "text\n---\na: b\n---\n"])
def test_a_page_without_front_matter_has_no_facts(text: str) -> None:
    assert matter(text) == FrontMatter({}, 0)


def test_only_what_may_tell_the_term_is_a_passage() -> None:
    text = "---\nlayout: page2\nterm: Fall 2025\n---\n"

    assert matter(text).passages == (
        Passage(Where.FRONT_MATTER, "Fall 2025", Source("page.md", text).span(24, 33)),
    )


def test_a_hash_inside_quotes_begins_no_comment() -> None:
    source = Source("page.md", '---\ntitle: "A: B #1"  # the course\nterm: Fall #2\n---\n')

    facts = front_matter(source).facts

    assert {name: fact.text for name, fact in facts.items()} == {"title": "A: B #1", "term": "Fall"}
