"""A cell cut into what belongs together: lines, sentences, asides; with offsets that stay."""

import re
from typing import NamedTuple

_BRACKETS = re.compile(r"[(\[（【][^()\[\]（）【】]*[)\]）】]")


class Piece(NamedTuple):
    """A stretch of a cell's text."""

    text: str
    start: int
    end: int


def cut(text: str, separator: re.Pattern[str]) -> list[Piece]:
    """The stretches between separators, without the blanks around them; none empty."""
    found, start = [], 0
    for hit in (*separator.finditer(text), None):
        end = hit.start() if hit else len(text)
        piece = strip(text, start, end)
        if piece.text:
            found.append(piece)
        start = hit.end() if hit else end
    return found


def strip(text: str, start: int, end: int) -> Piece:
    """A stretch without the blanks around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(text[start:end], start, end)


def core(text: str) -> str:
    """The same text, as long, with blanks where it stands in brackets."""
    return _BRACKETS.sub(lambda found: " " * len(found.group()), text)


def brackets(text: str) -> list[Piece]:
    """What stands in brackets, without them."""
    return [
        Piece(found.group()[1:-1].strip(), found.start() + 1, found.end() - 1)
        for found in _BRACKETS.finditer(text)
    ]
