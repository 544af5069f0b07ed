import datetime as dt

import pytest

from planned import SUNDAY, entry, planned, told
from syllabical.model.schedule import (
    Slot,
)
from syllabical.model.syllabus import Kind


def test_every_kind_has_its_own_words() -> None:
    kinds = [
        entry("Nets", number="1"),
        entry("No class", 1, kind=Kind.NO_CLASS),
        entry("Passover", 2, kind=Kind.NO_CLASS, until=SUNDAY + dt.timedelta(days=20)),
        entry("HW1", 3, kind=Kind.HOMEWORK_RELEASE, track="Homework"),
        entry("HW1", 4, kind=Kind.HOMEWORK_DUE, track="Homework", starts=dt.time(23, 59)),
        entry("HW2 due", 5, kind=Kind.HOMEWORK_DUE, track="Homework"),
        entry("Project presentations", 6, kind=Kind.PRESENTATION),
        entry("Midterm", 7, kind=Kind.EXAM),
    ]

    assert told(planned(*kinds, presentations=Slot(at="13:30-16:30"))) == [
        "Sun 17/03 13:30–15:30 CS1 Lecture 1: Nets",
        "Sun 24/03 CS1: No class",
        "Sun 31/03–06/04 CS1: No class (Passover)",
        "Sun 07/04 CS1 HW1 released",
        "Sun 14/04 23:29–23:59 CS1 HW1 due",
        "Sun 21/04 CS1 HW2 due",
        "Sun 28/04 13:30–16:30 CS1: Project presentations",
        "Sun 05/05 13:30–15:30 CS1: Midterm",
    ]


@pytest.mark.parametrize(
    ("track", "number", "title", "summary"),
    [
        ("Topic", "3", "Nets", "CS1: Nets"),
        ("Lecture Topics", "3", "Nets", "CS1 Lecture 3: Nets"),
        ("Inhalt der Vorlesung", "3", "Netze", "CS1 Vorlesung 3: Netze"),
        ("Lab / section", "3", "Nets", "CS1 Lab / section 3: Nets"),
        ("נושא", "3", "רשתות", "CS1: רשתות"),
        ("Lecture", None, "Nets", "CS1 Lecture: Nets"),
        ("Lecture", "3", "Lecture 3: Nets", "CS1 Lecture 3: Nets"),
        ("Lecture", "3", "Lectures we like", "CS1 Lecture 3: Lectures we like"),
        ("Lecture", "3", "net " * 40, "CS1 Lecture 3:" + " net" * 26 + "…"),
        ("Lecture", "3", "x" * 300, "CS1 Lecture 3: " + "x" * 104 + "…"),
    ],
)
def test_a_class_says_its_course_track_number_and_topic_once(
    track: str, number: str | None, title: str, summary: str
) -> None:
    [event] = planned(entry(title, track=track, number=number))

    assert event.summary == summary
