"""Titles as a student reads them: without signs and words that are there to be clicked."""

import re
from collections.abc import Iterator, Sequence

from syllabical.interpret.cells import meaning
from syllabical.interpret.tables.column_evidence import Sheet, is_blank, text_of
from syllabical.interpret.tables.column_roles import Columns
from syllabical.languages import folding, one_of
from syllabical.languages.lexicon import Lexicon
from syllabical.model.table import Link, Row

_BETWEEN = " ,;|/·•&+-–—:"


_NUMBER = re.compile(r"\d+")
_FIRST_WEEKS = 2
"""A column that starts later counts the weeks of the year, not the classes."""

_FIRST = re.compile(
    rf"\s*(?:[#№]|{one_of('numbers', 'sign')}\.?)?\s*(\d{{1,3}}[a-z]?)\b(?!\s*[-–/.]\s*\d)",
    re.IGNORECASE,
)


def title(text: str, links: Sequence[Link], lexicon: Lexicon) -> str:
    """A title without `(🔗)`, `[slides]` and the like; whole where nothing else is left."""
    if not links:
        return text
    clicked = [link.text for link in links if _is_clicked(link.text, lexicon)]
    if not clicked:
        return text
    kept = list(text)
    for start, end in _asides(text, clicked):
        kept[start:end] = " " * (end - start)
    bare = " ".join("".join(kept).split())
    bare = _without_last(bare, clicked)
    return bare if any(map(str.isalnum, bare)) else text


def _is_clicked(text: str, lexicon: Lexicon) -> bool:
    """Whether a link is called by a mere sign, or by what it leads to."""
    marks = [mark for mark in lexicon.marks(text) if mark.sense == "resource"]
    return (
        bool(text)
        and all(
            word.text.isdigit() or any(mark.start <= word.start < mark.end for mark in marks)
            for word in folding.words(text)
        )
        and not text.strip().isdigit()
    )


def _asides(text: str, clicked: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The brackets that hold nothing but links, and the signs that are links."""
    for aside in meaning.brackets(text):
        left = aside.text
        for words in clicked:
            left = left.replace(words.strip("()[] ") or words, "")
        if not left.strip(_BETWEEN):
            yield aside.start - 1, aside.end + 1
    for sign in clicked:
        at = -1 if any(map(str.isalnum, sign)) else text.find(sign)
        if at >= 0:
            yield at, at + len(sign)


def _without_last(text: str, clicked: Sequence[str]) -> str:
    """Without the links that it ends with: `Trees: slides, video`."""
    for words in sorted(clicked, key=len, reverse=True):
        before = text.removesuffix(words)
        if before != text and before[-1:] in _BETWEEN and before.strip(_BETWEEN):
            return _without_last(before.rstrip(_BETWEEN), clicked)
    return text


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
