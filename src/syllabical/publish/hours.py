"""The hours of a feed: local time in the course's zone, or UTC, one occurrence an event."""

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace

from syllabical import timezones
from syllabical.model.edition import Edition
from syllabical.model.event import Hours

_MIDNIGHT = dt.time()
_WEEK = dt.timedelta(days=7)


def in_zone(editions: Sequence[Edition], zone: str) -> list[Edition]:
    """The editions with their hours in local time of the zone, by their start, then by UID."""
    placed = [_placed(edition, zone) for edition in editions]
    placed.sort(key=_position)
    return placed


def one_by_one(editions: Sequence[Edition], zone: str) -> list[Edition]:
    """The same for a feed in UTC: a weekly event that crosses a DST transition becomes several."""
    return in_zone([single for edition in editions for single in _singles(edition, zone)], zone)


def moments(edition: Edition, zone: str) -> Iterator[dt.datetime]:
    """The start and the end of each occurrence of an edition; none of whole days."""
    when, repeats = edition.event.when, edition.event.repeats
    if not isinstance(when, Hours):
        return
    yield when.starts
    yield when.ends
    if repeats is None:
        return
    for starts, ends in _occurrences(when, repeats.until, repeats.weeks, zone):
        yield starts
        yield ends


def _occurrences(
    when: Hours, until: dt.date, weeks: int, zone: str
) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    starts, ends = when.starts.replace(tzinfo=None), when.ends.replace(tzinfo=None)
    while starts.date() <= until:
        yield timezones.first_instant(starts, zone), timezones.first_instant(ends, zone)
        starts, ends = starts + weeks * _WEEK, ends + weeks * _WEEK


def _singles(edition: Edition, zone: str) -> Iterator[Edition]:
    """An edition as it is, or each of its occurrences where their UTC offsets differ."""
    when, repeats = edition.event.when, edition.event.repeats
    if repeats is None or not isinstance(when, Hours):
        yield edition
        return
    occurrences = list(_occurrences(when, repeats.until, repeats.weeks, zone))
    if len({moment.utcoffset() for pair in occurrences for moment in pair}) == 1:
        yield edition
        return
    for starts, ends in occurrences:
        if starts.date() not in repeats.except_on:
            event = replace(edition.event, when=Hours(starts, ends), repeats=None)
            uid = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{edition.uid}/{starts.date()}"))
            yield replace(edition, event=event, uid=uid)


def _placed(edition: Edition, zone: str) -> Edition:
    when = edition.event.when
    if not isinstance(when, Hours) or not zone:
        return edition
    if getattr(when.starts.tzinfo, "zone", "") == getattr(when.ends.tzinfo, "zone", "") == zone:
        return edition
    when = Hours(timezones.in_zone(when.starts, zone), timezones.in_zone(when.ends, zone))
    return replace(edition, event=replace(edition.event, when=when))


def _position(edition: Edition) -> tuple[dt.date, dt.time, str]:
    when = edition.event.when
    if isinstance(when, Hours):
        return when.starts.date(), when.starts.time(), edition.uid
    return when.date, _MIDNIGHT, edition.uid
