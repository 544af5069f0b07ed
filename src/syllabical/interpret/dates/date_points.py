"""Days as they are written, before anything is decided about them."""

from collections.abc import Sequence
from typing import NamedTuple

from syllabical.interpret.dates.date_shapes import Place
from syllabical.interpret.dates.date_tokens import Token

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
