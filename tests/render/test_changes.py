import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from syllabical import reconcile, render
from syllabical.model.event import Day, Event
from syllabical.model.syllabus import Kind
from term import at, build, day, event, lectures

WEEKS = ("Intro", "CNNs", "RNNs", "GANs")


def numbered(*titles: str, first: int = 0) -> tuple[Event, ...]:
    made = (event(title, at(day(first + n)), number=str(n + 1)) for n, title in enumerate(titles))
    return tuple(replace(one, place="Room 1") for one in made)


def told(before: Sequence[Event], after: Sequence[Event], **more: object) -> list[str]:
    first = build(before)
    return render.changes_as_text(
        reconcile.changes(first, build(after, first, **more))
    ).splitlines()


TERM = numbered(*WEEKS)
HW = event("HW3", day(2), kind=Kind.HOMEWORK_DUE, track="Homework", number="3")

ALL_AT_ONCE = (
    "Lecture 2 moved from Mon 9 Mar to Tue 10 Mar and is now “Nets” (was “CNNs”) "
    "and is in no room yet (was in Room 1)"
)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"when": at(day(1, 1))},
            "Lecture 2: CNNs moved from Mon 9 Mar to Tue 10 Mar",
        ),
        (
            {"when": at(day(1, 1), 14)},
            "Lecture 2: CNNs moved from Mon 9 Mar to Tue 10 Mar, 14:00–16:00 (was 10:00–12:00)",
        ),
        (
            {"when": at(day(1), 14)},
            "Lecture 2: CNNs is at 14:00–16:00 on Mon 9 Mar (was 10:00–12:00)",
        ),
        (
            {"when": at(day(52))},
            "Lecture 2: CNNs moved from Mon 9 Mar 2026 to Mon 1 Mar 2027",
        ),
        (
            {"title": "Nets", "summary": "Nets"},
            "Lecture 2 on Mon 9 Mar is now “Nets” (was “CNNs”)",
        ),
        (
            {"title": "TBD", "summary": "TBD"},
            "Lecture 2 on Mon 9 Mar has no topic yet (was “CNNs”)",
        ),
        (
            {"place": "Room 2"},
            "Lecture 2: CNNs on Mon 9 Mar is in Room 2 (was in Room 1)",
        ),
        (
            {"when": at(day(1, 1)), "title": "Nets", "summary": "Nets", "place": ""},
            ALL_AT_ONCE,
        ),
        ({"description": "CNNs\n\nslides"}, "other notes for Lecture 2"),
    ],
)  # fmt: skip
def test_one_change_is_one_sentence(change: dict[str, Any], sentence: str) -> None:
    after = replace(TERM[1], **change)

    assert told(TERM, (TERM[0], after, *TERM[2:]))[:-1] == [sentence]


@pytest.mark.parametrize(
    ("days", "lapse"),
    [(1, "a day later"), (3, "three days later"), (7, "a week later"), (-14, "two weeks earlier")],
)
def test_a_deadline_is_so_much_later(days: int, lapse: str) -> None:
    moved = replace(HW, when=Day(day(2, days)))

    assert told([HW], [moved])[0].startswith(f"HW3 due {lapse}, from Mon 16 Mar to ")


def test_what_comes_and_goes_is_told() -> None:
    assert told(TERM, (*TERM[:3], event("Seminar", at(day(9)), track="Seminar", place="Hall"))) == [
        "Lecture 4: GANs is gone from Mon 23 Mar",
        "new: Seminar: Seminar on Mon 4 May, 10:00–12:00, Hall",
        "1 removed, 1 added; 3 unchanged",
    ]


def test_a_term_that_shifts_is_one_sentence() -> None:
    assert told((*TERM, HW), (*numbered(*WEEKS, first=1), replace(HW, when=HW.when))) == [
        "Lecture: everything from Mon 2 Mar on a week later (4 events)",
        "4 moved; 1 unchanged",
    ]
    assert told(TERM[:1] + TERM[1:], (TERM[0], *numbered("x", *WEEKS[1:], first=1)[1:]))[0] == (
        "Lecture: everything from Mon 9 Mar on a week later (3 events)"
    )


