"""One file a feed: what it is called, what it holds, in which zone."""

import uuid
from collections.abc import Sequence

from syllabical import timezones
from syllabical.diagnostics import Report
from syllabical.model.edition import Edition
from syllabical.model.schedule import Schedule
from syllabical.publish import times
from syllabical.publish.feeds import Chosen, chosen
from syllabical.publish.ics import Calendar, feed
from syllabical.text import one_line, web_address
from syllabical.vtimezone import Observance, observances

_CALENDARS = uuid.UUID("5f8a1a3e-6a0e-5d0b-9c39-0d6f7b8f4c55")


def feed_files(
    editions: Sequence[Edition], schedule: Schedule, report: Report, *, once: bool
) -> dict[str, bytes]:
    """The bytes of every feed by its file name."""
    found: dict[str, bytes] = {}
    for asked in chosen(editions, schedule):
        if asked.file in found:
            _say_taken(asked, schedule, report)
        elif written := feed_bytes(asked, schedule, report, once=once):
            found[asked.file] = written
    return found


def feed_bytes(asked: Chosen, schedule: Schedule, report: Report, *, once: bool) -> bytes:
    """One feed; no bytes where nothing would be in it."""
    if not asked.editions:
        _say_empty(asked, schedule, report)
        return b""
    course_zone = schedule.timezone if timezones.is_zone(schedule.timezone) else ""
    placed = times.in_zone(asked.editions, course_zone)
    rules = _rules(placed, course_zone, schedule)
    calendar = _calendar(asked, schedule, course_zone, course_zone if rules else "", once=once)
    if rules is None:
        _say_in_utc(asked, schedule, report)
    if not rules and course_zone:
        placed = times.one_by_one(placed, course_zone)
    return feed(placed, calendar, rules or ())


def _rules(
    editions: Sequence[Edition], zone: str, schedule: Schedule
) -> tuple[Observance, ...] | None:
    """The rules of the zone the hours are written in; none for UTC, ``None`` for UTC in need."""
    if not zone or schedule.times == "utc" or timezones.is_utc(zone):
        return ()
    moments = [moment for edition in editions for moment in times.moments(edition, zone)]
    return observances(zone, moments) if moments else ()


def _calendar(
    asked: Chosen, schedule: Schedule, course_zone: str, zone: str, *, once: bool
) -> Calendar:
    course = schedule.course
    who = "\n".join((course.short or course.name, course.term, asked.file))
    is_main = asked.feed is None
    return Calendar(
        uid=str(uuid.uuid5(_CALENDARS, who)),
        name=one_line(asked.name),
        about=one_line(", ".join(filter(None, (course.name, course.term)))),
        url=web_address(course.url),
        source=web_address(schedule.published) if is_main else "",
        zone=zone,
        course_zone=course_zone,
        once=once,
    )


def _say_empty(asked: Chosen, schedule: Schedule, report: Report) -> None:
    """An empty calendar is never written: subscribers would lose what they have."""
    message = f"there is no event for `{asked.file}`, and a calendar may not be empty"
    if asked.feed:
        # A feed of deadlines has none until the first homework: the others are published.
        report.warning(
            "no-events",
            message,
            asked.feed.where(),
            help="it is written as soon as there is one; or ask for other kinds, tracks or groups",
        )
        return
    report.error(
        "no-events",
        message,
        schedule.where("page"),
        help="check that the table has dated rows, and columns with sessions",
    )


def _say_taken(asked: Chosen, schedule: Schedule, report: Report) -> None:
    report.error(
        "feed-name-taken",
        f"two feeds would be written to `{asked.file}`",
        asked.feed.where() if asked.feed else schedule.where("feeds"),
        help="give one of them another name under `feeds`",
    )


def _say_in_utc(asked: Chosen, schedule: Schedule, report: Report) -> None:
    report.note(
        "feed-in-utc",
        f"the hours of `{asked.file}` are written in UTC, since no yearly rule that Outlook can"
        f" read is right for all of them in `{schedule.timezone}`",
        schedule.where("timezone"),
        help="nothing needs to be done: calendars show the hours in their reader's own zone",
    )
