"""YAML text as a tree of plain values, each with its place. The only file that knows yaml."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from syllabical.diagnostics import Diagnostic, Report, Severity
from syllabical.read.trees import yaml_errors
from syllabical.source import Span

__all__ = ["Mapping", "Node", "Scalar", "Series", "long_tree", "loose_tree", "plain", "tree"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_NODES = 10_000
_MOST_NODES_OF_PAGES = 1_000_000
_STANDARD_TAG = re.compile(r"!|tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp|seq|map)")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")


_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as its author wrote it: `no` is a word, and `10:30` is no number."""

    text: str
    at: Span = field(compare=False)
    quoted: bool = field(compare=False, default=False)

    @property
    def empty(self) -> bool:
        """Whether nothing is said."""
        return not self.quoted and self.text in _EMPTY


@dataclass(frozen=True, slots=True)
class Series:
    """Several values in a row."""

    items: tuple["Node", ...]
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in order; a key may come twice."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    at: Span = field(compare=False)


Node = Scalar | Series | Mapping


def tree(text: Span, report: Report) -> Node | None:
    """The tree of a YAML text; ``None`` where it is empty, or no YAML, which is reported."""
    builder = _Builder(text, _MOST_NODES)
    fault = builder.build(text.text)
    for doubt in builder.doubts:
        report.add(doubt)
    if fault is not None:
        report.add(fault)
        return None
    return builder.root


def long_tree(text: Span, report: Report) -> Node | None:
    """The tree of a data file, tags and all; ``None`` where it is no YAML, which is reported."""
    builder = _Builder(text, _MOST_NODES_OF_PAGES)
    fault = builder.build(text.text)
    if fault is not None:
        report.add(fault)
        return None
    return builder.root


def loose_tree(text: Span, report: Report) -> Node | None:
    """As much of the tree as can be read, for texts that are not ours: slips are only warned of."""
    builder = _Builder(text, _MOST_NODES_OF_PAGES)
    fault = builder.build(text.text)
    if fault is not None:
        builder = _Builder(text, _MOST_NODES_OF_PAGES)
        cleaned = yaml_errors.without_unprintable(text.text)
        fault = builder.build(cleaned.replace("\t", " "))
    if fault is not None:
        report.add(replace(fault, severity=Severity.WARNING))
        builder.close_all()
    return builder.root


class _FaultError(Exception):
    """Something after which no more can be read."""


@dataclass(slots=True)
class _Open:
    """A mapping or series whose end has not been read yet."""

    is_mapping: bool
    in_brackets: bool
    start: int
    anchor: str | None
    size_before: int
    nodes: list[Node] = field(default_factory=list)


