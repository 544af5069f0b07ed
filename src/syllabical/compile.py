"""The whole compiler on one page: which stage follows which, and no more."""

import datetime as dt
from collections.abc import Callable, Sequence

from syllabical import check, interpret, plan, publish, read, reconcile
from syllabical.diagnostics import Report
from syllabical.model.course import Course
from syllabical.model.edition import Edition
from syllabical.model.schedule import Schedule
from syllabical.source import Source


def course(
    files: Sequence[Source],
    schedule: Schedule,
    report: Report,
    *,
    beside: Callable[[str], Source | None],
    today: dt.date,
    year: int | None = None,
) -> Course | None:
    """A course as its page and its schedule tell it; ``None`` where the page holds none.

    `files` are the page, or the files of the folder where the page is a folder. `beside` gives
    another file of the project by its path from the page's folder, ``None`` if none is there.
    `year` is that of the page's first row; a page that never names its year is looked for near
    `today`. What is wrong is in the report.
    """
    page = read.course_page(files, schedule, beside, report)
    if page is None:
        return None
    schedule = schedule.for_page(page.title, year)
    syllabus = interpret.syllabus(page, schedule, today, report)
    if syllabus is None:
        return None
    events = plan.events(syllabus, schedule, report)
    understood = Course(syllabus=syllabus, schedule=schedule, events=events)
    check.course(understood, report)
    return understood


def editions(
    understood: Course,
    before: Sequence[Edition],
    report: Report,
    *,
    now: dt.datetime,
    allow_loss: int | None = None,
) -> tuple[Edition, ...]:
    """The course's events as they are to be published on top of what was published before.

    `now` is the time of the build, aware. `allow_loss` is how many events to come may be lost; a
    few where left out.
    """
    policy = reconcile.Policy.from_schedule(understood.schedule, now, allow_loss)
    return reconcile.editions(understood.events, before, policy, report)


def files(
    understood: Course, published: Sequence[Edition], report: Report
) -> dict[str, bytes] | None:
    """The feeds, by file name; ``None`` where the report forbids publishing."""
    return None if report.failed else publish.files(published, understood.schedule, report)
