"""Reads pieces of text as reStructuredText: cells of a CSV file, entries of a list of days."""

import re
import textwrap
from collections.abc import Sequence

from docutils import nodes

from syllabical.diagnostics import Report
from syllabical.model.table import Cell
from syllabical.read import rst_document
from syllabical.source import Source, Span
from syllabical.text import collapsed

_MARKS = re.compile(r"[`*_|\\<>:\n]|^\s*(?:[-+•]|\d+[.)])\s")
"""What may need docutils to be understood; other text says what it says."""

_DEFINITIONS = re.compile(r"^\.\. (?:_|\|)[^\n]*(?:\n[ \t]+\S[^\n]*)*", re.MULTILINE)
"""Where links lead and what stands for what."""


class Fragments:
    """Reads pieces of text as parts of a page, whose definitions of links hold in them."""

    def __init__(self, source: Source) -> None:
        self._definitions = "\n".join(_DEFINITIONS.findall(source.text))
        self._read: dict[str, nodes.Element] = {}

    def prepare(self, texts: Sequence[str]) -> None:
        """Read many pieces at once, which costs far less than one by one."""
        marked = [text for text in dict.fromkeys(texts) if _MARKS.search(text)]
        blocks = [textwrap.indent(_dedented(text.strip()), "   ") for text in marked]
        written = "\n\n".join(f".. container:: fragment\n\n{block}" for block in blocks)
        found = rst_document.document(Source("", f"{written}\n\n{self._definitions}\n"), Report())
        containers = [
            child
            for child in found.findall(nodes.container)
            if "fragment" in child.get("classes", ())
        ]
        if len(containers) == len(marked):
            self._read |= dict(zip(marked, containers, strict=True))

    def cell(self, text: str, at: Span) -> Cell:
        """What a piece says, which stands at `at`."""
        if _MARKS.search(text) and text not in self._read:
            self.prepare([text])
        if text not in self._read:
            words = collapsed(text)
            return Cell(lines=(words,) if words else (), at=at)
        return rst_document.shown(self._read[text], at)


def _dedented(text: str) -> str:
    """The text with its first line as far to the left as the others."""
    first, _, others = text.partition("\n")
    return f"{first}\n{textwrap.dedent(others)}" if others else first
