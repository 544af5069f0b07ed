"""Writing a date as the author writes dates: the same order, signs, names and zeros."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from syllabical.languages import one_of
from syllabical.model.syllabus import Week

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PADDED = re.compile(r"(?<!\d)[0０٠۰]\d(?!\d)")
_ROLES: dict[int, tuple[tuple[str, ...], ...]] = {
    1: (("day",),),
    2: (("day", "month"), ("day", "year")),
    3: (("day", "month", "year"),),
}
_ORDINAL = re.compile(r"(\d+)(st|nd|rd|th)\b")
_FIRST = re.compile(rf"\d{one_of('dates', 'first ordinals')}", re.IGNORECASE)
"""An ordinal that other numbers are written without."""

_LONG_YEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Handwriting:
    """How the dates of a page are written."""

    order: str
    """`day-first`, `month-first`, `year-first`, or `none`."""

    padded: bool
    """Whether the third of May is 03/05."""

    months: Mapping[int, frozenset[str]]
    """The words that stand in the dates of one month, and in none of another."""


def is_padded(weeks: Iterable[Week]) -> bool:
    """Whether any day or month is written with a zero before it."""
    return any(_PADDED.search(week.date_at.text) for week in weeks)


def month_names(weeks: Iterable[Week]) -> dict[int, frozenset[str]]:
    """By month, the words that the page writes in its dates alone."""
    words: dict[int, set[str]] = defaultdict(set)
    months: dict[str, set[int]] = defaultdict(set)
    for week in weeks:
        for word in _WORD.findall(week.date_at.text):
            words[week.date.month].add(word)
            months[word].add(week.date.month)
    return {
        month: frozenset(word for word in here if len(months[word]) == 1)
        for month, here in words.items()
    }


def shows_year(week: Week) -> bool:
    """Whether the year is written in the cell."""
    numbers = [int(number) for number in _NUMBER.findall(week.date_at.text)]
    return week.date.year in numbers or len(numbers) == 3  # noqa: PLR2004 (day, month and year)


def rewritten(week: Week, date: dt.date, handwriting: Handwriting) -> str | None:
    """The row's date text, changed to say another date; ``None`` where that is not certain."""
    texts = set(_rewritings(week.date_at.text, week.date, date, handwriting))
    return texts.pop() if len(texts) == 1 else None


def _rewritings(text: str, old: dt.date, new: dt.date, handwriting: Handwriting) -> Iterator[str]:
    """The text under every way to tell which of its numbers is the day, the month, the year."""
    numbers = [] if _FIRST.search(text) else list(_NUMBER.finditer(text))
    for kinds in _ROLES.get(len(numbers), ()):
        for order in permutations(kinds):
            roles = dict(zip(order, numbers, strict=True))
            if not _agree(roles, old) or not _in_order(order, handwriting.order):
                continue
            written = _numbered(text, roles, new, handwriting)
            named = written if "month" in roles else _named(written, old, new, handwriting)
            if named is not None:
                yield named


def _agree(roles: dict[str, re.Match[str]], date: dt.date) -> bool:
    """Whether the numbers say the date when they are read so."""
    return all(
        int(number[0]) == _value(kind, date, len(number[0])) for kind, number in roles.items()
    )


def _value(kind: str, date: dt.date, length: int) -> int:
    if kind == "year":
        return date.year if length == _LONG_YEAR else date.year % 100
    return date.day if kind == "day" else date.month


def _in_order(kinds: Sequence[str], order: str) -> bool:
    """Whether day and month stand as the page has them; the year is never between them."""
    if "month" not in kinds:
        return True
    if len(kinds) == 3 and kinds[1] == "year":  # noqa: PLR2004 (day, month and year)
        return False
    day_first = kinds.index("day") < kinds.index("month")
    # Where the forms leave no choice, a year in front is followed by the month.
    if order == "none":
        return not (day_first and kinds[0] == "year")
    return day_first == (order == "day-first")


def _numbered(
    text: str, roles: dict[str, re.Match[str]], date: dt.date, handwriting: Handwriting
) -> str:
    """The text with its numbers replaced, the last one first so that places stay true."""
    for kind, number in sorted(roles.items(), key=lambda role: -role[1].start()):
        digits = _digits(number[0], _value(kind, date, len(number[0])), handwriting)
        text = text[: number.start()] + digits + text[number.end() :]
    return _ORDINAL.sub(lambda match: match[1] + _ending(int(match[1])), text)


def _ending(number: int) -> str:
    """`st`, `nd`, `rd` or `th`."""
    teen = number // 10 % 10 == 1
    return "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _digits(old: str, value: int, handwriting: Handwriting) -> str:
    """A number in the digits, and padded like the one, that it replaces."""
    if int(old) == value:
        return old
    zero = ord(old[0]) - int(old[0])
    padded = len(old) == 2 and (old[0] == chr(zero) or handwriting.padded)  # noqa: PLR2004 (two digits)
    new = str(value).zfill(2 if padded else 1)
    return "".join(chr(zero + int(digit)) for digit in new)


def _named(text: str, old: dt.date, new: dt.date, handwriting: Handwriting) -> str | None:
    """The text with the month's name replaced by the one that another row writes."""
    if old.month == new.month:
        return text
    before, after = handwriting.months.get(old.month, ()), handwriting.months.get(new.month, ())
    here = [word for word in _WORD.findall(text) if word in before]
    if len(here) != 1 or len(after) != 1:
        return None
    return re.sub(rf"\b{re.escape(here[0])}\b", next(iter(after)), text, count=1)
