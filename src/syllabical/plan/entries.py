"""What the entries of the page become: classes, days without, presentations, exams, homework."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.event import Day, Event, Hours
from syllabical.model.syllabus import Entry, Kind, Week
from syllabical.plan import homework, slots, wording
from syllabical.plan.meeting import Meeting, event, meetings
from syllabical.plan.timetable import Timetable
from syllabical.text import comparable, one_line

_TIMED = frozenset({Kind.CLASS, Kind.PRESENTATION, Kind.EXAM, Kind.OTHER})


def events_of(entry: Entry, week: Week, timetable: Timetable, report: Report) -> Iterator[Event]:
    """What one entry becomes; several events where its track has groups."""
    for meeting in meetings(entry, week, timetable):
        if meeting.change is not None and meeting.change.cancelled:
            yield _called_off(meeting, timetable)
        elif entry.kind is Kind.HOMEWORK_RELEASE:
            yield from homework.release(meeting, timetable, report)
        elif entry.kind is Kind.HOMEWORK_DUE:
            yield homework.due_on_page(meeting, timetable, report)
        else:
            yield event(meeting, _when(meeting, timetable, report), timetable)


def _when(meeting: Meeting, timetable: Timetable, report: Report) -> Hours | Day:
    date, hours = meeting.date, meeting.hours
    if meeting.entry.kind in _TIMED and hours is not None and timetable.zone:
        page = meeting.week.date_at
        found = slots.hours_on(date, hours, timetable.zone, page, report)
        if found is not None:
            return found
    return Day(date, _until(meeting, date))


def _until(meeting: Meeting, date: dt.date) -> dt.date | None:
    """The last day, as many days after the first as the page has it."""
    if meeting.entry.until is None or meeting.entry.until <= meeting.entry.date:
        return None
    return date + (meeting.entry.until - meeting.entry.date)


def _called_off(meeting: Meeting, timetable: Timetable) -> Event:
    """A class that is cancelled stays in sight on its day, as no class."""
    entry = meeting.entry
    name = wording.track_name(timetable.known(entry.track).name)
    group = f"(group {meeting.group})" if meeting.group else ""
    what = " ".join(filter(None, (name or "class", entry.number, group)))
    title = f"{what[:1].upper()}{what[1:]} cancelled: {meeting.title}"
    if comparable(meeting.title).startswith(comparable(name)) and name:
        title = f"{meeting.title} {group} cancelled".replace("  ", " ")
    off = replace(entry, kind=Kind.NO_CLASS, title=title, starts=None, ends=None)
    told = replace(meeting, entry=off, change=None, slots=meeting.slots[1:], title=one_line(title))
    made = event(told, Day(told.date, entry.until), timetable)
    change = meeting.change
    return replace(made, id=change.id if change else "", place="")
