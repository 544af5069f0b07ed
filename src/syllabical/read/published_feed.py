"""Reads a feed published before back into editions, as far as its bytes can be trusted.

The feed is all that is remembered of the last build, so that what cannot be read stops the build
rather than turn every event into a new one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from syllabical.diagnostics import Report
from syllabical.ical.components import Block, blocks
from syllabical.ical.lines import BYTE_ORDER_MARK, ContentLine, FeedText, Property
from syllabical.model.edition import Edition
from syllabical.read.published_event import edition
from syllabical.read.published_times import known_zone

OURS = "syllabical"
LARGEST = 50_000_000
"""No course fills so many bytes: fifteen thousand events take ten million."""

OPENING = 1_000
"""Bytes of a file that is no feed, of which its first line is shown."""

FIRST = "put the last good feed back, or give `--first` to publish as if there had been none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What there is to know of a feed before its events are read."""

    calendar: Block | None
    events: int
    is_whole: bool
    """Whether a calendar ends, and nothing is left open after it: half a feed would lose events."""

    def property(self, name: str) -> Property | None:
        """A property of the calendar itself."""
        line = self.calendar.first(name) if self.calendar else None
        if line is None:
            return None
        return line.parsed() or (line.without_parameters or line).parsed()


def published_editions(feed: bytes | None, path: str, report: Report) -> tuple[Edition, ...]:
    """What a published feed says; nothing, with an error, where it says too little."""
    if feed is None:
        return ()
    if unfit := _unfit(feed):
        _refuse(unfit, FeedText(feed[:OPENING], path), 1, report)
        return ()
    text = FeedText(feed, path)
    _say_how_it_is_written(text, report)
    outline = _outline(blocks(text.lines()))
    if not outline.is_whole:
        _refuse("breaks off", text, text.last_number, report)
        return ()
    if not outline.events:
        _refuse("holds no event", text, 1, report)
        return ()
    made_by = outline.property("PRODID")
    if made_by is None or OURS not in made_by.value.casefold():
        _say_foreign(made_by, text, report)
    zone = outline.property("X-WR-TIMEZONE")
    known = known_zone(zone.value.strip()) if zone else ""
    return _editions(_events(blocks(text.lines()), report), known or "UTC", report)


def _unfit(feed: bytes) -> str:
    """Why the bytes are no feed; empty where they may be one."""
    if len(feed) > LARGEST:
        return f"is longer than {LARGEST // 1_000_000} MB"
    start = feed.removeprefix(BYTE_ORDER_MARK).lstrip()
    if not start:
        return "is empty"
    return "" if start[:15].upper() == b"BEGIN:VCALENDAR" else "is no calendar"


def _refuse(what: str, text: FeedText, number: int, report: Report) -> None:
    report.error(
        "previous-feed-unreadable",
        f"the feed published before {what}",
        text.at(number),
        help=FIRST,
    )


def _say_how_it_is_written(text: FeedText, report: Report) -> None:
    """Say what became of the bytes on their way, where it does no harm."""
    if text.feed.startswith(BYTE_ORDER_MARK):
        report.note(
            "previous-feed-damaged",
            "the feed published before starts with a byte order mark, which is passed over",
            text.at(1),
        )
    if b"\r\n" not in text.feed:
        report.note(
            "previous-feed-damaged",
            "the feed published before lost its CRLF line ends; its lines are read all the same",
            text.at(1),
            help="give git the line `*.ics -text` in .gitattributes",
        )
    if not text.is_utf_8:
        report.warning(
            "previous-feed-damaged",
            "the feed published before is not UTF-8; lines that are not are read as Latin-1",
            text.at(1),
        )


def _outline(parts: Iterable[Block | ContentLine]) -> Outline:
    calendars, events, is_open = [], 0, False
    for part in parts:
        if isinstance(part, Block):
            events += part.name == "VEVENT"
            is_open = is_open or part.end is None
            if part.name == "VCALENDAR":
                calendars.append(part)
    is_whole = not is_open and any(calendar.is_whole for calendar in calendars)
    return Outline(calendar=next(iter(calendars), None), events=events, is_whole=is_whole)


def _say_foreign(made_by: Property | None, text: FeedText, report: Report) -> None:
    report.warning(
        "previous-feed-foreign",
        f"the feed published before was made by `{made_by.value}`; events keep its UIDs where their"
        " titles and days agree"
        if made_by
        else "the feed published before does not say what made it; events keep its UIDs where "
        "their titles and days agree",
        made_by.at if made_by else text.at(1),
        help="check that this is the feed of this course",
    )


def _events(parts: Iterable[Block | ContentLine], report: Report) -> Iterator[Block]:
    """The events of a feed; one that does not end itself is ended where it must be."""
    for part in parts:
        if not isinstance(part, Block) or part.name != "VEVENT":
            continue
        if part.end and not part.is_whole:
            report.warning(
                "previous-feed-damaged",
                f"the event of line {part.begin.number} does not end before `{part.end.text}`; it "
                "is taken to end there",
                part.end.at,
            )
        yield part


def _editions(events: Iterable[Block], zone: str, report: Report) -> tuple[Edition, ...]:
    """One edition of each UID: the one with the highest SEQUENCE, then the latest stamp."""
    kept: dict[str, Edition] = {}
    for block in events:
        found = edition(block, zone, report)
        if found is None:
            continue
        other = kept.setdefault(found.uid, found)
        if other is found:
            continue
        report.warning(
            "previous-uid-twice",
            f"the UID `{found.uid}` stands in the feed published before twice; the edition with "
            "the highest SEQUENCE counts",
            (block.first("UID") or block.begin).at,
        )
        kept[found.uid] = max(other, found, key=lambda one: (one.sequence, one.stamp))
    return tuple(kept.values())
