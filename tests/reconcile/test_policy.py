import datetime as dt

from syllabical import reconcile
from syllabical.model.schedule import CourseInfo, Schedule


def test_a_schedule_says_what_its_builds_must_know() -> None:
    schedule = Schedule(
        course=CourseInfo(short="AL1", term="Fall"), timezone="Asia/Tokyo", removed="mark"
    )

    found = reconcile.Policy.from_schedule(schedule, dt.datetime(2026, 2, 20, 20, tzinfo=dt.UTC), 7)

    assert (found.namespace, found.removed, found.may_lose) == ("AL1\nFall", "mark", 7)
    assert found.today == dt.date(2026, 2, 21)
