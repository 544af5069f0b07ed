"""The events of a feed as input of other programs: a plain script, and yaml2ics.

python benchmarks/same_events.py FEED ZONE events.json events.yaml
"""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import icalendar


def of_feed(feed: bytes, zone: str) -> dict[str, Any]:
    """What `plain_icalendar.feed` takes: the events of a feed in their order."""
    calendar = icalendar.Calendar.from_ical(feed)
    return {"zone": zone, "events": [_mapping(event) for event in calendar.events]}


def _mapping(event: icalendar.Event) -> dict[str, Any]:
    return {
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "starts": _local(event.start),
        "ends": _local(event.end),
        "description": str(event.get("DESCRIPTION", "")),
        "location": str(event.get("LOCATION", "")),
        "categories": [str(each) for each in event.categories],
    }


def _local(moment: dt.date) -> str:
    """A day as `2025-10-06`, a moment as `2025-10-06 10:15:00`."""
    return f"{moment:%Y-%m-%d %H:%M:%S}" if isinstance(moment, dt.datetime) else f"{moment}"


def for_yaml2ics(course: dict[str, Any]) -> str:
    """The same timed events as a file for yaml2ics, a line a field, as a person would write it."""
    lines = ["name: A course of one term", f"timezone: {course['zone']}", "events:"]
    for each in course["events"]:
        lines += [f"  - uid: {each['uid']}", f"    begin: {each['starts']}"]
        lines += [f"    end: {each['ends']}", "    status: CONFIRMED"]
        for field in ("summary", "description", "location", "categories"):
            # A string of JSON is a string of YAML.
            lines.append(f"    {field}: {json.dumps(each[field], ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read a feed, and write the input of both programs."""
    feed, zone, for_plain, for_yaml = sys.argv[1:]
    course = of_feed(Path(feed).read_bytes(), zone)
    Path(for_plain).write_text(json.dumps(course), encoding="utf-8")
    Path(for_yaml).write_text(for_yaml2ics(course), encoding="utf-8")


if __name__ == "__main__":
    main()
