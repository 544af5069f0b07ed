"""Markdown inside a cell → the HTML that it becomes → what a reader of the page sees of it."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from syllabical.model.table import Cell
from syllabical.read import templates
from syllabical.read.html import cells
from syllabical.source import Span
from syllabical.text import visible

_MARKED = re.compile(
    r"[\\`*_\[\]<>&{}~$^=\r\n]|:[a-z/]|^\s*[-+•·‣▪◦–]\s+\S"
    "|[\x00-\x08\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ue000\ue001\ufff9-\uffff]"
)
"""What may need more than its blanks folded."""

_BREAK = re.compile(
    r"\\?[ \t]*\r?\n(?:[ \t>]*\r?\n)+|\\[ \t]*\r?\n"
    r"|[ \t]*\r?\n(?=[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t])"
)
"""Where a line ends a paragraph, or the next one begins a list item."""

_NO_LINKS: Mapping[str, str] = MappingProxyType({})

_SIMPLER = (
    ("{", re.compile(r"\{:[^{}\n]*\}"), ""),  # kramdown's attributes
    ("{", re.compile(r"(?<=[)*_`>])\{(?:[.#][\w-]|[\w-]+=)[^{}\n]*\}"), ""),  # pandoc's
    ("}`", re.compile(r"\{[a-z][\w:+-]*\}`([^`<\n]*?)(?:\s*<[^`>\n]*>)?`"), r"\1"),  # a MyST role
    ("[^", re.compile(r"\[\^[^\[\]\s]{1,80}\]"), ""),  # a footnote's mark
    (":", re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])"), ""),  # an emoji by name
    ("==", re.compile(r"==(?=\S)([^=\n]+)(?<=\S)=="), r"\1"),
    ("^", re.compile(r"(?<=\w)\^(\w{1,6})\^"), r"\1"),
    ("]{", re.compile(r"\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\{[^{}\n]*\}"), r"\1"),  # a span
    (  # an address with blanks
        "](",
        re.compile(r"\]\([ \t]*(?=[^()\n]*[./])([^()<>\"'\s]+(?:[ \t]+[^()<>\"'\s]+)+)[ \t]*\)"),
        r"](<\1>)",
    ),
)
"""What other Markdowns know and CommonMark does not: a clue that it may be there, and what to
make of it."""

_WIKI = re.compile(r"(?<!!)\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\](?!\()")
_CODE_OR_FORMULA = re.compile(
    r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|(?<![\\\w$])\$((?=\S)[^$\n]{1,400}(?<=\S))\$(?![\w$])",
    re.DOTALL,
)
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_BARE = re.compile(r"\bhttps?://[^\s<>\[\]`*|\"]*[^\s<>\[\]`*|\"'.,;:!?)}]")

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_MARK = re.compile(r"[*_`\[~]")
_FARTHEST = 200


def cell(text: str, at: Span, links: Mapping[str, str] = _NO_LINKS) -> Cell:
    """What Markdown text says; `links` are the page's references, by their `label`."""
    if not _MARKED.search(text):
        words = " ".join(text.split())
        return Cell(lines=(words,) if words else (), at=at)
    return cells.cell(html(text, links), at)


def plain(text: str, at: Span) -> str:
    """What Markdown text says, on one line."""
    return cell(text, at).text


def html(text: str, links: Mapping[str, str] = _NO_LINKS) -> str:
    """The HTML that Markdown text becomes, each of its lines on a line."""
    text = templates.uncommented(visible(text.replace("\r\n", "\n").replace("\r", "\n")))
    text, tags = templates.hidden(text) if "{" in text else (text, [])
    markdown = _markdown()
    made = markdown.renderInline(_simplified(text, links), {"references": _Links(links)})
    return templates.restored(made, tags) if tags else made


def html_cell(at: Span, asked_for: bool) -> Cell | None:  # noqa: FBT001 (a fact about the table)
    """What a cell of an HTML table says that generators read as Markdown; nothing for others.

    CommonMark wants such Markdown set apart by a blank line.
    """
    if not _MARK.search(at.text) or "<t" in at.text:
        return None
    before = at.source.text[max(0, at.start - _FARTHEST) : at.start]
    if not (asked_for or _BLANK_LINE.search(before, before.rfind(">") + 1)):
        return None
    # The blanks around its lines would make code of them.
    return cell("\n".join(line.strip() for line in at.text.split("\n")), at)


def label(text: str) -> str:
    """A reference's label as labels are compared."""
    return " ".join(text.split()).casefold()


def unwrapped(text: str) -> str:
    """Text that was broken into lines to fit, a line a paragraph or list item."""
    if "\n" not in text:
        return text
    return "\n".join(" ".join(part.split()) for part in _BREAK.split(text))


def _simplified(text: str, links: Mapping[str, str]) -> str:
    """The text in the terms of CommonMark, without what only other Markdowns know."""
    for clue, mark, kept in _SIMPLER:
        if clue in text:
            text = mark.sub(kept, text)
    if "$" in text:
        text = _CODE_OR_FORMULA.sub(
            lambda found: _PUNCTUATION.sub(r"\\\g<0>", found[2]) if found[2] else found[0], text
        )
    if "[[" not in text:
        return text
    return _WIKI.sub(
        lambda found: found[0] if label(found[1]) in links else (found[2] or found[1]).strip(),
        text,
    )


class _Links:
    """The page's references, as the library asks for them."""

    def __init__(self, links: Mapping[str, str]) -> None:
        self._links = links

    def get(self, name: str, default: None = None) -> dict[str, str] | None:
        """The reference of a name."""
        address = self._links.get(label(name))
        return default if address is None else {"href": address, "title": ""}


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"breaks": True}).enable("strikethrough")
    markdown.inline.ruler2.push("strong_marks_left", _without_stray_marks)
    markdown.inline.ruler2.push("bare_addresses", _with_bare_addresses)
    for name in ("normalizeLink", "normalizeLinkText"):
        setattr(markdown, name, str)
    markdown.validateLink = bool  # type: ignore[method-assign,assignment]
    return markdown


def _without_stray_marks(state: StateInline) -> None:
    """`** such marks **` are shown by browsers, and meant by nobody."""
    words = [token for token in state.tokens if token.type == "text"]
    if sum(token.content.count("**") for token in words) > 1:
        for token in words:
            token.content = token.content.replace("**", "")


def _with_bare_addresses(state: StateInline) -> None:
    """Addresses that stand in the text are links, as GitHub makes them."""
    tokens: list[Token] = []
    linked = False
    for token in state.tokens:
        linked = token.nesting > 0 if token.type.startswith("link_") else linked
        if token.type != "text" or linked or "://" not in token.content:
            tokens.append(token)
            continue
        at = 0
        for found in _BARE.finditer(token.content):
            opening = Token("link_open", "a", 1, attrs={"href": found[0]})
            words = [Token("text", "", 0, content=token.content[at : found.start()])]
            words.append(Token("text", "", 0, content=found[0]))
            tokens += [words[0], opening, words[1], Token("link_close", "a", -1)]
            at = found.end()
        tokens.append(Token("text", "", 0, content=token.content[at:]))
    state.tokens[:] = tokens
