"""The least that a feed costs: icalendar fed with events that are ready, and nothing else.

    python benchmarks/plain_icalendar.py events.json > feed.ics

`events.json` is a mapping with `zone`, an IANA name, and `events`, a list of mappings with `uid`,
`summary`, `starts` and `ends` (ISO 8601 in local time; a day alone is all day), `description`,
`location` and `categories`. Nothing is understood, checked, compared with what was published
before, or proved.
"""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

STAMP = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)


def feed(course: dict[str, Any]) -> bytes:
    """The bytes of the feed, written as icalendar's documentation shows it."""
    zone = ZoneInfo(course["zone"])
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//syllabical//benchmark//EN")
    calendar.add("version", "2.0")
    for each in course["events"]:
        event = icalendar.Event()
        event.add("uid", each["uid"])
        event.add("dtstamp", STAMP)
        event.add("last-modified", STAMP)
        event.add("sequence", 0)
        event.add("dtstart", moment(each["starts"], zone))
        event.add("dtend", moment(each["ends"], zone))
        event.add("summary", each["summary"])
        event.add("description", each["description"])
        event.add("location", each["location"])
        event.add("status", "CONFIRMED")
        event.add("transp", "OPAQUE")
        event.add("categories", each["categories"])
        calendar.add_component(event)
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def moment(written: str, zone: ZoneInfo) -> dt.date:
    """A day, or a moment in the zone."""
    if " " not in written:
        return dt.date.fromisoformat(written)
    return dt.datetime.fromisoformat(written).replace(tzinfo=zone)


if __name__ == "__main__":
    sys.stdout.buffer.write(feed(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
