import re
import time
from typing import Any

import html5lib
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from syllabical.model.table import Cell, Link
from syllabical.read.markdown import inline
from syllabical.source import Source

AT = Source("page.md", "").span()


def lines(text: str) -> tuple[str, ...]:
    return inline.cell(text, AT).lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ()),
        ("  a \t b ", ("a b",)),
        ("-", ("-",)),
        ("`17/03/2019`", ("17/03/2019",)),
        ("*No class*", ("No class",)),
        ("__Midterm__ (see [Exams](#exams))", ("Midterm (see Exams)",)),
        ("**Reading day – no class**", ("Reading day – no class",)),
        ("**Introductory**: a;<br>**Supplementary**: b", ("Introductory: a;", "Supplementary: b")),
        ("one</br>two<br/>three<BR />four", ("one", "two", "three", "four")),
        ("<ul><li>one</li><li>two</li></ul>", ("one", "two")),
        ("first\n  second\r\nthird", ("first", "second", "third")),
        ("- [x] one<br>* two<br>• three", ("one", "two", "three")),
        ("3<sup>rd</sup> and 7^th^", ("3rd and 7th",)),
        ("==new== HW1{: .label .label-red }", ("new HW1",)),
        ("[HW1](a.pdf){:target='_blank'} out[^2]", ("HW1 out",)),
        ("[No class]{.red}", ("No class",)),
        ("{doc}`Trees <week/trees>` and {term}`heap`", ("Trees and heap",)),
        (":tada: 10:30:00 :warning:", ("10:30:00",)),
        ("[[Week 1|Intro]], [[Trees]]", ("Intro, Trees",)),
        ("R&amp;D&nbsp;&#8211; x &lt; y", ("R&D – x < y",)),
        ('{{ "Trees" | upcase }} {% include x.html %}{{< icon file >}}', ("Trees",)),
        ("a <!-- HW9 --> b {% comment %}c{% endcomment %}", ("a b",)),
        ("a\u200bb\u00ad\ufeff\u202ec\u00a0d\u3000e", ("abc d e",)),
        ("می\u200cشود", ("می\u200cشود",)),
        ("<span style='display: none'>x <b>y</b></span>z<i hidden>w</i>", ("z",)),
        ("![logo](x.png)", ("logo",)),
        ("x <y | z> < 5", ("x <y | z> < 5",)),
        ("**「x」**の", ("「x」の",)),
        ("** HW1 **", ("HW1",)),
        ("$a_1 * b_1$ and $5 or $6", ("a_1 * b_1 and $5 or $6",)),
        ("&#xe000;9&#xe001;a", ("9a",)),
    ],
)
def test_a_cell_says_what_a_reader_of_the_page_sees(text: str, shown: tuple[str, ...]) -> None:
    assert lines(text) == shown


@pytest.mark.parametrize(
    "text",
    ["~~Trees~~ Heaps", "<del>Trees</del> Heaps", "<s>Trees</s> Heaps", "Heaps<strike>Trees"],
)
def test_what_is_struck_out_is_kept_apart(text: str) -> None:
    assert inline.cell(text, AT) == Cell(lines=("Heaps",), struck=("Trees",), at=AT)


def test_a_link_that_is_struck_out_leads_nowhere() -> None:
    assert inline.cell("~~[HW1](a)~~", AT) == Cell(struck=("HW1",), at=AT)


def test_the_stamp_of_a_time_is_kept() -> None:
    text = '<time datetime="2025-09-01T10:00">Monday</time>'

    assert inline.cell(text, AT) == Cell(lines=("Monday",), stamps=("2025-09-01T10:00",), at=AT)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](b)", (Link("a", "b"),)),
        ("CNN ([🔗]({{ site.baseurl }}/x/))", (Link("🔗", "{{ site.baseurl }}/x/"),)),
        ("<a class=x href='u&amp;v'>t</a>", (Link("t", "u&v"),)),
        ("[a][n], [n], [N][]", (Link("a", "/n"), Link("n", "/n"), Link("N", "/n"))),
        ("<https://a.example> [b](<c d>)", (Link(*["https://a.example"] * 2), Link("b", "c d"))),
        ("[![alt](i.png)](u)", (Link("alt", "u"),)),
        ("[a](b_(c)_d) [e]() [f](#)", (Link("a", "b_(c)_d"), Link("f", "#"))),
        ("[notes](my notes.pdf)", (Link("notes", "my notes.pdf"),)),
        ("see https://a.example/b_c_d.", (Link(*["https://a.example/b_c_d"] * 2),)),
        ("[notes]({% link _pages/n.md %})", (Link("notes", "{% link _pages/n.md %}"),)),
    ],
)
def test_links_keep_their_words_and_address(text: str, links: tuple[Link, ...]) -> None:
    assert inline.cell(text, AT, {"n": "/n"}).links == links


def test_plain_text_is_one_line() -> None:
    assert inline.plain("## *a*<br>b", AT) == "## a b"


LINKS = {"ref": "https://ref.example", "b": "/b"}
PIECES = [
    *"ab12 .,; -()[]<>!*_`\\\"'#+/\n",
    "**", "__", "***", "~~", "``", "](", "![", "<br>", "</b>", "<b c='d'>", "&amp;", "&#65;", "&x",
    "[ref]", "[ref][]", "[a][ref]", "(/u)", "(/u 'title')", "(<a>)", "\\*", "\\]", "word", "é", "—",
    "<irc:a>", "*a*", "**b**", "`c`", "[d](/e)", "![f](/g)", "a_b_c", "\u00a0", "שלום",
]  # fmt: skip


def library(text: str) -> tuple[str, list[str]]:
    """The words and addresses by the Markdown library as it is, its HTML read by html5lib."""
    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda _url: True  # type: ignore[method-assign,assignment]
    references = {name.upper(): {"href": address, "title": ""} for name, address in LINKS.items()}
    made = parser.renderInline(text, {"references": references})
    tree: Any = html5lib.parseFragment(made, namespaceHTMLElements=False)
    for picture in tree.iter("img"):
        picture.text = picture.get("alt")
    return folded("".join(tree.itertext())), [
        link.get("href") for link in tree.iter("a") if link.get("href")
    ]


def folded(text: str) -> str:
    """The text without the marks that a list may begin with."""
    return re.sub(r"[\s*>+-]", "", text)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_text_says_what_the_library_and_html5lib_make_of_it(text: str) -> None:
    beyond = r"\]\([^()]*\s[^()]*\)|\]\(\s*$|~~|\[\[|<!|<\?"
    assume(not re.search(beyond, text))

    cell = inline.cell(text, AT, LINKS)

    assert (folded(cell.text), [link.url for link in cell.links]) == library(text)


def test_brackets_and_marks_without_end_cost_no_more_than_their_number() -> None:
    text = "[" * 20_000 + "](" * 20_000 + "`" * 2000 + "*a " * 20_000
    before = time.process_time()

    assert lines(text) == (text.strip(),)
    assert time.process_time() - before < 8
