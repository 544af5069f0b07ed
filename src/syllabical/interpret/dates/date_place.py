"""The very characters of a date in the file, under whatever markup."""

import re
from functools import lru_cache

from syllabical.source import Span

MANY = 40
"""A cell that repeats a date more often than this is taken as a whole, to stay linear."""


def place(at: Span, written: str, nth: int = 0) -> Span:
    """Where a date stands inside its cell; the whole cell where markup takes it apart."""
    text = at.text
    if text == written or nth > MANY:
        return at
    start = -1
    for _ in range(nth + 1):
        start = text.find(written, start + 1)
        if start < 0:
            break
    if start >= 0:
        return at.part(start, start + len(written))
    matches = list(_loose(written).finditer(text))
    if not matches:
        return at
    match = matches[min(nth, len(matches) - 1)]
    return at.part(match.start(), match.end())


@lru_cache(maxsize=256)
def _loose(written: str) -> re.Pattern[str]:
    pieces = re.findall(r"\w+|[^\w\s]", written)
    between = r"(?:<[^<>]{0,200}>|&\w{1,8};|[\s\\*_`]){0,8}"
    return re.compile(between.join(re.escape(piece) for piece in pieces) or r"(?!)")
