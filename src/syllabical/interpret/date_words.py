"""A text as the words, numbers and marks that dates are made of, one letter for each."""

import re
from dataclasses import dataclass

from syllabical.interpret.month_names import NOTHING, Names

_MARKS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_WORD = r"[^\s\d!-@\[-`{-~\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u3000-\u303f\uff00-\uff20\uff3b-\uff40]"
_CLOCK = (
    r"(?:\b(?:klo|kl\.?|um)\s*)?(?:"
    r"(?<![\d:])\d{1,2}[:\uff1a]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?\s?m\b\.?)?(?![\d:])(?:\s*(?:Uhr|h)\b)?(?:Z|[+-]\d{2}:?\d{2}\b)?"
    r"|(?<![\d./])\d{1,2}(?:\.\d{2})?\s?[ap]\.?\s?m\b\.?"
    r"|(?<![\d./])\d{1,2}\s?[hu]\s?\d{2}\b"
    r"|(?<![\d./])\d{1,2}(?:[.:]\d{2})?\s?(?:Uhr|hrs?|h)\b"
    r"|(?:午前|午後|上午|下午|오전|오후)\s?\d{1,2}\s?[時时点點시](?:\s?\d{1,2}\s?[分분])?"
    r"|(?<!\d)\d{1,2}\s?[時时点點시](?:\s?\d{1,2}\s?[分분])?"
    r"|\b(?:noon|midnight)\b"
    r")"
    r"|\b(?:klo|kl\.?|um)\s*\d{1,2}(?:[.:]\d{2})?(?!\s?[./]\d)"
)
_TOKEN = re.compile(
    rf"(?P<h>{_CLOCK})|(?P<q>['’‘`´]\d\d(?!\d))|(?P<T>(?<=\d)T(?=\d\d:?\d))|(?P<d>\d+)"
    rf"|(?P<Y>(?<=\d)\s?[年년](?:度)?)|(?P<O>(?<=\d)\s?[月월](?!曜))|(?P<D>(?<=\d)\s?[日号號일](?!曜))"
    rf"|(?P<a>(?:{_WORD})+)|(?P<b>[\s{_MARKS}]+)|(?P<s>.)",
    re.IGNORECASE | re.DOTALL,
)

