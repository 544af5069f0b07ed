"""The characters of a text taken apart into numbers, words, hours and marks."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from syllabical.languages import listed, one_of
from syllabical.languages.names import NOTHING, Names
from syllabical.model.hours import HALF
from syllabical.timezones import YEARS

_MARKS = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Marks of direction and joining, which count as blanks."""

_WORD = (
    r"[^\s\d!-@\[-`{-~\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u3000-\u303f"
    r"\uff00-\uff20\uff3b-\uff40\u055a-\u055f\u0589\u05be\u05c0\u05c3\u060c\u061b\u061f"
    r"\u066a-\u066d\u06d4\u0964\u0965]"
)
"""Letters with their combining marks, which are not of ``\\w``: whatever is nothing else."""

_APART = r"(?<![\d./])"
_BEFORE = one_of("hours", "before")
_AFTER = one_of("hours", "after")
_SIGN, _MINUTE = one_of("hours", "hour"), one_of("hours", "minute")
_EAST = rf"\d{{1,2}}\s?{_SIGN}(?:\s?(?:\d{{1,2}}\s?{_MINUTE}|{one_of('hours', 'half past')}))?"
_CLOCK = (
    rf"(?:\b{_BEFORE}\s*)?(?:"
    rf"(?<![\d:])\d{{1,2}}[:\uff1a]\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:\s*{HALF})?(?![\d:])"
    rf"(?:\s*{_AFTER}\b)?(?:Z|(?:(?<=T\d\d:\d\d)|(?<=T\d\d:\d\d:\d\d))[+-]\d{{2}}:?\d{{2}}\b)?"
    rf"|{_APART}\d{{1,2}}(?:\.\d{{2}})?\s?{HALF}"
    rf"|{_APART}\d{{1,2}}\s?{one_of('hours', 'between')}\s?\d{{2}}\b"
    rf"|{_APART}\d{{1,2}}(?:[.:]\d{{2}})?\s?{_AFTER}\b"
    rf"|{_APART}\d{{1,2}}\.[0-5]\d(?=\s?(?:[-–—]|{one_of('hours', 'to')})\s?"
    r"\d{1,2}(?:[.:]\d{2})?"
    rf"\s?(?:{_AFTER}\b|{HALF}))"
    rf"|{one_of('hours', 'am', 'pm')}\s?{_EAST}|(?<!\d){_EAST}"
    rf"|\b{one_of('hours', 'noon', 'midnight')}\b)"
    rf"|\b{_BEFORE}\s*\d{{1,2}}(?:[.:]\d{{2}})?(?!\s?[./]\d)"
)
_BEGINS = rf"(?=\d|{one_of('hours', 'before', 'am', 'pm', 'noon', 'midnight')})"
_HOURS = f"(?P<h>{_BEGINS}(?:{_CLOCK}))|(?P<T>(?<=\\d)T(?=\\d\\d:?\\d))|"
_NO_WEEKDAY = rf"(?!{one_of('dates', 'weekday sign')})"
_REST = (
    r"(?P<d>\d+)|(?P<b>[\s" + _MARKS + r"]+)|(?P<q>['’‘`´]\d\d(?!\d))"
    rf"|(?P<Y>(?<=\d)\s?{one_of('dates', 'year sign')})"
    rf"|(?P<O>(?<=\d)\s?{one_of('dates', 'month sign')}{_NO_WEEKDAY})"
    rf"|(?P<D>(?<=\d)\s?{one_of('dates', 'day sign')}{_NO_WEEKDAY})"
    rf"|(?P<f>(?<!\w)[dlDL]['’](?=\w))|(?P<a>(?:{_WORD})+)|(?P<s>.)"
)
_MAY_BE_HOURS = re.compile(
    rf"[:\uff1a]|{HALF}|{_BEFORE}|{_AFTER}|{_SIGN}"
    rf"|{one_of('hours', 'between', 'noon', 'midnight')}",
    re.IGNORECASE,
)
_ORDINAL = frozenset(word.casefold() for word in listed("dates", "ordinals"))
_WORDS = {
    word.casefold(): letter
    for letter, key in (("r", "to"), ("u", "and"), ("f", "of"))
    for word in listed("dates", key)
}
SMALL_WORDS = frozenset(_WORDS)
_SEPARATORS = {
    character: letter
    for letter, characters in {
        "/": "/／⁄∕", ".": ".．。", "-": "-‐‑－−", "n": "–—―~〜～→⟶", ",": ",，、،",
        "(": "([（［【",
        ")": ")]）］】", "u": "&+＆", ":": ":：", ";": ";", " ": "·|",
    }.items()
    for character in characters
}  # fmt: skip
ROMAN = {
    name: at
    for at, name in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1
    )
}
"""Months as in `2.X.2025`."""

