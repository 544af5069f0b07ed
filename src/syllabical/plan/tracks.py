"""The tracks of a page as schedule.yaml knows them: what students call them, when they meet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from syllabical import timezones
from syllabical.model.schedule import Schedule, Slot, Track
from syllabical.model.syllabus import Entry, Kind, Syllabus
from syllabical.text import comparable, one_line

_HOMEWORK = (Kind.HOMEWORK_RELEASE, Kind.HOMEWORK_DUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTrack:
    """A column of the page, or a track of added events, as schedule.yaml knows it."""

    name: str
    """What students call it."""

    settings: Track | None
    """What schedule.yaml says of it; ``None`` where it says nothing."""

    keys: frozenset[str]
    """All it answers to in schedule.yaml, folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """A schedule, its zone proved to exist, its tracks found by the headers of the page."""

    schedule: Schedule
    zone: str
    """An IANA name; empty where nothing can have hours."""

    tracks: Mapping[str, KnownTrack]
    """By the header of the column, or by the track that an added event names."""

    def slots(self, entry: Entry, group: Slot | None) -> Iterator[Slot]:
        """What says when and where an entry is, the most particular first."""
        if entry.kind is Kind.PRESENTATION and self.schedule.presentations:
            yield self.schedule.presentations
        if entry.kind is Kind.EXAM and self.schedule.exams:
            yield self.schedule.exams
        if group is not None:
            yield group
        settings = self.tracks[entry.track].settings
        if settings is not None and entry.kind not in _HOMEWORK:
            yield settings


def timetable(syllabus: Syllabus, schedule: Schedule) -> Timetable:
    """The schedule beside the columns of a page."""
    on_page = (entry.track for week in syllabus.weeks for entry in week.entries)
    added = (event.track for event in schedule.added)
    headers = dict.fromkeys((*syllabus.tracks, *on_page, *added))
    return Timetable(
        schedule=schedule,
        zone=schedule.timezone if timezones.is_zone(schedule.timezone) else "",
        tracks={header: _known_track(header, schedule) for header in headers},
    )


def _known_track(header: str, schedule: Schedule) -> KnownTrack:
    """The track of this name or column; failing that, the only one whose name is in the header."""
    folded = comparable(header)
    for name, track in schedule.tracks.items():
        if folded in {comparable(name), comparable(track.column or "")}:
            return _of_schedule(name, header, track)
    words = folded.split()
    within = [
        (name, track)
        for name, track in schedule.tracks.items()
        if not track.column and comparable(name) in words
    ]
    if len(within) == 1:
        [(name, track)] = within
        return _of_schedule(name, header, track)
    return KnownTrack(name=one_line(header), settings=None, keys=frozenset({folded}))


def _of_schedule(name: str, header: str, track: Track) -> KnownTrack:
    keys = frozenset({comparable(name), comparable(header)})
    # Who gives a track another name than its column's wants students to read it.
    renamed = track.column and comparable(name) != comparable(header)
    shown = name[:1].upper() + name[1:] if renamed else header
    return KnownTrack(name=one_line(shown), settings=track, keys=keys)
