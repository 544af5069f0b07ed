"""Knows the cells of HTML tables in a Markdown page that generators read as Markdown."""

import re

from syllabical.source import Span

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ASKED_FOR = re.compile(r"markdown\s*=\s*[\"']?(?:1|block|span)")
_MARK = re.compile(r"[*_`\[~]")
_FARTHEST = 200


def is_asked_for(attributes: str) -> bool:
    """Whether a tag says that there is Markdown in it."""
    return bool(attributes and _ASKED_FOR.search(attributes))


def is_markdown(at: Span, asked_for: bool) -> bool:  # noqa: FBT001 (a fact about the table)
    """Whether a cell's contents are set apart by a blank line, as CommonMark wants it."""
    if not _MARK.search(at.text) or "<t" in at.text:
        return False
    before = at.source.text[max(0, at.start - _FARTHEST) : at.start]
    return asked_for or bool(_BLANK_LINE.search(before, before.rfind(">") + 1))


def dedented(text: str) -> str:
    """The text without the blanks around its lines, which would make code of them."""
    return "\n".join(line.strip() for line in text.split("\n"))
