"""Lines of YAML with comments beside them, aligned as a person would, and scalars quoted."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

_WIDTH = 90
"""Columns of a line with a comment."""

_FARTHEST = 40
"""The last column in which comments stand beside their lines; they stand above longer ones."""

_GAP = 3
_QUOTED = re.compile(r"`[^`]*`")
_HELD = "\0"
_PLAIN = re.compile(r"(?:\.\./)*[^\W\d](?:[\w ./()+&'’–—!?;-]*[\w/()+!?’-])?")
_WORDS_WITH_A_MEANING = frozenset(
    {"y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"}
)
_ESCAPED = {'"': '\\"', "\\": "\\\\"}


@dataclass(frozen=True, slots=True)
class YamlLine:
    """A line of the file and the reason for it; a comment where there is nothing but a reason."""

    text: str
    """With its indentation; that alone where the line is a comment."""

    why: str = ""
    """The comment, without its `#`."""


def blank(text: str, why: str) -> YamlLine:
    """A line left for a person to fill: valid once its `#` is taken away.

    The `#` stands right before the key, so that any editor that uncomments the line leaves it
    indented as its neighbours are.
    """
    key = text.lstrip()
    return YamlLine(f"{text[: len(text) - len(key)]}#{key}", why)


def comment(why: str, indent: int = 0) -> YamlLine:
    """A comment on lines of its own."""
    return YamlLine(" " * indent, why)


def aligned(lines: Sequence[YamlLine]) -> str:
    """The lines as text that ends in a line end, their reasons in one column where they fit."""
    ends = [_width(line.text) for line in lines if line.text.strip() and line.why]
    column = max((end for end in ends if end <= _FARTHEST), default=0) + _GAP
    return "".join(f"{each.rstrip()}\n" for line in lines for each in _laid(line, column))


def _laid(line: YamlLine, column: int) -> Iterator[str]:
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
        _WIDTH,
        initial_indent=f"{indent}# ",
        subsequent_indent=f"{indent}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_HELD, " ") for line in lines]


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def scalar(text: str) -> str:
    """The text as a scalar of YAML 1.1 or 1.2 (§7.3), in double quotes unless it is plain in both.

    Quoted where any reader of YAML could take it for something else, as `no` or `1:30`.
    """
    is_word = text.casefold() not in _WORDS_WITH_A_MEANING
    if _PLAIN.fullmatch(text) and text.isprintable() and is_word:
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPED:
        return _ESCAPED[character]
    if character.isprintable():
        return character
    return f"\\U{ord(character):08X}"
