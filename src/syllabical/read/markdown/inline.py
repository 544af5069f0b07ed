"""Markdown inside a cell → the plain text, links and struck words that a reader sees."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from syllabical.model.table import Cell
from syllabical.read.markdown import markup, shown, templates
from syllabical.source import Span
from syllabical.text import visible

_MARKED = re.compile(
    r"[\\`*_\[\]<>&{}~$^=\r\n]|:[a-z/]|^\s*[-+•‣▪◦–]\s+\S"
    "|[\x00-\x08\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ue000\ue001\ufff9-\uffff]"
)
"""What may need more than its blanks folded."""

_CODE = re.compile(r"`[ -_a-~]*[!-_a-~][ -_a-~]*`")
"""The usual dress of a date."""

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
)
"""What other Markdowns know and CommonMark does not: a clue that it may be there, and what to
make of it."""

_WIKI = re.compile(r"(?<!!)\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\](?!\()")


def cell(text: str, at: Span, links: Mapping[str, str] = _NO_LINKS) -> Cell:
    """What Markdown text says; `links` are the page's references, by `markup.label`."""
    if not _MARKED.search(text):
        words = " ".join(text.split())
        return Cell(lines=(words,) if words else (), at=at)
    if _CODE.fullmatch(text):
        return Cell(lines=(" ".join(text[1:-1].split()),), at=at)
    text = templates.uncommented(visible(text.replace("\r\n", "\n").replace("\r", "\n")))
    tags: list[str] = []
    if "{" in text:
        text, tags = templates.hidden(text)
    return shown.cell(markup.happenings(_simplified(text, links), links), tags, at)


def plain(text: str, at: Span) -> str:
    """What Markdown text says, on one line."""
    return cell(text, at).text


def unwrapped(text: str) -> str:
    """Text that was broken into lines to fit, a line a paragraph or list item."""
    if "\n" not in text:
        return text
    return "\n".join(" ".join(part.split()) for part in _BREAK.split(text))


def _simplified(text: str, links: Mapping[str, str]) -> str:
    """The text without what CommonMark does not know and other Markdowns do."""
    for clue, mark, kept in _SIMPLER:
        if clue in text:
            text = mark.sub(kept, text)
    if "[[" not in text:
        return text
    return _WIKI.sub(
        lambda found: (
            found[0] if markup.label(found[1]) in links else (found[2] or found[1]).strip()
        ),
        text,
    )
