"""Numbers that a page gives its rows and classes."""

import re

from syllabical.interpret.language import folding
from syllabical.interpret.language.lexicon import Lexicon
from syllabical.interpret.layout.column import Columns
from syllabical.interpret.layout.sheet import Sheet, is_blank, text_of
from syllabical.model.table import Row

_NUMBER = re.compile(r"\d+")
_FIRST_WEEKS = 2
"""A column that starts later counts the weeks of the year, not the classes."""

_FIRST = re.compile(
    r"\s*(?:[#№]|no\.?|nr\.?|n[º°]\.?)?\s*(\d{1,3}[a-z]?)\b(?!\s*[-–/.]\s*\d)", re.IGNORECASE
)


def of_row(row: Row, columns: Columns) -> int | None:
    """The number in the row's number column, or else in its week column."""
    for role in ("number", "week"):
        found = _NUMBER.search(text_of(row, columns.index(role)))
        if found and len(found.group()) < 5:  # noqa: PLR2004 (a longer one is a date or a code)
            return int(found.group())
    return None


def in_title(title: str, track: str, lexicon: Lexicon) -> str | None:
    """The number that a class goes by in its own title: `3` of `Lecture 3: Trees`."""
    marks = [mark for mark in lexicon.marks(title) if mark.sense == "session" and not mark.start]
    ends = [mark.end for mark in marks]
    if not ends and track and folding.folded(title).startswith(folding.folded(track)):
        ends = [len(track)]
    found = _FIRST.match(title, ends[0]) if ends else None
    return found.group(1) if found else None


def count_classes(sheet: Sheet, columns: Columns) -> bool:
    """Whether the numbers belong to classes, not to weeks that hold several of them."""
    if columns.index("number") is not None:
        return True
    index = columns.index("week")
    sessions = columns.index("session")
    if index is None:
        return False
    rows = [row for row in sheet.rows if not is_blank(text_of(row, sessions))]
    written = [text_of(row, index) for row in rows]
    first = [int(found.group()) for text in written[:1] if (found := _NUMBER.search(text))]
    return len(set(written)) == len(written) and bool(first) and first[0] <= _FIRST_WEEKS