_ORDINAL = frozenset(
    [
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "ere",
        "re",
        "eme",
        "e",
        "º",
        "ª",
        "o",
        "a",
        ".",
        "de",
        "ste",
        "ых",
        "го",
    ]
)
_MONTH = frozenset(["tháng"])
_UNTIL = frozenset(
    [
        "to",
        "until",
        "till",
        "til",
        "through",
        "thru",
        "bis",
        "al",
        "au",
        "a",
        "à",
        "hasta",
        "até",
        "ate",
        "t/m",
        "tot",
        "по",
        "до",
        "עד",
        "إلى",
        "الى",
    ]
)
_AND = frozenset(["and", "et", "und", "y", "e", "en", "og", "och", "и", "ו", "&", "et"])
_FILL = frozenset(
    [
        "of",
        "de",
        "del",
        "di",
        "do",
        "da",
        "d",
        "den",
        "der",
        "the",
        "le",
        "el",
        "il",
        "am",
        "em",
        "vom",
        "du",
        "von",
        "dia",
        "от",
        "с",
        "on",
        "la",
        "los",
        "les",
        "den",
        "des",
        "o",
        "năm",
        "ngày",
    ]
)
_SEPARATORS = {
    **dict.fromkeys("/／⁄∕", "/"),
    **dict.fromkeys(".．。", "."),
    **dict.fromkeys("-‐‑－−", "-"),
    **dict.fromkeys("–—―~〜～→⟶", "n"),
    **dict.fromkeys(",，、،", ","),
    **dict.fromkeys("([（［【", "("),
    **dict.fromkeys(")]）］】", ")"),
    **dict.fromkeys("&+＆", "u"),
    **dict.fromkeys(":：", ":"),
    ";": ";",
    "·": " ",
    "|": " ",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark, and what it means."""

    text: str
    start: int
    end: int
    value: int = -1
    weekday: int = -1


def words(text: str, known: Names) -> tuple[str, list[Token]]:
    """The shape of a text, one letter a token, and the tokens themselves."""
    shape: list[str] = []
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "s"
        word = match.group()
        start, end = match.span()
        if kind == "d":
            letter, value = _number(word)
            if letter == "d" and shape and shape[-1] == "a" and _touches(text, start):
                letter = "x"
            if (
                letter == "d"
                and "".join(shape[-2:]) == "a "
                and tokens[-2].text.casefold() in _MONTH
            ):
                start = tokens[-2].start
                del shape[-2:], tokens[-2:]
                letter = "M"
            shape.append(letter)
            tokens.append(Token(text[start:end], start, end, value))
        elif kind == "q":
            shape.append("q")
            tokens.append(Token(word, start, end, 2000 + int(word[1:])))
        elif kind == "a":
            _word(shape, tokens, Token(word, start, end), known)
        else:
            shape.append(
                " " if kind == "b" else _SEPARATORS.get(word, "?") if kind == "s" else kind
            )
            tokens.append(Token(word, start, end))
    return "".join(shape), tokens


def _number(digits: str) -> tuple[str, int]:
    value = int(digits) if len(digits) < 9 else -1  # noqa: PLR2004 (longer is no date)
    match len(digits):
        case 1 | 2:
            return ("d" if 1 <= value <= 31 else "v"), value  # noqa: PLR2004
        case 4:
            if 2400 <= value <= 2700:  # noqa: PLR2004 (the Buddhist era, 543 years ahead)
                value -= 543
            return ("y" if 1900 <= value <= 2100 else "x"), value  # noqa: PLR2004
        case 8:
            return "z", value
    return "x", value


def _touches(text: str, start: int) -> bool:
    before = text[start - 1]
    return before.isalpha() and before.isascii()


def _word(shape: list[str], tokens: list[Token], token: Token, known: Names) -> None:
    month, weekday = known.meaning(token.text)
    if shape and shape[-1] == "d" and tokens[-1].end == token.start:
        folded = token.text.casefold()
        if folded in _ORDINAL:
            shape.append("o")
            tokens.append(token)
            return
    if known.starts_phrase(token.text) or (month, weekday) == NOTHING:
        letter = _plain(shape, token)
    else:
        letter = "B" if month and weekday is not None else "M" if month else "W"
    if shape and shape[-1] in "dx" and tokens[-1].end == token.start and letter == "a":
        shape[-1] = "x"
    joined = _joined(shape, tokens, token, known)
    if joined:
        return
    shape.append(letter)
    tokens.append(
        Token(token.text, token.start, token.end, month or -1, -1 if weekday is None else weekday)
    )


def _plain(shape: list[str], token: Token) -> str:
    folded = token.text.casefold()
    if shape and shape[-1] == "d" and folded in _ORDINAL:
        return "o"
    if folded in _UNTIL:
        return "r"
    if folded in _AND:
        return "u"
    return "f" if folded in _FILL else "a"


def _joined(shape: list[str], tokens: list[Token], token: Token, known: Names) -> bool:
    """Whether the word ends a name of several, which then stands in the place of its first."""
    for back in (2, 4):
        if len(tokens) < back or shape[-1] not in " -":
            return False
        first = tokens[-back]
        if shape[-back] in "dvyxh" or not known.starts_phrase(first.text):
            continue
        text = " ".join([each.text for each in tokens[-back::2]] + [token.text])
        month, weekday = known.meaning(text)
        if (month, weekday) != NOTHING:
            del shape[-back:], tokens[-back:]
            shape.append("M" if month else "W")
            tokens.append(
                Token(text, first.start, token.end, month or -1, -1 if weekday is None else weekday)
            )
            return True
    return False
