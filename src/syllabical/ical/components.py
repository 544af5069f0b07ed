"""Components (RFC 5545 §3.6): cut out of a feed and read by icalendar; written by its `to_ical`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

import icalendar
from icalendar.parser import Contentline, Parameters

from syllabical.ical.lines import ContentLine, FoldedLine

_NO_PARAMETERS = Parameters()
_MISREAD = re.compile(r"[^:]*;TZID=[^:]*:\w*Z|CATEGORIES;[^:]*VALUE=.*", re.IGNORECASE)
"""What icalendar reads otherwise than it is meant: with a TZID it passes over the Z of UTC, and
categories that say that they are text it makes one text."""

_SHARED = frozenset(
    (
        "CATEGORIES", "DTSTAMP", "LAST-MODIFIED", "LOCATION", "SEQUENCE", "STATUS", "TRANSP", "URL",
        "X-MICROSOFT-CDO-BUSYSTATUS",
    )
)  # fmt: skip
"""What many events say in the same line, which is then parsed once."""


@dataclass(slots=True, kw_only=True)
class Block:
    """The content lines from a BEGIN to its END."""

    name: str
    """The component's, in capitals."""

    begin: ContentLine
    lines: list[ContentLine] = field(default_factory=list)
    """Its own, without those of the blocks inside it."""

    blocks: list["Block"] = field(default_factory=list)
    """Those directly inside it; a calendar's are not kept here, since a feed may be long."""

    end: ContentLine | None = None
    """The line at which it ends; ``None`` where the feed ends first."""

    is_whole: bool = False
    """Whether that line is its own END, and not one that can only stand outside of it."""

    def first(self, name: str) -> ContentLine | None:
        """The first line of a name."""
        return next((line for line in self.lines if line.name == name), None)


def blocks(lines: Iterable[ContentLine]) -> Iterator[Block | ContentLine]:
    """What a feed is made of, one after another as it ends, so that little of it must be held.

    Each block directly inside a calendar, then the calendar with its own lines alone; and each
    line that is in no block, among them every END that ends nothing. A block without its END ends
    where it must: at the END of one around it, or at the BEGIN of what cannot stand inside it.
    """
    opened: list[Block] = []
    for line in lines:
        match _keyword(line):
            case "BEGIN", name:
                while opened and not _may_hold(opened[-1].name, name):
                    yield from _closed(opened, line)
                opened.append(Block(name=name, begin=line))
            case "END", name if any(block.name == name for block in opened):
                while opened[-1].name != name:
                    yield from _closed(opened, line)
                opened[-1].is_whole = True
                yield from _closed(opened, line)
            case None if opened:
                opened[-1].lines.append(line)
            case _:
                yield line
    while opened:
        yield from _closed(opened, None)


def _keyword(line: ContentLine) -> tuple[str, str] | None:
    """BEGIN or END, and the component of which it speaks."""
    if line.text[:1] not in {"B", "E", "b", "e"}:
        return None
    name = line.name
    if name not in {"BEGIN", "END"}:
        return None
    return name, line.text.partition(":")[2].strip().upper()


def _may_hold(outer: str, inner: str) -> bool:
    """Whether a component may stand in another one, as far as it matters for finding events."""
    return inner != "VCALENDAR" and (inner != "VEVENT" or outer == "VCALENDAR")


def _closed(opened: list[Block], at: ContentLine | None) -> Iterator[Block]:
    """The innermost block, ended, where it is not part of another one."""
    block = opened.pop()
    block.end = at
    if opened and opened[-1].name != "VCALENDAR":
        opened[-1].blocks.append(block)
    else:
        yield block


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEvent:
    """A VEVENT as icalendar reads it; what stands inside of it, such as an alarm, is not read."""

    component: icalendar.Event
    mended: Sequence[ContentLine] = ()
    """The lines that could be read without their parameters alone."""

    unread: Sequence[ContentLine] = ()
    """The lines that could not be read; the component is without them."""


def event(block: Block) -> ReadEvent:
    """A VEVENT, read as far as its lines can be."""
    if found := _read(block.lines):
        return ReadEvent(component=found)
    readable, mended, unread = [], [], []
    for line in block.lines:
        if _read([line]):
            readable.append(line)
        elif (bare := line.without_parameters) and _read([bare]):
            readable.append(bare)
            mended.append(line)
        else:
            unread.append(line)
    return ReadEvent(component=_read(readable) or icalendar.Event(), mended=mended, unread=unread)


def _read(lines: Iterable[ContentLine]) -> icalendar.Event | None:
    """An event of these lines; ``None`` where icalendar cannot read one of them."""
    shared: list[str] = []
    own: list[str] = []
    for line in lines:
        (shared if line.name in _SHARED else own).append(line.text)
    found = _parsed(own)
    for values in map(_parsed_once, shared):
        if found is None or values is None:
            return None
        for name, value in values.items():
            found.add(name, value, encode=False)
    return found


@lru_cache(maxsize=4096)
def _parsed_once(text: str) -> icalendar.Event | None:
    """An event of one line that many events have; only its values are used."""
    return _parsed([text])


def _parsed(texts: Sequence[str]) -> icalendar.Event | None:
    name = icalendar.Event.name
    try:
        found = icalendar.Event.from_ical("\r\n".join((f"BEGIN:{name}", *texts, f"END:{name}")))
    except Exception:  # noqa: BLE001 (a wrong value raises whatever its type raises)
        return None
    if found.errors or found.subcomponents or any(map(_MISREAD.fullmatch, texts)):
        return None
    return found if isinstance(found, icalendar.Event) else None


class _Component(icalendar.Component):
    """A component whose lines are folded as ours are."""

    def content_line(self, name: str, value: object, sorted: bool = True) -> Contentline:  # noqa: FBT001, FBT002 (icalendar's)
        """The content line of one property value."""
        parameters = cast("Parameters", getattr(value, "params", _NO_PARAMETERS))
        line: Contentline = FoldedLine.from_parts(name, parameters, value, sorted=sorted)
        return line


class CalendarComponent(_Component, icalendar.Calendar):
    """A VCALENDAR to be written."""


class EventComponent(_Component, icalendar.Event):
    """A VEVENT to be written."""


def feed(calendar: CalendarComponent, events: Iterable[EventComponent]) -> bytes:
    """The bytes of a calendar with its events in their order, each property as it was set.

    The events are written one by one: a hundred thousand of them would not fit into memory.
    """
    outside = calendar.to_ical(sorted=False)
    end = outside.rindex(b"END:")
    inside = (event.to_ical(sorted=False) for event in events)
    return b"".join((outside[:end], *inside, outside[end:]))
