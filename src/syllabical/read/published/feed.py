"""Reads a feed published before back into editions, as far as its bytes can be trusted.

The feed is all that is remembered of the last build, so that what cannot be read stops the build
rather than turn every event into a new one. Its lines are read here and not by icalendar, which
takes a millisecond an event; what icalendar makes of the same feeds is compared in the tests.
"""

from collections.abc import Sequence

from syllabical.diagnostics import Report
from syllabical.model.edition import Edition
from syllabical.read.published.content_lines import BOM, FeedText, is_utf_8
from syllabical.read.published.feed_events import edition
from syllabical.read.published.feed_outline import Block, outline
from syllabical.read.published.feed_values import known_zone

OURS = "syllabical"
LARGEST = 50_000_000
"""No course fills so many bytes: fifteen thousand events take ten million."""

OPENING = 1_000
"""Bytes of a file that is no feed, of which its first line is shown."""

FIRST = "put the last good feed back, or give `--first` to publish as if there had been none"


def published_editions(feed: bytes | None, path: str, report: Report) -> tuple[Edition, ...]:
    """What a published feed says; nothing, with an error, where it says too little."""
    if feed is None:
        return ()
    if unfit := _unfit(feed):
        text = FeedText(feed[:OPENING], path)
        _refuse(unfit, text, 1, report)
        return ()
    text = FeedText(feed, path)
    _doubts(feed, text, report)
    parts = outline(text, report)
    if parts.breaks_off_at:
        _refuse("breaks off", text, parts.breaks_off_at, report)
        return ()
    calendar, events = parts.calendar, parts.events
    if not events:
        _refuse("holds no event", text, 1, report)
        return ()
    zone = _zone(calendar)
    if OURS not in calendar.value("PRODID").casefold():
        _foreign(calendar, text, report)
    found = [(block, one) for block in events if (one := edition(block, zone, text, report))]
    return _once_each(found, text, report)


def _unfit(feed: bytes) -> str:
    if len(feed) > LARGEST:
        return f"is longer than {LARGEST // 1_000_000} MB"
    start = feed.removeprefix(BOM).lstrip()
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


def _doubts(feed: bytes, text: FeedText, report: Report) -> None:
    if feed.startswith(BOM):
        report.note(
            "previous-feed-damaged",
            "the feed published before starts with a byte order mark, which is passed over",
            text.at(1),
        )
    if b"\r\n" not in feed:
        report.note(
            "previous-feed-damaged",
            "the feed published before lost its CRLF line ends; its lines are read all the same",
            text.at(1),
            help="give git the line `*.ics -text` in .gitattributes",
        )
    if not is_utf_8(feed):
        report.warning(
            "previous-feed-damaged",
            "the feed published before is not UTF-8; lines that are not are read as Latin-1",
            text.at(1),
        )


def _zone(calendar: Block) -> str:
    return known_zone(calendar.value("X-WR-TIMEZONE").strip()) or "UTC"


def _foreign(calendar: Block, text: FeedText, report: Report) -> None:
    line = calendar.first("PRODID")
    report.warning(
        "previous-feed-foreign",
        f"the feed published before was made by `{line.value}`; events keep its UIDs where their "
        "titles and days agree"
        if line
        else "the feed published before does not say what made it; events keep its UIDs where "
        "their titles and days agree",
        text.at(line.number if line else 1),
        help="check that this is the feed of this course",
    )


def _once_each(
    found: Sequence[tuple[Block, Edition]], text: FeedText, report: Report
) -> tuple[Edition, ...]:
    """One edition of each UID: the one with the highest SEQUENCE, then the latest stamp."""
    kept: dict[str, Edition] = {}
    for block, one in found:
        other = kept.get(one.uid)
        if other is None:
            kept[one.uid] = one
            continue
        report.warning(
            "previous-uid-twice",
            f"the UID `{one.uid}` stands in the feed published before twice; the edition with "
            "the highest SEQUENCE counts",
            text.at(line.number if (line := block.first("UID")) else block.number),
        )
        kept[one.uid] = max(other, one, key=lambda edition: (edition.sequence, edition.stamp))
    return tuple(kept.values())
