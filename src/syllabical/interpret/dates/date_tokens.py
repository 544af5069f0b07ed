"""The characters of a text taken apart into numbers, words, hours and marks."""

import re
from dataclasses import dataclass
from functools import cache

_MARKS = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Marks of direction and joining, which count as blanks."""

_WORD = (
    r"[^\s\d!-@\[-`{-~\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u3000-\u303f"
    r"\uff00-\uff20\uff3b-\uff40\u055a-\u055f\u0589\u05be\u05c0\u05c3\u060c\u061b\u061f"
    r"\u066a-\u066d\u06d4\u0964\u0965]"
)
"""Letters with their combining marks, which are not of ``\\w``: whatever is nothing else."""

_APART = r"(?<![\d./])"
_HALF = r"[ap]\.?\s?m\b\.?"
_EAST = r"\d{1,2}\s?[時时点點시](?:\s?(?:\d{1,2}\s?[分분]|半))?"
_CLOCK = (
    r"(?:\b(?:klo|kl\.?|um)\s*)?(?:"
    rf"(?<![\d:])\d{{1,2}}[:\uff1a]\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:\s*{_HALF})?(?![\d:])"
    r"(?:\s*(?:Uhr|h)\b)?(?:Z|(?:(?<=T\d\d:\d\d)|(?<=T\d\d:\d\d:\d\d))[+-]\d{2}:?\d{2}\b)?"
    rf"|{_APART}\d{{1,2}}(?:\.\d{{2}})?\s?{_HALF}"
    rf"|{_APART}\d{{1,2}}\s?[hu]\s?\d{{2}}\b"
    rf"|{_APART}\d{{1,2}}(?:[.:]\d{{2}})?\s?(?:Uhr|hrs?|h)\b"
    rf"|(?:午前|午後|上午|下午|오전|오후)\s?{_EAST}|(?<!\d){_EAST}"
    r"|\b(?:noon|midnight)\b)"
    r"|\b(?:klo|kl\.?|um)\s*\d{1,2}(?:[.:]\d{2})?(?!\s?[./]\d)"
)
_BEGINS = r"(?=[\dKUNMkunm午上下오])"
_HOURS = f"(?P<h>{_BEGINS}(?:{_CLOCK}))|(?P<T>(?<=\\d)T(?=\\d\\d:?\\d))|"
_REST = (
    r"(?P<d>\d+)|(?P<b>[\s" + _MARKS + r"]+)|(?P<q>['’‘`´]\d\d(?!\d))"
    r"|(?P<Y>(?<=\d)\s?[年년](?:度)?)|(?P<O>(?<=\d)\s?[月월](?!曜))|(?P<D>(?<=\d)\s?[日号號일](?!曜))"
    rf"|(?P<f>(?<!\w)[dlDL]['’](?=\w))|(?P<a>(?:{_WORD})+)|(?P<s>.)"
)
_MAY_BE_HOURS = frozenset(":：hHkKmMuU時时点點시")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark, and what it means."""

    text: str
    start: int
    end: int
    value: int = -1
    """A number, or the number of a month."""

    weekday: int = -1


def pattern(text: str) -> re.Pattern[str]:
    """The pattern whose matches, end to end, are the tokens of a text."""
    return _compiled(hours=not _MAY_BE_HOURS.isdisjoint(text))


@cache
def _compiled(*, hours: bool) -> re.Pattern[str]:
    return re.compile(_HOURS + _REST if hours else _REST, re.IGNORECASE | re.DOTALL)
