"""What happens when: the events of a syllabus, with the hours and rooms of schedule.yaml."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from syllabical.diagnostics import Note, Report
from syllabical.model.event import Day, Event, Hours
from syllabical.model.schedule import Placed, Schedule
from syllabical.model.syllabus import Entry, Kind, Syllabus, Week
from syllabical.plan import homework, overrides, slots, wording
from syllabical.plan.meetings import Meeting, event, meetings
from syllabical.plan.tracks import Timetable, timetable
from syllabical.plan.weekly import weekly_events
from syllabical.source import Span
from syllabical.text import comparable, one_line

__all__ = ["events"]

_TIMED = frozenset({Kind.CLASS, Kind.PRESENTATION, Kind.EXAM, Kind.OTHER})

_HELP = "add `timezone:`, as in `timezone: Europe/Berlin`"


def events(syllabus: Syllabus, schedule: Schedule, report: Report) -> tuple[Event, ...]:
    """Everything that happens, in the page's order, then what only schedule.yaml knows."""
    known = timetable(syllabus, schedule)
    _report_missing_zone(syllabus, schedule, report)
    overrides.report_unmatched(syllabus, known, report)
    planned = [
        made
        for week in syllabus.weeks
        for entry in week.entries
        for made in _events_of(entry, week, known, report)
    ]
    planned += homework.due_by_rule(syllabus, known, report)
    planned += overrides.added_events(known, report)
    planned += weekly_events(syllabus, planned, known, report)
    return tuple(_with_own_keys(_once(planned, report)))


def _report_missing_zone(syllabus: Syllabus, schedule: Schedule, report: Report) -> None:
    """Say, once for schedule.yaml and once for the page, that hours are given but no zone."""
    if schedule.timezone or any(said.code == "timezone-missing" for said in report):
        return
    asked = next(_hours_in_schedule(schedule), None)
    written = next(_hours_on_page(syllabus), None)
    if asked is not None:
        report.error(
            "timezone-missing", "hours are given, but no timezone", asked.where("at"), help=_HELP
        )
    elif written is not None:
        report.note(
            "timezone-missing",
            "the page gives hours, but without a timezone events can only be all-day",
            written,
            help=_HELP,
        )


def _hours_in_schedule(schedule: Schedule) -> Iterator[Placed]:
    slots: list[Placed] = []
    for track in schedule.tracks.values():
        slots += [track, *track.groups.values()]
    slots += [
        slot for slot in (schedule.presentations, schedule.exams, schedule.homework.due) if slot
    ]
    slots += [change for day in schedule.exceptions.values() for change in day.values()]
    slots += [*schedule.added, *schedule.weekly.values()]
    yield from (slot for slot in slots if getattr(slot, "at", None) is not None)


def _hours_on_page(syllabus: Syllabus) -> Iterator[Span]:
    for week in syllabus.weeks:
        yield from (entry.at for entry in week.entries if entry.starts is not None)


def _events_of(entry: Entry, week: Week, timetable: Timetable, report: Report) -> Iterator[Event]:
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


def _called_off(meeting: Meeting, timetable: Timetable) -> Event:
    """A class that is cancelled stays in sight on its day, as no class."""
    entry = meeting.entry
    name = wording.track_name(timetable.tracks[entry.track].name)
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


def _when(meeting: Meeting, timetable: Timetable, report: Report) -> Hours | Day:
    date, hours = meeting.date, meeting.hours
    if meeting.entry.kind in _TIMED and hours is not None and timetable.zone:
        date_at = meeting.week.date_at
        found = slots.hours_on(date, hours, timetable.zone, date_at=date_at, report=report)
        if found is not None:
            return found
    return Day(date, _until(meeting, date))


def _until(meeting: Meeting, date: dt.date) -> dt.date | None:
    """The last day, as many days after the first as the page has it."""
    if meeting.entry.until is None or meeting.entry.until <= meeting.entry.date:
        return None
    return date + (meeting.entry.until - meeting.entry.date)


def _once(planned: Iterable[Event], report: Report) -> Iterator[Event]:
    """The events, each once: a client takes those alike in all but their UID for one.

    A day off that two columns say in the same words is one in silence; of anything else that the
    page has twice, a warning tells.
    """
    said: dict[tuple[object, ...], Event] = {}
    for each in planned:
        same: tuple[object, ...] = (each.when, each.summary, each.group)
        if each.kind is not Kind.NO_CLASS:
            same = (*same, each.kind, each.description, each.place, each.url, each.repeats)
        first = said.setdefault(same, each)
        if first is each:
            yield each
        elif each.kind is not Kind.NO_CLASS and each.origin[:1] != first.origin[:1]:
            _report_twin(each, first, report)


def _report_twin(event: Event, first: Event, report: Report) -> None:
    report.warning(
        "event-twice",
        f"`{event.summary}` on {event.date} is said twice, and published once",
        event.origin[0] if event.origin else None,
        *(Note("it is said here first", at) for at in first.origin[:1]),
        help="take one of the two out, or give them different titles",
    )


def _with_own_keys(planned: Iterable[Event]) -> Iterator[Event]:
    """The events, counted where two of a track have the same key."""
    seen: Counter[tuple[str, str]] = Counter()
    for each in planned:
        count = seen[each.track, each.key] = seen[each.track, each.key] + 1
        yield each if count == 1 else replace(each, key=f"{each.key}-{count}")
