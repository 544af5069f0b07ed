"""Reads the lines of an iCalendar file (RFC 5545 §3.1), whatever its line ends became."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from syllabical.source import Source, Span

BOM = b"\xef\xbb\xbf"


class ContentLine(NamedTuple):
    """One unfolded line."""

    number: int
    """The number of its first line in the file, counted from 1."""

    name: str
    """In capitals; empty where the line is no content line."""

    parameters: str
    """What stands between the name and the value, as written: `;TZID=Asia/Jerusalem`."""

    value: str

    def parameter(self, name: str) -> str:
        """The value of a parameter, without quotation marks; empty where it is not there."""
        if not self.parameters:
            return ""
        for part in self.parameters.split(";"):
            said, _, value = part.partition("=")
            if said.upper() == name:
                return value.strip('"')
        return ""


@dataclass(frozen=True)
class FeedText:
    """A feed as bytes, and its lines for whoever must point at one."""

    feed: bytes
    path: str

    def lines(self) -> Iterator[ContentLine]:
        """Its content lines, unfolded before they are decoded: a fold may split a character."""
        start = 0
        parts: list[bytes] = []
        for number, line in enumerate(self._physical, start=1):
            if line[:1] in {b" ", b"\t"} and parts:
                parts.append(line[1:].rstrip(b"\r"))
                continue
            if parts:
                yield _content_line(start, b"".join(parts))
            start, parts = number, [line.rstrip(b"\r")]
        if parts:
            yield _content_line(start, b"".join(parts))

    def at(self, number: int) -> Span:
        """A line of the file, by its number."""
        start = self.source.offset(number)
        return self.source.span(start, start + len(self.source.line(number)))

    @cached_property
    def source(self) -> Source:
        """The file as text, for messages alone."""
        return Source(self.path, _decoded(b"\n".join(self._physical)))

    @cached_property
    def _physical(self) -> list[bytes]:
        feed = self.feed.removeprefix(BOM)
        return feed.split(b"\n") if b"\n" in feed else feed.split(b"\r")


def is_utf_8(feed: bytes) -> bool:
    """Whether the bytes are UTF-8 once their folds are taken out."""
    try:
        feed.replace(b"\r\n ", b"").replace(b"\n ", b"").decode()
    except UnicodeDecodeError:
        return False
    return True


def _content_line(number: int, line: bytes) -> ContentLine:
    text = _decoded(line)
    head, colon, value = text.partition(":")
    if '"' in head:
        head, colon, value = _outside_quotes(text)
    if not colon:
        return ContentLine(number, "", "", text)
    name, semicolon, parameters = head.partition(";")
    return ContentLine(number, name.strip().upper(), semicolon + parameters, value)


def _outside_quotes(text: str) -> tuple[str, str, str]:
    """A line parted at the first colon that no quotation marks enclose."""
    quoted = False
    for place, character in enumerate(text):
        quoted ^= character == '"'
        if character == ":" and not quoted:
            return text[:place], ":", text[place + 1 :]
    return text.partition(":")


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("latin-1")