def test_everything_is_everything_in_every_track() -> None:
    labs = tuple(replace(one, track="Lab", key=f"lab {one.key}") for one in TERM)
    later = numbered(*WEEKS, first=1)
    later_labs = tuple(replace(one, track="Lab", key=f"lab {one.key}") for one in later)

    assert told((*TERM, *labs), (*later, *later_labs))[0] == (
        "everything from Mon 2 Mar on a week later (8 events)"
    )


def test_many_that_move_while_others_stay_are_named() -> None:
    last = event("Exam", at(day(9)))

    assert told((*TERM, last), (*numbered(*WEEKS, first=1), last))[0] == (
        "4 events from Mon 2 Mar on a week later: Lecture 1, Lecture 2, Lecture 3 and Lecture 4"
    )


def test_a_new_room_for_many_is_one_sentence() -> None:
    assert told(TERM, tuple(replace(one, place="Room 2") for one in TERM)) == [
        "4 Lecture meetings from Mon 2 Mar on are in Room 2 (was Room 1)",
        "4 elsewhere; 0 unchanged",
    ]


def test_what_is_cancelled_is_said_and_no_change_is_said_too() -> None:
    assert told(TERM, TERM[:3], removed="mark") == [
        "Lecture 4: GANs on Mon 23 Mar is cancelled",
        "1 cancelled; 3 unchanged",
    ]
    assert told(TERM, TERM) == ["nothing changes; 4 unchanged"]


def test_markdown_is_a_list_in_which_nothing_of_the_page_is_markup() -> None:
    first = build(TERM)
    after = (*TERM, event("*Bold* <b>@all</b> [x](y)", day(8), track="", kind=Kind.OTHER))

    assert render.changes_as_markdown(reconcile.changes(first, build(after, first))) == (
        "**1 added; 4 unchanged**\n\n"
        "- new: \\*Bold\\* \\<b\\>\\@all\\</b\\> \\[x\\](y) on Mon 27 Apr\n"
    )


def test_json_holds_counts_sentences_and_each_change() -> None:
    first = build(TERM)
    after = (*TERM[:3], replace(TERM[3], when=at(day(4))))
    changes = reconcile.changes(first, build(after, first))

    document = json.loads(render.changes_as_json(changes))

    jsonschema.validate(document, {"required": ["summary", "counts", "story", "changes"]})
    assert document["summary"] == "1 moved; 3 unchanged"
    assert document["story"] == ["Lecture 4: GANs moved from Mon 23 Mar to Mon 30 Mar"]
    assert document["counts"]["moved"] == 1
    (moved,) = document["changes"]
    assert (moved["change"], moved["uid"]) == ("moved", first[3].uid)
    assert moved["before"]["starts"] == "2026-03-23T10:00:00+02:00"
    assert moved["after"]["starts"] == "2026-03-30T10:00:00+03:00"


def test_the_clock_on_the_wall_counts_where_summer_time_begins() -> None:
    before = (event("Lab", at(day(2))), event("Lab two", at(day(3))), event("Quiz", at(day(4))))
    after = tuple(replace(one, when=at(day(4 + n))) for n, one in enumerate(before))

    assert told(lectures(), ()) == ["nothing changes; 0 unchanged"]
    assert (
        told(before, after)[0]
        == "Lecture: everything from Mon 16 Mar on two weeks later (3 events)"
    )


def test_homework_that_says_it_is_out_does_not_say_so_twice() -> None:
    homework = event("HW1 out", day(1), kind=Kind.HOMEWORK_RELEASE, track="Homework", number="1")

    assert told((*TERM, homework), (*TERM, replace(homework, description="Read"))) == [
        "other notes for HW1 out",
        "1 with other notes; 4 unchanged",
    ]
