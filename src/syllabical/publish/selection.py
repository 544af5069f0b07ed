"""Which events go into which feed, and what the feed is called."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syllabical.model.edition import Edition
from syllabical.model.event import Event
from syllabical.model.schedule import Feed, Schedule


@dataclass(frozen=True, slots=True)
class Selection:
    """The events of one feed, and what the feed is called."""

    file: str
    name: str
    editions: tuple[Edition, ...]
    feed: Feed | None = None
    """What asks for it; ``None`` for the feed that holds everything."""


def selections(editions: Sequence[Edition], schedule: Schedule) -> Iterator[Selection]:
    """The feed that holds everything, then those of schedule.yaml in its order."""
    yield main_selection(editions, schedule)
    for file, feed in schedule.feeds.items():
        held = tuple(edition for edition in editions if _asks_for(feed, edition.event, schedule))
        yield Selection(
            slug(file.removesuffix(".ics")) + ".ics", _name(file, feed, schedule), held, feed
        )


def main_selection(editions: Sequence[Edition], schedule: Schedule) -> Selection:
    """The feed that holds everything."""
    return Selection(main_file(schedule), main_name(schedule), tuple(editions))


def main_file(schedule: Schedule) -> str:
    """The file name of the feed that holds everything; Thunderbird shows it to students."""
    course = schedule.course
    return (slug(course.short) or slug(course.name) or "course") + ".ics"


def main_name(schedule: Schedule) -> str:
    """What calendars call the feed that holds everything."""
    course = schedule.course
    if course.short and course.name and not course.name.startswith(course.short):
        return f"{course.short}: {course.name}"
    return course.name or course.short


def slug(text: str) -> str:
    """The text as a file name of any system and the last part of any address."""
    text = unicodedata.normalize("NFC", text).casefold()
    return re.sub(r"[^\w.]+", "-", text.replace("_", "-")).strip("-.")


def _name(file: str, feed: Feed, schedule: Schedule) -> str:
    if feed.name:
        return feed.name
    words = file.removesuffix(".ics").replace("-", " ").replace("_", " ")
    short = schedule.course.short or schedule.course.name
    return f"{short} {words}" if short else words


def _asks_for(feed: Feed, event: Event, schedule: Schedule) -> bool:
    if feed.kinds and event.kind not in feed.kinds:
        return False
    if feed.tracks and event.track.casefold() not in _tracks(feed, schedule):
        return False
    return not (feed.group and event.group and event.group != feed.group)


def _tracks(feed: Feed, schedule: Schedule) -> set[str]:
    """The tracks that a feed asks for, by their own names and by their columns'."""
    asked = {track.casefold() for track in feed.tracks}
    for name, track in schedule.tracks.items():
        if track.column and {name.casefold(), track.column.casefold()} & asked:
            asked |= {name.casefold(), track.column.casefold()}
    return asked
