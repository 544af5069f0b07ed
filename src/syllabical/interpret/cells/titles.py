"""Titles as a student reads them: without signs and words that are there to be clicked."""

from collections.abc import Iterator, Sequence

from syllabical.interpret.cells import pieces
from syllabical.interpret.language import folding
from syllabical.interpret.language.lexicon import Lexicon
from syllabical.model.table import Link

_BETWEEN = " ,;|/·•&+-–—:"


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
    for aside in pieces.brackets(text):
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
