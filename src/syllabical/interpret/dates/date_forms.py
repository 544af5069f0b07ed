"""The dates that one text may say, nothing decided yet."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from syllabical.interpret.dates import hours_of_day
from syllabical.interpret.dates.date_points import Point, points
from syllabical.interpret.dates.date_shapes import BARE_HOURS, Place, places
from syllabical.interpret.dates.date_tokens import Token
from syllabical.interpret.dates.date_words import words
from syllabical.interpret.dates.hours_of_day import Stretch
from syllabical.interpret.dates.month_names import ENGLISH, Names

MANY = 50
"""A text of more dates than this is no row's, and its hours are nobody's."""

WEAK = frozenset(["day", "day-range", "weekday", "month"])
"""Forms that are a date only beside others."""


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


_JOINED = re.compile(r"\.?\)? ?,?(?:[-n]|r|--) ?f? ?\(?$")


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
    hours = hours_of_day.stretches(shape, tokens, free) or _bare(shape, tokens, free)
    for mention, after in zip(found, [*found[1:], None], strict=True):
        until = after.start if after else len(tokens) + tokens[-1].end
        own = next((each for each in hours if mention.end <= each.start < until), None)
        if own is None and hours:
            own = hours[0] if len(hours) == 1 or hours[0].end <= mention.start else None
        yield _with_hours(mention, own, until) if own else mention


def _bare(shape: str, tokens: Sequence[Token], free: Sequence[bool]) -> list[Stretch]:
    found = [
        hours_of_day.bare(tokens[match.start("from")], tokens[match.start("to")])
        for match in BARE_HOURS.finditer(shape)
        if free[match.start("from")]
    ]
    return [stretch for stretch in found if stretch]


def _with_hours(mention: Mention, hours: Stretch, until: int) -> Mention:
    first, last = mention.outer
    if hours.start < until:
        first, last = min(first, hours.start), max(last, hours.end)
    return replace(mention, starts=hours.starts, ends=hours.ends, outer=(first, last))
