"""The forms in which course pages write dates: what one text may say, nothing decided yet."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from syllabical.interpret import hours_of_day
from syllabical.interpret.date_words import Token, words
from syllabical.interpret.month_names import ENGLISH, Names

Order = str
Triple = tuple[int | None, int | None, int | None]


class Point(NamedTuple):
    """A day as it is written: what is known of it, and numbers whose order is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    parts: tuple[int, ...] = ()

    def under(self, order: Order) -> Triple:
        """Year, month and day under an order; ``None`` for what is not written."""
        match order, self.parts:
            case _, ():
                return self.year, self.month, self.day
            case "day-first", (day, month):
                return self.year, month, day
            case _, (month, day):
                return self.year, month, day
            case "day-first", (day, month, year):
                return _century(year), month, day
            case "month-first", (month, day, year):
                return _century(year), month, day
            case _, (year, month, day):
                return _century(year), month, day
            case _:
                return None, None, None


def _century(year: int) -> int:
    return year + (2000 if year < 70 else 1900 if year < 100 else 0)  # noqa: PLR2004 (as in strptime)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date that a text writes, or a stretch of days."""

    point: Point
    until: Point | None = None
    weekday: int | None = None
    form: str
    """The name of its form: `numeric`, `pair`, `named`, `iso`, `day`, `weekday`."""

    separator: str = ""
    starts: dt.time | None = None
    ends: dt.time | None = None
    start: int
    end: int
    outer: tuple[int, int]
    """Where it begins and ends with its weekday and hours."""


_W = r"(?:(?P<w>[WB])\.?[,:]?[ (]?f? ?)?"
_X = r"(?:(?(w)(?!)|\.?[, ]{0,2}(?:\((?P<x>[WB])\.?\)|(?P<x2>[WB])\.?(?! ?[dyv]))))?"
_YEAR = r"(?:\.?(?:[, /-]{0,2}|,? ?f ?)(?P<y>[yq]))?"
_O = r"o?\.?"
_TO = r" ?[-nr] ?"
_OR = r" ?(?:[,u/;]|, ?u) ?"
_M = r"(?P<m>[MB])\.?"

_FORMS = tuple(
    (name, re.compile(form))
    for name, form in (
        ("cjk", rf"(?:(?P<y>[yd]) ?Y ?)?(?P<d>d) ?O(?: ?(?P<d1>d)(?![ ]?O)(?: ?(?P<e>D))?)"
                rf"(?:\(?(?P<w>[WB])\)?)?(?:{_TO}(?:(?P<m2>d) ?O ?)?(?P<d2>d)(?: ?(?P<e2>D))?)?{_X}"),
        ("iso", rf"{_W}(?P<y>y) ?(?P<s>[-/.]) ?(?P<d>d) ?(?P=s) ?(?P<d1>d)(?![-/.]?[dyvx])(?:\.(?!d))?"
                rf"(?:[ -]?[-n] ?(?P<d2>d)(?![-/.:]))?{_X}"),
        ("numeric", rf"{_W}(?P<d>d|v) ?(?P<s>[-/.]) ?(?P<d1>d) ?(?P=s) ?(?P<d2>[yvdq])(?!(?P=s)d){_X}"),
        ("spans", rf"{_W}(?P<d>d)\.?{_TO}(?P<d1>d)(?P<s>[./])(?P<d2>d)(?:(?P=s) ?(?P<y>[yvq])|\.)?(?![./]?d){_X}"),
        ("blanks", rf"{_W}(?P<d>d) (?P<d1>d) (?P<y>y){_X}"),
        ("ymd", rf"{_W}(?P<y>y)[. -]{{0,2}}{_M}[ -]?(?P<d>d){_O}(?:{_TO}(?P<d2>d){_O}(?!:))?{_X}"),
        ("dm-range", rf"{_W}(?P<d>d){_O}{_TO}(?P<d2>d){_O} ?(?:f ?)?{_M}{_YEAR}(?:(?<=y|q)|(?! ?d)){_X}"),
        ("dm-list", rf"{_W}(?P<list>d{_O}(?:{_OR}d{_O})+) ?(?:f ?)?{_M}{_YEAR}(?:(?<=y|q)|(?! ?d)){_X}"),
        ("dmy", rf"{_W}(?<!a )(?P<d>d){_O}(?P<s>[- /])(?:f ?)?{_M}(?P=s)(?P<y>[vd])(?!{_O}{_TO}d|{_O}{_OR}d|{_O} ?(?:f ?)?[MB]|n?h| ?nh|-h){_X}"),
        ("md-range", rf"{_W}{_M}[ /-]?(?P<d>d){_O}{_TO}(?P<d2>d){_O}(?! ?(?:f ?)?[MB]| ?[/:]|h)(?!-?nh){_YEAR}{_X}"),
        ("md-list", rf"{_W}{_M}[ ]?(?P<list>d{_O}(?:{_OR}d{_O}(?!\.?[/.-]| ?(?:f ?)?[MB]| ?[:nh-] ?h| ?h))+){_YEAR}{_X}"),
        ("dm", rf"{_W}(?<!a )(?P<d>d){_O}[ ,/-]?(?:f ?)?{_M}{_YEAR}{_X}"),
        ("dm", rf"{_W}(?P<d>d){_O}[ ,/-]?(?:f ?)?{_M}(?! ?d{_O}(?! ?[MB/.-])){_YEAR}{_X}"),
        ("md", rf"{_W}{_M}[ ,/-]{{0,2}}(?:f ?)?(?P<d>d){_O}{_YEAR}{_X}"),
        ("pair-range", rf"{_W}(?P<d>d)(?P<s>[/])(?P<d1>d){_TO}(?P<d2>d)(?![/.:]|\.?d|[-n]?h| ?nh){_X}"),
        ("pair", rf"{_W}(?P<d>d) ?(?P<s>[/.-]) ?(?P<d1>d)(?!(?P=s)[dyvx])(?:(?<=d)\.)?{_X}"),
        ("compact", r"(?P<z>z)"),
    )
)  # fmt: skip
_ALONE = tuple(
    (name, re.compile(form))
    for name, form in (
        ("day", rf" ?{_W}(?:f )?(?P<d>d){_O} ?{_X} ?$"),
        ("day-range", rf" ?{_W}(?P<d>d){_O}{_TO}(?P<d2>d){_O} ?{_X} ?$"),
        ("weekday", r" ?[(]?(?P<w>[WB])\.?[,:)]? ?$"),
        ("month", rf" ?{_M}{_YEAR} ?$"),
    )
)


