"""One entry of the page for one group, and the event that it makes once its time is known."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from syllabical.model.event import Day, Event, Hours
from syllabical.model.schedule import Change, Slot
from syllabical.model.syllabus import Entry, Kind, Week
from syllabical.plan import overrides, slots, wording
from syllabical.plan.slots import Written
from syllabical.plan.tracks import Timetable
from syllabical.source import Span
from syllabical.text import one_line, web_address

_BUSY = frozenset({Kind.CLASS, Kind.PRESENTATION, Kind.EXAM})


@dataclass(frozen=True, slots=True)
class Meeting:
    """An entry, with all that schedule.yaml says of it."""

    entry: Entry
    week: Week
    group: str
    change: Change | None
    slots: tuple[Slot, ...]
    """What says when and where, the most particular first."""

    title: str
    """The topic, as the exception has it, else the page."""

    hours: Written | None
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
        return slots.day(self.entry.date, self.slots)


def meetings(entry: Entry, week: Week, timetable: Timetable) -> Iterator[Meeting]:
    """The entry once; a class once for each group of its track."""
    track = timetable.known(entry.track).track
    groups: dict[str, Slot] = track.groups if track and entry.kind is Kind.CLASS else {}
    for name, slot in groups.items() or (("", None),):
        group = one_line(str(name))
        change = overrides.change(entry, week, group, timetable)
        layers = tuple(timetable.slots(entry, slot))
        layers = (change, *layers) if change else layers
        title, hours = _title(entry, change), _hours(entry, change, layers)
        yield Meeting(entry, week, group, change, layers, title, hours)


def _title(entry: Entry, change: Change | None) -> str:
    changed = one_line(change.title) if change else ""
    return changed or one_line(entry.title) or one_line(entry.track) or "Class"


def _hours(entry: Entry, change: Change | None, layers: tuple[Slot, ...]) -> Written | None:
    usual = slots.written(layers)
    if entry.starts is None or (change is not None and change.at is not None):
        return usual
    return slots.written_on_page(entry.starts, entry.ends, usual, entry.at)


def event(meeting: Meeting, when: Hours | Day, timetable: Timetable) -> Event:
    """The event of a meeting."""
    entry, change, title = meeting.entry, meeting.change, meeting.title
    place, online = _whereabouts(meeting)
    return Event(
        key=wording.key(entry.kind, title, meeting.group),
        kind=entry.kind,
        track=timetable.known(entry.track).name,
        number=entry.number,
        title=title,
        summary=_summary(meeting, title, timetable),
        description=_description(meeting, title, when, online),
        when=when,
        place=place or online,
        url=_url(entry, timetable),
        busy=entry.kind in _BUSY or (entry.kind is Kind.OTHER and isinstance(when, Hours)),
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
    usual = slots.given(meeting.slots, "place")
    place = one_line(change) or one_line(meeting.entry.place) or one_line(usual)
    return place, web_address(slots.given(meeting.slots, "online"))


def _summary(meeting: Meeting, title: str, timetable: Timetable) -> str:
    entry = meeting.entry
    short = wording.course_prefix(timetable.schedule.course.short)
    if entry.kind is not Kind.CLASS:
        return wording.summary(entry.kind, short, title)
    name = wording.track_name(timetable.known(entry.track).name)
    return wording.class_summary(short, (name, entry.number or "", meeting.group), title)


def _description(meeting: Meeting, title: str, when: Hours | Day, online: str) -> str:
    said: set[str] = set()
    links = [*wording.link_lines(meeting.entry.links, said)]
    details = [*wording.detail_lines(meeting.entry.details, said)]
    takes_place = meeting.entry.kind is not Kind.NO_CLASS
    hours = meeting.hours if isinstance(when, Day) and takes_place else None
    after = ([str(hours)] if hours else [], links, details, wording.online_lines(online, said))
    return wording.description(title, meeting.lines, after)


def _url(entry: Entry, timetable: Timetable) -> str:
    """The address of the class itself where its cell has one, else of the course."""
    found = (web_address(link.url) for link in entry.links)
    return next(filter(None, found), "") or web_address(timetable.schedule.course.url)


def _origin(meeting: Meeting) -> tuple[Span, ...]:
    hours, change = meeting.hours, meeting.change
    found = (
        meeting.entry.at,
        meeting.week.date_at,
        hours.at if hours else None,
        change.where() if change else None,
    )
    return tuple(dict.fromkeys(span for span in found if span is not None))
