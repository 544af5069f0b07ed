"""What a build made, in a few lines: events by kind, first and last day, zone."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from syllabical.model.edition import Edition, Status
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Kind
from syllabical.render.width import isolated, visible

NAMES = {
    Kind.CLASS: ("class", "classes"),
    Kind.PRESENTATION: ("presentation", "presentations"),
    Kind.EXAM: ("exam", "exams"),
    Kind.HOMEWORK_RELEASE: ("homework release", "homework releases"),
    Kind.HOMEWORK_DUE: ("homework deadline", "homework deadlines"),
    Kind.NO_CLASS: ("no-class day", "no-class days"),
    Kind.OTHER: ("other event", "other events"),
}


def summary(editions: Sequence[Edition], schedule: Schedule) -> str:
    """How many events of each kind, from when to when, and in which zone."""
    if not editions:
        return "  no events"
    days = [edition.event.date for edition in editions]
    first, last = min(days), max(days)
    zone = schedule.timezone or "all day"
    count = f"{len(editions)} event{'s' * (len(editions) != 1)}"
    lines = [f"  {count}, {_day(first)} to {_day(last)}, {zone}"]
    cancelled = sum(edition.status is Status.CANCELLED for edition in editions)
    if cancelled:
        lines.append(f"  {cancelled:4} of them cancelled")
    kinds = Counter(edition.event.kind for edition in editions)
    for kind, (one, many) in NAMES.items():
        if kinds[kind]:
            lines.append(
                f"  {kinds[kind]:4} {one if kinds[kind] == 1 else many}{_tracks(kind, editions)}"
            )
    return "\n".join(lines)


def _tracks(kind: Kind, editions: Sequence[Edition]) -> str:
    """How the classes divide into tracks, where there are several."""
    told = sorted(editions, key=lambda edition: edition.place_in_time)
    tracks = Counter(e.event.track for e in told if e.event.kind is kind)
    if kind is not Kind.CLASS or len(tracks) < 2:  # noqa: PLR2004 (two make a division)
        return ""
    return ": " + ", ".join(f"{count} {_shown(track)}" for track, count in tracks.items())


def _shown(track: str) -> str:
    """A track as a terminal shows it in a line of ours."""
    if track.isascii():
        return track

    return isolated(visible(track))


def _day(day: dt.date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
