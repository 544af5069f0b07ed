"""The words of course pages, a file a language.

`HEADERS` say what a column is, `CELLS` what a cell means; phrases stand between commas, without
accents where one likes, and `*` is any beginning or ending of a word.
"""

from importlib import import_module
from typing import NamedTuple

LATIN = ("de", "fr", "es", "pt", "it", "nl", "sv", "pl", "cs", "tr")
"""The languages in Latin letters, English apart."""

BY_SCRIPT = {
    "hebrew": ("he",),
    "arabic": ("ar",),
    "hangul": ("ko",),
    "kana": ("ja",),
    "han": ("zh",),
    "cyrillic": ("ru",),
}
ALL = ("en", *LATIN, "he", "ar", "ko", "ja", "zh", "ru")


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
