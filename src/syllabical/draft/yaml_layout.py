"""Lines of YAML with their reasons beside them, aligned as a person would."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

WIDTH = 90
_FARTHEST = 40
_GAP = 3
_QUOTED = re.compile(r"`[^`]*`")
_HELD = "\0"


_PLAIN = re.compile(r"(?:\.\./)*[^\W\d](?:[\w ./()+&'’–—!?;-]*[\w/()+!?’-])?")
_WORDS_WITH_A_MEANING = frozenset(
    {"y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"}
)
_ESCAPED = {'"': '\\"', "\\": "\\\\"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file and the reason for it; a remark where there is nothing but a reason."""

    text: str
    why: str = ""


def blank(text: str, why: str) -> Line:
    """A line left for a person to fill: valid once its `#` is taken away.

    The `#` stands right before the key, so that any editor that uncomments the line leaves it
    indented as its neighbours are.
    """
    key = text.lstrip()
    return Line(f"{text[: len(text) - len(key)]}#{key}", why)


def remark(why: str, indent: int = 0) -> Line:
    """A comment on lines of its own."""
    return Line(" " * indent, why)


def block(lines: Sequence[Line]) -> str:
    """The lines as text, their reasons in one column where they fit there."""
    ends = [_width(line.text) for line in lines if line.text.strip() and line.why]
    column = max((end for end in ends if end <= _FARTHEST), default=0) + _GAP
    return "".join(f"{each.rstrip()}\n" for line in lines for each in _laid(line, column))


def _laid(line: Line, column: int) -> Iterator[str]:
    if not line.why:
        yield line.text
        return
    if not line.text.strip():
        yield from _wrapped(line.why, line.text)
        return
    if _width(line.text) > column - _GAP:
        yield from _wrapped(line.why, _indent(line.text))
        yield line.text
        return
    first, *others = _wrapped(line.why, " " * column)
    yield line.text + " " * (column - _width(line.text)) + first[column:]
    yield from others


def _indent(text: str) -> str:
    return " " * (len(text) - len(text.lstrip()))


def _wrapped(why: str, indent: str) -> list[str]:
    """The reason as comment lines; what stands between backticks stays on one of them."""
    whole = _QUOTED.sub(lambda found: found[0].replace(" ", _HELD), why)
    lines = textwrap.wrap(
        whole,
        WIDTH,
        initial_indent=f"{indent}# ",
        subsequent_indent=f"{indent}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_HELD, " ") for line in lines]


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def word(text: str) -> str:
    """The text, between quotes unless no reader of YAML could take it for something else."""
    if (
        _PLAIN.fullmatch(text)
        and text.isprintable()
        and text.casefold() not in _WORDS_WITH_A_MEANING
    ):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPED:
        return _ESCAPED[character]
    if character.isprintable():
        return character
    return f"\\U{ord(character):08X}"
