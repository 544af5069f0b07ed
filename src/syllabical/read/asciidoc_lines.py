"""The lines of an AsciiDoc page as its processor passes them on, each with its place.

Includes are followed inside the project, conditions decided, comments left out, attribute entries
kept as attributes: https://docs.asciidoctor.org/asciidoc/latest/directives/include/
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from syllabical.read.front_matter import Fact, front_matter
from syllabical.read.site import Beside
from syllabical.source import Source, Span

_ENTRY = re.compile(r":(!?)(\w[\w-]*)(!?):(?:[ \t]+(.*))?$")
_INCLUDE = re.compile(r"include::([^\[\]\n]+)\[[^\n]*\]$")
_CONDITION = re.compile(r"(ifdef|ifndef|ifeval|endif)::([^\[\]\n]*)\[(.*)\]$")
_COMPARISON = re.compile(r"""\s*["']?(.*?)["']?\s*(==|!=|<=|>=|<|>)\s*["']?(.*?)["']?\s*$""")
_REFERENCE = re.compile(r"(\\?)\{(?:(counter2?):)?(\w[\w-]*)(?::([\w-]+))?\}")
_CHARACTERS = {
    "amp": "&", "apos": "'", "asterisk": "*", "backslash": "\\", "backtick": "`", "blank": "",
    "caret": "^", "cpp": "C++", "deg": "°", "empty": "", "endsb": "]", "gt": ">", "ldquo": "“",
    "lsquo": "‘", "lt": "<", "nbsp": "\xa0", "plus": "+", "pp": "++", "quot": '"', "rdquo": "”",
    "rsquo": "’", "sp": " ", "startsb": "[", "tilde": "~", "two-colons": "::",
    "two-semicolons": ";;", "vbar": "|", "wj": "", "zwsp": "",
}  # fmt: skip
"""https://docs.asciidoctor.org/asciidoc/latest/attributes/character-replacement-ref/"""

_ALWAYS = frozenset(("backend-html5", "basebackend-html", "asciidoctor"))
"""What a processor that makes a web page defines by itself."""

_DEEPEST = 8
_MOST_FILES = 100
_LONGEST_VALUE = 2000
_MOST_EXPANDED = 1_000_000
"""Characters that attributes may add to a page: one can hold another twice, and so on."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks at its end."""

    text: str
    at: Span


@dataclass(slots=True, eq=False)
class Attributes:
    """What the page has defined so far: `:name: value`."""

    facts: dict[str, Fact] = field(default_factory=dict)
    _left: int = _MOST_EXPANDED

    def knows(self, name: str) -> bool:
        """Whether an attribute is set."""
        return name.lower() in self.facts or name in _ALWAYS

    def define(self, name: str, value: str, at: Span) -> None:
        """Set an attribute; those in its value are replaced at once."""
        self.facts[name.lower()] = Fact(self.filled(value)[:_LONGEST_VALUE], at)

    def filled(self, text: str) -> str:
        """The text with each `{name}` that is known replaced; counters count on."""
        return _REFERENCE.sub(self._value, text) if "{" in text else text

    def _value(self, found: re.Match[str]) -> str:
        escaped, counter, name, seed = found.groups()
        if escaped:
            return found[0][1:]
        if counter:
            return self._counted(name, seed or "1") if counter == "counter" else ""
        known = self.facts.get(name.lower())
        value = known.text if known else _CHARACTERS.get(name.lower(), found[0])
        self._left -= len(value)
        return value if self._left > 0 else found[0]

    def _counted(self, name: str, seed: str) -> str:
        before = self.facts.get(name)
        number = before.text if before else ""
        value = (
            str(int(number) + 1) if number.isdecimal() and len(number) < len("1000000") else seed
        )
        self.facts[name] = Fact(value, before.at if before else Source("", "").span(0, 0))
        return value