class Place(NamedTuple):
    """A date in the shape of a text: its form, and which token is which part of it."""

    form: str
    parts: dict[str, int]
    days: tuple[int, ...]
    first: int
    last: int


def read(text: str, known: Names = ENGLISH) -> tuple[Mention, ...]:
    """The dates of a text, in the order in which they stand there."""
    shape, tokens = words(text, known)
    places = _places(shape)
    if not places:
        return ()
    found = [mention for place in places for mention in _mentions(place, tokens)]
    found = _stretches(found, shape, tokens)
    if "h" in shape:
        return tuple(_with_hours(found, shape, tokens))
    return tuple(found)


@lru_cache(maxsize=4096)
def _places(shape: str) -> tuple[Place, ...]:
    places = []
    at = 0
    while at < len(shape):
        place = _place(shape, at) if shape[at] in "dvyzWBM" else None
        if place:
            places.append(place)
        at = place.last if place else at + 1
    bare = (
        shape.split("h", maxsplit=1)[0].rstrip(" (@,n-") if "h" in shape and not places else shape
    )
    if not places:
        for name, form in _ALONE:
            if match := form.match(bare):
                return (_made(name, match),)
    return tuple(places)


def _place(shape: str, at: int) -> Place | None:
    if shape[at] in "dv" and at and shape[at - 1] in "./x" and at > 1 and shape[at - 2] in "dyvx":
        return None
    for name, form in _FORMS:
        if match := form.match(shape, at):
            return _made(name, match)
    return None


def _made(name: str, match: re.Match[str]) -> Place:
    parts = {key: match.start(key) for key, value in match.groupdict().items() if value}
    days: tuple[int, ...] = ()
    if "list" in parts:
        start, end = match.span("list")
        days = tuple(at for at in range(start, end) if match.string[at] == "d")
    return Place(name, parts, days, match.start(), match.end())


def _mentions(place: Place, tokens: list[Token]) -> list[Mention]:
    points = _points(place, tokens)
    if not points:
        return []
    parts = place.parts
    inner = [at for key, at in parts.items() if key not in {"w", "x", "x2"}] or [parts["w"]]
    stretch = "d2" in parts and place.form not in {"numeric"}
    weekday = parts.get("w", parts.get("x", parts.get("x2")))
    first, last = min(inner), max([*inner, *place.days])
    start, end = tokens[first].start, tokens[last].end
    outer = tokens[place.first].start, tokens[place.last - 1].end
    separator = tokens[parts["s"]].text if "s" in parts else ""
    if stretch:
        groups = [(points[0], points[1], start, end)]
    elif place.days:
        groups = [
            (point, None, start if not number else tokens[at].start, tokens[at].end)
            for number, (point, at) in enumerate(zip(points, place.days, strict=True))
        ]
    else:
        groups = [(points[0], None, start, end)]
    return [
        Mention(
            point=point,
            until=until,
            weekday=None
            if weekday is None or tokens[weekday].weekday < 0
            else tokens[weekday].weekday,
            form=place.form,
            separator=separator,
            start=start,
            end=end,
            outer=outer,
        )
        for point, until, start, end in groups
    ]


