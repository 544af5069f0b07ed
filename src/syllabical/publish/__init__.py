"""Editions as what calendars and programs want to receive."""

from collections.abc import Sequence

from syllabical.diagnostics import Report
from syllabical.model.edition import Edition, Status
from syllabical.model.schedule import Schedule
from syllabical.publish.feed_files import feed_bytes, feed_files
from syllabical.publish.feeds import everything, main_file
from syllabical.publish.for_programs import csv, json

__all__ = ["csv", "files", "ics", "import_files", "json", "main_file"]


def files(editions: Sequence[Edition], schedule: Schedule, report: Report) -> dict[str, bytes]:
    """The feeds to subscribe to, by file name."""
    return feed_files(editions, schedule, report, once=False)


def import_files(
    editions: Sequence[Edition], schedule: Schedule, report: Report
) -> dict[str, bytes]:
    """The same feeds for importing once: without what is cancelled, with alarms."""
    held = [edition for edition in editions if edition.status is not Status.CANCELLED]
    return feed_files(held, schedule, report, once=True)


def ics(editions: Sequence[Edition], schedule: Schedule, report: Report | None = None) -> bytes:
    """The feed that holds everything; no bytes where there is nothing to hold."""
    whole = everything(editions, schedule)
    return feed_bytes(whole, schedule, Report() if report is None else report, once=False)
