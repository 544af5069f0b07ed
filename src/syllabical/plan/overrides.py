"""What schedule.yaml says of single dates: moved, cancelled, elsewhere, added."""

import datetime as dt
from collections.abc import Iterator

from syllabical.diagnostics import Report
from syllabical.model.event import Day, Event, Hours
from syllabical.model.schedule import Added, Change
from syllabical.model.syllabus import Entry, Kind, Syllabus, Week
from syllabical.plan import slots, wording
from syllabical.plan.tracks import Timetable
from syllabical.text import comparable, one_line, plain_lines, web_address

_NEAR = 3
"""Dates nearby that a warning names."""

_EVERY = ""
"""The key of an exception for every track of its date."""

_SESSIONS = frozenset({Kind.CLASS, Kind.PRESENTATION, Kind.EXAM, Kind.OTHER})
_KIND_KEYS = {
    Kind.HOMEWORK_RELEASE: "homework",
    Kind.HOMEWORK_DUE: "homework",
    Kind.PRESENTATION: "presentation",
    Kind.EXAM: "exam",
}


def change(entry: Entry, week: Week, group: str, timetable: Timetable) -> Change | None:
    """What is different about this entry, or about one group's share in it.

    An exception is looked for on the row's date and then on the entry's own; there, one that
    names the track comes before one for every track.
    """
    if not timetable.schedule.exceptions:
        return None
    keys = _keys(entry, group, timetable)
    for date in (week.date, entry.date):
        changes = timetable.schedule.exceptions.get(date, {})
        for name, found in changes.items():
            if name and comparable(name) in keys:
                return found
        if _EVERY in keys and _EVERY in changes:
            return changes[_EVERY]
    return None


def _keys(entry: Entry, group: str, timetable: Timetable) -> frozenset[str]:
    """All the names by which an exception may mean this entry."""
    keys = timetable.tracks[entry.track].keys
    if entry.kind in _SESSIONS:
        keys |= {_EVERY}
    if entry.kind in _KIND_KEYS:
        keys |= {_KIND_KEYS[entry.kind], _KIND_KEYS[entry.kind] + "s"}
    if group:
        own = comparable(group)
        keys |= {f"{key} {word}{own}" for key in keys if key for word in ("", "group ")}
    return keys


def report_unmatched(syllabus: Syllabus, timetable: Timetable, report: Report) -> None:
    """Warn of every exception that no entry of the page meets."""
    if not timetable.schedule.exceptions:
        return
    dates = _dates_by_key(syllabus, timetable)
    for date, changes in timetable.schedule.exceptions.items():
        for name, found in changes.items():
            if date not in dates.get(comparable(name), ()):
                _report_one(date, name, found, dates, report)


def _dates_by_key(syllabus: Syllabus, timetable: Timetable) -> dict[str, set[dt.date]]:
    """The dates there are, by each name that they may be asked for by."""
    found: dict[str, set[dt.date]] = {}
    for week in syllabus.weeks:
        for entry in week.entries:
            track = timetable.tracks[entry.track].settings
            for group in ("", *(track.groups if track else ())):
                for key in _keys(entry, group, timetable):
                    found.setdefault(key, set()).update((week.date, entry.date))
    return found


def _report_one(
    date: dt.date, name: str, found: Change, dates: dict[str, set[dt.date]], report: Report
) -> None:
    there = dates.get(comparable(name), set())
    what = f"`{one_line(name)}`" if name else "class"
    if not there and name:
        known = ", ".join(f"`{key}`" for key in sorted(dates) if key)
        report.warning(
            "exception-without-event",
            f"nothing on the page is called {what}, neither on {date} nor on any other day",
            found.where(),
            help=f"these are: {known}" if known else "",
        )
        return
    near = sorted(sorted(there), key=lambda other: abs(other - date))[:_NEAR]
    report.warning(
        "exception-without-event",
        f"the page has no {what} on {date}",
        found.where(),
        help="the nearest are on " + ", ".join(map(str, sorted(near))) if near else "",
    )


def added_events(timetable: Timetable, report: Report) -> Iterator[Event]:
    """The events that schedule.yaml adds to the page's."""
    for added in timetable.schedule.added:
        yield _added_event(added, timetable, report)


def _added_event(added: Added, timetable: Timetable, report: Report) -> Event:
    course, track = timetable.schedule.course, timetable.tracks[added.track].name
    title = one_line(added.title) or track or "Event"
    when, online = _when(added, timetable, report), web_address(added.online)
    untimed = added.at is not None and isinstance(when, Day)
    return Event(
        key=wording.key(added.kind, title),
        kind=added.kind,
        track=track,
        title=title,
        summary=wording.summary(
            added.kind, title, prefix=wording.course_prefix(course.short), track=track
        ),
        description=wording.description(
            title,
            hours=str(_hours(added)) if untimed else "",
            notes=plain_lines(added.notes),
            online=online,
        ),
        when=when,
        place=one_line(added.place) or online,
        url=web_address(course.url),
        busy=slots.is_busy(added.kind, when),
        id=added.id,
        origin=tuple(filter(None, (added.where(),))),
    )


def _when(added: Added, timetable: Timetable, report: Report) -> Hours | Day:
    if added.at is not None and timetable.zone:
        date_at = added.where("date")
        found = slots.hours_on(
            added.date, _hours(added), timetable.zone, date_at=date_at, report=report
        )
        if found is not None:
            return found
    runs_on = added.until is not None and added.until > added.date
    return Day(added.date, added.until if runs_on else None)


def _hours(added: Added) -> slots.WrittenHours:
    return slots.written_hours(added.at or "00:00-24:00", added.where("at"))
