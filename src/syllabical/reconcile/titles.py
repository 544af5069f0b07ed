"""Titles as identities: folded, told from placeholders, and compared."""

import re
from functools import lru_cache

from syllabical.text import comparable

NO_TITLE = frozenset(
    (
        "tba", "tbd", "tbc", "tbh", "na", "n a", "none", "todo", "unknown", "untitled",
        "to be announced", "to be confirmed", "to be decided", "to be defined",
        "to be determined", "topic tba", "topic tbd", "title tba", "title tbd", "coming soon",
    )
)  # fmt: skip
"""Titles, folded, that say only that there is none yet."""

NUMERAL = re.compile(r"\d+|[ivx]+")
SHORT = 2
LONG = 6


folded = lru_cache(maxsize=65536)(comparable)


def is_open(title: str) -> bool:
    """Whether a folded title says nothing of the topic: empty, or a word like TBD."""
    return not title or title in NO_TITLE


def similarity(title: str, other: str) -> float:
    """How alike two folded titles are, from 0 to 1: by words, by one within the other, by letters.

    Two that count differently (`Lab 1`, `Lab 7`) are half as alike as their words say.
    """
    ours, theirs = _words(title), _words(other)
    shared = _weight(ours & theirs)
    weights = _weight(ours), _weight(theirs)
    by_words = 2 * shared / (sum(weights) or 1)
    within = 0.9 * shared / (min(weights) or 1) if shared >= SHORT + 1 else 0.0
    alike = max(by_words, within, _by_letters(title, other))
    return alike / 2 if _count_differently(ours, theirs) else alike


@lru_cache(maxsize=65536)
def _words(title: str) -> frozenset[str]:
    return frozenset(title.split())


def _weight(words: frozenset[str]) -> float:
    # Long words say more, and `I`, `of`, `3` next to nothing.
    return sum(0.5 if len(word) <= SHORT else min(len(word), LONG) for word in words)


@lru_cache(maxsize=65536)
def _letters(title: str) -> frozenset[str]:
    padded = f" {title} "
    return frozenset(padded[start : start + 3] for start in range(len(padded) - 2))


def _by_letters(title: str, other: str) -> float:
    ours, theirs = _letters(title), _letters(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs) or 1)


def _count_differently(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    numerals = {word for word in ours if NUMERAL.fullmatch(word)}
    others = {word for word in theirs if NUMERAL.fullmatch(word)}
    return bool(numerals) and bool(others) and not numerals & others
