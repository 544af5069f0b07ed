import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical.ical.components import (
    Block,
    CalendarComponent,
    EventComponent,
    blocks,
    event,
    feed,
)
from syllabical.ical.lines import FeedText
from syllabical.ical.values import Text, whole_day


def parts(text: str) -> list[object]:
    return [
        told(part) if isinstance(part, Block) else part.text
        for part in blocks(FeedText(text.encode(), "feed.ics").lines())
    ]


def told(block: Block) -> tuple[object, ...]:
    end = "whole" if block.is_whole else block.end.text if block.end else "never"
    return (block.name, [line.text for line in block.lines], *map(told, block.blocks), end)


def test_events_come_one_by_one_and_the_calendar_last() -> None:
    text = (
        "BEGIN:VCALENDAR\nA:1\nBEGIN:VEVENT\nB:2\nBEGIN:VALARM\nC:3\nEND:VALARM\nD:4\nEND:VEVENT\n"
        "begin: vevent\nend:Vevent\nE:5\nEND:VCALENDAR\n"
    )

    assert parts(text) == [
        ("VEVENT", ["B:2", "D:4"], ("VALARM", ["C:3"], "whole"), "whole"),
        ("VEVENT", [], "whole"),
        ("VCALENDAR", ["A:1", "E:5"], "whole"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VALARM\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR",
            [
                ("VEVENT", [], ("VALARM", [], "BEGIN:VEVENT"), "BEGIN:VEVENT"),
                ("VEVENT", [], "whole"),
                ("VCALENDAR", [], "whole"),
            ],
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nBEGIN:VEVENT\nA:1\nEND:VCALENDAR",
            [
                ("VTIMEZONE", [], "BEGIN:VEVENT"),
                ("VEVENT", ["A:1"], "END:VCALENDAR"),
                ("VCALENDAR", [], "whole"),
            ],
        ),
        (
            "A:1\nEND:VEVENT\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nB:2",
            ["A:1", "END:VEVENT", ("VEVENT", ["B:2"], "never"), ("VCALENDAR", [], "never")],
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR",
            [
                ("VCALENDAR", [], "BEGIN:VCALENDAR"),
                ("VEVENT", [], "whole"),
                ("VCALENDAR", [], "whole"),
            ],
        ),
        ("BEGIN:VEVENT\nEND:VEVENT", [("VEVENT", [], "whole")]),
    ],
)
def test_a_block_without_its_end_ends_where_it_must(text: str, expected: list[object]) -> None:
    assert parts(text) == expected


LINES = [
    "BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:X", "END:VCALENDAR", "END:VEVENT", "END:X", "A:1",
    "BE GIN:VEVENT", "END;A=1:X",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES)))
def test_every_event_that_begins_comes_out(lines: list[str]) -> None:
    found = [part for part in parts("\n".join(lines)) if isinstance(part, tuple)]

    begun = sum(line in {"BEGIN:VEVENT", "BE GIN:VEVENT"} for line in lines)
    assert [part[0] for part in found].count("VEVENT") == begun


def read(*lines: str) -> tuple[dict[str, object], list[str], list[str]]:
    text = "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))
    [block] = blocks(FeedText(text.encode(), "feed.ics").lines())
    assert isinstance(block, Block)
    found = event(block)
    values = {name: value.to_ical().decode() for name, value in found.component.items()}
    return values, [line.text for line in found.mended], [line.text for line in found.unread]


def test_an_event_is_read_by_icalendar() -> None:
    assert read("UID:1", "SUMMARY:a\\, b", "CATEGORIES:class,,group 11") == (
        {"UID": "1", "SUMMARY": "a\\, b", "CATEGORIES": "class,,group 11"}, [], [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "value", "mended"),
    [
        ("SEQUENCE:two", None, False),
        ("DTSTART:20260230", None, False),
        ("SUMMARY", None, False),
        ("BE\x00GIN:VALARM", None, False),
        ("DURATION:P99999999999999D", None, False),
        ("DTSTART;TZID=a,b:20260301", "20260301", True),
        ("DTSTART;VALUE=GEO:20260301", "20260301", True),
        ("DTSTART;TZID=Europe/Berlin:20260301T100000Z", "20260301T100000Z", True),
        ("CATEGORIES;VALUE=TEXT:a,,b", "a,,b", True),
    ],
)
def test_a_line_that_icalendar_cannot_read_costs_no_other(
    line: str,
    value: str | None,
    mended: bool,  # noqa: FBT001 (a column of a table)
) -> None:
    name = line.partition(":")[0].partition(";")[0]
    kept = {"UID": "1", "LOCATION": "b"}

    assert read("UID:1", line, "LOCATION:b") == (
        kept if value is None else {**kept, name: value},
        [line] if mended else [],
        [] if mended else [line],
    )


def test_events_are_written_inside_their_calendar_each_property_as_it_was_set() -> None:
    calendar = CalendarComponent()
    calendar["VERSION"], calendar["PRODID"] = Text("2.0"), Text("x")
    events = []
    for number in (1, 2):
        component = EventComponent()
        component["UID"] = Text(str(number))
        component["DTSTART"] = whole_day(dt.date(2026, 3, number))
        events.append(component)

    assert feed(calendar, events).decode().replace("\r\n", "\n") == (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"
        "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20260301\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20260302\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    )
