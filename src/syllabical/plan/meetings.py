"""One entry of the page for one group, and the event that it makes once its time is known."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from syllabical.model.event import Day, Event, Hours
from syllabical.model.schedule import Change, Slot
from syllabical.model.syllabus import Entry, Kind, Week
from syllabical.plan import overrides, slots, wording
from syllabical.plan.slots import WrittenHours
from syllabical.plan.tracks import Timetable
from syllabical.source import Span
from syllabical.text import one_line, web_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """An entry for one group or for all, with all that schedule.yaml says of it."""

    entry: Entry
    week: Week
    group: str
    """Empty where it is for all."""

    change: Change | None
    """The exception for its date, where there is one."""

    slots: tuple[Slot, ...]
    """What says when and where, the most particular first."""

    title: str
    """The topic, as the exception has it, else the page."""

    hours: WrittenHours | None
    """The hours: an exception's, else the page's, else those of its slot."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The cell line by line, unless an exception gives another title."""
        return () if self.change and self.change.title else self.entry.lines

    @property
    def date(self) -> dt.date:
        """The day, as the exception has it, else the cell itself, else the weekday of its track."""
        if self.change is not None and self.change.date is not None:
            return self.change.date
        if self.entry.date != self.week.date or self.entry.until is not None:
            return self.entry.date
        return slots.day_of(self.entry.date, self.slots)


def meetings(entry: Entry, week: Week, timetable: Timetable) -> Iterator[Meeting]:
    """The entry once; a class once for each group of its track."""
    track = timetable.tracks[entry.track].settings
    groups: dict[str, Slot] = track.groups if track and entry.kind is Kind.CLASS else {}
    for name, slot in groups.items() or (("", None),):
        group = one_line(str(name))
        change = overrides.change(entry, week, group, timetable)
        usual = tuple(timetable.slots(entry, slot))
        layers = (change, *usual) if change else usual
        yield Meeting(
            entry=entry,
            week=week,
            group=group,
            change=change,
            slots=layers,
            title=_title(entry, change),
            hours=_hours(entry, change, layers),
        )


def _title(entry: Entry, change: Change | None) -> str:
    changed = one_line(change.title) if change else ""
    return changed or one_line(entry.title) or one_line(entry.track) or "Class"


def _hours(entry: Entry, change: Change | None, layers: tuple[Slot, ...]) -> WrittenHours | None:
    usual = slots.usual_hours(layers)
    if entry.starts is None or (change is not None and change.at is not None):
        return usual
    return slots.page_hours(entry.starts, entry.ends, usual, entry.at)


def event(meeting: Meeting, when: Hours | Day, timetable: Timetable) -> Event:
    """The event of a meeting."""
    entry, change, course = meeting.entry, meeting.change, timetable.schedule.course
    track = timetable.tracks[entry.track].name
    place, online = _whereabouts(meeting)
    takes_place = entry.kind is not Kind.NO_CLASS
    untimed = meeting.hours if isinstance(when, Day) and takes_place else None
    return Event(
        key=wording.key(entry.kind, meeting.title, meeting.group),
        kind=entry.kind,
        track=track,
        number=entry.number,
        title=meeting.title,
        summary=wording.summary(
            entry.kind,
            meeting.title,
            prefix=wording.course_prefix(course.short),
            track=track,
            number=entry.number or "",
            group=meeting.group,
        ),
        description=wording.description(
            meeting.title,
            meeting.lines,
            hours=str(untimed or ""),
            links=entry.links,
            details=entry.details,
            online=online,
        ),
        when=when,
        place=place or online,
        url=_url(entry) or web_address(course.url),
        busy=slots.is_busy(entry.kind, when),
        group=meeting.group,
        id=change.id if change else "",
        origin=_origin(meeting),
    )


def _whereabouts(meeting: Meeting) -> tuple[str, str]:
    """The room and the address to join; none of a day on which nobody comes."""
    if meeting.entry.kind is Kind.NO_CLASS:
        return "", ""
    change = meeting.change.place if meeting.change else ""
    # What is said of one date is nearest; then the page's own row, then what is usual.
    usual = slots.first_given(meeting.slots, "place")
    place = one_line(change) or one_line(meeting.entry.place) or one_line(usual)
    return place, web_address(slots.first_given(meeting.slots, "online"))


def _url(entry: Entry) -> str:
    """The address of the class itself, where its cell has one."""
    return next(filter(None, (web_address(link.url) for link in entry.links)), "")


def _origin(meeting: Meeting) -> tuple[Span, ...]:
    hours, change = meeting.hours, meeting.change
    found = (
        meeting.entry.at,
        meeting.week.date_at,
        hours.at if hours else None,
        change.where() if change else None,
    )
    return tuple(dict.fromkeys(span for span in found if span is not None))
