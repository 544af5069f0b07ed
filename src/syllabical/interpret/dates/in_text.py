"""Dates inside other cells, under what the column of dates has settled: `due 9/20 at 5pm`."""

import datetime as dt
import re

from syllabical.interpret.dates import mentions
from syllabical.interpret.dates.mentions import Mention
from syllabical.interpret.dates.settle import dated, day
from syllabical.interpret.dates.types import Dated, Known
from syllabical.languages import one_of
from syllabical.languages.names import ENGLISH, names
from syllabical.source import Span

BEFORE, SOON, AFTER = 21, 60, 150
"""Days from the row's date in which two bare numbers may lie: before, after, and if introduced."""
NEAR = 40
"""How many characters around a date say what it is."""

_SURE = frozenset(["iso", "numeric", "compact", "cjk", "blanks"])
_NO_DATE = re.compile(rf"(?:\b{one_of('dates', 'before numbers')}\.?|[§#=×*^&])\s*$", re.IGNORECASE)
"""What stands before numbers that are no date: `Ch. 5.3`."""

_COUNTED = re.compile(rf"\s*(?:{one_of('dates', 'after numbers')}\b|%)", re.IGNORECASE)
"""What stands after a fraction: `1/2 of the points`."""

_CUE = re.compile(rf"(?:\b{one_of('dates', 'cues')}\b[: ]*|[@(]\s*)$", re.IGNORECASE)
"""What stands before a date: `due 20.9`."""


def within(text: str, at: Span, known: Known) -> tuple[Dated, ...]:
    """The dates that another cell's text writes; `at` is where the text stands."""
    if not any(character.isdigit() for character in text):
        return ()
    foreign = known.language and known.language != "en"
    found = mentions.read(text, names(known.language) if foreign and known.language else ENGLISH)
    days = [(mention, _day(text, mention, known)) for mention in found]
    return tuple(dated(text, at, mention, day, known.order) for mention, day in days if day)


def one(text: str, at: Span, known: Known) -> Dated | None:
    """The first of them."""
    return next(iter(within(text, at, known)), None)


def _day(text: str, mention: Mention, known: Known) -> dt.date | None:
    before = text[max(0, mention.start - NEAR) : mention.start]
    if mention.form in mentions.WEAK or _NO_DATE.search(before):
        return None
    year, month, number = mention.point.under(known.order)
    if year:
        return day(year, month, number)
    nearest = _nearest(month, number, known)
    if nearest is None or mention.form in _SURE or "month" in mention.form:
        return nearest
    return nearest if _believable(text, mention, nearest, known) else None


def _nearest(month: int | None, number: int | None, known: Known) -> dt.date | None:
    """The day in the year in which it is nearest to the row's date."""
    near = known.near
    if near is None:
        return day(known.year, month, number)
    days = [day(near.year + years, month, number) for years in (-1, 0, 1)]
    return min((each for each in days if each), key=lambda each: abs(each - near), default=None)


def _believable(text: str, mention: Mention, found: dt.date, known: Known) -> bool:
    """Whether two bare numbers are a date: near the row's, and written or introduced as one."""
    if _COUNTED.match(text[mention.end : mention.end + NEAR]):
        return False
    introduced = bool(_CUE.search(text[max(0, mention.outer[0] - NEAR) : mention.outer[0]]))
    latest = AFTER if introduced else SOON
    if known.near and not -BEFORE <= (found - known.near).days <= latest:
        return False
    if mention.separator == "/" or mention.weekday is not None or mention.starts:
        return True
    return introduced or text.startswith(".", mention.end)
