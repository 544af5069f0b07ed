"""Events that are not on the page, but in schedule.yaml."""

from collections.abc import Iterator

from syllabical.diagnostics import Report
from syllabical.model.event import Day, Event, Hours
from syllabical.model.schedule import Added
from syllabical.model.syllabus import Kind
from syllabical.plan import slots, wording
from syllabical.plan.slots import Written
from syllabical.plan.timetable import Timetable
from syllabical.text import one_line, plain_lines, web_address

_BUSY = frozenset({Kind.CLASS, Kind.PRESENTATION, Kind.EXAM})


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
