"""Editions as what calendars and programs want to receive."""

import uuid
from collections.abc import Sequence

from syllabical import timezones
from syllabical.diagnostics import Report
from syllabical.model.edition import Edition, Status
from syllabical.model.schedule import Schedule
from syllabical.publish import hours
from syllabical.publish.data import as_csv, as_json
from syllabical.publish.ics import FeedProperties, written
from syllabical.publish.selection import Selection, main_file, main_selection, selections
from syllabical.text import one_line, web_address
from syllabical.vtimezone import Observance, observances

__all__ = ["as_csv", "as_json", "files", "import_files", "main_feed", "main_file"]

_CALENDARS = uuid.UUID("5f8a1a3e-6a0e-5d0b-9c39-0d6f7b8f4c55")


def files(editions: Sequence[Edition], schedule: Schedule, report: Report) -> dict[str, bytes]:
    """The feeds to subscribe to, by file name."""
    return _files(editions, schedule, report, once=False)


def import_files(
    editions: Sequence[Edition], schedule: Schedule, report: Report
) -> dict[str, bytes]:
    """The same feeds for importing once: without what is cancelled, with alarms."""
    held = [edition for edition in editions if edition.status is not Status.CANCELLED]
    return _files(held, schedule, report, once=True)


def main_feed(editions: Sequence[Edition], schedule: Schedule, report: Report) -> bytes:
    """The feed that holds everything; no bytes where there is nothing to hold."""
    return _feed(main_selection(editions, schedule), schedule, report, once=False)


def _files(
    editions: Sequence[Edition], schedule: Schedule, report: Report, *, once: bool
) -> dict[str, bytes]:
    """The bytes of every feed by its file name."""
    found: dict[str, bytes] = {}
    for selection in selections(editions, schedule):
        if selection.file in found:
            _say_taken(selection, schedule, report)
        elif feed := _feed(selection, schedule, report, once=once):
            found[selection.file] = feed
    return found


def _feed(selection: Selection, schedule: Schedule, report: Report, *, once: bool) -> bytes:
    """One feed; no bytes where nothing would be in it."""
    if not selection.editions:
        _say_empty(selection, schedule, report)
        return b""
    zone = schedule.timezone if timezones.is_zone(schedule.timezone) else ""
    placed = hours.in_zone(selection.editions, zone)
    rules = _observances(placed, zone, schedule)
    properties = _properties(selection, schedule, zone, zone if rules else "", once=once)
    if rules is None:
        _say_in_utc(selection, schedule, report)
    if not rules and zone:
        placed = hours.one_by_one(placed, zone)
    return written(placed, properties, rules or ())


def _observances(
    editions: Sequence[Edition], zone: str, schedule: Schedule
) -> tuple[Observance, ...] | None:
    """The rules of the zone the hours are written in; none for UTC, ``None`` for UTC in need."""
    if not zone or schedule.times == "utc" or timezones.is_utc(zone):
        return ()
    moments = [moment for edition in editions for moment in hours.moments(edition, zone)]
    return observances(zone, moments) if moments else ()


def _properties(
    selection: Selection, schedule: Schedule, course_zone: str, zone: str, *, once: bool
) -> FeedProperties:
    course = schedule.course
    who = "\n".join((course.short or course.name, course.term, selection.file))
    is_main = selection.feed is None
    return FeedProperties(
        uid=str(uuid.uuid5(_CALENDARS, who)),
        name=one_line(selection.name),
        about=one_line(", ".join(filter(None, (course.name, course.term)))),
        url=web_address(course.url),
        source=web_address(schedule.published) if is_main else "",
        zone=zone,
        course_zone=course_zone,
        once=once,
    )


def _say_empty(selection: Selection, schedule: Schedule, report: Report) -> None:
    """An empty calendar is never written: subscribers would lose what they have."""
    message = f"there is no event for `{selection.file}`, and a calendar may not be empty"
    if selection.feed:
        # A feed of deadlines has none until the first homework: the others are published.
        report.warning(
            "no-events",
            message,
            selection.feed.where(),
            help="it is written as soon as there is one; or ask for other kinds, tracks or groups",
        )
        return
    report.error(
        "no-events",
        message,
        schedule.where("page"),
        help="check that the table has dated rows, and columns with sessions",
    )


def _say_taken(selection: Selection, schedule: Schedule, report: Report) -> None:
    report.error(
        "feed-name-taken",
        f"two feeds would be written to `{selection.file}`",
        selection.feed.where() if selection.feed else schedule.where("feeds"),
        help="give one of them another name under `feeds`",
    )


def _say_in_utc(selection: Selection, schedule: Schedule, report: Report) -> None:
    report.note(
        "feed-in-utc",
        f"the hours of `{selection.file}` are written in UTC, since no yearly rule that Outlook can"
        f" read is right for all of them in `{schedule.timezone}`",
        schedule.where("timezone"),
        help="nothing needs to be done: calendars show the hours in their reader's own zone",
    )
