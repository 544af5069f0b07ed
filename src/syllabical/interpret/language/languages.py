"""Which languages a page's tables speak; English is always understood."""

import unicodedata
from collections.abc import Iterable, Sequence

from syllabical.interpret import words
from syllabical.interpret.language import folding, lexicon
from syllabical.interpret.language.lexicon import Lexicon
from syllabical.model.table import Table

_ROWS = 40
_TELLING = frozenset(["no class", "holiday", "exam", "presentation"])
_ASCII_ENDS, _LATIN_ENDS = 0x7F, 0x36F
_SCRIPTS = (
    ("HEBREW", "hebrew"), ("ARABIC", "arabic"), ("HANGUL", "hangul"), ("HIRAGANA", "kana"),
    ("KATAKANA", "kana"), ("CJK", "han"), ("GREEK", "greek"), ("CYRILLIC", "cyrillic"),
    ("DEVANAGARI", "devanagari"), ("THAI", "thai"),
)  # fmt: skip


def languages(tables: Sequence[Table], given: str | None) -> tuple[str, ...]:
    """The languages to look words up in, English first."""
    headers = [cell.text for table in tables if table.header for cell in table.header.cells]
    texts = [cell.text for table in tables for row in table.rows[:_ROWS] for cell in row.cells]
    found = _given(given) | _by_script([*headers, *texts])
    if not found:
        english = _is_english(headers, texts)
        found |= _latin_cells(texts) if english else _latin(headers, texts)
    return ("en", *(code for code in words.ALL if code in found and code != "en"))


def _given(language: str | None) -> set[str]:
    code = (language or "").split("-")[0].split("_")[0].lower()
    code = {"iw": "he", "nb": "no", "nn": "no"}.get(code, code)
    return {code} & set(words.ALL)


def _by_script(texts: Iterable[str]) -> set[str]:
    letters = {
        letter
        for text in texts
        if not text.isascii()
        for letter in text
        if ord(letter) > _LATIN_ENDS
    }
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in letters if letter.isalpha()}
    scripts = {script for name, script in _SCRIPTS if name in names}
    if "kana" in scripts:
        scripts -= {"han"}
    return {code for script in scripts for code in words.BY_SCRIPT[script]}


def _is_english(headers: list[str], texts: list[str]) -> bool:
    known = lexicon.of_headers(["en"])
    told = [header for header in headers if any(map(str.isalpha, header))]
    foreign = _is_foreign((*headers, *texts))
    if told and sum(bool(known.marks(header)) for header in told) * 3 >= len(told) * 2:
        return not foreign or _score("en", known, headers, texts) > 2 * len(headers)
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


def _latin_cells(texts: list[str]) -> set[str]:
    """The languages of the cells under English headers: those that say several kinds of things."""
    if not _is_foreign(texts):
        return set()
    english = lexicon.of_cells(["en"], {})
    strange = [text for text in texts if not english.senses(text) & _TELLING]
    told = {}
    for code in words.LATIN:
        known = lexicon.of_cells([code], {})
        senses = [sense for text in strange for sense in known.senses(text) & _TELLING]
        told[code] = (len(set(senses)), len(senses))
    best = max(told.values())
    return {code for code, score in told.items() if score == best and best[0] > 1}


def _latin(headers: list[str], texts: list[str]) -> set[str]:
    """The languages whose headers and small words are there most."""
    codes = ("en", *words.LATIN)
    scores = {code: _score(code, lexicon.of_headers([code]), headers, texts) for code in codes}
    best = max(scores.values())
    if best == scores["en"] or not best:
        return set()
    return {code for code, score in scores.items() if score * 4 >= best * 3}


def _score(code: str, known: Lexicon, headers: list[str], texts: list[str]) -> int:
    common = {folding.folded(word) for word in words.of(code).common.split()}
    small = sum(word.text in common for text in texts for word in folding.words(text))
    return small + 5 * sum(bool(known.marks(header)) for header in headers)
