import datetime as dt
from dataclasses import replace

import pytest

from syllabical.model.event import Day, Repeats
from syllabical.model.syllabus import Kind
from term import at, build, day, event, keyed, lectures, story


def test_a_class_that_moves_a_week_stays_itself() -> None:
    before = lectures("Intro", "CNNs", "RNNs")
    after = (before[0], before[2], replace(before[1], when=Day(day(9))))

    assert story(before, after) == {
        "Intro 02/03": "Intro 02/03",
        "CNNs 09/03": "CNNs 04/05",
        "RNNs 16/03": "RNNs 16/03",
    }


def test_a_renamed_topic_stays_the_class_of_its_day() -> None:
    assert story(lectures("Intro", "AutoML", "RNNs"), lectures("Intro", "Pruning", "RNNs")) == {
        "Intro 02/03": "Intro 02/03",
        "AutoML 09/03": "Pruning 09/03",
        "RNNs 16/03": "RNNs 16/03",
    }


def test_a_row_put_in_between_is_the_only_new_event() -> None:
    assert story(lectures("Intro", "CNNs", "RNNs"), lectures("Intro", "Guest", "CNNs", "RNNs")) == {
        "Intro 02/03": "Intro 02/03",
        "CNNs 09/03": "CNNs 16/03",
        "RNNs 16/03": "RNNs 23/03",
        "+Guest 09/03": "+",
    }


def test_two_classes_that_swap_their_days_keep_their_names() -> None:
    assert story(lectures("CNNs", "RNNs"), lectures("RNNs", "CNNs")) == {
        "CNNs 02/03": "CNNs 09/03",
        "RNNs 09/03": "RNNs 02/03",
    }


def test_a_whole_term_shifts_by_a_week_with_what_has_no_title_yet_and_what_is_renamed() -> None:
    before = lectures("Intro", "TBD", "TBD", "AutoML", "GANs")
    after = lectures("Intro", "TBD", "TBD", "Pruning", "GANs", first=1)

    assert story(before, after) == {
        "Intro 02/03": "Intro 09/03",
        "TBD 09/03": "TBD 16/03",
        "TBD 16/03": "TBD 23/03",
        "AutoML 23/03": "Pruning 30/03",
        "GANs 30/03": "GANs 06/04",
    }


def test_a_topic_split_in_two_stays_the_first_of_them() -> None:
    assert story(
        lectures("Intro", "CNNs", "RNNs"), lectures("Intro", "CNNs I", "CNNs II", "RNNs")
    ) == {
        "Intro 02/03": "Intro 02/03",
        "CNNs 09/03": "CNNs I 09/03",
        "RNNs 16/03": "RNNs 23/03",
        "+CNNs II 16/03": "+",
    }


def test_a_typing_error_that_is_mended_goes_along_when_the_class_moves() -> None:
    before = lectures("Intro", "Atention", "RNNs")
    after = lectures("Intro", "Guest lecture", "Attention", "RNNs")

    assert story(before, after) == {
        "Intro 02/03": "Intro 02/03",
        "Atention 09/03": "Attention 16/03",
        "RNNs 16/03": "RNNs 23/03",
        "+Guest lecture 09/03": "+",
    }


def test_what_counts_differently_is_another_event() -> None:
    before = lectures("Lab 1", "Lab 2", "Lab 3")
    after = (*lectures("Lab 2", "Lab 3", first=1), event("Lab 7", day(5)))

    assert story(before, after) == {
        "Lab 1 02/03": "-",
        "Lab 2 09/03": "Lab 2 09/03",
        "Lab 3 16/03": "Lab 3 16/03",
        "+Lab 7 06/04": "+",
    }


def test_renumbering_every_row_changes_who_nobody_is() -> None:
    titles = ("Intro", "CNNs", "RNNs")
    before = tuple(replace(e, number=str(n)) for n, e in enumerate(lectures(*titles), 1))
    after = tuple(replace(e, number=str(n)) for n, e in enumerate(lectures(*titles), 2))

    assert story(before, after) == {
        name: name for name in ("Intro 02/03", "CNNs 09/03", "RNNs 16/03")
    }


