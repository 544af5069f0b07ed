"""A syllabus and a schedule become events: what happens when."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.event import Event
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Kind, Syllabus
from syllabical.plan import overrides
from syllabical.plan.added import added_events
from syllabical.plan.entries import events_of
from syllabical.plan.homework import dues_by_rule
from syllabical.plan.missing_zone import say_missing_zone
from syllabical.plan.timetable import timetable
from syllabical.plan.weekly import weekly_events

__all__ = ["events"]


def events(syllabus: Syllabus, schedule: Schedule, report: Report) -> tuple[Event, ...]:
    """Everything that happens, in the page's order, then what only schedule.yaml knows."""
    known = timetable(syllabus, schedule)
    say_missing_zone(syllabus, schedule, report)
    overrides.say_unmet(syllabus, known, report)
    planned = [
        event
        for week in syllabus.weeks
        for entry in week.entries
        for event in events_of(entry, week, known, report)
    ]
    planned += dues_by_rule(syllabus, known, report)
    planned += added_events(known, report)
    planned += weekly_events(syllabus, planned, known, report)
    return tuple(_with_own_keys(_once(planned)))


def _once(planned: Iterable[Event]) -> Iterator[Event]:
    """The events, without a day off that two columns say in the same words."""
    said = set()
    for event in planned:
        if event.kind is Kind.NO_CLASS:
            same = (event.when, event.summary, event.group)
            if same in said:
                continue
            said.add(same)
        yield event


def _with_own_keys(planned: Iterable[Event]) -> Iterator[Event]:
    """The events, counted where two of a track have the same key."""
    seen: Counter[tuple[str, str]] = Counter()
    for event in planned:
        count = seen[event.track, event.key] = seen[event.track, event.key] + 1
        yield event if count == 1 else replace(event, key=f"{event.key}-{count}")
