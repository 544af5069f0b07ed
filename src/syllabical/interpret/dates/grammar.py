"""The shapes of dates, over the one letter that stands for each word, number and mark.

`d` a number up to 31, `v` another of two digits, `y` a year, `q` a year as in `'25`, `z` eight
digits, `M` a month, `W` a weekday, `B` a word that names both, `Y` `O` `D` year, month and day as
in 年月日, `o` an ordinal's ending, `r` a word like `to`, `n` a dash, `u` a word like `and`, `f` one
like `of`, `h` an hour, `a` any other word, `x` any other number.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

WEEKDAYS = frozenset(["w", "w2", "w3"])

_WEEKDAY = r"(?:(?P<w>[WB])[.?]?\)?[,:]?[ (]?f? ?)?"
_WEEKDAY_AFTER = (
    r"(?:(?(w)(?!)|(?:\.?[, ]{0,2}(?:\((?P<w2>[WB])\.?\)|(?P<w3>[WB])\.?(?! ?[dyv])))))?"
)
_YEAR = r"(?:\.?(?:[, /-]{0,2}|,? ?f ?)(?P<y>[yq]))?"
_END = r"o?\.?"
_TO = r" ?[-nr] ?"
_AND = r" ?(?:[,u/;]|, ?u) ?"
_MONTH = r"(?P<m>M|B(?!\.?[, ]{0,2}d ?[/.] ?d))\.?"
_OF_MONTH = rf"(?:f ?)?{_MONTH}"
_NO_DAY = r"(?:(?<=y|q)|(?! ?d))"
_OWN_HOURS = r" ?(?:[MB]|f ?[MB])|[-n]?h| ?nh"

_FORMS = {
    "cjk": r"(?:(?P<y>[ydv]) ?Y ?)?(?P<m>d) ?O ?(?P<n>d)(?! ?O)(?: ?(?P<e>D))?"
    rf"(?:\(?(?P<w>[WB])\)?)?(?:{_TO}(?:(?P<m2>d) ?O ?)?(?P<n2>d)(?: ?(?P<e2>D))?)?",
    "iso": rf"{_WEEKDAY}(?P<y>y) ?(?P<s>[-/.]) ?(?P<m>d) ?(?P=s) ?(?P<n>d)(?![-/.]?[dyvx])"
    r"(?:\.(?!d))?(?:[ -]?[-n] ?(?P<n2>d)(?![-/.:]))?",
    "numeric": rf"{_WEEKDAY}(?P<a>d|v) ?(?P<s>[-/.])(?P<blank> ?)(?P<b>d) ?(?P=s)"
    r"(?: ?(?P<y>[yq])|(?P=blank)(?P<c>[vd]))(?!(?P=s)d)",
    "spans": rf"{_WEEKDAY}(?<!a )(?P<a>d)\.?{_TO}(?P<a2>d)(?P<s>[./]) ?(?P<b>d)"
    r"(?:(?P=s) ?(?P<y>[yvq])|\.)?(?![./]?d)",
    "blanks": rf"{_WEEKDAY}(?P<a>d) (?P<b>d) (?P<y>y)",
    "year-month-day": rf"{_WEEKDAY}(?P<y>y)[. -]{{0,2}}{_MONTH}[ -]?(?P<n>d){_END}"
    rf"(?:{_TO}(?P<n2>d){_END}(?!:))?",
    "year-day-month": rf"{_WEEKDAY}(?P<y>y)[. ]{{1,2}}(?:f\.? )?(?P<n>d){_END} ?{_MONTH}",
    "day-range-month": rf"{_WEEKDAY}(?<!a )(?P<n>d){_END}{_TO}(?P<n2>d){_END} ?"
    rf"{_OF_MONTH}{_YEAR}{_NO_DAY}",
    "day-list-month": rf"{_WEEKDAY}(?<!a )(?P<list>d{_END}(?:{_AND}d{_END})+) ?"
    rf"{_OF_MONTH}{_YEAR}{_NO_DAY}",
    "day-month-short-year": rf"{_WEEKDAY}(?<!a )(?P<n>d){_END}(?P<s>[- /.]?){_OF_MONTH}(?P=s)"
    rf"(?P<y>[vd])(?!{_END}{_TO}d|{_END}{_AND}d|{_END}{_OWN_HOURS})",
    "month-day-range": rf"{_WEEKDAY}{_MONTH}[ /-]?(?P<n>d){_END}{_TO}(?P<n2>d){_END}"
    rf"(?! ?(?:f ?)?[MB]| ?[/:]|h)(?!-?nh){_YEAR}",
    "month-day-list": rf"{_WEEKDAY}{_MONTH} ?(?P<list>d{_END}(?:(?:/d)+(?![/.]?d)|"
    rf"(?:{_AND}d{_END}(?!\.?[/.-]| ?(?:f ?)?[MB]| ?[:nh-] ?h| ?h))+)){_YEAR}",
    "day-month": rf"{_WEEKDAY}(?<!a )(?P<n>d){_END}[ ,/-]?{_OF_MONTH}{_YEAR}",
    "label-day-month": rf"{_WEEKDAY}(?P<n>d){_END}[ ,/-]?{_OF_MONTH}"
    rf"(?! ?d{_END}(?! ?[MB/.-])){_YEAR}",
    "month-day": rf"{_WEEKDAY}{_MONTH}[ ,/-]{{0,2}}(?:f ?)?(?P<n>d){_END}{_YEAR}",
    "pair-range": rf"{_WEEKDAY}(?P<a>d)(?P<s>/)(?P<b>d){_TO}(?P<b2>d)"
    r"(?![/.:]|\.?d|[-n]?h| ?nh)",
    "pair": rf"{_WEEKDAY}(?P<a>d)(?! -|- ) ?(?P<s>[/.-]) ?(?P<b>d)(?!(?P=s)[dyvx])(?:\.(?!d))?",
    "compact": rf"{_WEEKDAY}(?P<z>z)",
}
_ALONE = {
    "day": rf" ?{_WEEKDAY}(?:f )?(?P<n>d){_END} ?{_WEEKDAY_AFTER} ?$",
    "day-range": rf" ?{_WEEKDAY}(?P<n>d){_END}{_TO}(?P<n2>d){_END} ?{_WEEKDAY_AFTER} ?$",
    "weekday": r" ?\(?(?P<w>[WB])\.?[,:)]? ?$",
    "month": rf" ?{_MONTH}{_YEAR} ?$",
}


BARE_HOURS = re.compile(r"\.?[ ,(@]{1,3}(?P<from>d) ?[-n] ?(?P<to>d)(?![./-]?[dyvx]| ?[MBOh])")


class Place(NamedTuple):
    """A date in the shape of a text: its form, and which token is which part of it."""

    form: str
    parts: dict[str, int]
    """`n` day, `m` month, `y` year; `a` `b` `c` numbers whose order is open; `2`: of the end."""

    days: tuple[int, ...]
    """Several days of one month, as in `Sep 2 & 4`."""

    weekday: int | None
    first: int
    last: int
    """The first and the last token of the date itself."""

    outer: tuple[int, int]
    """Its first token, and the one after its last, with the weekday."""


@lru_cache(maxsize=4096)
def places(shape: str) -> tuple[Place, ...]:
    """The dates in the shape of a text, from left to right."""
    found = []
    at = 0
    while at < len(shape):
        place = _place(shape, at) if shape[at] in "dvyzWBM" else None
        if place:
            found.append(place)
            at = _past_hours(shape, place.outer[1])
        else:
            at += 1
    return tuple(found) or _whole(shape)


def _past_hours(shape: str, at: int) -> int:
    """Past bare hours after a date, as in `9/2 10-12`."""
    hours = BARE_HOURS.match(shape, at)
    return hours.end() if hours else at


def _place(shape: str, at: int) -> Place | None:
    if shape[at] in "dv" and re.search(r"[dyvx][./]$|x$", shape[max(0, at - 2) : at]):
        return None
    named = "M" in shape or "B" in shape
    for name in _FORMS:
        if ("month" not in name or named) and (match := _form(name).match(shape, at)):
            return _made(name, match)
    return None


@cache
def _form(name: str) -> re.Pattern[str]:
    """Compiled when it is first needed: most pages need only a few."""
    return re.compile(_ALONE.get(name) or _FORMS[name] + _WEEKDAY_AFTER)


def _whole(shape: str) -> tuple[Place, ...]:
    bare = shape.partition("h")[0].rstrip(" (@,n-")
    for name in _ALONE:
        if match := _form(name).match(bare):
            return (_made(name, match),)
    return ()


def _made(name: str, match: re.Match[str]) -> Place:
    parts = {key: match.start(key) for key, value in match.groupdict().items() if value}
    weekday = next((parts.pop(key) for key in sorted(WEEKDAYS) if key in parts), None)
    start, end = match.span("list") if "list" in parts else (0, 0)
    days = tuple(at for at in range(start, end) if match.string[at] == "d")
    for shared in ("list", "blank"):
        parts.pop(shared, None)
    own = [*parts.values(), *days] or [weekday or 0]
    if re.search("[WB][.]? ?[/u,n-] ?$", match.string[: match.start()][-5:]):
        weekday = None
    last = max(own)
    if match.string[last + 1 : last + 2] == "o":
        last += 1
    return Place(name, parts, days, weekday, min(own), last, match.span())
