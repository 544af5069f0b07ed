"""What schedule.yaml says, laid out the way that planning asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from syllabical import timezones
from syllabical.model.schedule import Schedule, Slot, Track
from syllabical.model.syllabus import Entry, Kind, Syllabus
from syllabical.text import comparable, one_line

_HOMEWORK = (Kind.HOMEWORK_RELEASE, Kind.HOMEWORK_DUE)


@dataclass(frozen=True, slots=True)
class Known:
    """A column of the page as schedule.yaml knows it."""

    name: str
    """What students call it."""

    track: Track | None
    keys: frozenset[str]
    """All it answers to in schedule.yaml, folded."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """A schedule, its zone proved to exist, its tracks found by the headers of the page."""

    schedule: Schedule
    zone: str
    """Empty where nothing can have hours."""

    tracks: dict[str, Known]

    def known(self, header: str) -> Known:
        """The track of a column."""
        found = self.tracks.get(header)
        if found is None:
            found = self.tracks[header] = _known(header, self.schedule)
        return found

    def slots(self, entry: Entry, group: Slot | None) -> Iterator[Slot]:
        """What says when and where an entry is, the most particular first."""
        if entry.kind is Kind.PRESENTATION and self.schedule.presentations:
            yield self.schedule.presentations
        if entry.kind is Kind.EXAM and self.schedule.exams:
            yield self.schedule.exams
        if group is not None:
            yield group
        track = self.known(entry.track).track
        if track is not None and entry.kind not in _HOMEWORK:
            yield track


def timetable(syllabus: Syllabus, schedule: Schedule) -> Timetable:
    """The schedule beside the columns of a page."""
    zone = schedule.timezone if timezones.is_zone(schedule.timezone) else ""
    tracks = {header: _known(header, schedule) for header in syllabus.tracks}
    return Timetable(schedule, zone, tracks)


def _known(header: str, schedule: Schedule) -> Known:
    folded = comparable(header)
    for name, track in schedule.tracks.items():
        if folded in {comparable(name), comparable(track.column or "")}:
            return _as_named(name, header, track)
    words = folded.split()
    within = [
        (name, track)
        for name, track in schedule.tracks.items()
        if not track.column and comparable(name) in words
    ]
    if len(within) == 1:
        return _as_named(*within[0][:1], header, within[0][1])
    return Known(one_line(header), None, frozenset({folded}))


def _as_named(name: str, header: str, track: Track) -> Known:
    keys = frozenset({comparable(name), comparable(header)})
    if track.column and comparable(name) != comparable(header):
        return Known(one_line(name[:1].upper() + name[1:]), track, keys)
    return Known(one_line(header), track, keys)
