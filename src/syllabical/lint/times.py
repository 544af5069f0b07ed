"""Rules about when an event is: what moves, stretches or drops it."""

import datetime as dt
from collections.abc import Iterator

from syllabical.diagnostics import Diagnostic
from syllabical.ical.lines import Property
from syllabical.lint import values
from syllabical.lint.component import Component, LintedFeed, error, name, warning
from syllabical.lint.values import Moment


def readable(feed: LintedFeed) -> Iterator[Diagnostic]:
    """Every date exists, and is written as what its line says it is."""
    for event in feed.events:
        for line in event.properties:
            if line.name not in {"DTSTART", "DTEND", "RECURRENCE-ID"}:
                continue
            moment = values.moment(line)
            if moment is None:
                yield error(
                    "date-unreadable",
                    f"{line.name} is `{line.value}`, no day there is",
                    line.at,
                    help="write `20190317` or `20190317T133000`",
                )
            else:
                yield from _typed(line, moment)


def _typed(line: Property, moment: Moment) -> Iterator[Diagnostic]:
    """One date or time against its own VALUE and TZID."""
    if moment.is_date and line.parameter("VALUE") != "DATE":
        yield error(
            "value-type-missing",
            f"{line.name} is a date and does not say so",
            line.at,
            help=f"write `{line.name};VALUE=DATE:{line.value}`",
        )
    if moment.is_floating:
        yield error(
            "time-floating",
            f"`{line.value}` has no zone",
            line.at,
            help="Google takes it for UTC, others for the reader's own zone; add TZID, or"
            " write it in UTC",
        )
    if moment.is_utc and "TZID" in line.parameters:
        yield error(
            "zone-and-utc",
            f"`{line.value}` is in UTC and names a zone",
            line.at,
            help="leave out the TZID or the Z",
        )


def lengths(feed: LintedFeed) -> Iterator[Diagnostic]:
    """An event ends after it starts, in the same form, and says so once."""
    for event in feed.events:
        start, end = event.first("DTSTART"), event.first("DTEND")
        length = event.first("DURATION")
        if end and length:
            yield error(
                "end-and-duration",
                f"`{name(event)}` has DTEND and DURATION",
                length.at,
                help="keep DTEND",
            )
        if start and end:
            yield from _ends(event, start, end)
        elif start and length:
            yield from _lasts(event, start, length)


def _ends(event: Component, start: Property, end: Property) -> Iterator[Diagnostic]:
    begins, ends = values.moment(start), values.moment(end)
    if not begins or not ends:
        return
    if begins.is_date != ends.is_date or begins.is_floating != ends.is_floating:
        yield error(
            "end-of-other-type",
            "the end is written in another form than the start",
            end.at,
            help="write both as dates, or both as times of the same zone",
        )
    elif (begins.zone, begins.is_utc) == (ends.zone, ends.is_utc) and ends.local <= begins.local:
        what = "when it starts" if ends.local == begins.local else "before it starts"
        yield error(
            "event-ends-too-early",
            f"`{name(event)}` ends {what}",
            end.at,
            help="DTEND is after DTSTART; for a whole day it is the next day",
        )


def _lasts(event: Component, start: Property, length: Property) -> Iterator[Diagnostic]:
    lasts, begins = values.duration(length.value), values.moment(start)
    if lasts is None or lasts <= dt.timedelta():
        yield error(
            "duration-unreadable",
            f"`{length.value}` is no length of time",
            length.at,
            help="write `PT1H30M`",
        )
    elif begins and begins.is_date:
        yield warning(
            "day-with-duration",
            f"`{name(event)}` is a day with a DURATION",
            length.at,
            help="write DTEND: one reader counts its hours and is a day off",
        )
