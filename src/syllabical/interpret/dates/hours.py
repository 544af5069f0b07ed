"""Hours written beside a date: `6–8:30 PM`, `14h30`, `18:00`, `午後2時`."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from syllabical.interpret.dates.tokens import Token

_STRETCH = re.compile(r"(?:(?P<from>h)(?: ?[-nr] ?(?P<to>[hd]))?|(?P<bare>d) ?[-nr] ?(?P<end>h))")
_PARTS = re.compile(
    r"(?P<fore>午後|下午|오후|午前|上午|오전)?\D*?(?P<hour>\d{1,2})"
    r"(?:\s?[:：.hu時时点點시]\s?(?P<minute>\d{2}))?(?::\d{2})?[^\dapAP]*(?P<half>[ap])?",
    re.IGNORECASE,
)


NOON, EARLIEST = 12, 7


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
    return stretch if stretch and stretch.ends and stretch.starts < stretch.ends else None


def _stretch(first: Token, last: Token | None) -> Stretch | None:
    starts, half = clock(first.text)
    if starts is None:
        return None
    ends, other = clock(last.text) if last else (None, False)
    if last is None or ends is None:
        return Stretch(starts, None, first.start, first.end)
    if other and not half:
        starts = _same_half(starts, ends)
    elif half != other:
        ends = _later(starts, ends)
    elif not half and not first.text.startswith("0"):
        starts, ends = _by_day(starts, ends)
    return Stretch(starts, ends, first.start, last.end)


def _same_half(starts: dt.time, ends: dt.time) -> dt.time:
    """`6–8:30 PM` begins in the evening, `11–1 PM` in the morning."""
    if starts.hour >= NOON:
        return starts
    later = starts.replace(hour=starts.hour + NOON)
    return later if later <= ends else starts


def _later(starts: dt.time, ends: dt.time) -> dt.time:
    """`11 AM – 1` ends after noon."""
    return ends if ends > starts or ends.hour >= NOON else ends.replace(hour=ends.hour + NOON)


def _by_day(starts: dt.time, ends: dt.time) -> tuple[dt.time, dt.time]:
    """`2:30-4:00` is in the afternoon: no class begins before seven."""
    if EARLIEST > starts.hour >= 1 and starts < ends and ends.hour < NOON:
        starts = starts.replace(hour=starts.hour + NOON)
    if starts.hour <= NOON or starts > ends:
        ends = _later(starts, ends)
    return starts, ends


def clock(text: str) -> tuple[dt.time | None, bool]:
    """The hour that a text writes, and whether it says which half of the day."""
    lowered = text.strip().lower()
    if lowered in {"noon", "midnight"}:
        return dt.time(12 if lowered == "noon" else 0), True
    match = _PARTS.search(text)
    if not match:
        return None, False
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    fore, half = match["fore"], (match["half"] or "").lower()
    if fore:
        half = "p" if fore in {"午後", "下午", "오후"} else "a"
    if half and hour <= 12:  # noqa: PLR2004 (a clock of twelve hours)
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:  # noqa: PLR2004 (no such hour)
        return None, False
    return dt.time(hour % 24, minute), bool(half)
