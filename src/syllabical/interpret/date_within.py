"""Dates inside other cells, under what the column of dates has settled: `due 9/20 at 5pm`."""

import datetime as dt
import re

from syllabical.interpret import date_forms
from syllabical.interpret.date_forms import Mention
from syllabical.interpret.date_made import dated
from syllabical.interpret.date_settling import day
from syllabical.interpret.dates import Dated, Known
from syllabical.interpret.month_names import ENGLISH, Names, names
from syllabical.source import Span

BEFORE, AFTER = 21, 150
_SURE = frozenset(
    [
        "iso",
        "numeric",
        "compact",
        "cjk",
        "ymd",
        "dm",
        "md",
        "dmy",
        "md-range",
        "dm-range",
        "md-list",
        "dm-list",
    ]
)
_NO_DATE = re.compile(
    r"(?:\b(?:ch|chap|chapters?|sec|sections?|lec|lectures?|lab|part|hw|homework|week|wk|pp?|pages?|version|v|ver|"
    r"room|rm|python|java|fig|ex|exercises?|problems?|ps|vol|no|unit|module|kap|kapitel|cap|chapitre|ratio)"
    r"\.?|[§#=×*^&])\s*$", re.IGNORECASE,
)  # fmt: skip
_CUE = re.compile(
    r"(?:\b(?:due|by|on|until|till|before|deadline|submit\w*|out|released?|assigned|moved to|bis|ab|am|le|el|para|fino|do|до|עד|ב)\b[: ]*|[@(]\s*)$",
    re.IGNORECASE,
)


def within(text: str, at: Span, known: Known) -> tuple[Dated, ...]:
    """The dates that another cell's text writes; `at` is where the text stands."""
    if not any(character.isdigit() for character in text):
        return ()
    language: Names = (
        names(known.language) if known.language and known.language != "en" else ENGLISH
    )
    found = []
    for mention in date_forms.read(text, language):
        date = _day(text, mention, known)
        if date:
            found.append(dated(text, at, mention, date, known.order))
    return tuple(found)


def one(text: str, at: Span, known: Known) -> Dated | None:
    """The first of them."""
    return next(iter(within(text, at, known)), None)


def _day(text: str, mention: Mention, known: Known) -> dt.date | None:
    before = text[: mention.start]
    if mention.form in {"day", "day-range", "weekday", "month", "blanks"} or _NO_DATE.search(
        before
    ):
        return None
    year, month, number = mention.point.under(known.order)
    sure = mention.form in _SURE and mention.separator != "."
    if year:
        return day(year, month, number)
    near = known.near
    base = near.year if near else known.year
    if base is None:
        return None
    days = [each for each in (day(base + add, month, number) for add in (-1, 0, 1)) if each]
    if near is None:
        return day(base, month, number)
    best = min(days, key=lambda each: abs((each - near).days), default=None)
    if best is None or sure:
        return best
    close = -BEFORE <= (best - near).days <= AFTER
    if mention.separator == "/" or mention.weekday is not None or mention.starts:
        return best if close else None
    cued = _CUE.search(text[: mention.outer[0]]) or text[mention.end :][:1] == "."
    return best if close and cued else None
