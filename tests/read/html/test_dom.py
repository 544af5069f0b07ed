import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabical.read import templates
from syllabical.read.html import dom
from syllabical.read.html.dom import Comment, Element, Text


def only(text: str, name: str) -> Element:
    [element] = (element for element in dom.descendants(dom.parse(text)) if element.name == name)
    return element


def texts(element: Element) -> Iterator[Text]:
    for parent in (element, *dom.descendants(element)):
        yield from (child for child in parent.children if isinstance(child, Text))


def placed(text: str) -> list[str]:
    """What stands in the page where its words are said to stand."""
    found = [words.place(text) for words in texts(dom.parse(text)) if words.text.strip()]
    return [text[start:end] for start, end in sorted(found)]


@pytest.mark.parametrize(
    ("text", "inside", "whole"),
    [
        ("<p>a</p>b", "a", "<p>a</p>"),
        ("<div><p>a</div>b", "a", "<p>a"),
        ("<p>a", "a", "<p>a"),
        ("<p title='>'>a</p>", "a", "<p title='>'>a</p>"),
        ("a\r\n<p\r\nid=x>b\r\nc</p>\r\n", "b\r\nc", "<p\r\nid=x>b\r\nc</p>"),
        ("\r\r\n\n<p>a\0é😀&amp;</p>", "a\0é😀&amp;", "<p>a\0é😀&amp;</p>"),
        ("\ud800<p id='\udfff'>a\ud800</p>", "a\ud800", "<p id='\udfff'>a\ud800</p>"),
        ("{{ '<b>' }}<p>{% if '<p>' %}a</p>", "{% if '<p>' %}a", "<p>{% if '<p>' %}a</p>"),
        ("<!-- <p>x --><p>a<!-- b --></p>", "a<!-- b -->", "<p>a<!-- b --></p>"),
    ],
)
def test_an_element_stands_where_it_is_written(text: str, inside: str, whole: str) -> None:
    element = only(text, "p")

    assert text[element.inner_start : element.inner_end] == inside
    assert text[element.start : element.end] == whole


def test_an_element_without_an_end_reaches_as_far_as_the_next_begins() -> None:
    text = "<table>\n<tr> <td>a\n<td>b</tr> <td>c </table>"
    elements = {
        element.name: text[element.inner_start : element.inner_end]
        for element in dom.descendants(dom.parse(text))
    }
    cells = [element for element in dom.descendants(dom.parse(text)) if element.name == "td"]
    rows = [element for element in dom.descendants(dom.parse(text)) if element.name == "tr"]

    assert elements["table"] == text[7:-8]
    assert [text[cell.inner_start : cell.inner_end] for cell in cells] == ["a\n", "b", "c "]
    assert [text[row.start : row.end] for row in rows] == ["<tr> <td>a\n<td>b</tr>", "<td>c "]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a<b>c</b> d", ["a", "c", "d"]),
        ("<p> a\n</p>\n b ", ["a", "b"]),
        ("<p>x &amp; y<br>&eacute;<br>", ["x &amp; y", "&eacute;"]),
        ("<p>a\r\nb &lt; c</p>", ["a\r\nb &lt; c"]),
        ("<b>é😀<p>x</b>y</p>", ["é😀", "x", "y"]),
        ("<p><!-- x --> &amp; y</p>", ["&amp; y"]),
        ("{{ a }}b {% c %}", ["b"]),
        ("<table>a<tr><td>b</table>c", ["b", "c"]),
    ],
)
def test_words_stand_where_they_are_written(text: str, words: list[str]) -> None:
    assert [found for found in placed(text) if found] == words


WORDS = st.text("abc é😀\n", max_size=4)
CHILD: st.SearchStrategy[str] = st.recursive(
    WORDS,
    lambda inside: st.tuples(
        st.sampled_from(["div", "b", "span", "section"]), st.lists(inside, max_size=3)
    ).map(lambda each: f"<{each[0]}>{''.join(each[1])}</{each[0]}>"),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(CHILD.filter(lambda text: "<b><" not in text))
def test_every_node_of_a_whole_page_stands_where_it_was_put(text: str) -> None:
    root = dom.parse(f"{{{{x}}}}\r\n{text}", 7)
    shifted = "x" * 7 + text

    for element in dom.descendants(root):
        name = element.name
        assert shifted[element.start : element.inner_start] == f"<{name}>"
        assert shifted[element.inner_end : element.end] == f"</{name}>"
    for words in texts(root):
        assert shifted[words.start : words.end] == words.text


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("<a HREF=x href=y Class='b  c' hidden>", {"href": "x", "class": "b c", "hidden": ""}),
        ("<a href='a&amp;b&lt'>", {"href": "a&b<"}),
        ("<a href='{{ x }}/a&amp;b' id={{y}}>", {"href": "{{ x }}/a&b", "id": "{{y}}"}),
        ("<a href=\"{{ '>' }}\" title='{% \"a\" %}'>", {"href": "{{ '>' }}", "title": '{% "a" %}'}),
        ('<a href="{{ "/a" | url }}">', {"href": '{{ "/a" | url }}'}),
        ("<svg viewbox='{{ x }}'><a viewbox='{{ x }}'>", {"viewBox": templates.MASK * 7}),
    ],
)
def test_attributes_are_as_the_author_meant_them(text: str, attributes: dict[str, str]) -> None:
    assert only(text, "a").attributes == attributes


@pytest.mark.parametrize("foreign", ["svg", "SVG", "math"])
def test_templates_beside_svg_do_not_reach_the_parser(foreign: str) -> None:
    text = f"<{foreign}><template><desc><mi><i></Template><nobr><p></nobr>x"

    names = {element.name for element in dom.descendants(dom.parse(text))}

    assert "template" not in names
    assert "noscript" in names
    assert "template" in {element.name for element in dom.descendants(dom.parse("<template>"))}


def test_comments_are_kept() -> None:
    assert only("<p>a<!-- b --></p>", "p").children == (Text("a", 3, 14), Comment(" b "))


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>", "<b><p>", "<table><tr><td>", "<li><ul>", "<i a=1>"]
)
def test_depth_has_no_end(piece: str) -> None:
    root = dom.parse(piece * 10_000)

    assert sum(1 for _ in dom.descendants(root)) >= 10_000


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        ("<a ", "aN={{b}} "),
        ("", "&eacute;</p>"),
        ("", "<b>x</p>"),
        ("", "<p><b>x"),
        ("", "{% x %}"),
        ("<table>", "x<tr>"),
        ("<p>&eacute;", "<!--"),
    ],
)
def test_time_grows_with_the_text_and_no_faster(start: str, piece: str) -> None:
    def seconds(count: int) -> float:
        text = start + "".join(piece.replace("N", str(each)) for each in range(count))
        before = time.process_time()
        placed(text)
        return time.process_time() - before

    small = max(min(seconds(2000) for _ in range(3)), 0.002)

    assert min(seconds(16_000) for _ in range(3)) / small < 8 * 4
