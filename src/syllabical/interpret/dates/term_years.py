"""The years that words name: `Fall 2025`, `WS 2022/23`, `2017.1`, `sp19`, `תשפ"ה`."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from syllabical.languages import one_of

JULY, SEPTEMBER = 7, 9
HALF_A_YEAR = 6
_SEASONS = ("spring", "autumn", "winter")
_TERM = one_of("terms", *_SEASONS, "term", "year")
_WINTER = re.compile(one_of("terms", "winter"), re.IGNORECASE)
_YEAR = r"((?:19|20)\d\d)"
_OF = rf"(?:\s+(?:{one_of('terms', 'between')}|i|ii|[12]|a|b))*"
_PATTERNS = {
    "not a term": r"\d{4}-\d\d-\d\d[T\d:.Z+-]*|(?:©|\bcopyright\b).{0,40}",
    "day": rf"(?<!\d){_YEAR}-(\d\d)-\d\d(?!\d)",
    "two years": rf"(?<![\d./-]){_YEAR}\s?[/–—-]\s?((?:20)?\d\d)(?![\d/-])",
    "two short years": rf"\b{_TERM}\W{{0,3}}(\d\d)\s?[/–-]\s?(\d\d)\b",
    "term and year": rf"\b{_TERM}{_OF}\W{{0,3}}{_YEAR}(?!\d)"
    rf"|(?<!\d){_YEAR}\s?[,:_-]?\s?\W?{_TERM}|{_YEAR}(?={one_of('terms', 'after year')})",
    "half": rf"(?<![\d.]){_YEAR}[./]([12])(?![\d./-])",
    "dashed half": rf"(?<![\d.-]){_YEAR}\s?[-–]\s?(1|2|I|II)(?![\d./-]|\w)",
    "Hebrew": "תש([א-ת]{0,2})[\"״'׳”“]([א-ת])",
    "Reiwa": r"令和\s?(\d{1,2})",
    "short": rf"\b{_TERM}\W{{0,2}}['’]?(\d\d)(?!\d)"
    rf"|(?:^|[^a-z0-9]){one_of('terms', 'short')}[_-]?['’]?(\d\d)(?!\d)",
    "plain": rf"(?<![\d.]){_YEAR}(?!\d|\.\d)",
}
_LETTERS: dict[str, int] = dict(
    zip("אבגדהוזחטיכלמנסעפצ", [*range(1, 11), *range(20, 100, 10)], strict=True)
)


def of_terms(text: str, month: int) -> Iterator[tuple[int, str]]:
    """The years of the terms that a text names, for a course that begins in a month."""
    text = _pattern("not a term").sub(" ", text.replace("\xa0", " "))
    for name, year in _TERMS.items():
        for match in _pattern(name).finditer(text):
            found = year(match, month)
            if found:
                words = match[0].strip(" -_/.,:()")
                yield found, words
                if month >= SEPTEMBER and _WINTER.search(words):
                    yield found - 1, words


def any_years(text: str, month: int) -> Iterator[tuple[int, str]]:
    """The years of a text that is about the course: of its terms, then any others."""
    yield from of_terms(text, month)
    text = _pattern("not a term").sub(" ", text)
    for match in _pattern("half").finditer(text):
        yield int(match[1]), match[0]
    for match in _pattern("short").finditer(text):
        yield 2000 + int(match[1] or match[2]), match[0].strip(" -_/.,:()")
    for match in _pattern("plain").finditer(text):
        yield int(match[1]), match[0]


def of_days(text: str, month: int) -> Iterator[tuple[int, str]]:
    """The year in which a course begins whose page is dated: `2024-12-20` for January is 2025."""
    for match in _pattern("day").finditer(text):
        yield int(match[1]) + (int(match[2]) - month > HALF_A_YEAR), match[0]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compiled when it is first needed: most pages write the year into their dates."""
    return re.compile(_PATTERNS[name], re.IGNORECASE)


def _academic(match: re.Match[str], month: int) -> int | None:
    """The year of two, as in 2022/23, in which a month lies."""
    first, second = int(match[1]), int(match[2])
    first += 0 if first > 99 else 2000  # noqa: PLR2004 (two digits)
    if (first + 1) % 100 != second % 100:
        return None
    return first if month >= JULY else first + 1


def _half(match: re.Match[str], month: int) -> int:
    """The year of `2026-1`: a first half that begins in August is that of 2025/26."""
    return int(match[1]) - int(match[2] in "1Ii" and month > JULY)


def _written(match: re.Match[str], _month: int) -> int:
    return int(next(group for group in match.groups() if group))


def _hebrew(match: re.Match[str], month: int) -> int:
    """The Hebrew year begins in autumn, 3761 years ahead."""
    letters: str = match[1] + match[2]
    year = 5700 + sum(_LETTERS.get(letter, 0) for letter in letters)
    return year - 3760 - int(month >= SEPTEMBER)


def _reiwa(match: re.Match[str], month: int) -> int:
    """The Japanese school year begins in April."""
    return 2018 + int(match[1]) + (month < 4)  # noqa: PLR2004 (April)


_TERMS: dict[str, Callable[[re.Match[str], int], int | None]] = {
    "dashed half": _half,
    "two years": _academic,
    "two short years": _academic,
    "term and year": _written,
    "Hebrew": _hebrew,
    "Reiwa": _reiwa,
}