def _points(place: Place, tokens: list[Token]) -> list[Point]:
    value = {key: tokens[at].value for key, at in place.parts.items()}
    year, month = value.get("y"), value.get("m")
    match place.form:
        case "cjk":
            if year is not None and year < 100:  # noqa: PLR2004 (two digits)
                year += 2000
            first = Point(year, value["d"], value["d1"])
            second = Point(year, value.get("m2", value["d"]), value.get("d2"))
            return [first, second]
        case "iso":
            return [Point(year, value["d"], value["d1"]), Point(year, value["d"], value.get("d2"))]
        case "numeric":
            if value["d2"] >= 1000:  # noqa: PLR2004 (the year in four digits)
                return [Point(value["d2"], parts=(value["d"], value["d1"]))]
            return [Point(parts=(value["d"], value["d1"], value["d2"]))]
        case "spans":
            if year is not None and year < 100:  # noqa: PLR2004 (two digits)
                year += 2000
            other = value["d2"]
            return [Point(year, parts=(value["d"], other)), Point(year, parts=(value["d1"], other))]
        case "blanks":
            return [Point(year, parts=(value["d"], value["d1"]))]
        case "pair":
            return [Point(parts=(value["d"], value["d1"]))]
        case "pair-range":
            return [Point(parts=(value["d"], value["d1"])), Point(parts=(value["d"], value["d2"]))]
        case "compact":
            number = value["z"]
            return [Point(number // 10000, number // 100 % 100, number % 100)]
        case "weekday":
            return [Point()]
        case "month":
            return [Point(year, month)]
    if year is not None and year < 100:  # noqa: PLR2004 (two digits)
        year += 2000
    if place.days:
        return [Point(year, month, tokens[at].value) for at in place.days]
    return [Point(year, month, value["d"]), Point(year, month, value.get("d2"))]


_BETWEEN = re.compile(r"\.?[ ]?[,]?(?:[-n]|r|-[-]) ?f? ?\(?$")


def _stretches(found: list[Mention], shape: str, tokens: list[Token]) -> list[Mention]:
    """Two dates joined by a dash or `to` as one stretch of days."""
    if len(found) < 2:  # noqa: PLR2004 (nothing to join)
        return found
    ends = {token.end: at for at, token in enumerate(tokens)}
    starts = {token.start: at for at, token in enumerate(tokens)}
    joined = [found[0]]
    for mention in found[1:]:
        before = joined[-1]
        between = shape[ends[before.outer[1]] + 1 : starts[mention.outer[0]]]
        if before.until is None and mention.until is None and _BETWEEN.fullmatch(between):
            joined[-1] = replace(
                before, until=mention.point, end=mention.end,
                outer=(before.outer[0], mention.outer[1]),
            )  # fmt: skip
        else:
            joined.append(mention)
    return joined


def _with_hours(found: list[Mention], shape: str, tokens: list[Token]) -> list[Mention]:
    """The dates with the hours that follow them; one stretch of hours serves all."""
    free = [not any(m.start <= token.start < m.end for m in found) for token in tokens]
    hours = hours_of_day.stretches(shape, tokens, free)
    if not hours or not found:
        return found
    timed = []
    for number, mention in enumerate(found):
        after = (
            found[number + 1].start
            if number + 1 < len(found)
            else len(tokens[-1:]) and tokens[-1].end
        )
        own = [each for each in hours if mention.end <= each.start < after] or (
            hours if len(hours) == 1 else [each for each in hours if each.end <= mention.start][-1:]
        )
        if not own:
            timed.append(mention)
            continue
        first = own[0]
        reach = (
            mention.outer
            if len(found) > 1 and len(hours) == 1 and first.start > after
            else (
                min(mention.outer[0], first.start) if number == 0 else mention.outer[0],
                max(mention.outer[1], first.end)
                if first.start < after or number == len(found) - 1
                else mention.outer[1],
            )
        )
        timed.append(replace(mention, starts=first.starts, ends=first.ends, outer=reach))
    return timed
