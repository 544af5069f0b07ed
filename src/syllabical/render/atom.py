"""What changed as an Atom feed (RFC 4287); the same bytes for the same two editions."""

import datetime as dt
from collections.abc import Iterator, Sequence
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from syllabical.model.edition import Appeared, EventChange, Kept, Removed
from syllabical.render.changes import news, summary
from syllabical.render.grouped_changes import News
from syllabical.text import one_line, web_address

_NAMESPACE = UUID("b3b1f4f6-54c8-5f0e-a0d6-0f1f6a6c3a11")


def changes_as_atom(
    changes: Sequence[EventChange], *, course: str, url: str, updated: dt.datetime
) -> str:
    """A feed with an entry for every piece of news about a course.

    An entry is dated by the latest stamp of its events; what left the course's feed has none any
    more, and is dated `updated`, an aware time, as the whole is. `url` is the course's address.
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"  <id>{_urn(course, url)}</id>",
        f"  <title>{_text(course)}: changes</title>",
        f"  <subtitle>{_text(summary(changes))}</subtitle>",
        f"  <updated>{_timestamp(updated)}</updated>",
        f"  <author><name>{_text(course) or 'syllabical'}</name></author>",
    ]
    if address := web_address(url):
        lines.append(f"  <link href={quoteattr(address)}/>")
    for each in news(changes):
        lines += _entry(each, updated)
    return "\n".join([*lines, "</feed>", ""])


def _entry(told: News, updated: dt.datetime) -> Iterator[str]:
    stamps = [stamp for change in told.changes if (stamp := _stamp(change))]
    timestamp = _timestamp(max(stamps, default=updated))
    yield "  <entry>"
    yield f"    <id>{_urn(timestamp, told.sentence)}</id>"
    yield f"    <title>{_text(told.sentence)}</title>"
    yield f"    <updated>{timestamp}</updated>"
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


def _urn(*parts: str) -> str:
    return f"urn:uuid:{uuid5(_NAMESPACE, chr(10).join(parts))}"


def _text(text: str) -> str:
    return escape(one_line(text))


def _timestamp(moment: dt.datetime) -> str:
    """A time as RFC 3339 writes it, in UTC."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
