"""What a cell mentions beside its dates: the weekdays that it names, each with its place."""

from dataclasses import dataclass
from functools import lru_cache

from syllabical.interpret.dates.mentions import WEAK, read
from syllabical.interpret.dates.tokens import words
from syllabical.languages.names import ENGLISH, names

_SHORTEST = 3
"""Letters of a weekday that may stand anywhere; `M` or `Tu` is one only in brackets."""

_LONG = 5
"""Letters of a weekday's name that is written out, and so may begin with a small letter."""


@dataclass(frozen=True, slots=True)
class WeekdayMention:
    """A weekday that a text names apart from any date, Monday 0."""

    weekday: int
    start: int
    end: int


@lru_cache(maxsize=4096)
def weekdays(text: str, language: str) -> tuple[WeekdayMention, ...]:
    """The weekdays that a text names beside no date, in the order in which they stand there."""
    known = ENGLISH if language == "en" else names(language)
    shape, tokens = words(text, known)
    if "W" not in shape:
        return ()
    taken = [mention.outer for mention in read(text, known) if mention.form not in WEAK]
    return tuple(
        WeekdayMention(token.weekday, token.start, token.end)
        for letter, token in zip(shape, tokens, strict=True)
        if letter == "W"
        and _is_meant(text, token.start, token.end)
        and not any(start <= token.start < end for start, end in taken)
    )


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether a word that can be a weekday's name is meant for one: `Fri`, not `sat` or `M`."""
    word = text[start:end]
    if text[:start].rstrip()[-1:] in ("(", "[") and text[end:].lstrip(". ")[:1] in (")", "]"):
        return True
    if len(word) < _SHORTEST and word.isascii():
        return False
    return not word.isascii() or word[0].isupper() or len(word) >= _LONG
