"""JSON text as a tree of plain values, each with its place."""

import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # the stubs leave it out

from syllabical.read.trees.yaml import Mapping, Node, Scalar, Series
from syllabical.source import Source, Span

_BLANK = re.compile(r"[\s\ufeff]*+")
_WORD = re.compile(r"(?:true|false|null|-?\d[\d.eE+-]*+)(?=[\s,\]}]|\Z)")
_DEEPEST = 100


def tree(source: Source) -> Node | None:
    """The tree of a JSON text; ``None`` where it is no JSON to the letter."""
    try:
        node, end = _node(source, _skipped(source, 0), 0)
    except (ValueError, IndexError):
        return None
    return node if _skipped(source, end) == len(source.text) else None


def _skipped(source: Source, at: int) -> int:
    found = _BLANK.match(source.text, at)
    return at if found is None else found.end()


def _node(source: Source, at: int, depth: int) -> tuple[Node, int]:
    if depth > _DEEPEST:
        raise ValueError
    match source.text[at]:
        case "{":
            return _mapping(source, at, depth)
        case "[":
            return _series(source, at, depth)
        case _:
            return _scalar(source, at)


def _scalar(source: Source, at: int) -> tuple[Scalar, int]:
    if source.text[at] == '"':
        text, end = scanstring(source.text, at + 1, False)  # noqa: FBT003 (the standard library's)
        return Scalar(text, Span(source, at, end), quoted=True), end
    found = _WORD.match(source.text, at)
    if found is None:
        raise ValueError
    return Scalar(found[0], Span(source, at, found.end())), found.end()


def _series(source: Source, start: int, depth: int) -> tuple[Series, int]:
    items: list[Node] = []
    at = _skipped(source, start + 1)
    while source.text[at] != "]":
        item, at = _node(source, at, depth + 1)
        items.append(item)
        at = _after_comma(source, at, "]")
    return Series(tuple(items), Span(source, start, at + 1)), at + 1


def _mapping(source: Source, start: int, depth: int) -> tuple[Mapping, int]:
    pairs: list[tuple[Scalar, Node]] = []
    at = _skipped(source, start + 1)
    while source.text[at] != "}":
        if source.text[at] != '"':
            raise ValueError
        key, at = _scalar(source, at)
        at = _skipped(source, at)
        if source.text[at] != ":":
            raise ValueError
        value, at = _node(source, _skipped(source, at + 1), depth + 1)
        pairs.append((key, value))
        at = _after_comma(source, at, "}")
    return Mapping(tuple(pairs), Span(source, start, at + 1)), at + 1


def _after_comma(source: Source, at: int, closing: str) -> int:
    at = _skipped(source, at)
    if source.text[at] == ",":
        return _skipped(source, at + 1)
    if source.text[at] != closing:
        raise ValueError
    return at
