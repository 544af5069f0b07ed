import csv
import io
import json
from dataclasses import replace

from planned import SOURCE, entry, planned, schedule
from syllabical import publish
from syllabical.model.edition import Edition
from syllabical.model.event import Event
from syllabical.model.schedule import Track
from syllabical.model.syllabus import Kind
from term import NOW

LECTURE, HOMEWORK = planned(
    entry("Nets"),
    entry("HW1", kind=Kind.HOMEWORK_RELEASE, track="Homework"),
    tracks={"lecture": Track(at="13:30-15:30")},
)


def edition(event: Event) -> Edition:
    return Edition(event=event, uid="0b0a1f6e-0000-5000-8000-000000000000", stamp=NOW)


def test_programs_are_told_everything_in_plain_values() -> None:
    told = json.loads(publish.as_json([edition(LECTURE)], schedule(), [{"code": "x"}]))

    assert told == {
        "course": "CS1",
        "timezone": "Asia/Jerusalem",
        "events": [
            {
                "uid": "0b0a1f6e-0000-5000-8000-000000000000",
                "kind": "class",
                "track": "Lecture",
                "number": None,
                "title": "Nets",
                "date": "2019-03-17",
                "start": "2019-03-17T13:30:00+02:00",
                "end": "2019-03-17T15:30:00+02:00",
                "all_day": False,
                "location": None,
                "description": "Nets",
                "url": None,
                "source": {"path": "page.md", "line": 1, "column": 16},
            }
        ],
        "diagnostics": [{"code": "x"}],
    }


def test_a_spreadsheet_has_a_line_an_event() -> None:
    homework = replace(HOMEWORK, title="HW1, part 1", origin=(SOURCE.span(30, 32),))
    [row] = csv.DictReader(io.StringIO(publish.as_csv([edition(homework)], schedule()).decode()))

    assert row == {
        "uid": "0b0a1f6e-0000-5000-8000-000000000000",
        "kind": "homework-release",
        "track": "Homework",
        "number": "",
        "title": "HW1, part 1",
        "date": "2019-03-17",
        "start": "2019-03-17",
        "end": "2019-03-17",
        "all_day": "true",
        "location": "",
        "description": "HW1",
        "url": "",
        "path": "page.md",
        "line": "2",
        "column": "6",
    }
