"""Blanks and invisible characters, folded as a reader's eyes fold them."""

import re

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ue000\ue001]"
    # A joiner means something between the letters of Persian, of Indic scripts and in emoji.
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)


def folded(text: str) -> str:
    """One line: no invisible characters, every run of blanks one space, none around it."""
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """The text without the characters that nobody sees; blanks stay as they are."""
    return text if text.isascii() and text.isprintable() else _INVISIBLE.sub("", text)