class _Builder:
    """Builds the tree from the parser's events, which need no stack of their own."""

    def __init__(self, text: Span, most: int) -> None:
        self.text = text
        self.most = most
        self.root: Node | None = None
        self.doubts: list[Diagnostic] = []
        self._open: list[_Open] = []
        # How much each anchor stands for, aliases inside it counted in full.
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._size = 0
        self._documents = 0
        # libyaml does not count a byte order mark; the parser in Python does.
        bom = text.text.startswith("\ufeff") and _LOADER is not yaml.SafeLoader
        self._base = text.start + bom

    def build(self, text: str) -> Diagnostic | None:
        """Read all events; what stopped the reading, if anything did."""
        if not text.isascii():
            text = re.sub("[\ud800-\udfff]", "\ufffd", text)
        try:
            for event in yaml.parse(text, _LOADER):
                self._take(event)
        except _FaultError as stopped:
            diagnostic: Diagnostic = stopped.args[0]
            return diagnostic
        except yaml.reader.ReaderError:
            return yaml_errors.unprintable(self.text)
        except yaml.MarkedYAMLError as error:
            return self._told(error)
        return None

    def close_all(self) -> None:
        """End whatever is still open, as if the text ended here."""
        while self._open:
            self._close(self._open[-1].start)

    def _told(self, error: yaml.MarkedYAMLError) -> Diagnostic:
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        at = self._base + (mark.index if mark else 0)
        since = self._base + context.index if context else None
        words = f"{error.context or ''} {error.problem or ''}"
        # PyYAML 6.0.4 ends nesting at 1,000 by itself, before it hands out the first of it.
        if "nesting" in words:
            return yaml_errors.too_deep(Span(self.text.source, at, min(at + 1, self.text.end)))
        return yaml_errors.diagnostic(words, self.text, at, since)

    def _span(self, start: int, end: int) -> Span:
        source = self.text.source
        return Span(source, self._base + start, min(self._base + end, self.text.end))

    def _take(self, event: Any) -> None:  # noqa: ANN401 (the stubs know no event's marks)
        """One event of the parser."""
        first, last = event.start_mark, event.end_mark
        match event:
            case yaml.ScalarEvent():
                self._add(self._scalar(event), event.anchor)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(last.index)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    at = self._span(first.index, first.index + 3)
                    raise _FaultError(yaml_errors.second_document(at))
            case _:
                pass

    def _scalar(self, event: Any) -> Scalar:  # noqa: ANN401 (likewise)
        start, end = event.start_mark.index, event.end_mark.index
        start = self._after_properties(event, start)
        at = self._span(start, max(start, end))
        if event.style in {"|", ">"}:
            at = at.strip()
        return Scalar(event.value, at, quoted=bool(event.style))

    def _begin(self, event: Any) -> None:  # noqa: ANN401 (likewise)
        start = self._after_properties(event, event.start_mark.index)
        if len(self._open) >= yaml_errors.DEEPEST:
            raise _FaultError(yaml_errors.too_deep(self._span(start, start + 1)))
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        in_brackets = bool(event.flow_style)
        self._open.append(_Open(is_mapping, in_brackets, start, event.anchor, self._size))

    def _after_properties(self, event: Any, start: int) -> int:  # noqa: ANN401 (any node's event)
        """Where a node's own characters start, behind its anchor and its tag."""
        if event.anchor is None and event.tag is None:
            return start
        source = self.text.source.text
        found = _PROPERTIES.match(source, self._base + start, self.text.end)
        if event.tag is not None and not _STANDARD_TAG.fullmatch(event.tag):
            words = Span(source=self.text.source, start=self._base + start, end=self.text.end)
            self.doubts.append(yaml_errors.strange_tag(words))
        return start if found is None else found.end() - self._base

    def _close(self, end: int) -> None:
        """End the innermost collection; one without brackets ends where its last value does."""
        opened = self._open.pop()
        nodes, start = opened.nodes, opened.start
        at = self._span(start, max(start, end))
        if not opened.in_brackets:
            at = Span(at.source, at.start, max([at.start, *(each.at.end for each in nodes[-2:])]))
        node: Node
        if opened.is_mapping:
            keys = (self._key(each) for each in nodes[::2])
            node = Mapping(_merged(list(zip(keys, nodes[1::2], strict=False))), at)
        else:
            node = Series(tuple(nodes), at)
        self._add(node, opened.anchor, self._size - opened.size_before)

    def _key(self, node: Node) -> Scalar:
        """A key that is more than a word counts as its own characters."""
        return node if isinstance(node, Scalar) else Scalar(node.at.text, node.at)

    def _add(self, node: Node, anchor: str | None, size: int = 1) -> None:
        self._size += 1
        if self._size > self.most:
            aliased = bool(self._anchors)
            raise _FaultError(yaml_errors.too_large(node.at, self.most, is_aliased=aliased))
        if anchor is not None:
            self._anchors[anchor] = (node, size)
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _alias(self, event: Any) -> None:  # noqa: ANN401 (likewise)
        at = self._span(event.start_mark.index, event.end_mark.index)
        if event.anchor not in self._anchors:
            raise _FaultError(yaml_errors.strange_alias(at))
        node, size = self._anchors[event.anchor]
        self._size += size
        self._add(node, None)


def _merged(pairs: list[tuple[Scalar, Node]]) -> tuple[tuple[Scalar, Node], ...]:
    """`<<: *other` gives the keys of another mapping that are not given here."""
    if not any(key.text == "<<" for key, _ in pairs):
        return tuple(pairs)
    own = [(key, value) for key, value in pairs if key.text != "<<"]
    known = {key.text for key, _ in own}
    for _, value in (pair for pair in pairs if pair[0].text == "<<"):
        for other in value.items if isinstance(value, Series) else (value,):
            if isinstance(other, Mapping):
                own += [pair for pair in other.pairs if pair[0].text not in known]
                known |= {key.text for key, _ in other.pairs}
    return tuple(own)


def plain(node: Node | None) -> Any:  # noqa: ANN401 (whatever the text holds)
    """Dicts, lists, strings, and ``None`` where nothing is said; a key's last value counts."""
    match node:
        case Scalar():
            return None if node.empty else node.text
        case Series(items):
            return [plain(each) for each in items]
        case Mapping(pairs):
            return {key.text: plain(value) for key, value in pairs}
        case None:
            return None
