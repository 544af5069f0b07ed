"""Plain text: without unfit and invisible characters, on one line, cut, or folded to compare it.

A text of the page keeps what its author can see (`visible`, `collapsed`); a text of a feed holds
nothing that a calendar could stumble over (`one_line`, `plain_lines`).
"""

import re
import unicodedata
from urllib.parse import quote

_WIDE_SPACE = re.compile(r"[ \t\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029]")

# Unfit for a feed: control characters, lone surrogates, what turns the reading direction of all
# that follows, the byte order mark, and what Unicode says is no character.
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)

# Invisible on a page; the private characters are the ones that the readers of pages put in.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ue000\ue001]"
    # A joiner means something between the letters of Persian, of Indic scripts and in emoji.
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)


def one_line(text: str) -> str:
    """The text on one line, fit for a feed: each run of blanks and line ends is one space."""
    if text.isprintable() and "  " not in text and text == text.strip(" "):
        return text
    text = _UNFIT.sub("", _LINE_END.sub(" ", text))
    return _WIDE_SPACE.sub(" ", text).strip(" ")


def plain_lines(text: str) -> tuple[str, ...]:
    """The text line by line, each of them fit for a feed; empty ones too."""
    return tuple(one_line(part) for part in _LINE_END.split(text))


def web_address(text: str) -> str:
    """The address of something on the web, percent-encoded as RFC 3986 asks.

    Empty where the text is no http address: calendars refuse a feed for it.
    """
    text = one_line(text)
    if not text.startswith(("https://", "http://")):
        return ""
    return quote(text, safe="!#$%&'()*+,/:;=?@[]~")


def comparable(text: str) -> str:
    """The words of the text in lower case (NFKC and casefold), one space between them."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", text.replace("_", " ")))


def cut(text: str, limit: int) -> str:
    """The text in at most `limit` characters, cut after a word with `…` where it is longer."""
    if len(text) <= limit:
        return text
    kept = text[: max(limit - 1, 0)]
    if not text[len(kept)].isspace():
        shorter = kept.rpartition(" ")[0]
        kept = shorter if len(shorter) * 2 > len(kept) else _whole_characters(kept)
    return kept.rstrip(" ,;:–—-(/") + "…"


def _whole_characters(text: str) -> str:
    """The text without a last character that has lost its accents or its other half."""
    while text and (unicodedata.combining(text[-1]) or text[-1] in "\u200d\ufe0f"):
        text = text[:-1]
    return text


def collapsed(text: str) -> str:
    """One line: no invisible characters, every run of blanks one space, none around it."""
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """The text without the characters that nobody sees; blanks stay as they are."""
    return text if text.isascii() and text.isprintable() else _INVISIBLE.sub("", text)
