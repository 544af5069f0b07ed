"""Cuts HTML into tags and text, each with its offsets, in one pass that no damage slows down."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from syllabical.text import collapsed

_QUOTED = r"\"(?:[^\"{]++|\{\{[^{}]*+\}\}|\{%[^{}%]*+%\}|\{)*+\"|'[^']*+'"
_TAG = re.compile(
    rf"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:{_QUOTED})?+)*+)>|<!--(?:-?>|(.*?)--!?>)"
    r"|<[!?/][^>]*+>",
    re.DOTALL,
)
_NEXT = re.compile(r"<(?=[a-zA-Z!?]|/[a-zA-Z])|\{[%{]")
_TEMPLATE = re.compile(r"\{%-?\s*+comment\b|\{\{[^{}]*+\}\}|\{%[^{}%]*+%\}")
_COMMENT_END = re.compile(r"\{%-?\s*+endcomment\s*+-?%\}")
_ATTRIBUTE = re.compile(
    rf"([^\s/>=\"'][^\s/>=]*+)(?:\s*+=\s*+({_QUOTED}|(?:\{{\{{[^{{}}]*+\}}\}}|[^\s>])*+))?+"
)
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea")
}
_TITLE_END = re.compile(r"</title(?=[\s/>])", re.IGNORECASE)


class Tag(NamedTuple):
    """`<name attributes>`."""

    name: str
    attributes: str
    start: int
    end: int


class EndTag(NamedTuple):
    """`</name>`."""

    name: str
    start: int
    end: int


class Words(NamedTuple):
    """Text between tags, its entities resolved."""

    text: str
    start: int
    end: int


class Comment(NamedTuple):
    """`<!-- what nobody sees -->`."""

    text: str
    start: int
    end: int


Token = Tag | EndTag | Words | Comment


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tags, comments and words between two offsets; scripts and templates give nothing."""
    at = start
    while at < end:
        found = _NEXT.search(text, at, end)
        if found is None:
            yield _words(text, at, end)
            return
        if found.start() > at:
            yield _words(text, at, found.start())
        at = found.start()
        if found[0] != "<":
            after = _after_template(text, at, end)
            if after == at:
                yield Words(found[0], at, at + 2)
                after = at + 2
            at = after
            continue
        token = _tag(text, at, end)
        if token is None:
            return
        yield token
        at = _after_raw(text, token, end) if isinstance(token, Tag) else token.end


def attributes(raw: str) -> dict[str, str]:
    """The attributes of a tag by their names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(raw):
        value = match[2] or ""
        if value[:1] in {'"', "'"} and value[-1:] == value[:1] and len(value) > 1:
            value = value[1:-1]
        found.setdefault(match[1].lower(), unescape(value))
    return found


def title(text: str, start: int, end: int) -> Words | None:
    """What stands in `<title>`: entities count in it, tags do not."""
    close = _TITLE_END.search(text, start, end)
    if close is None:
        return None
    return Words(collapsed(unescape(text[start : close.start()])), start, close.start())


def _words(text: str, start: int, end: int) -> Words:
    words = text[start:end]
    return Words(unescape(words) if "&" in words else words, start, end)


def _tag(text: str, at: int, end: int) -> Token | None:
    found = _TAG.match(text, at, end)
    if found is None:
        # Browsers, too, drop what follows a tag or a comment that never ends.
        return None
    if not found[2]:
        return Comment(found[4] or "", at, found.end())
    name = found[2].lower()
    if found[1]:
        return EndTag(name, at, found.end())
    return Tag(name, found[3], at, found.end())


def _after_raw(text: str, tag: Tag, end: int) -> int:
    close = _RAW.get(tag.name)
    if close is None:
        return tag.end
    found = close.search(text, tag.end, end)
    return end if found is None else found.start()


def _after_template(text: str, at: int, end: int) -> int:
    found = _TEMPLATE.match(text, at, end)
    if found is None:
        return at
    if "comment" not in found[0] or found[0].endswith("}"):
        return found.end()
    close = _COMMENT_END.search(text, at, end)
    return end if close is None else close.end()
