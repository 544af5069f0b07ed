"""How much a column looks like dates."""

import re
from collections.abc import Sequence
from itertools import pairwise

from syllabical.interpret.dates import date_forms, date_language
from syllabical.interpret.dates.date_forms import WEAK, Mention
from syllabical.interpret.dates.month_names import ENGLISH, Names

SAMPLE = 60
EARLY, EARLY_GAIN = 12, 0.35
"""A date after a short label, as in `Week 3: 9/16`."""

SURE, MOST = 0.7, 0.6
_SHORT = re.compile(r"(?=.*\d)\S+(?:\s+\S+){0,5}")
"""A text that may be a date in any language: a number, and few words."""

_NONE = re.compile(r"\W*|tb[acd]\W*", re.IGNORECASE)


def looks_dated(texts: Sequence[str]) -> float:
    """The share of the cells that say a date and little else, from 0 to 1."""
    there = [text for text in texts if not _NONE.fullmatch(text)][:SAMPLE]
    if not there:
        return 0.0
    score = _share(there, ENGLISH)
    short = [text for text in there if _SHORT.fullmatch(text)]
    if score > SURE or len(short) < len(there) * MOST:
        return score
    return max(score, _share(there, date_language.spoken(short, None, thorough=False)))


def is_day(text: str) -> bool:
    """Whether a text is a day of a month that it does not say."""
    return any(mention.form in {"day", "day-range"} for mention in date_forms.read(text))


def is_month(text: str) -> bool:
    """Whether a text is the name of a month, with or without its year."""
    return any(mention.form == "month" for mention in date_forms.read(text))


def _share(texts: Sequence[str], known: Names) -> float:
    return sum(_score(text, date_forms.read(text, known)) for text in texts) / len(texts)


def _score(text: str, found: Sequence[Mention]) -> float:
    if not found:
        return 0.0
    if all(mention.form in WEAK for mention in found):
        return 0.15
    length = len(text.strip())
    first, last = found[0].outer[0], found[-1].outer[1]
    covered = float(last - first if _together(found) else sum(m.end - m.start for m in found))
    closed = text.startswith(".", found[0].end)
    if found[0].form == "pair" and found[0].separator in ".-" and not closed:
        covered *= 0.8 if covered >= length - 1 else 0.3
    return min(1.0, covered / length + (EARLY_GAIN if first < EARLY else 0))


def _together(found: Sequence[Mention]) -> bool:
    """Whether the dates follow one another with hardly a word between them."""
    return all(
        later.outer[0] - earlier.outer[1] <= len(" and ") for earlier, later in pairwise(found)
    )
