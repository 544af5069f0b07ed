r"""Cuts LaTeX into tokens, each with its place, and says what opens and closes together.

Accents become letters here: `\"o`, `\c{c}` (The TeXbook, chapter 9).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from syllabical.read import latex_words
from syllabical.source import Source


class Kind(StrEnum):
    """What a token is."""

    WORD = "control word"  # \hline
    SYMBOL = "control symbol"  # \\ \&
    BEGIN = "begin"
    END = "end"
    ADDRESS = "address"  # \url{…}, and \href{…} without the words that follow
    OPEN = "{"
    CLOSE = "}"
    ALIGN = "&"
    OTHER = "other"  # [ ] $ ~ ^ _
    PARAMETER = "parameter"  # #1
    BLANK = "blank"
    PARAGRAPH = "paragraph"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Token:
    """A token: a name without its backslash, an address, or the characters as they are."""

    kind: Kind
    text: str
    start: int
    end: int


_ACCENTS = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "b": "\u0331", "c": "\u0327", "d": "\u0323", "H": "\u030b", "k": "\u0328",
    "r": "\u030a", "u": "\u0306", "v": "\u030c",
}  # fmt: skip
_TOKEN = re.compile(
    r"(?P<comment>%[^\n]*(?:\n(?![ \t\r]*\n)[ \t]*)?)"
    r"|\\(?P<edge>begin|end)[ \t]*\{(?P<name>[^{}\\\n]{0,80})\}"
    r"|\\(?P<address>href|url|nolinkurl|path)(?![A-Za-z@])[ \t]*(?:\[[^\]\n]{0,200}\])?"
    r"\{(?P<url>(?:[^{}\\\n]|\\.){0,2000}+)\}"
    r"|\\(?:verb|lstinline)\*?(?P<bar>[^\w\s*{\[])(?P<verbatim>[^\n]{0,2000}?)(?P=bar)"
    r"""|\\(?P<accent>["'`^~=.]|[bcdHkruv](?![A-Za-z@]))[ \t]*"""
    r"(?:\{[ \t]*(?P<inner>\\[ij]|\w)[ \t]*\}|(?P<base>\\[ij](?![A-Za-z@])[ \t]*|[^\W\d_]))"
    r"|\\(?P<word>[A-Za-z@]+)\*?"
    r"|\\(?P<symbol>.|\Z)"
    r"|(?P<paragraph>[ \t\r]*\n(?:[ \t\r]*\n)+\s*)"
    r"|(?P<blank>\s+)"
    r"|(?P<other>[\[\]$~^_])"
    r"|(?P<brace>[{}&])"
    r"|\#(?P<parameter>\d)"
    r"|(?P<text>[^\\{}\[\]$&~^_%\s#]+|\#)",
    re.DOTALL,
)
_VERBATIM = frozenset(
    ("verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "comment", "filecontents",
     "filecontents*", "tikzpicture", "pgfpicture", "picture")
)  # fmt: skip
"""Environments in which a table would be none."""


def tokens(source: Source) -> Iterator[Token]:
    """The tokens of a page, up to the end of its document; comments are left out."""
    at, text = 0, source.text
    while at < len(text) and (found := _TOKEN.match(text, at)):
        at = found.end()
        group = found.lastgroup
        if group == "comment":
            continue
        token = _token(found)
        if token.kind is Kind.BEGIN and token.text in _VERBATIM:
            end = text.find(f"\\end{{{token.text}}}", at)
            at = len(text) if end < 0 else end + len(f"\\end{{{token.text}}}")
            continue
        if token.kind is Kind.END and token.text == "document":
            return
        yield token


def _token(found: re.Match[str]) -> Token:
    start, end = found.span()
    if found["edge"]:
        kind = Kind.BEGIN if found["edge"] == "begin" else Kind.END
        return Token(kind, found["name"].strip(), start, end)
    if found["address"]:
        address = re.sub(r"\\([%#&_~{}\\])", r"\1", found["url"])
        # Words follow an \href: its address is told from others by a mark.
        return Token(Kind.ADDRESS, ("\0" * (found["address"] == "href")) + address, start, end)
    if found["accent"]:
        letter = (found["inner"] or found["base"]).strip().removeprefix("\\")
        made = unicodedata.normalize("NFC", letter + _ACCENTS[found["accent"]])
        return Token(Kind.TEXT, made, start, end)
    if found["brace"]:
        return Token(Kind(found["brace"]), found["brace"], start, end)
    if found["verbatim"] is not None:
        return Token(Kind.TEXT, found["verbatim"], start, end)
    kinds = {
        "word": Kind.WORD,
        "symbol": Kind.SYMBOL,
        "paragraph": Kind.PARAGRAPH,
        "blank": Kind.BLANK,
        "other": Kind.OTHER,
        "parameter": Kind.PARAMETER,
        "text": Kind.TEXT,
    }
    group = next(name for name in kinds if found[name] is not None)
    return Token(kinds[group], found[group], start, end)


def partners(found: Sequence[Token]) -> dict[int, int]:
    """For each opening brace and beginning environment where it ends.

    A brace that is not closed has no partner, so that it takes nothing away from what follows;
    an environment that is not closed ends where the one around it does.
    """
    ends: dict[int, int] = {}
    opened: list[int] = []
    depths: Counter[str] = Counter()
    """How many environments of a name are open."""
    for at, token in enumerate(found):
        match token.kind:
            case Kind.OPEN:
                opened.append(at)
            case Kind.BEGIN:
                opened.append(at)
                depths[token.text] += 1
            case Kind.ALIGN:
                _drop_unclosed(found, opened)
            case Kind.CLOSE if opened and found[opened[-1]].kind is Kind.OPEN:
                ends[opened.pop()] = at
            case Kind.END if depths[token.text]:
                for begun in _environments(found, opened, token.text):
                    ends[begun] = at
                    depths[found[begun].text] -= 1
            case _:
                pass
    return ends | {at: len(found) for at in opened if found[at].kind is Kind.BEGIN}


def _drop_unclosed(found: Sequence[Token], opened: list[int]) -> None:
    """Give up the braces that were opened in a cell which ends here."""
    kept = len(opened)
    while kept and found[opened[kept - 1]].kind is Kind.OPEN:
        kept -= 1
    if kept and found[opened[kept - 1]].text in latex_words.TABLES:
        del opened[kept:]


def _environments(found: Sequence[Token], opened: list[int], name: str) -> Iterator[int]:
    """The open environments up to the one of a name, the innermost first, taken off the pile."""
    while opened:
        begun = opened.pop()
        if found[begun].kind is Kind.BEGIN:
            yield begun
            if found[begun].text == name:
                return
