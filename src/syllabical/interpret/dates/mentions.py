"""The dates that one text may say, nothing decided yet."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from syllabical.interpret.dates.grammar import BARE_HOURS, Place, places
from syllabical.interpret.dates.hours import Stretch, bare, stretches
from syllabical.interpret.dates.tokens import Token, words
from syllabical.languages.names import ENGLISH, Names

MANY = 50
"""A text of more dates than this is no row's, and its hours are nobody's."""

WEAK = frozenset(["day", "day-range", "weekday", "month"])
"""Forms that are a date only beside others."""


_JOINED = re.compile(r"\.?\)? ?,?(?:[-n]|r|--) ?f? ?\(?$")
Triple = tuple[int | None, int | None, int | None]
"""Year, month and day, ``None`` for what is not written."""


class Point(NamedTuple):
    """A day as it is written: what is known of it, and numbers whose order is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    parts: tuple[int, ...] = ()

    def under(self, order: str) -> Triple:
        """Year, month and day under an order of the numbers."""
        parts = self.parts
        if not parts:
            return self.year, self.month, self.day
        first, second, *rest = parts
        if not rest:
            month, day = (second, first) if order == "day-first" else (first, second)
            return self.year, month, day
        third = rest[0]
        if order == "year-first":
            return century(first), second, third
        month, day = (second, first) if order == "day-first" else (first, second)
        return century(third), month, day


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date that a text writes, or a stretch of days."""

    point: Point
    until: Point | None = None
    weekday: int | None = None
    form: str
    """The name of its shape, as in `pair`."""

    separator: str = ""
    starts: dt.time | None = None
    ends: dt.time | None = None
    start: int
    end: int
    outer: tuple[int, int]
    """Where it begins and ends with its weekday and hours."""


def read(text: str, known: Names = ENGLISH) -> tuple[Mention, ...]:
    """The dates of a text, in the order in which they stand there."""
    shape, tokens = words(text, known)
    found = [mention for place in places(shape) for mention in _mentions(place, tokens)]
    if len(found) > 1:
        found = _stretches(found, shape, tokens)
    if 0 < len(found) < MANY and ("h" in shape or BARE_HOURS.search(shape)):
        return tuple(_timed(found, shape, tokens))
    return tuple(found)


def _mentions(place: Place, tokens: Sequence[Token]) -> Iterator[Mention]:
    outer = tokens[place.outer[0]].start, tokens[place.outer[1] - 1].end
    weekday = tokens[place.weekday].weekday if place.weekday is not None else -1
    several = len(place.days) > 1
    for number, (point, until) in enumerate(points(place, tokens)):
        own = tokens[place.days[number]] if several else None
        yield Mention(
            point=point,
            until=until,
            weekday=None if weekday < 0 or number else weekday,
            form=place.form,
            separator=tokens[place.parts["s"]].text if "s" in place.parts else "",
            start=own.start if own and number else tokens[place.first].start,
            end=own.end if own else tokens[place.last].end,
            outer=outer,
        )


def _stretches(found: list[Mention], shape: str, tokens: Sequence[Token]) -> list[Mention]:
    """Two dates joined by a dash or a word like `to` as one stretch of days."""
    ends = {token.end: at for at, token in enumerate(tokens)}
    starts = {token.start: at for at, token in enumerate(tokens)}
    joined = [found[0]]
    for mention in found[1:]:
        before = joined[-1]
        between = shape[ends[before.outer[1]] + 1 : starts[mention.outer[0]]]
        if before.until is None and mention.until is None and _JOINED.fullmatch(between):
            reach = before.outer[0], mention.outer[1]
            joined[-1] = replace(before, until=mention.point, end=mention.end, outer=reach)
        else:
            joined.append(mention)
    return joined


def _timed(found: list[Mention], shape: str, tokens: Sequence[Token]) -> Iterator[Mention]:
    """The dates with the hours that follow them; a lone stretch of hours is everybody's."""
    free = [not any(m.start <= token.start < m.end for m in found) for token in tokens]
    hours = stretches(shape, tokens, free) or _bare(shape, tokens, free)
    for mention, after in zip(found, [*found[1:], None], strict=True):
        until = after.start if after else len(tokens) + tokens[-1].end
        own = next((each for each in hours if mention.end <= each.start < until), None)
        if own is None and hours:
            own = hours[0] if len(hours) == 1 or hours[0].end <= mention.start else None
        yield _with_hours(mention, own, until) if own else mention


def _bare(shape: str, tokens: Sequence[Token], free: Sequence[bool]) -> list[Stretch]:
    found = [
        bare(tokens[match.start("from")], tokens[match.start("to")])
        for match in BARE_HOURS.finditer(shape)
        if free[match.start("from")]
    ]
    return [stretch for stretch in found if stretch]


def _with_hours(mention: Mention, hours: Stretch, until: int) -> Mention:
    first, last = mention.outer
    if hours.start < until:
        first, last = min(first, hours.start), max(last, hours.end)
    return replace(mention, starts=hours.starts, ends=hours.ends, outer=(first, last))


def century(year: int) -> int:
    """A year of two digits as strptime reads it; any other as it is."""
    return year + (2000 if year < 69 else 1900 if year < 100 else 0)  # noqa: PLR2004 (POSIX)


def points(place: Place, tokens: Sequence[Token]) -> list[tuple[Point, Point | None]]:
    """The days that stand at a place, each with the last of its stretch."""
    value = {key: tokens[at].value for key, at in place.parts.items()}
    if "z" in value:
        number = value["z"]
        return [(Point(number // 10000, number // 100 % 100, number % 100), None)]
    year = century(value["y"]) if "y" in value else None
    if "a" in value:
        return [_open(value, year)]
    month = value.get("m")
    if place.days:
        return [(Point(year, month, tokens[at].value), None) for at in place.days]
    first = Point(year, month, value.get("n"))
    return [(first, Point(year, value.get("m2", month), value["n2"]) if "n2" in value else None)]


def _open(value: dict[str, int], year: int | None) -> tuple[Point, Point | None]:
    one, two = value["a"], value["b"]
    if "c" in value:
        return Point(parts=(one, two, value["c"])), None
    if "a2" in value or "b2" in value:
        return Point(year, parts=(one, two)), Point(
            year, parts=(value.get("a2", one), value.get("b2", two))
        )
    return Point(year, parts=(one, two)), None
