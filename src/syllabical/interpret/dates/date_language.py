"""The language of a column's month and weekday names, and its habit of writing dates."""

import re
from collections.abc import Sequence

from syllabical.interpret.dates import date_forms
from syllabical.interpret.dates.date_words import SMALL_WORDS, words
from syllabical.interpret.dates.dated import Context
from syllabical.interpret.dates.month_names import ENGLISH, Names, explaining, names

SAMPLE = 200
_LABELS = frozenset(
    [
        "week",
        "wk",
        "weeks",
        "class",
        "lecture",
        "lec",
        "session",
        "day",
        "unit",
        "lab",
        "tba",
        "tbd",
        "tbc",
        "exam",
        "final",
        "midterm",
        "quiz",
        "hw",
        "no",
        "part",
        "chapter",
        "module",
        "topic",
        "due",
        "date",
        "at",
        "on",
        "and",
        "or",
        "not",
        "from",
        "in",
        "w",
        "l",
    ]
)
_ALSO_NAMES = frozenset(["des", "do", "la"])
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
    r"\b(?:fall|spring|summer|winter)\s+(?:quarter|semester|term)?\s*['’]?(?:20)?\d\d\b"
    r"|\bquarter\b|\bfall\b|\bspring\b|\bsyllabus\b|\boffice hours\b|\bTAs?\b", re.IGNORECASE,
)  # fmt: skip
_BRITISH = re.compile(
    r"\b(?:michaelmas|hilary|trinity|lent|autumn|tutorial|module|semester [12])\b", re.IGNORECASE
)
_YEAR_FIRST = ("zh", "ja", "ko", "hu", "lt", "mn", "fa")


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
        found = [each for each in date_forms.read(text) if each.form not in {"weekday", "day"}]
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
