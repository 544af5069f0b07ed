"""The events as JSON and CSV, for other programs."""

import csv
import io
import json
from collections.abc import Mapping, Sequence

from syllabical.model.edition import Edition
from syllabical.model.event import Day, Hours
from syllabical.model.schedule import Schedule

COLUMNS = (
    "uid", "kind", "track", "number", "title", "date", "start", "end", "all_day",
    "location", "description", "url", "path", "line", "column",
)  # fmt: skip


def as_json(
    editions: Sequence[Edition], schedule: Schedule, diagnostics: Sequence[Mapping[str, object]]
) -> bytes:
    """One object: the course, its zone, its events, and what there is to say about them."""
    whole = {
        "course": schedule.course.name or schedule.course.short,
        "timezone": schedule.timezone or None,
        "events": [_event(edition) for edition in editions],
        "diagnostics": list(diagnostics),
    }
    return _octets(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def as_csv(editions: Sequence[Edition], schedule: Schedule) -> bytes:  # noqa: ARG001 (as for `as_json`)
    """One line an event, below a line of names."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for edition in editions:
        row = _event(edition) | (_source(edition) or {})
        row["all_day"] = "true" if row["all_day"] else "false"
        table.writerow({column: row.get(column) for column in COLUMNS})
    return _octets(text.getvalue())


def _event(edition: Edition) -> dict[str, object]:
    event = edition.event
    return {
        "uid": edition.uid,
        "kind": str(event.kind),
        "track": event.track or None,
        "number": event.number,
        "title": event.title,
        "date": event.date.isoformat(),
        **_times(event.when),
        "location": event.place or None,
        "description": event.description or None,
        "url": event.url or None,
        "source": _source(edition),
    }


def _times(when: Hours | Day) -> dict[str, object]:
    """Start and end with their offset; of whole days, the first and the last, both included."""
    if isinstance(when, Hours):
        start, end = when.starts.isoformat(), when.ends.isoformat()
    else:
        start, end = when.date.isoformat(), when.last.isoformat()
    return {"start": start, "end": end, "all_day": isinstance(when, Day)}


def _source(edition: Edition) -> dict[str, object] | None:
    """Where on the page, or in schedule.yaml, the event stands."""
    if not edition.event.origin:
        return None
    at = edition.event.origin[0]
    line, column = at.place
    return {"path": at.source.path, "line": line, "column": column}


def _octets(text: str) -> bytes:
    """The text in UTF-8, with `?` for half a character, of which there is no UTF-8."""
    return text.encode("utf-8", "replace")
