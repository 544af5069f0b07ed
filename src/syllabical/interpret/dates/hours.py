"""Where hours stand beside a date, as in `6–8:30 PM`; `model.hours` says what they mean."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from syllabical.interpret.dates.tokens import Token
from syllabical.model.hours import clock_in, lasts, meant

_STRETCH = re.compile(r"(?:(?P<from>h)(?: ?[-nr] ?(?P<to>[hd]))?|(?P<bare>d) ?[-nr] ?(?P<end>h))")


class Stretch(NamedTuple):
    """Hours, and where they stand in the text."""

    starts: dt.time
    ends: dt.time | None
    start: int
    end: int


def stretches(shape: str, tokens: Sequence[Token], free: Sequence[bool]) -> list[Stretch]:
    """The hours among the tokens that belong to no date."""
    found = []
    for match in _STRETCH.finditer(shape):
        first, last = match.start(), match.end() - 1
        if match["bare"] and not free[first]:
            first = match.start("end")
        if match["to"] == "d" and not free[last]:
            last = first
        found.append(_stretch(tokens[first], tokens[last] if last > first else None))
    return [stretch for stretch in found if stretch]


def bare(first: Token, last: Token) -> Stretch | None:
    """`10-12` after a date; none where no class would be."""
    stretch = _stretch(first, last)
    return stretch if stretch and stretch.ends else None


def _stretch(first: Token, last: Token | None) -> Stretch | None:
    """What one or two tokens mean; an end that no class has is no end."""
    starting, ending = clock_in(first.text), clock_in(last.text) if last else None
    if starting is None:
        return None
    starts, ends = meant(starting, ending)
    if last is None or ends is None:
        return Stretch(starts, None, first.start, first.end)
    return Stretch(starts, ends if lasts(starts, ends) else None, first.start, last.end)
