import datetime as dt

import pytest

from syllabical import reconcile
from syllabical.diagnostics import Report, Severity
from term import NOW, build, day, event, keyed, lectures, policy

LATER = NOW + dt.timedelta(days=1)
TITLES = ("Intro", "CNNs", "RNNs", "GANs", "GNNs", "Attention", "Pruning", "CUDA")


def lost(count: int, **more: object) -> list[tuple[Severity, str, str]]:
    report = Report()
    first = build(lectures(*TITLES))
    rules = policy(NOW + dt.timedelta(days=10), **more)
    reconcile.editions([one.event for one in first[: len(first) - count]], first, rules, report)
    return [(said.severity, said.code, said.message) for said in report]


FOUR = (
    "`Lecture: GNNs` on 2026-03-30, `Lecture: Attention` on 2026-04-06, "
    "`Lecture: Pruning` on 2026-04-13, `Lecture: CUDA` on 2026-04-20"
)


def test_a_few_events_may_be_lost() -> None:
    assert lost(3) == []


@pytest.mark.parametrize("removed", ["drop", "mark"])
def test_more_than_a_few_coming_events_are_not_lost_without_a_word(removed: str) -> None:
    assert lost(4, removed=removed) == [
        (
            Severity.ERROR,
            "events-lost",
            f"4 coming events of the published feed are no longer on the page: {FOUR}",
        )
    ]


@pytest.mark.parametrize(("allowed", "errors"), [(4, 0), (3, 1), (0, 1), (99, 0)])
def test_as_many_may_be_lost_as_are_allowed(allowed: int, errors: int) -> None:
    assert len(lost(4, allow_loss=allowed)) == errors


def test_what_is_over_may_be_lost() -> None:
    report = Report()
    first = build(lectures(*TITLES))
    rules = policy(NOW + dt.timedelta(days=50), allow_loss=0)

    reconcile.editions([one.event for one in first[6:]], first, rules, report)

    assert list(report) == []


def test_a_loss_is_listed_as_far_as_anyone_reads() -> None:
    report = Report()
    first = build(lectures(*(f"{title} {part}" for title in TITLES for part in range(2))))

    reconcile.editions([first[0].event], first, policy(NOW), report)

    (said,) = report
    assert said.message.count(" on 2026-") == 12
    assert said.message.endswith(", 3 more")
    assert said.help == "check that the whole table was read; `--allow-loss 15` lets them go"


def test_the_feed_of_another_course_is_asked_about() -> None:
    report = Report()
    first = build(lectures(*TITLES))

    reconcile.editions([event("Oil", day(40), track="Studio")], first, policy(NOW), report)

    (said,) = report
    assert said.help == (
        "nothing of it is on the page: is it the feed of another course? "
        "`--allow-loss 8` lets them go"
    )


@pytest.mark.parametrize(("days", "codes"), [(38, []), (39, ["published-term-over"])])
def test_a_term_is_over_on_the_day_after_its_last(days: int, codes: list[str]) -> None:
    report = Report()
    old = build(lectures(*TITLES[:5]))
    rules = policy(NOW + dt.timedelta(days=days), allow_loss=9)

    reconcile.editions(lectures(*TITLES[:4], first=20), old, rules, report)

    assert [said.code for said in report] == codes


def test_a_term_that_is_over_is_not_this_one_whatever_its_titles() -> None:
    report = Report()
    old = build(lectures(*TITLES))
    rules = policy(NOW + dt.timedelta(days=200))

    new = reconcile.editions(keyed(lectures(*TITLES, first=26)), old, rules, report)

    assert not {one.uid for one in new} & {one.uid for one in old}
    assert [said.code for said in report] == ["published-term-over"]
