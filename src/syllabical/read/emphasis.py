"""Decides which stars, underscores and double tildes are marks, and which are characters.

CommonMark's rule of delimiter runs. Emphasis is only taken away; `~~` becomes `<del>`.
"""

import unicodedata

from syllabical.record import record

_SCRIPTS_WITHOUT_BLANKS = "\u2e80"


@record(frozen=False, eq=False)
class Run:
    """A run of equal marks."""

    piece: int
    """Which of the happenings it is."""

    mark: str
    length: int
    left: int
    opens: bool
    closes: bool


def run(text: str, start: int, end: int, piece: int) -> Run:
    """A run of marks, with what its neighbours let it do."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens = not after.isspace() and (not _punctuates(after) or _divides(before))
    closes = not before.isspace() and (not _punctuates(before) or _divides(after))
    if text[start] == "_":
        opens, closes = (
            opens and (not closes or _punctuates(before)),
            closes and (not opens or _punctuates(after)),
        )
    return Run(piece, text[start], end - start, end - start, opens, closes)


def settle(out: list[tuple[str, str]], runs: list[Run]) -> None:
    """Take the marks that pair up out of the happenings; leave the others as words."""
    waiting: list[Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in runs:
        while closer.closes and closer.left:
            kind = (closer.mark, closer.opens, closer.length % 3)
            at = _opener(closer, waiting, bottoms.get(kind, 0))
            if at is None:
                bottoms[kind] = len(waiting)
                break
            del waiting[at + 1 :]
            _pair(out, waiting[at], closer)
            if not waiting[at].left:
                waiting.pop()
            bottoms = {known: min(bottom, len(waiting)) for known, bottom in bottoms.items()}
        if closer.opens and closer.left:
            waiting.append(closer)
    _forgive(out, runs)


def _opener(closer: Run, waiting: list[Run], bottom: int) -> int | None:
    for at in range(len(waiting) - 1, bottom - 1, -1):
        opener = waiting[at]
        if opener.mark == closer.mark and not _odd(opener, closer):
            return at
    return None


def _odd(opener: Run, closer: Run) -> bool:
    """CommonMark's rule of three: what may both open and close does not pair up crookedly."""
    return (
        (opener.closes or closer.opens)
        and (opener.length + closer.length) % 3 == 0
        and not (opener.length % 3 == 0 and closer.length % 3 == 0)
    )


def _pair(out: list[tuple[str, str]], opener: Run, closer: Run) -> None:
    if closer.mark == "~":
        opener.left = closer.left = 0
        out[opener.piece], out[closer.piece] = ("tag", "<del>"), ("tag", "</del>")
        return
    used = 2 if opener.left > 1 and closer.left > 1 else 1
    for one in (opener, closer):
        one.left -= used
        out[one.piece] = ("words", one.mark * one.left)


def _forgive(out: list[tuple[str, str]], runs: list[Run]) -> None:
    """Take away `** such marks **` too: pages show them, nobody means them."""
    stray = [one for one in runs if one.mark == "*" and one.left == len("**")]
    if len(stray) > 1:
        for one in stray:
            out[one.piece] = ("words", "")


def _divides(character: str) -> bool:
    return character.isspace() or _punctuates(character)


def _punctuates(character: str) -> bool:
    if character.isascii():
        return not (character.isalnum() or character.isspace())
    if character >= _SCRIPTS_WITHOUT_BLANKS:
        return False
    return unicodedata.category(character)[0] in "PS"
