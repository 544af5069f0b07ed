"""Regular expressions that are compiled when they are first asked.

A page needs few of the many that are known here, and compiling them all would take longer than
reading the page.
"""

import re
from collections.abc import Callable, Iterator


class Pattern:
    """A regular expression, by the methods of `re.Pattern` that are in use."""

    __slots__ = ("_compiled", "_flags", "text")

    def __init__(self, text: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.text = text
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        if self._compiled is None:
            self._compiled = re.compile(self.text, self._flags)
        return self._compiled

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The match that begins at an offset."""
        return self.compiled.match(text, at)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is the whole text."""
        return self.compiled.fullmatch(text)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The first match from an offset on."""
        return self.compiled.search(text, at)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Every match between two offsets."""
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        return self.compiled.sub(new, text)
