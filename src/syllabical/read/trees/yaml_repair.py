"""Reads YAML in spite of the slips that real files have: tabs, stray colons, unquoted links."""

import re
from bisect import bisect_right
from dataclasses import replace

from syllabical.diagnostics import Diagnostic, Report, Severity
from syllabical.read.trees import yaml
from syllabical.read.trees.yaml import Mapping, Node, Scalar, Series
from syllabical.source import Source, Span

_VALUE = re.compile(
    r"(?P<before>[ ]*(?:-[ ]+)*(?:[\w./-][^:#\n]{0,60}?:[ ]+|(?<=-[ ])))"
    r"(?P<value>\S.*?)(?P<after>\s*)"
)
_MARKS = re.compile(r"---\s*|\.\.\.\s*|\{%.*%\}\s*|%.*")
_ENTRY = re.compile(r"^-(?=[ \t\r\n])", re.MULTILINE)
_TAB_WIDTHS = (2, 4, 8, 1)


def tree(source: Source, report: Report) -> Node | None:
    """The tree of a data file; what had to be guessed is warned of, what is lost is an error."""
    told = Report()
    root = yaml.long_tree(source.span(), told)
    if root is not None or not told.failed:
        return root
    first = next(said for said in told if said.severity is Severity.ERROR)
    for width in _TAB_WIDTHS:
        repaired = _Repaired(source, width)
        mended = yaml.long_tree(repaired.source.span(), Report())
        if mended is not None:
            report.add(replace(first, severity=Severity.WARNING))
            return repaired.placed(mended)
    return _entry_by_entry(source, first, report)


def _entry_by_entry(source: Source, first: Diagnostic, report: Report) -> Node | None:
    """The entries of a list that can be read; those that cannot are reported."""
    starts = [found.start() for found in _ENTRY.finditer(source.text)]
    if not starts:
        report.add(first)
        return yaml.loose_tree(source.span(), Report())
    items: list[Node] = []
    for start, end in zip(starts, [*starts[1:], len(source.text)], strict=True):
        entry = source.span(start, end)
        node = yaml.long_tree(entry, Report())
        if node is None:
            node = yaml.loose_tree(entry, report_errors := Report())
            for said in report_errors:
                report.add(replace(said, severity=Severity.ERROR))
        items += node.items if isinstance(node, Series) else ()
    return Series(tuple(items), source.span(starts[0]))


class _Repaired:
    """The text with its slips mended, and the way back to the offsets in the real one."""

    def __init__(self, source: Source, tab_width: int) -> None:
        self._real = source
        self._starts: list[int] = []
        self._shifts: list[int] = []
        pieces: list[str] = []
        at = real = 0
        for line in source.text.splitlines(keepends=True):
            for piece, taken in _mended(line, tab_width):
                self._starts.append(at)
                self._shifts.append(real - at)
                pieces.append(piece)
                at += len(piece)
                real += taken
        self.source = Source(source.path, "".join(pieces))

    def placed(self, node: Node) -> Node:
        """A tree of the mended text, its places those in the real one."""
        at = Span(self._real, self._back(node.at.start), self._back(node.at.end))
        match node:
            case Scalar():
                return replace(node, at=at)
            case Series(items):
                return Series(tuple(self.placed(item) for item in items), at)
            case Mapping(pairs):
                return Mapping(
                    tuple((self._key(key), self.placed(value)) for key, value in pairs), at
                )

    def _key(self, key: Scalar) -> Scalar:
        return replace(key, at=Span(self._real, self._back(key.at.start), self._back(key.at.end)))

    def _back(self, offset: int) -> int:
        place = bisect_right(self._starts, offset) - 1
        return min(offset + self._shifts[place], len(self._real.text)) if place >= 0 else offset


def _mended(line: str, tab_width: int) -> list[tuple[str, int]]:
    """A line's pieces, mended, each with the number of real characters that it stands for."""
    if _MARKS.fullmatch(line.rstrip("\r\n")):
        return [("#" + line[1:], len(line))]
    words = line.lstrip(" \t")
    indent = line[: len(line) - len(words)]
    expanded = indent.replace("\t", " " * tab_width)
    words = words.replace("\t", " ")
    found = _VALUE.fullmatch(expanded + words)
    if found is None or not _needs_quotes(found["value"]):
        return [(expanded, len(indent)), (words, len(words))]
    value = found["value"]
    before = found["before"][len(expanded) :]
    return [
        (expanded, len(indent)),
        (before, len(before)),
        ("'", 0),
        (value.replace("'", "''"), len(value)),
        ("'", 0),
        (found["after"], len(found["after"])),
    ]


def _needs_quotes(value: str) -> bool:
    first, last = value[0], value[-1]
    if first in "|>#":
        return False
    if first in "'\"":
        return last != first or len(value) == 1
    if first == "[":
        return last != "]"
    if first == "{":
        return last != "}" or value.startswith(("{{", "{%"))
    return first in "@`%!&*" or ": " in value or value.endswith(":")
