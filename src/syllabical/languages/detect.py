"""Which languages a page's tables speak; English is always understood."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from syllabical import languages
from syllabical.languages import folding, lexicon

_TELLING = frozenset(["no class", "holiday", "exam", "presentation"])
_ASCII_ENDS = 0x7F
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05bd\u0900-\u0963\u0e31-\u0e4e])+")
"""Two letters and more: a letter alone, as in `λ` or `Θ(n)`, is mathematics in any language."""

_EAST = frozenset(["Han", "Kana"])
_SCRIPTS = {
    "LATIN": "Latin", "HEBREW": "Hebrew", "ARABIC": "Arabic", "HANGUL": "Hangul",
    "HIRAGANA": "Kana", "KATAKANA": "Kana", "CJK": "Han", "GREEK": "Greek",
    "CYRILLIC": "Cyrillic", "DEVANAGARI": "Devanagari", "THAI": "Thai", "ARMENIAN": "Armenian",
}  # fmt: skip
"""What the languages' files call a script, by the first word of its letters' names in Unicode."""


def spoken(headers: Sequence[str], texts: Sequence[str], given: str | None) -> tuple[str, ...]:
    """The languages to look words up in, English first.

    `headers` and `texts` are those of all tables, `given` is what schedule.yaml names: `de-AT`.
    """
    known = {languages.code_of(given or "")} - {""}
    scripts = _scripts([*headers, *texts]) - {"Latin"}
    found = known | {
        code for code in languages.codes() if languages.language(code).script in scripts
    }
    # A name or a term in other letters does not make the headers' own language another.
    if not found or (not known and _scripts(headers) == {"Latin"}):
        english = _is_english(headers, texts)
        found |= _latin_cells(texts) if english else _latin(headers, texts)
    return tuple(code for code in languages.codes() if code in found | {languages.ENGLISH})


def _scripts(texts: Iterable[str]) -> set[str]:
    """The scripts that words are written in, two letters and more of each."""
    found: set[str] = set()
    for text in texts:
        if text.isascii():
            found |= {"Latin"} if _WORD.search(text) else set()
        else:
            found.update(*map(_scripts_of_word, _WORD.findall(text)))
    return found - {"Han"} if "Kana" in found else found


@lru_cache(maxsize=4096)
def _scripts_of_word(word: str) -> frozenset[str]:
    scripts = [_script(letter) for letter in word]
    # `休み` is one word of two scripts.
    together = [script if script not in _EAST else "East" for script in scripts]
    return frozenset(
        script
        for script, counted in zip(scripts, together, strict=True)
        if script and together.count(counted) > 1
    )


@cache
def _script(letter: str) -> str:
    return _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "")


def _is_english(headers: Sequence[str], texts: Sequence[str]) -> bool:
    known = lexicon.of_headers((languages.ENGLISH,))
    told = [header for header in headers if any(map(str.isalpha, header))]
    foreign = _is_foreign((*headers, *texts))
    if told and sum(bool(known.marks(header)) for header in told) * 3 >= len(told) * 2:
        return not foreign or _score(languages.ENGLISH, headers, texts) > 2 * len(headers)
    return False


def _is_foreign(texts: Iterable[str]) -> bool:
    """Whether a word has a letter that English has not."""
    return any(
        letter.isalpha()
        for text in texts
        if not text.isascii()
        for letter in text
        if ord(letter) > _ASCII_ENDS
    )


def _latin_cells(texts: Sequence[str]) -> set[str]:
    """The languages of the cells under English headers: those that say several kinds of things."""
    if not _is_foreign(texts):
        return set()
    english = lexicon.of_cells((languages.ENGLISH,))
    strange = [text for text in texts if not english.senses(text) & _TELLING]
    told = {}
    for code in _latin_codes():
        known = lexicon.of_cells((code,))
        senses = [sense for text in strange for sense in known.senses(text) & _TELLING]
        told[code] = (len(set(senses)), len(senses))
    best = max(told.values())
    return {code for code, score in told.items() if score == best and best[0] > 1}


def _latin(headers: Sequence[str], texts: Sequence[str]) -> set[str]:
    """The languages whose headers and small words are there most."""
    codes = (languages.ENGLISH, *_latin_codes())
    scores = {code: _score(code, headers, texts) for code in codes}
    best = max(scores.values())
    if best == scores[languages.ENGLISH] or not best:
        return set()
    return {code for code, score in scores.items() if score * 4 >= best * 3}


@cache
def _latin_codes() -> tuple[str, ...]:
    """The languages in Latin letters, English apart."""
    return tuple(
        code for code in languages.codes()[1:] if languages.language(code).script == "Latin"
    )


def _score(code: str, headers: Sequence[str], texts: Sequence[str]) -> int:
    known, common = lexicon.of_headers((code,)), _small(code)
    small = sum(word in common for text in texts for word in folding.said(text))
    return small + 5 * sum(bool(known.marks(header)) for header in headers)


@cache
def _small(code: str) -> frozenset[str]:
    return frozenset(map(folding.folded, languages.language(code).small))
