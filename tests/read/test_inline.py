import pytest

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
        ("[a](b_(c)_d) [e]() [f](#)", (Link("a", "b_(c)_d"),)),
        ("[notes]({% link _pages/n.md %})", (Link("notes", "{% link _pages/n.md %}"),)),
    ],
)
def test_links_keep_their_words_and_address(text: str, links: tuple[Link, ...]) -> None:
    assert inline.cell(text, AT, {"n": "/n"}).links == links


def test_plain_text_is_one_line() -> None:
    assert inline.plain("## *a*<br>b", AT) == "## a b"
