"""The words of course pages, a file a language.

`HEADERS` say what a column is, `CELLS` what a cell means; phrases stand between commas, without
accents where one likes, and `*` is any beginning or ending of a word.
"""

from importlib import import_module
from typing import NamedTuple

LATIN = (
    "de", "fr", "es", "pt", "it", "nl", "sv", "pl", "cs", "tr", "da", "no", "fi", "ca", "ro", "hu",
    "sk", "hr", "sl", "vi", "id",
)  # fmt: skip
"""The languages in Latin letters, English apart."""

BY_SCRIPT = {
    "hebrew": ("he",),
    "arabic": ("ar", "fa"),
    "hangul": ("ko",),
    "kana": ("ja",),
    "han": ("zh",),
    "cyrillic": ("ru", "uk", "bg"),
    "greek": ("el",),
    "devanagari": ("hi",),
    "thai": ("th",),
}
ALL = ("en", *LATIN, *(code for codes in BY_SCRIPT.values() for code in codes))


class Words(NamedTuple):
    """The words of one language."""

    headers: dict[str, str]
    cells: dict[str, str]
    common: str
    """Small words that give the language away."""


def of(language: str) -> Words:
    """The words of a language, by its code: `de`."""
    module = import_module(f"{__name__}.{language}")
    return Words(module.HEADERS, module.CELLS, module.COMMON)
