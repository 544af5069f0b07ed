"""The whole compiler on one page: which stage follows which, and no more."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from syllabical import check, interpret, plan, publish, read, reconcile
from syllabical.diagnostics import Report
from syllabical.model.course import Course
from syllabical.model.edition import Edition
from syllabical.model.schedule import Schedule
from syllabical.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What a course is read from. Whoever holds the files hands them over as this."""

    page: Sequence[Source]
    """The page; the files of the folder, where it is a folder."""

    beside: Callable[[str], Source | None]
    """Another file of the project by its path from the page's folder; ``None`` if none is there."""

    today: dt.date
    """The day near which a page that never names its year is looked for."""


def course(paper: Paper, schedule: Schedule, report: Report) -> Course | None:
    """A course as its page and its schedule tell it. What is wrong with it is in the report."""
    page = read.course_page(paper.page, schedule, paper.beside, report)
    if page is None:
        return None
    syllabus = interpret.syllabus(page, schedule, paper.today, report)
    if syllabus is None:
        return None
    schedule = schedule.named(syllabus.title)
    events = plan.events(syllabus, schedule, report)
    understood = Course(syllabus=syllabus, schedule=schedule, events=events)
    check.course(understood, report)
    return understood


def editions(
    understood: Course, before: Sequence[Edition], policy: reconcile.Policy, report: Report
) -> tuple[Edition, ...]:
    """The course's events as they are to be published on top of what was published before."""
    return reconcile.editions(understood.events, before, policy, report)


def files(
    published: Sequence[Edition], schedule: Schedule, report: Report
) -> dict[str, bytes] | None:
    """The feeds, by file name; ``None`` where the report forbids publishing."""
    return None if report.failed else publish.files(published, schedule, report)
