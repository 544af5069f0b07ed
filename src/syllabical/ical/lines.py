"""Content lines (RFC 5545 §3.1): cut out of a feed's bytes with their places, and folded again."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from icalendar.parser import Contentline

from syllabical.source import Source, Span

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_HEAD = re.compile(
    r'[A-Za-z0-9-]+(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,])*+(?:,(?:"[^"]*"|[^";:,])*+)*+)*+:'
)
"""The name and the parameters of a content line; icalendar is content with less."""

LONGEST = 75
"""Octets of a line without its end, the blank of a fold included."""

_CHARACTER_MASK, _CHARACTER_GOES_ON = 0xC0, 0x80
"""The two high bits of an octet of UTF-8, and what they are inside a character."""


class FeedText:
    """A feed as bytes, and as text for whoever must point at a line of it."""

    def __init__(self, feed: bytes, path: str) -> None:
        self.feed = feed
        self.path = path
        whole = feed.removeprefix(BYTE_ORDER_MARK)
        self._lines = whole if b"\n" in whole else whole.replace(b"\r", b"\n")

    def lines(self) -> Iterator["ContentLine"]:
        """Its content lines, empty ones left out, whatever its line ends became.

        They are unfolded before they are decoded: a fold may split a character.
        """
        parts: list[bytes] = []
        first = last = 0
        for number, line in enumerate(io.BytesIO(self._lines), start=1):
            if parts and line[:1] in {b" ", b"\t"}:
                parts.append(line[1:].rstrip(b"\r\n"))
                last = number
            elif text := line.rstrip(b"\r\n"):
                if parts:
                    yield ContentLine(_decoded(b"".join(parts)), first, last, self)
                first = last = number
                parts = [text]
        if parts:
            yield ContentLine(_decoded(b"".join(parts)), first, last, self)

    def at(self, first: int, last: int | None = None) -> Span:
        """The stretch from one line to another, both included, by their numbers from 1."""
        last = last or first
        end = self.source.offset(last) + len(self.source.line(last))
        return self.source.span(self.source.offset(first), end)

    @property
    def last_number(self) -> int:
        """The number of the last line that is not empty."""
        return self._lines.rstrip().count(b"\n") + 1

    @property
    def octets(self) -> Iterator[bytes]:
        """Its lines as they are, folds included, without their ends."""
        return (line.rstrip(b"\r\n") for line in io.BytesIO(self._lines))

    @property
    def is_utf_8(self) -> bool:
        """Whether it is UTF-8 once its folds are taken out."""
        return is_utf_8(_FOLD.sub(b"", self.feed))

    @cached_property
    def source(self) -> Source:
        """The file as text; a line that is not UTF-8 is read as Latin-1."""
        try:
            return Source(self.path, self._lines.decode())
        except UnicodeDecodeError:
            lines = self._lines.split(b"\n")
            return Source(self.path, "\n".join(map(_decoded, lines)))


class ContentLine(NamedTuple):
    """One content line, its folds undone. A feed has so many that a tuple must do."""

    text: str
    number: int
    """The number of its first line in the file, counted from 1."""

    last: int
    """The number of its last line, where it was folded."""

    feed: FeedText

    @property
    def at(self) -> Span:
        """Where it stands in the file, folds included."""
        return self.feed.at(self.number, self.last)

    @property
    def name(self) -> str:
        """The name of its property in capitals, as icalendar takes it: without blanks."""
        head = self.text.partition(":")[0].partition(";")[0]
        return "".join(head.split()).upper()

    @property
    def without_parameters(self) -> "ContentLine | None":
        """The same name and value, for where a parameter cannot be read; ``None`` without any."""
        head, colon, value = self.text.partition(":")
        return self._replace(text=f"{self.name}:{value}") if colon and ";" in head else None

    def parsed(self) -> "Property | None":
        """The line as icalendar takes it apart; ``None`` where it is no content line."""
        if not _HEAD.match(self.text):
            return None
        try:
            name, parameters, value = Contentline(self.text).raw_parts()  # type: ignore[no-untyped-call]
        except ValueError:
            return None
        said = {
            key.upper(): ",".join(part) if isinstance(part, list) else str(part)
            for key, part in parameters.items()
        }
        return Property(name=name.upper(), parameters=said, value=value, line=self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A content line taken apart."""

    name: str
    """In capitals."""

    parameters: dict[str, str]
    """By name in capitals, without quotation marks; several values joined by commas."""

    value: str
    """As written, its backslashes included."""

    line: ContentLine

    @property
    def at(self) -> Span:
        """Where it stands in the file, folds included."""
        return self.line.at

    def parameter(self, name: str) -> str:
        """A parameter's value in capitals; empty where it is not given."""
        return self.parameters.get(name, "").upper()


class FoldedLine(Contentline):
    """A content line that is folded at 75 octets, between characters and not inside an escape.

    icalendar folds at 74, and takes the second of two backslashes for the start of an escape; and
    feeds that are out there would change in every long line.
    """

    __slots__ = ()

    def to_ical(self) -> bytes:
        """The line in UTF-8, in pieces that a line end and a blank join."""
        octets = self.encode()
        if len(octets) <= LONGEST:
            return octets
        pieces, start, room = [], 0, LONGEST
        while len(octets) - start > room:
            end = start + room
            while octets[end] & _CHARACTER_MASK == _CHARACTER_GOES_ON:
                end -= 1
            backslashes = end - start - len(octets[start:end].rstrip(b"\\"))
            end -= backslashes % 2
            pieces.append(octets[start:end])
            start, room = end, LONGEST - 1
        pieces.append(octets[start:])
        return b"\r\n ".join(pieces)


def is_utf_8(octets: bytes) -> bool:
    """Whether the octets are UTF-8."""
    try:
        octets.decode()
    except UnicodeDecodeError:
        return False
    return True


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("latin-1")
