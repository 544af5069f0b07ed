import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from syllabical import timezones
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Repeats
from syllabical.model.syllabus import Kind
from term import NOW, at, build, day, event, lectures

LATER = NOW + dt.timedelta(days=1)
TITLES = ("Intro", "CNNs", "RNNs", "GANs", "GNNs", "Attention", "Pruning", "CUDA")
CLASS = event("CNNs", at(day(0)), place="Room 1", url="https://x.org", group="11", busy=True)


def rebuilt(before: Event, after: Event, **more: Any) -> Edition:
    (one,) = build([after], build([before]), **more)
    return one


def test_a_first_edition_is_of_now_with_sequence_0_and_a_uuid_of_its_own() -> None:
    first = build(lectures("Intro", "CNNs"))

    assert {(one.stamp, one.sequence, one.status) for one in first} == {(NOW, 0, Status.CONFIRMED)}
    assert {UUID(one.uid).version for one in first} == {5}
    assert len({one.uid for one in first}) == 2


def test_two_machines_make_the_same_first_edition() -> None:
    assert build(lectures("Intro", "CNNs")) == build(lectures("Intro", "CNNs"))


@pytest.mark.parametrize("namespace", ["algo/2027", "calculus/2026"])
def test_another_term_or_course_makes_other_uids(namespace: str) -> None:
    ours = {one.uid for one in build(lectures("Intro", "CNNs"))}

    assert not ours & {one.uid for one in build(lectures("Intro", "CNNs"), namespace=namespace)}


def test_a_uid_that_is_taken_is_not_made_again() -> None:
    first = build([event("CNNs", day(0))])
    renamed = event("RNNs", day(0), key="rnns")

    then = build([renamed, event("CNNs", day(20), kind=Kind.EXAM, key="cnns")], first)

    assert len({one.uid for one in then}) == 2
    assert {one.uid for one in first} <= {one.uid for one in then}


def test_the_same_key_twice_makes_two_uids() -> None:
    first = build([event("CNNs", day(0)), event("CNNs", day(1))])

    assert len({one.uid for one in first}) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"when": at(day(1))},
        {"when": at(day(0), 10, 3)},
        {"when": Day(day(0))},
        {"place": "Room 2"},
        {"repeats": Repeats(day(9))},
        {"repeats": Repeats(day(9), 1, (day(1),))},
    ],
)
def test_sequence_and_stamp_rise_with_time_place_and_recurrence(change: dict[str, Any]) -> None:
    weekly = replace(CLASS, repeats=Repeats(day(8))) if "repeats" in change else CLASS
    one = rebuilt(weekly, replace(weekly, **change))

    assert (one.sequence, one.stamp) == (1, LATER)


@pytest.mark.parametrize(
    "change",
    [
        {"summary": "Lecture: RNNs"},
        {"description": "CNNs\n\nslides"},
        {"url": "https://y.org"},
        {"busy": False},
        {"kind": Kind.EXAM},
        {"track": "Lectures"},
        {"group": "12"},
    ],
)
def test_the_stamp_alone_rises_with_whatever_else_is_said(change: dict[str, Any]) -> None:
    one = rebuilt(CLASS, replace(CLASS, **change))

    assert (one.sequence, one.stamp) == (0, LATER)


@pytest.mark.parametrize(
    "change", [{"key": "other"}, {"number": "9"}, {"alarm": dt.timedelta(1)}, {"id": "name"}]
)
def test_what_no_feed_says_changes_nothing(change: dict[str, Any]) -> None:
    one = rebuilt(CLASS, replace(CLASS, **change))

    assert (one.sequence, one.stamp) == (0, NOW)


def test_the_same_instant_in_another_zone_is_no_change() -> None:
    hours = at(day(0))
    utc = replace(hours, starts=timezones.in_utc(hours.starts), ends=timezones.in_utc(hours.ends))

    assert rebuilt(CLASS, replace(CLASS, when=utc)).stamp == NOW


@pytest.mark.parametrize("days", [0, -1, -400])
def test_no_stamp_falls_where_the_clock_does(days: int) -> None:
    one = rebuilt(CLASS, replace(CLASS, place="Room 2"), days=days)

    assert one.stamp == NOW + dt.timedelta(seconds=1)


def test_a_build_without_changes_gives_equal_editions_whenever_it_happens() -> None:
    first = build(lectures(*TITLES))

    assert build(lectures(*TITLES), first, days=99) == first


def test_what_leaves_the_page_leaves_the_feed() -> None:
    assert len(build(lectures("Intro", "CNNs"), build(lectures("Intro", "CNNs", "RNNs")))) == 2


def test_what_leaves_the_page_is_marked_where_that_is_asked_for() -> None:
    first = build(lectures("Intro", "CNNs", "RNNs"))
    cnns = first[1]

    then = build([first[0].event, first[2].event], first, removed="mark")

    marked = replace(cnns.event, summary="Cancelled: Lecture: CNNs", busy=False)
    assert then == (
        first[0],
        Edition(event=marked, uid=cnns.uid, sequence=1, stamp=LATER, status=Status.CANCELLED),
        first[2],
    )
    assert build([first[0].event, first[2].event], then, removed="mark", days=5) == then


def test_what_is_marked_stays_until_the_term_ends() -> None:
    first = build(lectures("Intro", "CNNs", "RNNs"))
    kept = [first[0].event, first[2].event]
    marked = build(kept, first, removed="mark")
    last = (day(2) - NOW.date()).days

    assert len(build(kept, marked, removed="mark", days=last)) == 3
    assert len(build(kept, marked, removed="mark", days=last + 1)) == 2
    assert len(build(kept, marked, removed="mark", days=last + 1, term_ends=day(3))) == 3


def test_what_comes_back_is_what_it_was_and_its_sequence_goes_on() -> None:
    first = build(lectures("Intro", "CNNs", "RNNs"))
    marked = build([first[0].event, first[2].event], first, removed="mark")

    then = build(lectures("Intro", "CNNs", "RNNs"), marked, removed="mark", days=2)

    back = replace(first[1], sequence=2, stamp=NOW + dt.timedelta(days=2))
    assert then == (first[0], back, first[2])


def test_a_new_class_on_the_day_of_a_cancelled_one_is_another() -> None:
    first = build(lectures("Intro", "CNNs", "RNNs"))
    marked = build([first[0].event, first[2].event], first, removed="mark")

    then = build(lectures("Intro", "Guest", "RNNs"), marked, removed="mark", days=2)

    assert [one.event.title for one in then if one.uid == first[1].uid] == ["CNNs"]


def test_text_that_no_feed_can_hold_is_no_change_at_every_build() -> None:
    messy = replace(CLASS, place="Room\x07  1\n", summary=f" {CLASS.summary}\u202e")

    assert rebuilt(CLASS, messy).stamp == NOW
