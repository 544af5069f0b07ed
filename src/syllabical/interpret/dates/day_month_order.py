"""The order of day and month: the one under which all rows make sense."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from syllabical.interpret.dates.mentions import Mention
from syllabical.interpret.dates.settle import settled
from syllabical.model.syllabus import Certainty

ORDERS = ("day-first", "month-first", "year-first")
ENOUGH = 400


@dataclass(frozen=True, slots=True)
class OrderFound:
    """An order, how sure it is, and why; no certainty where nothing decides."""

    order: str
    certainty: Certainty | None
    why: str


def found(
    mentions: Sequence[Mention],
    given: str | None,
    year: Callable[[str], int],
    hint: str | None,
) -> OrderFound:
    """The order of the numbers of a column."""
    numeric = [mention for mention in mentions if mention.point.parts]
    if not numeric:
        return OrderFound("none", Certainty.GIVEN, "months and days cannot be confused")
    if given:
        return OrderFound(given, Certainty.GIVEN, "said in `dates:`")
    orders = [order for order in ORDERS if _possible(numeric, order)]
    missing = {order: _missing(numeric, order) for order in orders}
    fewest = min(missing.values())
    left = [order for order in orders if missing[order] == fewest]
    if len(left) == 1:
        return OrderFound(left[0], Certainty.PROVED, "only so does every date exist")
    costs = {order: cost(_sample(mentions), order, year(order)) for order in left}
    best, second = sorted(left, key=costs.__getitem__)[:2]
    return _decided(best, second, costs, numeric, hint)


def _decided(
    best: str, second: str, costs: dict[str, float], numeric: Sequence[Mention], hint: str | None
) -> OrderFound:
    gain = costs[second] - costs[best]
    if gain >= 3 and costs[best] <= costs[second] / 2:  # noqa: PLR2004 (two bad steps of the other)
        return OrderFound(best, Certainty.PROVED, "only so do the dates rise week by week")
    if all(_same(mention, best, second) for mention in numeric):
        return OrderFound(best, Certainty.PROVED, "both orders give the same days")
    if gain >= 1:
        return OrderFound(best, Certainty.GUESSED, "so the dates rise more evenly")
    if all("." in mention.separator for mention in numeric) and "day-first" in (best, second):
        return OrderFound("day-first", Certainty.GUESSED, "dates with dots begin with the day")
    if hint in (best, second):
        return OrderFound(str(hint), Certainty.GUESSED, "the page's language writes them so")
    return OrderFound(best, None, "both orders make sense of every row")


def _same(mention: Mention, one: str, other: str) -> bool:
    return mention.point.under(one) == mention.point.under(other)


def _sample(mentions: Sequence[Mention]) -> Sequence[Mention]:
    if len(mentions) <= 2 * ENOUGH:
        return mentions
    return [*mentions[:ENOUGH], *mentions[-ENOUGH:]]


def _possible(numeric: Sequence[Mention], order: str) -> bool:
    if order != "year-first":
        return True
    return all(len(mention.point.parts) == 3 for mention in numeric)  # noqa: PLR2004 (year, month, day)


def _missing(numeric: Sequence[Mention], order: str) -> int:
    count = 0
    for mention in numeric:
        _, month, number = mention.point.under(order)
        count += not (month and number and 1 <= month <= 12 and 1 <= number <= 31)  # noqa: PLR2004 (the calendar)
    return count


def cost(mentions: Sequence[Mention], order: str, year: int) -> float:
    """How little sense a column makes: steps back, long steps, weekdays out of the rhythm."""
    dates = days(mentions, order, year)
    total = 0.0
    for mention, date in zip(mentions, dates, strict=True):
        if date is None:
            total += 4
        elif mention.weekday is not None:
            total += 3 * (mention.weekday != date.weekday())
    there = [date for date in dates if date]
    return total + _steps(there) + _spread(there)


def days(mentions: Sequence[Mention], order: str, year: int) -> list[dt.date | None]:
    """The day of each date; a weekday alone is the next such day from the date above."""
    dates = settled([mention.point for mention in mentions], order, year)
    for at, mention in enumerate(mentions):
        date = dates[at]
        if mention.form == "weekday" and mention.weekday is not None and date:
            dates[at] = date + dt.timedelta((mention.weekday - date.weekday()) % 7)
    return dates


def _steps(days: Sequence[dt.date]) -> float:
    steps = [(later - earlier).days for earlier, later in pairwise(days)]
    if sum(step < 0 for step in steps) > len(steps) / 2:
        steps = [-step for step in steps]
    return sum(_step(step) for step in steps)


def _step(step: int) -> float:
    if step < 0:
        return 3
    return 0 if step <= 16 else 0.5 if step <= 30 else 1.5 if step <= 60 else 3  # noqa: PLR2004 (two weeks, one and two months)


def _spread(days: Sequence[dt.date]) -> float:
    """How many days stand outside the two or three weekdays on which a course meets."""
    usual = sorted(Counter(day.weekday() for day in days).values(), reverse=True)
    years = {day.year for day in days}
    return (
        0.5 * sum(usual[2:])
        + 0.25 * sum(usual[1:2])
        + 4 * max(0, max(years, default=0) - min(years, default=0) - 1)
    )