def test_a_class_renamed_and_moved_at_once_is_known_by_its_number() -> None:
    before = (event("AutoML", day(1), number="7"), event("Intro", day(0), number="6"))
    after = (event("Pruning", day(3), number="7"), event("Intro", day(0), number="6"))

    assert story(before, after) == {"AutoML 09/03": "Pruning 23/03", "Intro 02/03": "Intro 02/03"}


def test_the_day_without_class_that_moves_is_the_one_that_moved() -> None:
    free = {"kind": Kind.NO_CLASS}
    before = tuple(event("No class", day(week), **free) for week in (1, 3, 7))
    after = tuple(event("No class", day(week), **free) for week in (1, 3, 9))

    assert story(keyed(before), keyed(after)) == {
        "No class 09/03": "No class 09/03",
        "No class 23/03": "No class 23/03",
        "No class 20/04": "No class 04/05",
    }


def test_a_lecture_that_becomes_a_day_off_or_presentations_stays_the_same_event() -> None:
    before = lectures("Intro", "CNNs", "RNNs")
    after = (
        before[0],
        replace(before[1], title="No class", kind=Kind.NO_CLASS),
        replace(before[2], title="Projects", kind=Kind.PRESENTATION),
    )

    assert story(before, after) == {
        "Intro 02/03": "Intro 02/03",
        "CNNs 09/03": "No class 09/03",
        "RNNs 16/03": "Projects 16/03",
    }


@pytest.mark.parametrize("header", ["Lectures (Zoom)", "Vorlesung", "Talks"])
def test_a_track_whose_header_changes_keeps_all_its_events(header: str) -> None:
    tutorials = tuple(replace(e, track="Tutorial") for e in lectures("Numpy", "Logistic", "MLP"))
    before = (*lectures("Intro", "CNNs", "RNNs"), *tutorials)
    after = (*lectures("Intro", "CNNs", "Attention", track=header), *tutorials)

    assert story(before, after) == {
        "Intro 02/03": "Intro 02/03",
        "CNNs 09/03": "CNNs 09/03",
        "RNNs 16/03": "Attention 16/03",
        "Numpy 02/03": "Numpy 02/03",
        "Logistic 09/03": "Logistic 09/03",
        "MLP 16/03": "MLP 16/03",
    }


def test_another_column_put_in_the_place_of_one_is_new() -> None:
    assert story(
        lectures("Numpy", "Logistic", track="Tutorial"), lectures("Ethics", "Law", track="Seminar")
    ) == {
        "Numpy 02/03": "-",
        "Logistic 09/03": "-",
        "+Ethics 02/03": "+",
        "+Law 09/03": "+",
    }


def test_two_equal_titles_in_a_row_stay_two_events_in_their_order() -> None:
    before = keyed(lectures("Concurrency", "Concurrency", "RNNs"))
    after = keyed(lectures("Concurrency", "Concurrency", "RNNs", first=4))

    assert story(before, after) == {
        "Concurrency 02/03": "Concurrency 30/03",
        "Concurrency 09/03": "Concurrency 06/04",
        "RNNs 16/03": "RNNs 13/04",
    }


def test_two_equal_titles_shift_with_their_term_and_a_fixed_day_off_does_not() -> None:
    before = keyed(lectures("Intro", "Concurrency", "Concurrency", "RNNs", "Break", "Break", "End"))
    after = keyed(
        lectures("Guest", "Intro", "Concurrency", "Concurrency", "Break", "Break", "RNNs", "End")
    )

    assert story(before, after) == {
        "Intro 02/03": "Intro 09/03",
        "Concurrency 09/03": "Concurrency 16/03",
        "Concurrency 16/03": "Concurrency 23/03",
        "RNNs 23/03": "RNNs 13/04",
        "Break 30/03": "Break 30/03",
        "Break 06/04": "Break 06/04",
        "End 13/04": "End 20/04",
        "+Guest 02/03": "+",
    }


def test_a_class_renamed_while_those_after_it_shift_is_known_by_its_neighbours() -> None:
    assert story(
        lectures("Intro", "AutoML", "RNNs"),
        (*lectures("Intro"), *lectures("Pruning", "RNNs", first=2)),
    ) == {
        "Intro 02/03": "Intro 02/03",
        "AutoML 09/03": "Pruning 16/03",
        "RNNs 16/03": "RNNs 23/03",
    }