@dataclass(slots=True, eq=False)
class Lines:
    """The lines of a page, read one after the other; attributes change on the way."""

    source: Source
    beside: Beside
    attributes: Attributes = field(default_factory=Attributes)
    missing: list[Span] = field(default_factory=list)
    """The includes whose files are not there."""

    until: str = ""
    """The name of the included file at which reading ends."""

    ended: bool = False
    """Whether that file was met."""

    _files: int = 0

    def __iter__(self) -> Iterator[Line]:
        """Read the page from its start."""
        yield from self._of(self.source, PurePosixPath(), 0)

    def _of(self, source: Source, folder: PurePosixPath, depth: int) -> Iterator[Line]:
        conditions: list[bool] = []
        comment = ""
        raw = iter(_raw(source))
        for line in raw:
            text = line.text
            if comment or text.startswith("////"):
                comment = ("" if text == comment else comment) if comment else text
                continue
            if text.startswith(("if", "endif")) and (found := _CONDITION.match(text)):
                shown = self._condition(found, conditions)
                if shown and all(conditions):
                    yield Line(found[3], line.at.part(found.start(3), found.end(3)))
                continue
            if not all(conditions) or (text.startswith("//") and not text.startswith("///")):
                continue
            if text.startswith("include::") and (found := _INCLUDE.match(text)):
                yield from self._included(found, line, folder, depth)
                if self.ended:
                    return
            elif text.startswith(":") and (found := _ENTRY.match(text)):
                self._entry(found, line, raw)
            else:
                yield line

    def _condition(self, found: re.Match[str], conditions: list[bool]) -> bool:
        """Open or close a condition; whether text in its brackets is shown."""
        kind, names, inside = found.groups()
        if kind == "endif":
            del conditions[-1:]
            return False
        if kind == "ifeval":
            conditions.append(_holds(self.attributes.filled(inside)))
            return False
        known = [self.attributes.knows(name.strip()) for name in re.split(r"[,+]", names)]
        holds = (all if "+" in names else any)(known) is (kind == "ifdef")
        if not inside:
            conditions.append(holds)
        return holds and bool(inside)

    def _entry(self, found: re.Match[str], line: Line, raw: Iterator[Line]) -> None:
        off, name, also_off, value = found.groups()
        if off or also_off:
            self.attributes.facts.pop(name.lower(), None)
            return
        start, end = (found.start(4), found.end(4)) if value else (found.end(), found.end())
        value = value or ""
        while value.endswith(" \\") and (following := next(raw, None)):
            value = f"{value[:-2]} {following.text.strip()}"
        self.attributes.define(name, value.strip(), line.at.part(start, end))

    def _included(
        self, found: re.Match[str], line: Line, folder: PurePosixPath, depth: int
    ) -> Iterator[Line]:
        name = self.attributes.filled(found[1]).strip()
        path = PurePosixPath(name) if name.startswith("/") else folder / name
        if self.until and path.name == self.until:
            self.ended = True
            return
        if depth >= _DEEPEST or self._files >= _MOST_FILES:
            return
        self._files += 1
        inner = self.beside(str(path))
        if inner is None:
            self.missing.append(line.at.part(found.start(1), found.end(1)))
            return
        yield from self._of(inner, path.parent, depth + 1)


def _raw(source: Source) -> Iterator[Line]:
    """The lines as they are written, without front matter."""
    at, text = front_matter(source).end, source.text
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        words = text[at:stop].rstrip()
        begin = at + words.startswith("\ufeff")
        yield Line(words.removeprefix("\ufeff"), Span(source, begin, at + len(words)))
        at = stop + 1


def _holds(comparison: str) -> bool:
    """Whether `"one" == "other"` is true; what cannot be read is."""
    found = _COMPARISON.match(comparison)
    if not found:
        return True
    left, operator, right = found.groups()
    if operator in ("==", "!="):
        return (left == right) is (operator == "==")
    if not (left.isdecimal() and right.isdecimal()):
        return True
    low, high = int(left[:9]), int(right[:9])
    holds = {"<": low < high, ">": low > high, "<=": low <= high, ">=": low >= high}
    return holds[operator]
