"""The door to the HTML5 parser: a text → the tree that browsers build of it, with places.

The parser follows the WHATWG HTML standard, section 13.2. It knows where tags stand, and this
module turns that into the place of every node: an element whose end tag is missing reaches as far
as the next tag after it, words stand between the tags around them. All of it that depends on the
parser is here, so that another that knows places can stand in.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

import turbohtml
from turbohtml import SourceLocation

from syllabical.read import templates

_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
"""The elements that hold nothing."""

_ROWS = frozenset(("tbody", "tr"))
_NO_ATTRIBUTES: dict[str, str] = {}
_TEMPLATE = re.compile(r"(</?)template(?=[\s/>])", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_CHARACTER = "\ufffe"
_TAGS = re.compile(rf"(?:\s|<!--.*?-->|</?[a-zA-Z][^<>]*>|{templates.TAG.pattern})*", re.DOTALL)


class Text(NamedTuple):
    """Words, their entities resolved."""

    text: str
    start: int
    end: int
    """They stand between these offsets, together with tags that mean nothing and comments."""

    def place(self, source: str) -> tuple[int, int]:
        """Where the words begin and end, the blanks around them left out."""
        words = self.text.strip()
        start = source.find(words, self.start, self.end)
        if start >= 0:
            return start, start + len(words)
        tags = _TAGS.match(source, self.start, self.end)
        start, end = tags.end() if tags else self.start, self.end
        while end > start and source[end - 1].isspace():
            end -= 1
        return start, max(start, end)


class Comment(NamedTuple):
    """What stands between `<!--` and `-->`."""

    text: str


@dataclass(slots=True, eq=False)
class Element:
    """An element and what is in it."""

    name: str
    """In lower case; empty for the root."""

    attributes: Mapping[str, str]
    start: int
    inner_start: int
    """Where its start tag begins and ends; the same offset where the tag is implied."""

    inner_end: int
    end: int
    """Where its end tag begins and ends."""

    children: "tuple[Element | Text | Comment, ...]" = ()


def parse(text: str, start: int = 0, end: int | None = None) -> Element:
    """The root of what stands between two offsets of a text; all places are offsets of the text."""
    end = len(text) if end is None else end
    body = turbohtml.parse_fragment(_fit(text[start:end]), "body", source_locations=True)
    root = Element("", _NO_ATTRIBUTES, start, start, end, end)
    growing: list[tuple[turbohtml.Node, Element]] = [(body, root)]
    while growing:
        node, element = growing.pop()
        growing += _grown(list(node), element, text, start)
    return root


def descendants(parent: Element, but: Collection[str] = ()) -> Iterator[Element]:
    """The elements inside, in the order of the page; what is in those of some names is left out."""
    found = [iter(parent.children)]
    while found:
        child = next(found[-1], None)
        if child is None:
            found.pop()
        elif isinstance(child, Element):
            yield child
            if child.name not in but:
                found.append(iter(child.children))


def _fit(text: str) -> str:
    """The text as the parser can take it, of the same length.

    It counts CRLF as one, refuses lone surrogates in attributes, and (turbohtml 1.15.4) takes an
    SVG or MathML element called `template` for one of HTML's: `<svg><template><desc><i></template>
    <b><p></b>` makes it read memory that is not its own. Where both are on a page, `<template>` is
    parsed under a name that is never shown either.
    """
    text = text.replace("\r", "\n")
    if not text.isascii():
        text = _SURROGATE.sub(_NO_CHARACTER, text)
    text = templates.masked(text)
    lowered = text.lower()
    if "template" in lowered and ("<svg" in lowered or "<math" in lowered):
        text = _TEMPLATE.sub(r"\1noscript", text)
    return text


def _grown(
    nodes: list[turbohtml.Node], element: Element, text: str, shift: int
) -> list[tuple[turbohtml.Node, Element]]:
    """Give an element its children; what comes back are the elements among them, still empty."""
    places: list[SourceLocation | None] = []
    limits: list[int] = []
    limit = element.inner_end
    for node in reversed(nodes):
        place = node.source_location if isinstance(node, turbohtml.Element) else None
        places.append(place)
        limits.append(limit)
        if place is not None:
            limit = min(limit, shift + place.start_tag.start_offset)
    children: list[Element | Text | Comment] = []
    found: list[tuple[turbohtml.Node, Element]] = []
    at = element.inner_start
    for node in nodes:
        place, limit = places.pop(), max(at, limits.pop())
        if isinstance(node, turbohtml.Element):
            if place is None:
                child = _implied(node, at, limit, shift)
            else:
                child = _written(node, place, limit, text, shift)
                at = max(at, min(child.end, limit))
            children.append(child)
            if len(node):
                found.append((node, child))
        elif isinstance(node, turbohtml.Text):
            children.append(Text(node.data.replace(templates.MASK, ""), at, limit))
        elif isinstance(node, turbohtml.Comment):
            children.append(Comment(node.data))
    element.children = tuple(children)
    return found


def _written(
    node: turbohtml.Element, place: SourceLocation, limit: int, text: str, shift: int
) -> Element:
    """An element with a start tag of its own."""
    start, inner_start = (shift + place.start_tag.start_offset, shift + place.start_tag.end_offset)
    if place.end_tag is not None:
        inner_end, end = shift + place.end_tag.start_offset, shift + place.end_tag.end_offset
    else:
        inner_end = end = inner_start if node.tag in _VOID else max(inner_start, limit)
    attributes = _attributes(node) if place.attrs else _NO_ATTRIBUTES
    for name, value in attributes.items():
        if templates.MASK in value and name in place.attrs:
            span = place.attrs[name]
            written = text[shift + span.start_offset : shift + span.end_offset].partition("=")[2]
            attributes[name] = unescape(_unquoted(written.strip()))
    return Element(node.tag, attributes, start, inner_start, inner_end, end)


def _implied(node: turbohtml.Element, at: int, limit: int, shift: int) -> Element:
    """An element whose start tag is missing, or is another one's: it begins with what is in it."""
    inside: turbohtml.Node = node
    while isinstance(inside, turbohtml.Element) and inside.tag in _ROWS:
        first = next((child for child in inside if isinstance(child, turbohtml.Element)), None)
        place = None if first is None else first.source_location
        if first is None or place is not None:
            at = at if place is None else max(at, shift + place.start_tag.start_offset)
            break
        inside = first
    attributes = {
        name: value.replace(templates.MASK, "") for name, value in _attributes(node).items()
    }
    return Element(node.tag, attributes, at, at, max(at, limit), max(at, limit))


def _attributes(node: turbohtml.Element) -> dict[str, str]:
    """The attributes by their names in lower case; the first of a name counts."""
    return {
        name: value if isinstance(value, str) else " ".join(value or ())
        for name, value in node.attrs.items()
    }


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
