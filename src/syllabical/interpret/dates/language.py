"""The language of a column's month and weekday names, and its habit of writing dates."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from syllabical.interpret.dates import mentions
from syllabical.interpret.dates.mentions import WEAK, Mention
from syllabical.interpret.dates.tokens import SMALL_WORDS, words
from syllabical.interpret.dates.types import Context
from syllabical.languages import codes, listed, one_of
from syllabical.languages.names import (
    ENGLISH,
    LONG,
    NOTHING,
    Meaning,
    Names,
    explaining,
    fold,
    names,
    own_names,
)

SAMPLE = 200
_LABELS = frozenset(word.casefold() for word in listed("dates", "no names"))
_ALSO_NAMES = SMALL_WORDS & {name for code in codes() for name in own_names(code)}
"""Small words that are December in Norway, Thursday in the Netherlands, Saturday in Finland."""

_WHOLE = frozenset(["numeric", "iso"])
"""Forms of dates that have their month in digits."""

_LETTER = re.compile(r"[^\W\d_]")
_BESIDE = re.compile(
    r"[arfu](?=[ .,?-]{0,3}(?:f[ .]?)?[dyvx(])|(?<=[dDO])a|(?<=[dDO][ .,])a|(?<=\()a|"
    r"(?<=[dyOD] )[aruf]|(?<=[., fr-] )[af]|(?<=[-f])a|^a(?= a|$)"
)
"""A word where the name of a month or weekday would stand."""

_AFTER = re.compile(r"(?<=d )M")
"""A month after its day."""

_TWICE = re.compile(r"M(?=[., ]{1,3}d\.? ?M)")
"""What would be a month before a day that has one: the Tuesday of `mar. 3 feb.`."""

_AMERICAN = re.compile(
    rf"\b{one_of('habits', 'month first seasons')}\s+{one_of('habits', 'month first terms')}?"
    rf"\s*['’]?(?:20)?\d\d\b|\b{one_of('habits', 'month first')}\b",
    re.IGNORECASE,
)
_BRITISH = re.compile(rf"\b{one_of('habits', 'day first')}\b", re.IGNORECASE)
_YEAR_FIRST = ("zh", "ja", "ko", "hu", "lt", "mn", "fa")


SAMPLE_date_looks = 60
EARLY, EARLY_GAIN = 12, 0.35
"""A date after a short label, as in `Week 3: 9/16`."""

SURE, MOST = 0.7, 0.6
_SHORT = re.compile(r"(?=.*\d)\S+(?:\s+\S+){0,5}")
"""A text that may be a date in any language: a number, and few words."""

_NONE = re.compile(rf"\W*|{one_of('dates', 'open')}\W*", re.IGNORECASE)
ALIKE = 0.83
_WORTH_IT = re.compile(r"\d")


def spoken(texts: Sequence[str], language: str | None, *, thorough: bool = True) -> Names:
    """The language whose names explain what English does not; English where it suffices."""
    unknown, months, days, lacking = _unknown(texts[:SAMPLE])
    hint = language if language and not language.startswith("en") else None
    telling = {word for word in unknown if _may_name(word)}
    telling = telling - SMALL_WORDS | telling & _ALSO_NAMES
    if telling and (lacking or not hint):
        return explaining(telling, hint, months=months, days=days, thorough=thorough and lacking)
    lettered = hint and any(_LETTER.search(text) for text in texts[:SAMPLE])
    return names(hint) if hint and lettered else ENGLISH


def _unknown(texts: Sequence[str]) -> tuple[set[str], set[str], set[str], bool]:
    """The words beside numbers that English lacks, its own months, and whether dates want them.

    Third, those of the words that stand beside a date with a month of its own.
    """
    unknown: set[str] = set()
    days: set[str] = set()
    months: set[str] = set()
    dateless = there = 0
    for text in texts:
        if not text:
            continue
        there += 1
        shape, tokens = words(text, ENGLISH)
        if shape.count("M") > 1:
            unknown |= {tokens[match.start()].text for match in _TWICE.finditer(shape)}
            months |= {tokens[match.start()].text for match in _AFTER.finditer(shape)}
        if "a" not in shape and "o" not in shape and "r" not in shape and "f" not in shape:
            continue
        found = [each for each in mentions.read(text) if each.form not in {"weekday", "day"}]
        beside = {tokens[match.start()].text for match in _BESIDE.finditer(shape)}
        unknown |= beside
        days |= beside if any(each.form in _WHOLE for each in found) else set()
        months |= {tokens[match.start()].text for match in _AFTER.finditer(shape)}
        dateless += not found and any(_may_name(word) for word in beside)
    return unknown, months, days, dateless * 3 >= there > 0


def _may_name(word: str) -> bool:
    return not word.isascii() or (len(word) > 1 and word.casefold() not in _LABELS)


def habit(language: str, context: Context) -> str | None:
    """The order that the page's language and words suggest, where nothing else decides."""
    tag = (context.language or language).replace("_", "-")
    head, _, region = tag.partition("-")
    if tag.lower() == "en-us" or region == "US":
        return "month-first"
    if head in _YEAR_FIRST:
        return "month-first" if head in {"zh", "ja", "ko"} else "year-first"
    if region or head != "en":
        return "day-first"
    said = " ".join(passage.text for passage in context.passages[:80]) + " ".join(context.headings)
    american, british = len(_AMERICAN.findall(said)), len(_BRITISH.findall(said))
    if american > british:
        return "month-first"
    return "day-first" if british > american else None


def looks_dated(texts: Sequence[str]) -> float:
    """The share of the cells that say a date and little else, from 0 to 1."""
    there = [text for text in texts if not _NONE.fullmatch(text)][:SAMPLE_date_looks]
    if not there:
        return 0.0
    score = _share(there, ENGLISH)
    short = [text for text in there if _SHORT.fullmatch(text)]
    if score > SURE or len(short) < len(there) * MOST:
        return score
    return max(score, _share(there, spoken(short, None, thorough=False)))


def is_day(text: str) -> bool:
    """Whether a text is a day of a month that it does not say."""
    return any(mention.form in {"day", "day-range"} for mention in mentions.read(text))


def is_month(text: str) -> bool:
    """Whether a text is the name of a month, with or without its year."""
    return any(mention.form == "month" for mention in mentions.read(text))


def _share(texts: Sequence[str], known: Names) -> float:
    return sum(_score(text, mentions.read(text, known)) for text in texts) / len(texts)


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


class Forgiving(Names):
    """Names that are known with a slip in them."""

    def find(self, word: str) -> Meaning:
        """The same as `meaning`, looked up anew."""
        found, folded = super().find(word), fold(word)
        if found != NOTHING or len(folded) < LONG:
            return found

        long = self.long_names()
        close = get_close_matches(folded, [name for name in long if name[0] == folded[0]], 1, ALIKE)
        return long[close[0]] if close else NOTHING


def read_again(
    texts: Sequence[str], rows: Sequence[tuple[Mention, ...]], known: Names
) -> list[tuple[Mention, ...]]:
    """The rows, those without a date read once more with forgiveness."""
    again = list(rows)
    for at, (text, row) in enumerate(zip(texts, rows, strict=True)):
        if row or not _WORTH_IT.search(text):
            continue
        again[at] = mentions.read(text, _forgiving(known))
    return again


@lru_cache(maxsize=64)
def _forgiving(known: Names) -> Names:
    return known.like(Forgiving)
