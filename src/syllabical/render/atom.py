"""Tells what changed as an Atom feed (RFC 4287), the same for the same two editions."""

import datetime as dt
from collections.abc import Iterator, Sequence
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from syllabical.model.edition import Appeared, EventChange, Kept, Removed
from syllabical.render.changes import story, summary
from syllabical.render.grouped_changes import Told
from syllabical.text import one_line, web_address

NAMESPACE = UUID("b3b1f4f6-54c8-5f0e-a0d6-0f1f6a6c3a11")


def feed(changes: Sequence[EventChange], name: str, url: str, updated: dt.datetime) -> str:
    """One entry for every piece of news; what left the feed is dated `updated`."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"  <id>urn:uuid:{uuid5(NAMESPACE, name + chr(10) + url)}</id>",
        f"  <title>{_text(name)}: changes</title>",
        f"  <subtitle>{_text(summary(changes))}</subtitle>",
        f"  <updated>{_moment(updated)}</updated>",
        f"  <author><name>{_text(name) or 'syllabical'}</name></author>",
    ]
    if address := web_address(url):
        lines.append(f"  <link href={quoteattr(address)}/>")
    for told in story(changes):
        lines += _entry(told, updated)
    return "\n".join([*lines, "</feed>", ""])


def _entry(told: Told, updated: dt.datetime) -> Iterator[str]:
    stamps = [stamp for change in told.changes if (stamp := _stamp(change))]
    stamp = max(stamps, default=updated)
    yield "  <entry>"
    yield f"    <id>urn:uuid:{uuid5(NAMESPACE, _moment(stamp) + chr(10) + told.sentence)}</id>"
    yield f"    <title>{_text(told.sentence)}</title>"
    yield f"    <updated>{_moment(stamp)}</updated>"
    yield f"    <content>{_text(told.sentence)}</content>"
    yield "  </entry>"


def _stamp(change: EventChange) -> dt.datetime | None:
    match change:
        case Removed():
            return None
        case Appeared(edition) | Kept(edition):
            return edition.stamp
        case _:
            return change.after.stamp


def _text(text: str) -> str:
    return escape(one_line(text))


def _moment(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
