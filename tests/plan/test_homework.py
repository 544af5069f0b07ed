import datetime as dt

import pytest

from planned import entry, planned, said, told, when
from syllabical.model.schedule import (
    Due,
    Homework,
)
from syllabical.model.syllabus import Kind


def test_homework_is_due_by_rule_where_the_page_does_not_say() -> None:
    entries = [
        entry("HW1", kind=Kind.HOMEWORK_RELEASE, track="Homework", number="1"),
        entry("HW2: Nets", 1, kind=Kind.HOMEWORK_RELEASE, track="Homework", number="2"),
        entry("HW3", 2, kind=Kind.HOMEWORK_RELEASE, track="Homework", number="3"),
        entry("HW3 due", 4, kind=Kind.HOMEWORK_DUE, track="Homework", number="3"),
    ]
    due = Due(after="10 days", at="24:00", on={"HW2": dt.date(2019, 4, 1)}, alarm="2 days")
    events = planned(*entries, homework=Homework(release="hidden", due=due))

    assert told(events) == [
        "Sun 14/04 23:30–00:00 CS1 HW3 due",
        "Wed 27/03 23:30–00:00 CS1 HW1 due",
        "Mon 01/04 23:30–00:00 CS1 HW2: Nets due",
    ]
    assert {event.alarm for event in events} == {dt.timedelta(days=2)}
    assert not any(event.busy for event in events)


@pytest.mark.parametrize(
    ("release", "due", "expected"),
    [
        ("all-day", Due(after="1 week"), ["Sun 17/03", "Sun 24/03"]),
        ("09:00", Due(after="36 hours"), ["Sun 17/03 09:00–09:30", "Mon 18/03 20:30–21:00"]),
        ("hidden", Due(after="90 minutes", at="12:00"), ["Sun 17/03 11:30–12:00"]),
    ],
)
def test_a_release_and_its_deadline_are_shown_as_asked(
    release: str, due: Due, expected: list[str]
) -> None:
    out = entry("HW1", kind=Kind.HOMEWORK_RELEASE, track="Homework")

    assert [
        when(event) for event in planned(out, homework=Homework(release=release, due=due))
    ] == expected


def test_a_deadline_for_unknown_homework_is_told() -> None:
    out = entry("HW1", kind=Kind.HOMEWORK_RELEASE, track="Homework")
    due = Due(on={"HW5": dt.date(2019, 6, 1)})

    assert said(out, homework=Homework(due=due)) == [
        "warning[due-without-homework]: the page has no homework `HW5` / it has `HW1`"
    ]
