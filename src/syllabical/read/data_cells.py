"""What a value in a site's data says as a cell: words, lists of words, links by name."""

import re
from collections.abc import Sequence

from syllabical.model.table import Cell, Link
from syllabical.read.markdown import inline
from syllabical.read.trees.yaml import Mapping, Node, Scalar, Series
from syllabical.source import Span

_ADDRESS = re.compile(
    r"(?:https?://|mailto:|\.{0,2}/(?=\w))\S+|(?:[\w.%+~-]+/)*[\w.%+~-]+\.(?:pdf|html?|pptx?|ipynb|md|zip)"
)
_ADDRESS_NAMES = frozenset(("url", "link", "href", "file", "path", "src", "permalink"))
_TITLES = frozenset(("name", "title", "text", "label", "topic", "caption"))
_LIST_MARK = re.compile(r"\s*(?:[-*+•–]|\d+[.)])\s")
_WRAPPED_FROM = 50
"""A line at least this long goes on in the next: it was broken to fit an editor."""


def cell(name: str, node: Node) -> Cell:
    """The value of a key."""
    match node:
        case Scalar():
            return _scalar(name, node)
        case Series(items):
            return _joined([cell(name, each) for each in items], node.at)
        case Mapping():
            return _mapping(name, node)


def is_address(node: Node) -> bool:
    """Whether a value is where a link leads, and nothing else."""
    return isinstance(node, Scalar) and bool(_ADDRESS.fullmatch(node.text.strip()))


def leads_somewhere(node: Mapping) -> bool:
    """Whether a mapping is a link with a name."""
    return any(key.text.lower() in _ADDRESS_NAMES or is_address(value) for key, value in node.pairs)


def _scalar(name: str, node: Scalar) -> Cell:
    at = _inside_quotes(node)
    text = "" if node.empty else node.text.strip()
    if _ADDRESS.fullmatch(text):
        return Cell(links=(Link(name, text),), at=at)
    return inline.cell(_unwrapped(text) if "\n" in text else text, at) if text else Cell(at=at)


def _inside_quotes(node: Scalar) -> Span:
    at = node.at
    written = at.text
    if node.quoted and len(written) > 1 and written[0] in "'\"" and written[-1] == written[0]:
        return at.part(1, len(written) - 1).strip()
    return at


def _unwrapped(text: str) -> str:
    lines: list[str] = []
    above = ""
    for line in text.split("\n"):
        if len(above) >= _WRAPPED_FROM and line.strip() and not _LIST_MARK.match(line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
        above = line
    return "\n".join(lines)


def _mapping(name: str, node: Mapping) -> Cell:
    """A link with a name, or each key with its value."""
    titles = [value for key, value in node.pairs if key.text.lower() in _TITLES]
    addresses = [
        value.text.strip()
        for key, value in node.pairs
        if isinstance(value, Scalar)
        and not value.empty
        and value not in titles
        and (key.text.lower() in _ADDRESS_NAMES or is_address(value))
    ]
    if not titles:
        return _joined([_said(key.text, value) for key, value in node.pairs], node.at)
    title = cell(name, titles[0])
    links = tuple(Link(title.text or name, address) for address in addresses)
    rest = [
        _said(key.text, value)
        for key, value in node.pairs
        if value is not titles[0] and not (isinstance(value, Scalar) and _is_in(value, addresses))
    ]
    words = " ".join([title.text, *(each.text for each in rest if each.text)])
    return Cell(
        lines=(words,) if words else (),
        links=title.links + links + tuple(link for each in rest for link in each.links),
        struck=title.struck,
        at=node.at,
    )


def _is_in(value: Scalar, addresses: Sequence[str]) -> bool:
    return value.empty or value.text.strip() in addresses


def _said(key: str, value: Node) -> Cell:
    said = cell(key, value)
    if not said.lines:
        return said
    return Cell(
        lines=(f"{key}: {said.lines[0]}", *said.lines[1:]),
        links=said.links,
        struck=said.struck,
        at=said.at,
    )


def _joined(cells: Sequence[Cell], at: Span) -> Cell:
    return Cell(
        lines=tuple(line for each in cells for line in each.lines),
        links=tuple(link for each in cells for link in each.links),
        struck=tuple(struck for each in cells for struck in each.struck),
        at=at,
    )
