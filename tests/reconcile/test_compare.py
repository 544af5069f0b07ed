from dataclasses import replace

from syllabical import reconcile
from syllabical.model.edition import (
    Appeared,
    Cancelled,
    Kept,
    Moved,
    Relocated,
    Removed,
    Restored,
    Retitled,
    Reworded,
)
from syllabical.model.event import Day
from syllabical.model.syllabus import Kind
from term import at, build, day, event, lectures

FIRST = build(lectures("Intro", "CNNs", "RNNs", place="Room 1"))
INTRO, CNNS, RNNS = FIRST


def test_what_stays_is_kept() -> None:
    assert reconcile.changes(FIRST, FIRST) == tuple(map(Kept, FIRST))


def test_what_is_new_and_what_is_gone_are_told() -> None:
    new = build([event("Seminar", day(3), track="Seminar")])

    assert reconcile.changes(FIRST, (*FIRST[:2], *new)) == (
        Kept(INTRO), Kept(CNNS), Appeared(new[0]), Removed(RNNS),
    )  # fmt: skip


def test_one_event_may_change_in_several_ways() -> None:
    changed = replace(CNNS.event, title="Nets", summary="Nets", place="Room 2", when=at(day(4)))
    then = replace(CNNS, event=changed)

    assert reconcile.changes([CNNS], [then]) == (
        Moved(CNNS, then), Retitled(CNNS, then), Relocated(CNNS, then),
    )  # fmt: skip


def test_only_what_students_read_otherwise_is_reworded() -> None:
    noted = replace(CNNS, event=replace(CNNS.event, description="CNNs\n\nslides"))
    spelled = replace(CNNS, event=replace(CNNS.event, title="CNNs.", summary="CNNs."))

    assert reconcile.changes([CNNS], [noted]) == (Reworded(CNNS, noted),)
    assert reconcile.changes([CNNS], [spelled]) == (Reworded(CNNS, spelled),)


def test_a_class_that_becomes_a_day_off_is_retitled() -> None:
    off = replace(CNNS.event, title="No class", summary="No class", kind=Kind.NO_CLASS)
    then = replace(CNNS, event=off)

    assert reconcile.changes([CNNS], [then]) == (Retitled(CNNS, then),)


def test_what_is_cancelled_and_comes_back_on_another_day_is_told_so() -> None:
    marked = build([INTRO.event, RNNS.event], FIRST, removed="mark")
    later = replace(CNNS.event, when=Day(day(5)))
    back = build([INTRO.event, later, RNNS.event], marked, removed="mark", days=2)

    assert reconcile.changes(FIRST, marked)[1] == Cancelled(CNNS, marked[1])
    assert reconcile.changes(marked, back)[2:] == (
        Restored(marked[1], back[2]), Moved(marked[1], back[2]),
    )  # fmt: skip
    assert reconcile.changes(marked, FIRST[:1]) == (Kept(INTRO), Removed(RNNS))