LONGEST = 8
"""Digits in the longest number that may be a date: 20250901."""


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
    return _compiled(hours=_MAY_BE_HOURS.search(text) is not None)


@cache
def _compiled(*, hours: bool) -> re.Pattern[str]:
    return re.compile(_HOURS + _REST if hours else _REST, re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=4096)
def words(text: str, known: Names) -> tuple[str, tuple[Token, ...]]:
    """The shape of a text, one letter a token, and the tokens themselves.

    A cell is asked for its dates, its weekdays and what of both nobody used: it is read once.
    """
    taken = _Taken(known)
    for match in pattern(text).finditer(text):
        kind = match.lastgroup
        token = match.group()
        start, end = match.span()
        if kind == "d":
            taken.number(token, start, end)
        elif kind == "a":
            taken.word(Token(token, start, end))
        elif kind == "b":
            taken.add(" ", Token(token, start, end))
        elif kind == "s":
            taken.add(_SEPARATORS.get(token, "?"), Token(token, start, end))
        elif kind == "q":
            taken.add("q", Token(token, start, end, 2000 + int(token[1:])))
        else:
            taken.add(kind or "?", Token(token, start, end))
    return "".join(taken.shape), tuple(taken.tokens)


def _number(digits: str) -> tuple[str, int]:
    """The letter and the value of a number."""
    size = len(digits)
    if size > LONGEST:
        return "x", -1
    value = int(digits)
    if size <= 2:  # noqa: PLR2004 (a day, a month, or a year of two digits)
        return ("d" if 1 <= value <= 31 else "v"), value  # noqa: PLR2004 (days in a month)
    if size == LONGEST:
        return "z", value
    if 2400 <= value <= 2700:  # noqa: PLR2004 (the Buddhist era)
        value -= 543
    return ("y" if size == 4 and value in YEARS else "x"), value  # noqa: PLR2004 (digits)


class _Taken:
    """The tokens of a text as far as it was read."""

    def __init__(self, known: Names) -> None:
        self.shape: list[str] = []
        self.tokens: list[Token] = []
        self._known = known

    def add(self, letter: str, token: Token) -> None:
        self.shape.append(letter)
        self.tokens.append(token)

    def number(self, digits: str, start: int, end: int) -> None:
        """A number; one that a letter touches, as in `HW2`, counts for nothing."""
        letter, value = _number(digits)
        shape = self.shape
        if letter == "d" and shape:
            if shape[-1] == "a" and self.tokens[-1].text[-1].isascii():
                letter = "x"
            elif shape[-1] == " " and self._join(Token(digits, start, end)):
                return
        self.add(letter, Token(digits, start, end, value))

    def word(self, token: Token) -> None:
        """A word, joined with those before it where they are one name."""
        shape = self.shape
        touches = bool(shape) and shape[-1] in "dx" and self.tokens[-1].end == token.start
        if touches and shape[-1] == "d" and token.text.casefold() in _ORDINAL:
            self.add("o", token)
            return
        if self._join(token):
            return
        roman = ROMAN.get(token.text) if "".join(shape[-2:]) in {"d.", "d/", "d-"} else None
        meaning = (roman, None) if roman else self._known.meaning(token.text)
        if meaning == NOTHING or self._known.starts_phrase(token.text):
            letter = _WORDS.get(token.text.casefold(), "a")
            if touches and letter == "a" and token.text[0].isascii():
                shape[-1] = "x"
            self.add(letter, token)
            return
        self._name(token, token.start, meaning)

    def _name(self, token: Token, start: int, meaning: tuple[int | None, int | None]) -> None:
        month, weekday = meaning
        letter = "W" if not month else "M" if weekday is None else "B"
        day = -1 if weekday is None else weekday
        self.add(letter, Token(token.text, start, token.end, month or -1, day))

    def _join(self, token: Token) -> bool:
        """Whether the word ends a name of several, which then stands in the place of its first."""
        for back in (2, 4):
            if len(self.tokens) < back or self.shape[-1] not in " -":
                return False
            before = self.tokens[-back::2]
            if not self._known.starts_phrase(before[0].text):
                continue
            meaning = self._known.meaning(" ".join(each.text for each in [*before, token]))
            if meaning != NOTHING:
                del self.shape[-back:], self.tokens[-back:]
                self._name(token, before[0].start, meaning)
                return True
        return False
