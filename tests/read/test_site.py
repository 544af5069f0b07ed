from collections.abc import Callable

import pytest

from syllabical.model.table import Passage, Where
from syllabical.read import site
from syllabical.read.front_matter import FrontMatter, front_matter
from syllabical.source import Source

COURSE = "https://uni.example/dl/info/"


def beside(**files: str) -> Callable[[str], Source | None]:
    texts = {name.replace("__", "."): text for name, text in files.items()}
    return lambda path: Source(path, texts[path]) if path in texts else None


def matter(text: str) -> FrontMatter:
    return front_matter(Source("page.md", f"---\n{text}\n---\n"))


def around(facts: str, address: str, **files: str) -> site.Site:
    return site.site(matter(facts), address, beside(**files))


CONFIGURED = around(
    "permalink: /info/\nyear: 2025",
    "",
    _config__yml='url: "https://uni.example" # ours\nbaseurl: /dl\ntitle: Graphs\nslides: /s\n',
)
ADDRESSED = around("permalink: /info/", COURSE)
UNKNOWN = around("permalink: /info/", "")


@pytest.mark.parametrize("known", [CONFIGURED, ADDRESSED])
@pytest.mark.parametrize(
    ("written", "leads_to"),
    [
        ("{{ site.baseurl }}/lectures/1/", "https://uni.example/dl/lectures/1/"),
        ("{{site.url}}{{ site.baseurl }}/a", "https://uni.example/dl/a"),
        ("{{ '/a/b.pdf' | relative_url }}", "https://uni.example/dl/a/b.pdf"),
        ('{{ "a" | absolute_url }}', "https://uni.example/dl/a"),
        ("{% link _pages/notes.md %}", "https://uni.example/dl/notes"),
        ('{{< ref "week-1.md" >}}', "https://uni.example/dl/week-1/"),
        ("/a", "https://uni.example/dl/a"),
        ("a b.pdf", "https://uni.example/dl/info/a%20b.pdf"),
        ("../hw/1", "https://uni.example/dl/hw/1"),
        ("#exams", "https://uni.example/dl/info/#exams"),
        ("https://other.example/x", "https://other.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_leads_where_a_browser_would_go(
    known: site.Site, written: str, leads_to: str
) -> None:
    assert site.address(written, known) == leads_to


def test_variables_of_the_site_and_the_page_are_printed() -> None:
    assert site.address("{{ site.slides }}/{{ page.year }}.pdf", CONFIGURED) == (
        "https://uni.example/dl/s/2025.pdf"
    )


@pytest.mark.parametrize(
    ("written", "leads_to"),
    [("{{ site.baseurl }}/a", "/a"), ("a.pdf", "a.pdf"), ("http://[", "http://[")],
)
def test_without_a_base_a_link_stays_relative(written: str, leads_to: str) -> None:
    assert site.address(written, UNKNOWN) == leads_to


@pytest.mark.parametrize(
    ("files", "root"),
    [
        (
            {"hugo__toml": 'baseURL = "https://uni.example/x/"\ntitle = "T"\n'},
            "https://uni.example/x",
        ),
        (
            {"_quarto__yml": "website:\n  title: T\n  site-url: https://q.example\n"},
            "https://q.example",
        ),
        ({"mkdocs__yml": "site_name: T\nsite_url: https://m.example/y/\n"}, "https://m.example/y"),
    ],
)
def test_the_configuration_of_any_generator_says_the_root(files: dict[str, str], root: str) -> None:
    found = around("", "", **files)

    assert found.root == root
    assert [(passage.where, passage.text) for passage in found.passages] == [(Where.CONFIG, "T")]


def test_the_configuration_tells_what_it_says_of_the_course() -> None:
    text = "title: Deep Learning\nterm: Fall 2025\nmarkdown: kramdown\n"
    source = Source("_config.yml", text)

    found = site.site(matter(""), "", lambda path: source if path == "_config.yml" else None)

    assert found.passages == (
        Passage(Where.CONFIG, "Deep Learning", source.span(7, 20)),
        Passage(Where.CONFIG, "Fall 2025", source.span(27, 36)),
    )
