"""Names of months and weekdays: those of CLDR, and what people write beside them."""

import unicodedata
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global

from syllabical import languages

Meaning = tuple[int | None, int | None]
"""The month, from 1, and the weekday, Monday 0, that a word may name; Spanish `mar` names both."""

LONG = 5
_SHARED = ("ro", "es", "it")
"""The languages in which `mar` is both a month and a weekday."""

NOTHING: Meaning = (None, None)

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""What the languages' files call months and weekdays."""

_TAGS = (
    "de fr es it pt nl sv da nb fi is pl cs sk hu ro tr ca hr sl et lv lt vi id eu gl "
    "sq az cy ga ru uk bg sr mk be el he ar fa ur ja zh ko th hi bn mr ta te ka hy "
)
_COMMON = _TAGS.split()
"""The languages that are tried first."""

_SCRIPTS = {
    "Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Hebr": "HEBREW", "Arab": "ARABIC",
    "Jpan": "CJK", "Hans": "CJK", "Hant": "CJK", "Kore": "HANGUL", "Deva": "DEVANAGARI",
    "Beng": "BENGALI", "Taml": "TAMIL", "Telu": "TELUGU", "Geor": "GEORGIAN", "Armn": "ARMENIAN",
}  # fmt: skip


class Names:
    """The month and weekday names of one language, English always behind it."""

    def __init__(self, language: str, words: dict[str, Meaning]) -> None:
        self.language = language
        self._words = words
        self._phrases = {key.split(" ")[0] for key in words if " " in key}

    def meaning(self, word: str) -> Meaning:
        """What a word names; accents, case, dots and a Semitic article are no matter."""
        return _meaning(self, word)

    def starts_phrase(self, word: str) -> bool:
        """Whether a name of several words begins so: `יום ראשון`."""
        return bool(self._phrases) and fold(word) in self._phrases

    def like(self, kind: "type[Names]") -> "Names":
        """The same names, looked up in another way."""
        return kind(self.language, self._words)

    def long_names(self) -> dict[str, Meaning]:
        """The names that are long enough to be known with a typing slip in them."""
        words = _ENGLISH_WORDS | self._words
        return {word: meaning for word, meaning in words.items() if len(word) >= LONG}

    def find(self, word: str) -> Meaning:
        """The same as `meaning`, looked up anew."""
        folded = fold(word)
        found = self._words.get(folded)
        if found is None and folded[:1] in "בהולמ":
            found = self._words.get(folded[1:])
        if found is None and folded[:2] == "ال":
            found = self._words.get(folded[2:])
        return found or _plain_english(word)


@lru_cache(maxsize=16384)
def _meaning(known: Names, word: str) -> Meaning:
    return known.find(word)


def _plain_english(word: str) -> Meaning:
    """What an English word names; full-width letters are Latin ones, accented letters are not."""
    plain = word if word.isascii() else unicodedata.normalize("NFKC", word)
    return _ENGLISH_WORDS.get(plain.lower().strip("."), NOTHING)


def fold(word: str) -> str:
    """A word without case, accents, dots and doubled blanks."""
    if word.isascii():
        return word.lower().replace("-", " ").strip(".")
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", word.casefold())
        if not unicodedata.combining(letter)
    )
    return " ".join(bare.replace("-", " ").replace("\u200f", "").split()).strip(".׳'’")


@cache
def own_names(code: str) -> dict[str, Meaning]:
    """The names that a language's file has: all of them for English, few beyond CLDR elsewhere."""
    file = languages.language(code)
    found: dict[str, Meaning] = {}
    for month, key in enumerate(_MONTHS, 1):
        found |= dict.fromkeys(map(fold, file.section("months").get(key, ())), (month, None))
    for day, key in enumerate(_WEEKDAYS):
        found |= dict.fromkeys(map(fold, file.section("weekdays").get(key, ())), (None, day))
    return found


_ENGLISH_WORDS = own_names(languages.ENGLISH)
ENGLISH = Names(languages.ENGLISH, {})


@cache
def names(language: str) -> Names:
    """The names of a language, by its tag: `he`, `pt-BR`; English where nobody knows it."""
    tag = language.replace("-", "_")
    try:
        locale = Locale.parse(tag)
    except (UnknownLocaleError, ValueError, TypeError):
        head = tag.split("_")[0]
        return ENGLISH if head == tag else names(head)
    words: dict[str, Meaning] = {}
    for month, name in _each(locale.months, ("wide", "abbreviated")):
        _learn(words, name, (month, None))
    for day, name in _each(locale.days, ("wide", "abbreviated", "short")):
        _learn(words, name, (None, day))
    code = languages.code_of(language)
    return Names(language, own_names(code) | words if code else words)


def _each(table: object, widths: Iterable[str]) -> Iterator[tuple[int, str]]:
    for context in ("format", "stand-alone"):
        for width in widths:
            yield from table[context][width].items()  # type: ignore[index]


def _learn(words: dict[str, Meaning], name: str, meaning: Meaning) -> None:
    key = fold(name)
    if not key or key.isdecimal() or key[0].isdecimal():
        return
    month, weekday = words.get(key, NOTHING)
    words[key] = (month or meaning[0], weekday if weekday is not None else meaning[1])


def explaining(
    words: Iterable[str],
    hint: str | None,
    *,
    months: Iterable[str] = (),
    days: Container[str] = (),
    thorough: bool = True,
) -> Names:
    """The language in which most of the words are names; English where none has any.

    `months` are those that English knows: in French, `mar` can only be a Tuesday. `days` can only
    be weekdays, as `sub` in `sub, 3. 1. 2025`: in Croatian it is one, in Turkish a month.
    """
    unknown = sorted(set(words))
    best, most = ENGLISH, 0
    for language in _candidates(unknown, hint, thorough=thorough):
        known = names(language)
        score = sum(_named(known, word, day=word in days) for word in unknown)
        if score > most:
            best, most = known, score
        if most == len(unknown):
            break
    if any(best.meaning(word)[0] is None for word in months):
        able = (names(language) for language in _SHARED)
        return next((each for each in able if all(_named(each, word) for word in unknown)), best)
    return best


def _named(known: Names, word: str, *, day: bool = False) -> bool:
    meaning = known.meaning(word)
    if day and meaning[0] and meaning[1] is None:
        return False
    return meaning != ENGLISH.meaning(word) or known.starts_phrase(word)


def _candidates(words: Iterable[str], hint: str | None, *, thorough: bool) -> Iterator[str]:
    if hint:
        yield hint
    scripts = {_script(word) for word in words}
    yield from (language for language in _COMMON if _written_in(language) in scripts)
    if not thorough:
        return

    rest = sorted(set(localedata.locale_identifiers()) - set(_COMMON) - {"root", "en"})
    yield from (tag for tag in rest if "_" not in tag and _written_in(tag) in scripts)


@cache
def _written_in(language: str) -> str:
    likely = get_global("likely_subtags").get(language, "")
    code = next((part for part in likely.split("_") if len(part) == 4), "")  # noqa: PLR2004
    return _SCRIPTS.get(code, code.upper())


def _script(word: str) -> str:
    for letter in word:
        if letter.isalpha():
            return unicodedata.name(letter, "").split(" ")[0].replace("HIRAGANA", "CJK")
    return ""
