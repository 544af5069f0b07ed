"""Text as it is compared: without case, accents and points, cut into words."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from syllabical.languages import UNSPACED

_WORD = re.compile(r"\d+|[^\W\d_]+")
_MARKED_WORD = re.compile(r"\d+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05bd\u0900-\u0963])*")
"""Words with accents, points and vowel signs that stand apart from their letters."""

_WHOLE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that are no letter with an accent to Unicode, but are to those who type in haste."""


class Word(NamedTuple):
    """One word or number of a text, folded, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The same text in small letters without accents, vowel points or wide forms."""
    if text.isascii():
        return text.lower()
    loose = unicodedata.normalize("NFKD", text.casefold().translate(_WHOLE))
    kept = "".join(letter for letter in loose if unicodedata.category(letter) != "Mn")
    return unicodedata.normalize("NFC", kept)


def words(text: str) -> list[Word]:
    """The words and numbers of a text: `HW10b` is `hw`, `10`, `b`."""
    return [
        Word(folded(found.group()), found.start(), found.end())
        for found in _word(text).finditer(text)
    ]


def said(text: str) -> list[str]:
    """The words and numbers of a text alone, folded."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return [folded(word) for word in _MARKED_WORD.findall(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """Where each of them stands."""
    return [found.span() for found in _word(text).finditer(text)]


def is_unspaced(text: str) -> bool:
    """Whether it has letters of a script that is written without, or with few, blanks."""
    return not text.isascii() and UNSPACED.search(text) is not None


def _word(text: str) -> re.Pattern[str]:
    return _WORD if text.isascii() else _MARKED_WORD
