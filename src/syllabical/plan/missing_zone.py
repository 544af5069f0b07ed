"""Hours without a zone: they mean nothing to a calendar in another town."""

from collections.abc import Iterator

from syllabical.diagnostics import Report
from syllabical.model.schedule import Placed, Schedule
from syllabical.model.syllabus import Syllabus
from syllabical.source import Span

_HELP = "add `timezone:`, as in `timezone: Europe/Berlin`"


def say_missing_zone(syllabus: Syllabus, schedule: Schedule, report: Report) -> None:
    """Say, once for schedule.yaml and once for the page, that hours are given but no zone."""
    if schedule.timezone or any(said.code == "timezone-missing" for said in report):
        return
    asked = next(_hours_asked_for(schedule), None)
    if asked is not None:
        report.error(
            "timezone-missing", "hours are given, but no timezone", asked.where("at"), help=_HELP
        )
    written = next(_hours_on_page(syllabus), None)
    if written is not None and asked is None:
        report.note(
            "timezone-missing",
            "the page gives hours, but without a timezone events can only be all-day",
            written,
            help=_HELP,
        )


def _hours_asked_for(schedule: Schedule) -> Iterator[Placed]:
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
