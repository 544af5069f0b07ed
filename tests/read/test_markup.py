import re
import time
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from syllabical.read.markdown import markup

LINKS = {"ref": "https://ref.example", "b": "/b"}
DEFINITIONS = "".join(f"[{label}]: {address}\n" for label, address in LINKS.items())

PIECES = [
    *"ab12 .,;:-()[]{}<>!*_`\\\"'#=+/\n",
    "**", "__", "***", "~~", "``", "](", "![", "<br>", "</b>", "<b c='d'>", "&amp;", "&#65;", "&x",
    "[ref]", "[ref][]", "[a][ref]", "(/u)", "(/u 'title')", "(<a>)", "\\*", "\\]", "word", "é", "—",
    "<irc:a>", "*a*", "**b**", "`c`", "[d](/e)", "![f](/g)", "a_b_c", "\u00a0", "שלום",
]  # fmt: skip


PLAINEST = [
    "word ", "a", "é", " ", ".", "(", ")", ":", "/", "!", "-", "\n", "*", "**", "_", "__", "<br>",
    "*a*", "**b c**", "_d_", "__e__", "**f.**", "[g](/h)", "[i j](k.pdf)", "[", "](", "#", "=",
]  # fmt: skip


def library(text: str) -> str:
    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda _url: True  # type: ignore[method-assign,assignment]
    environment: dict[str, object] = {}
    parser.parse(DEFINITIONS, environment)
    [inline] = parser.parseInline(text, environment)
    return "".join(spoken(inline.children or []))


def spoken(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "link_open":
                yield f"⟦{token.attrs['href']}⟧"
            case "link_close":
                yield "⟦⟧"
            case "softbreak" | "hardbreak":
                yield "\n"
            case "image":
                yield re.sub(r"⟦.*?⟧|<[^>]*>|\n", "", "".join(spoken(token.children or [])))
            case "s_open" | "s_close":
                yield "<del>" if token.type == "s_open" else "</del>"
            case "code_inline":
                yield token.content.replace(" ", "")
            case _:
                yield token.content


def ours(text: str) -> str:
    said = []
    for kind, words in markup.happenings(text, LINKS):
        match kind:
            case markup.LINK:
                said.append(f"⟦{words}⟧")
            case markup.UNLINK:
                said.append("⟦⟧")
            case markup.BREAK:
                said.append("\n")
            case _:
                said.append(words)
    return "".join(said)


def folded(text: str) -> str:
    return re.sub(r"\s", "", text.replace("**", ""))


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.sampled_from(PLAINEST), max_size=14).map("".join))
def test_any_text_says_what_the_library_says(text: str) -> None:
    assume(not re.search(r"\]\([^()]*\s[^()]*\)|\]\(\s*$|~~~|\]\{|<!|<\?|\$", text))
    assume(text.strip() and not re.search(r"\s\n|\\\n", text))

    assert folded(ours(text)) == folded(library(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[notes](my notes.pdf)", "⟦my notes.pdf⟧notes⟦⟧"),
        ("[No class]{.red} today", "No class today"),
        ("**「x」**の", "「x」の"),
        ("** HW1 **", " HW1 "),
        ("see https://a.example/b_c_d.", "see ⟦https://a.example/b_c_d⟧https://a.example/b_c_d⟦⟧."),
        ("$a_1 * b_1$ and $5 or $6", "a_1 * b_1 and $5 or $6"),
    ],
)
def test_what_pages_mean_beyond_the_library(text: str, said: str) -> None:
    assert ours(text) == said


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PLAINEST), max_size=9).map("".join))
def test_marks_that_are_known_without_the_library_are_what_it_finds(text: str) -> None:
    assume(not re.search(r"\]\([^()]*\s[^()]*\)|\]\(\s*$", text))
    assume(text.strip() and not re.search(r"\s\n", text))

    assert folded(ours(text)) == folded(library(text))


def test_brackets_and_marks_without_end_cost_no_more_than_their_number() -> None:
    text = "[" * 20_000 + "](" * 20_000 + "`" * 2000 + "*a " * 20_000
    before = time.process_time()

    assert ours(text) == text
    assert time.process_time() - before < 8