def test_what_is_still_to_be_announced_is_nobody() -> None:
    assert story(lectures("Intro", "TBD"), lectures("Intro", "RNNs", "TBD")) == {
        "Intro 02/03": "Intro 02/03",
        "TBD 09/03": "RNNs 09/03",
        "+TBD 16/03": "+",
    }


def test_the_release_of_homework_never_becomes_its_deadline() -> None:
    out = event("HW1", day(0), kind=Kind.HOMEWORK_RELEASE, track="Homework")
    due = event("HW1", day(2), kind=Kind.HOMEWORK_DUE, track="Homework")
    moved = (replace(due, when=Day(day(0))), replace(out, when=Day(day(2))))
    first = build((out, due))

    then = build(moved, first)

    assert {one.uid: one.event.kind for one in then} == {one.uid: one.event.kind for one in first}


def test_groups_that_meet_on_one_day_are_told_apart() -> None:
    before = [event("CNNs", day(0), group=group, key=group) for group in ("11", "12", "13")]
    after = [replace(one, when=Day(day(1))) for one in reversed(before)]
    first = build(before)

    then = build(after, first)

    assert {one.uid: one.event.group for one in then} == {one.uid: one.event.group for one in first}


def test_what_recurs_is_never_taken_for_one_of_the_classes() -> None:
    weekly = event("Office hours", at(day(0)), kind=Kind.OTHER, track="", repeats=Repeats(day(9)))
    once = event("Office hours", at(day(0)), kind=Kind.OTHER, track="")

    (new,) = build([once], build([weekly]))

    assert new.uid != build([weekly])[0].uid


def test_an_authors_name_outlasts_title_and_day_though_no_feed_says_it() -> None:
    known = build([event("Guest", day(2), id="guest"), event("Intro", day(0))])
    first = [replace(one, event=replace(one.event, id="")) for one in known]
    after = [event("Visit of the dean", day(6), id="guest"), event("Guest", day(2))]

    then = {one.event.title: one.uid for one in build(after, first)}
    before = {one.event.title: one.uid for one in first}

    assert then["Visit of the dean"] == before["Guest"]
    assert then["Guest"] not in before.values()


@pytest.mark.parametrize("title", ["CNNs", "RNNs", "GANs", "GNNs"])
def test_a_row_that_was_copied_and_taken_away_again_stays_the_one_it_was(title: str) -> None:
    first = build([event(title, day(0))])
    copied = build([event(title, day(0), key=f"{title}-{copy}") for copy in range(4)], first)

    (now,) = build([event(title, day(0))], copied, days=2)

    assert now == first[0]


def test_office_hours_that_are_renamed_stay_themselves() -> None:
    repeats = Repeats(day(9))
    rooms = {"Office hours": "Room 1", "Clinic": "Room 2"}
    before = build(
        [event(n, at(day(0)), track=n, place=p, repeats=repeats) for n, p in rooms.items()]
    )
    called = {"Room 1": "Reception", "Room 2": "Debugging"}
    after = build(
        [event(n, at(day(0)), track=n, place=p, repeats=repeats) for p, n in called.items()],
        before,
    )

    assert {one.uid: one.event.place for one in after} == {
        one.uid: one.event.place for one in before
    }


def test_the_order_of_the_rows_decides_nothing() -> None:
    before = build(keyed(lectures("Intro", "TBD", "CNNs", "CNNs", "GANs", "TBD")))
    after = keyed(lectures("CNNs I", "TBD", "Intro", "RNNs", "CNNs", "TBD", first=2))

    assert build(after, before) == build(tuple(reversed(after)), tuple(reversed(before)))


def test_a_term_of_fifteen_thousand_renamed_events_is_matched_in_seconds() -> None:
    many = [event(f"Topic {n} of {n * 7919 % 1000}", day(n // 40, n % 7)) for n in range(15_000)]
    before = build(keyed(many))
    moved = [
        replace(one, title=f"{one.title} x", when=Day(one.date + dt.timedelta(7))) for one in many
    ]

    assert len({one.uid for one in build(keyed(moved), before)} & {b.uid for b in before}) > 14_000
