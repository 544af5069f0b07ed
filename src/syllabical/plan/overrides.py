"""What schedule.yaml says of single dates: moved, cancelled, elsewhere, added."""

import datetime as dt
from collections.abc import Iterator

from syllabical.diagnostics import Report
from syllabical.model.event import Day, Event, Hours
from syllabical.model.schedule import Added, Change
from syllabical.model.syllabus import Entry, Kind, Syllabus, Week
from syllabical.plan import slots, wording
from syllabical.plan.slots import Written
from syllabical.plan.tracks import Timetable
from syllabical.text import comparable, one_line, plain_lines, web_address

_NEAR = 3
_EVERY = ""
_SESSIONS = frozenset({Kind.CLASS, Kind.PRESENTATION, Kind.EXAM, Kind.OTHER})
_KIND_KEYS = {
    Kind.HOMEWORK_RELEASE: "homework",
    Kind.HOMEWORK_DUE: "homework",
    Kind.PRESENTATION: "presentation",
    Kind.EXAM: "exam",
}


_BUSY = frozenset({Kind.CLASS, Kind.PRESENTATION, Kind.EXAM})


def change(entry: Entry, week: Week, group: str, timetable: Timetable) -> Change | None:
    """What is different about this entry, or about one group's share in it."""
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


def say_unmet(syllabus: Syllabus, timetable: Timetable, report: Report) -> None:
    """Warn of every exception that no entry of the page meets."""
    if not timetable.schedule.exceptions:
        return
    dates = _dates(syllabus, timetable)
    for date, changes in timetable.schedule.exceptions.items():
        for name, found in changes.items():
            if date not in dates.get(comparable(name), ()):
                _say(date, name, found, dates, report)


def _keys(entry: Entry, group: str, timetable: Timetable) -> frozenset[str]:
    """All the names by which an exception may mean this entry."""
    keys = timetable.known(entry.track).keys
    if entry.kind in _SESSIONS:
        keys |= {_EVERY}
    if entry.kind in _KIND_KEYS:
        keys |= {_KIND_KEYS[entry.kind], _KIND_KEYS[entry.kind] + "s"}
    if group:
        own = comparable(group)
        keys |= {f"{key} {word}{own}" for key in keys if key for word in ("", "group ")}
    return keys


def _dates(syllabus: Syllabus, timetable: Timetable) -> dict[str, set[dt.date]]:
    """The dates there are, by each name that they may be asked for by."""
    found: dict[str, set[dt.date]] = {}
    for week in syllabus.weeks:
        for entry in week.entries:
            track = timetable.known(entry.track).track
            for group in ("", *(track.groups if track else ())):
                for key in _keys(entry, group, timetable):
                    found.setdefault(key, set()).update((week.date, entry.date))
    return found


def _say(
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
    """One event for each of them."""
    for added in timetable.schedule.added:
        yield _event(added, timetable, report)


def _event(added: Added, timetable: Timetable, report: Report) -> Event:
    known = timetable.known(added.track)
    title = one_line(added.title) or known.name or "Event"
    when, online = _when(added, timetable, report), web_address(added.online)
    untimed = [str(_written(added))] if added.at is not None and isinstance(when, Day) else []
    after = (untimed, plain_lines(added.notes), wording.online_lines(online, set()))
    return Event(
        key=wording.key(added.kind, title, ""),
        kind=added.kind,
        track=known.name,
        title=title,
        summary=_summary(added, title, timetable),
        description=wording.description(title, (), after),
        when=when,
        place=one_line(added.place) or online,
        url=web_address(timetable.schedule.course.url),
        busy=added.kind in _BUSY or (added.kind is Kind.OTHER and isinstance(when, Hours)),
        id=added.id,
        origin=tuple(filter(None, (added.where(),))),
    )


def _when(added: Added, timetable: Timetable, report: Report) -> Hours | Day:
    if added.at is not None and timetable.zone:
        page = added.where("date")
        found = slots.hours_on(added.date, _written(added), timetable.zone, page, report)
        if found is not None:
            return found
    runs_on = added.until is not None and added.until > added.date
    return Day(added.date, added.until if runs_on else None)


def _written(added: Added) -> Written:
    return Written(*slots.parsed(added.at or "00:00-24:00"), added.where("at"))


def _summary(added: Added, title: str, timetable: Timetable) -> str:
    short = wording.course_prefix(timetable.schedule.course.short)
    if added.kind is not Kind.CLASS:
        return wording.summary(added.kind, short, title)
    name = wording.track_name(timetable.known(added.track).name)
    return wording.class_summary(short, (name, "", ""), title)
