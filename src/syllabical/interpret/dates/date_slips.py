"""Months and weekdays with a typing slip in them: `Febuary 3`, `Wendesday 3/4`."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from syllabical.interpret.dates import date_forms
from syllabical.interpret.dates.date_forms import Mention
from syllabical.interpret.dates.month_names import LONG, NOTHING, Meaning, Names, fold

ALIKE = 0.83
_WORTH_IT = re.compile(r"\d")


class Forgiving(Names):
    """Names that are known with a slip in them."""

    def _find(self, word: str) -> Meaning:
        found, folded = super()._find(word), fold(word)
        if found != NOTHING or len(folded) < LONG:
            return found

        long = self.long_names()
        close = get_close_matches(folded, [name for name in long if name[0] == folded[0]], 1, ALIKE)
        return long[close[0]] if close else NOTHING


def read_again(
    texts: Sequence[str], rows: Sequence[tuple[Mention, ...]], known: Names
) -> list[tuple[Mention, ...]]:
    """The rows, those without a date read once more with forgiveness."""
    forgiving: Names | None = None
    again = list(rows)
    for at, (text, row) in enumerate(zip(texts, rows, strict=True)):
        if row or not _WORTH_IT.search(text):
            continue
        forgiving = forgiving or known.like(Forgiving)
        again[at] = date_forms.read(text, forgiving)
    return again
