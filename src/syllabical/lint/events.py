"""Rules about events: what loses, doubles or hides one of them."""

import re
from collections import Counter
from collections.abc import Iterator

from syllabical.diagnostics import Diagnostic, Note
from syllabical.lint import values
from syllabical.lint.component import Component, LintedFeed, error, name, warning
from syllabical.source import Span

_ONCE = (
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "DURATION",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "STATUS",
    "SEQUENCE",
    "LAST-MODIFIED",
    "CREATED",
    "CLASS",
    "URL",
    "TRANSP",
    "PRIORITY",
    "RECURRENCE-ID",
    "RRULE",
)
_TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION")
_TITLE_LIMIT = 255
"""UTF-16 units of a title that Outlook keeps (MS-OXCICAL 2.1.3.1.1.20.24)."""


def required(feed: LintedFeed) -> Iterator[Diagnostic]:
    """UID, DTSTAMP and DTSTART (RFC 5545 §3.6.1), and nothing twice."""
    whys = {
        "UID": "Google refuses such a feed",
        "DTSTAMP": "calendars cannot tell an old copy from a new one",
        "DTSTART": "the event has no day",
    }
    for event in feed.events:
        for needed, why in whys.items():
            if not event.value(needed).strip():
                yield error(
                    "property-missing", f"`{name(event)}` has no {needed}", event.at, help=why
                )
        counts = Counter(line.name for line in event.properties if line.name in _ONCE)
        for repeated in (once for once, count in counts.items() if count > 1):
            first, second = event.all(repeated)[:2]
            yield error(
                "property-twice",
                f"`{repeated}` stands twice",
                second.at,
                Note("the first one", first.at),
                help="keep one",
            )


def identity(feed: LintedFeed) -> Iterator[Diagnostic]:
    """A UID is one event's (RFC 5545 §3.8.4.7); only exceptions of a series share it."""
    seen: dict[tuple[str, str], Component] = {}
    for event in feed.events:
        key = event.value("UID"), event.value("RECURRENCE-ID")
        if key[0] and key in seen:
            yield error(
                "uid-twice",
                f"`{name(event)}` has the UID of another event",
                _place(event, "UID"),
                Note(f"`{name(seen[key])}` has it too", seen[key].at),
                help="Google shows one of them; give each its own",
            )
        seen.setdefault(key, event)


def stamps(feed: LintedFeed) -> Iterator[Diagnostic]:
    """DTSTAMP, LAST-MODIFIED and CREATED are in UTC; SEQUENCE is a number."""
    for event in feed.events:
        for line in (*event.all("DTSTAMP"), *event.all("LAST-MODIFIED"), *event.all("CREATED")):
            moment = values.moment(line)
            if moment is None or not moment.is_utc:
                yield error(
                    "stamp-not-utc",
                    f"{line.name} is `{line.value}`, not a time in UTC",
                    line.at,
                    help="write it as `20190317T113000Z`",
                )
        sequence = event.first("SEQUENCE")
        if sequence and not re.fullmatch(r"\d{1,10}", sequence.value.strip()):
            yield error(
                "sequence-unreadable",
                f"SEQUENCE is `{sequence.value}`, not a number",
                sequence.at,
                help="write `SEQUENCE:0`, and raise it with each change",
            )


def texts(feed: LintedFeed) -> Iterator[Diagnostic]:
    """Texts are escaped, plain, and not too long."""
    for event in feed.events:
        for line in (line for line in event.properties if line.name in _TEXTS):
            bare, bad = values.unescaped(line.value), values.bad_escape(line.value)
            if bare or bad:
                what = f"`{bare}` is not escaped" if bare else f"`{bad}` escapes nothing"
                yield error(
                    "text-not-escaped",
                    f"{what} in {line.name}",
                    line.at,
                    help="write `\\,` `\\;` `\\n` `\\\\`; some calendars cut the text there",
                )
            if line.name == "DESCRIPTION" and re.search(r"<(br|p|a|b|ul|div)\b[^>]*>", line.value):
                yield warning(
                    "html-in-text",
                    "the description holds HTML",
                    line.at,
                    help="Apple and Outlook show the tags; write plain text",
                )
        title = event.first("SUMMARY")
        if title and len(title.value.encode("utf-16-le")) // 2 > _TITLE_LIMIT:
            yield warning(
                "title-too-long",
                f"the title is longer than {_TITLE_LIMIT}",
                title.at,
                help="Outlook cuts it there",
            )


def cancelled(feed: LintedFeed) -> Iterator[Diagnostic]:
    """STATUS:CANCELLED is shown in four ways by four clients."""
    for event in feed.events:
        status = event.first("STATUS")
        if status is None:
            continue
        if status.value.strip().upper() not in {"CONFIRMED", "TENTATIVE", "CANCELLED"}:
            yield error(
                "status-unknown",
                f"`{status.value}` is no status of an event",
                status.at,
                help="write CONFIRMED, TENTATIVE or CANCELLED",
            )
        elif status.value.strip().upper() == "CANCELLED" and event.value("TRANSP") != "TRANSPARENT":
            yield warning(
                "cancelled-but-busy",
                f"`{name(event)}` is cancelled and takes time",
                status.at,
                help="Outlook and Android show it as usual: say it in the title,"
                " and write `TRANSP:TRANSPARENT`",
            )


def alarms(feed: LintedFeed) -> Iterator[Diagnostic]:
    """An alarm has a trigger (RFC 5545 §3.6.6), and most subscribers never hear it."""
    rings: Component | None = None
    for event in feed.events:
        for alarm in event.inside("VALARM"):
            if fault := _of_alarm(event, alarm):
                yield fault
            elif alarm.value("ACTION").strip().upper() != "NONE":
                rings = rings or alarm
    if rings:
        yield warning(
            "alarm-in-feed",
            "Google and Outlook ignore alarms in a feed",
            rings.at,
            help="and the others may ring for everyone who subscribed",
        )


def _of_alarm(event: Component, alarm: Component) -> Diagnostic | None:
    """What keeps one alarm from being read."""
    trigger = alarm.first("TRIGGER")
    if trigger is None or not alarm.first("ACTION"):
        return error(
            "alarm-without-trigger",
            f"an alarm of `{name(event)}` has no {'ACTION' if trigger else 'TRIGGER'}",
            alarm.at,
            help="Apple imports nothing of such a feed",
        )
    moment = values.moment(trigger)
    if values.duration(trigger.value) is None and (moment is None or not moment.is_utc):
        return error(
            "alarm-without-trigger",
            f"an alarm of `{name(event)}` is triggered by `{trigger.value}`",
            trigger.at,
            help="write `-PT15M`; Apple imports nothing of such a feed",
        )
    return None


def _place(event: Component, name: str) -> Span:
    """Where a property stands; where the event begins, if it has none."""
    line = event.first(name)
    return line.at if line else event.at
