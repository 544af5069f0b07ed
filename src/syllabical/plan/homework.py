"""When homework is out, and when it is due: by the page, else by the rule in schedule.yaml."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.languages import listed
from syllabical.model.event import Day, Event, Hours
from syllabical.model.hours import clock
from syllabical.model.schedule import Due, lapse
from syllabical.model.syllabus import Entry, Kind, Syllabus
from syllabical.plan import slots
from syllabical.plan.meetings import Meeting, event, meetings
from syllabical.plan.tracks import Timetable
from syllabical.source import Span
from syllabical.text import comparable, one_line

_LENGTH = dt.timedelta(minutes=30)
"""How long a release or a deadline is shown: an event must have a length."""

_DAY = dt.timedelta(days=1)
_NONE = dt.timedelta()
_MIDNIGHT = dt.time()

_MARKS = frozenset((*listed("feed", "says released"), *listed("feed", "says due")))
"""Words of a title that are no part of the homework's name."""


def release(meeting: Meeting, timetable: Timetable, report: Report) -> Iterator[Event]:
    """A homework's release: all day, from its hour on, or nothing at all."""
    shown = timetable.schedule.homework.release
    if shown == "hidden":
        return
    entry = meeting.entry
    hour = clock(shown) if entry.starts is None and shown != "all-day" else entry.starts
    if hour is None or not timetable.zone:
        yield event(meeting, Day(meeting.date, entry.until), timetable)
        return
    starts = dt.datetime.combine(meeting.date, hour)
    found = slots.hours_between(
        starts,
        starts + _LENGTH,
        timetable.zone,
        at=entry.at if entry.starts is not None else timetable.schedule.homework.where("release"),
        date_at=entry.at,
        report=report,
    )
    yield event(meeting, found or Day(meeting.date), timetable)


def due_on_page(meeting: Meeting, timetable: Timetable, report: Report) -> Event:
    """A deadline that the page gives; its hour, where the page gives none, is the usual one."""
    rule, entry = timetable.schedule.homework.due, meeting.entry
    if entry.starts is not None:
        due = dt.datetime.combine(meeting.date, entry.starts)
        due += _DAY if entry.ends == _MIDNIGHT else _NONE
        return _due_event(meeting, due, timetable, at=entry.at, date_at=None, report=report)
    at = rule.where("at") if rule else None
    usual = _usual_hour(meeting.date, rule)
    return _due_event(meeting, usual, timetable, at=at, date_at=entry.at, report=report)


def due_by_rule(syllabus: Syllabus, timetable: Timetable, report: Report) -> Iterator[Event]:
    """The deadlines that follow from schedule.yaml, for homework without one on the page."""
    rule = timetable.schedule.homework.due
    if rule is None:
        return
    entries = [(entry, week) for week in syllabus.weeks for entry in week.entries]
    on_page = {
        name for entry, _ in entries if entry.kind is Kind.HOMEWORK_DUE for name in _names(entry)
    }
    _report_unknown(rule, [entry for entry, _ in entries], report)
    for entry, week in entries:
        if entry.kind is not Kind.HOMEWORK_RELEASE or _names(entry) & on_page:
            continue
        deadline = replace(entry, kind=Kind.HOMEWORK_DUE, starts=None, ends=None)
        for meeting in meetings(deadline, week, timetable):
            due = _due(meeting, entry, rule, timetable)
            if due is not None and not (meeting.change and meeting.change.cancelled):
                at = rule.where("at") or rule.where()
                yield _due_event(meeting, due, timetable, at=at, date_at=entry.at, report=report)


def _names(entry: Entry) -> set[str]:
    """What a homework goes by, when it is out and when it is due."""
    words = [word for word in comparable(entry.title).split() if word not in _MARKS]
    family = "project" if any(word.startswith("proj") for word in words) else "homework"
    return {" ".join(words), *([f"{family} {entry.number}"] if entry.number else [])}


def _report_unknown(rule: Due, entries: Iterable[Entry], report: Report) -> None:
    """Warn of a day that is given for homework that the page does not have."""
    kinds = (Kind.HOMEWORK_RELEASE, Kind.HOMEWORK_DUE)
    known = dict.fromkeys(one_line(entry.title) for entry in entries if entry.kind in kinds)
    for name in rule.on:
        if not any(_is_called(title, name) for title in known):
            report.warning(
                "due-without-homework",
                f"the page has no homework `{one_line(name)}`",
                rule.where(f"on.{name}"),
                help="it has " + ", ".join(f"`{title}`" for title in known) if known else "",
            )


def _due(
    meeting: Meeting, out: Entry, rule: Due, timetable: Timetable
) -> dt.datetime | dt.date | None:
    """When homework that is out is due: a local time, a mere date where that is all day."""
    for name, date in rule.on.items():
        if _is_called(meeting.title, name):
            return _usual_hour(date, rule)
    if rule.after is None:
        return None
    after, shown = lapse(rule.after), timetable.schedule.homework.release
    hour = out.starts or (clock(shown) if shown[:1].isdigit() else _MIDNIGHT)
    due = dt.datetime.combine(meeting.date, hour) + after
    return due if after % _DAY and rule.at is None else _usual_hour(due.date(), rule)


def _is_called(title: str, name: str) -> bool:
    """Whether a title begins with a name: `HW1: Regression` is `hw1`."""
    words, asked = comparable(title).split(), comparable(name).split()
    return bool(asked) and words[: len(asked)] == asked


def _usual_hour(date: dt.date, rule: Due | None) -> dt.datetime | dt.date:
    """The usual hour on a date; `24:00` is the end of it."""
    if rule is None or rule.at is None:
        return date
    return dt.datetime.combine(date, clock(rule.at)) + (_DAY if rule.at[:2] == "24" else _NONE)


def _due_event(
    meeting: Meeting,
    due: dt.datetime | dt.date,
    timetable: Timetable,
    *,
    at: Span | None,
    date_at: Span | None,
    report: Report,
) -> Event:
    """The half hour that ends when it is due: a deadline must not run over."""
    rule = timetable.schedule.homework.due
    when: Hours | Day | None = None
    if isinstance(due, dt.datetime):
        when = slots.hours_between(
            due - _LENGTH, due, timetable.zone, at=at, date_at=date_at, report=report
        )
        due = (due - dt.timedelta.resolution).date()
    alarm = lapse(rule.alarm) if rule is not None and rule.alarm is not None else None
    return replace(event(meeting, when or Day(due), timetable), alarm=alarm)
