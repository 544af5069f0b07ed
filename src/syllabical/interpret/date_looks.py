"""How much a column looks like dates."""

import re
from collections.abc import Sequence

from syllabical.interpret import date_forms, date_language

SAMPLE = 60
_WEAK = frozenset(["weekday", "day", "day-range", "month"])
_NONE = re.compile(r"\W*|tb[acd]\W*", re.IGNORECASE)


def looks_dated(texts: Sequence[str]) -> float:
    """The share of the cells that say a date and little else, from 0 to 1."""
    there = [text for text in texts if not _NONE.fullmatch(text)][:SAMPLE]
    if not there:
        return 0.0
    names = date_language.spoken(there, None)
    return sum(_score(text, date_forms.read(text, names)) for text in there) / len(there)


def _score(text: str, found: Sequence[date_forms.Mention]) -> float:
    if not found:
        return 0.0
    if all(mention.form in _WEAK for mention in found):
        return 0.15
    covered = sum(mention.end - mention.start for mention in found)
    reach = max(m.outer[1] for m in found) - min(m.outer[0] for m in found)
    covered = max(covered, reach if len(found) == 1 else covered)
    length = len(text.strip())
    if found[0].form == "pair" and found[0].separator in ".-" and len(found) == 1:
        covered *= 0.8 if covered == length else 0.3
    return min(1.0, covered / length + (0.35 if found[0].outer[0] < 12 else 0))  # noqa: PLR2004 (after a short label)
