"""Understands a page's tables: which is the schedule, what its columns, rows and cells mean."""

import datetime as dt

from syllabical.diagnostics import Report
from syllabical.interpret import explain
from syllabical.interpret.dates.types import ColumnDates
from syllabical.interpret.rows import context, lost_rows, weeks
from syllabical.interpret.rows.context import Outlook
from syllabical.interpret.tables import candidates, choose, named_columns, vocabulary
from syllabical.interpret.tables.candidates import Candidate
from syllabical.interpret.tables.dates import Setting, of_addition, of_schedule
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Syllabus, Week
from syllabical.model.table import Page

__all__ = ["syllabus"]


def syllabus(page: Page, schedule: Schedule, today: dt.date, report: Report) -> Syllabus | None:
    """The schedule that a page holds, as far as it can be understood."""
    return understood(Setting(page, schedule, today), report)


def understood(setting: Setting, report: Report) -> Syllabus | None:
    """The syllabus of a page; ``None`` where nothing on it can be one."""
    page, schedule = setting.page, setting.schedule
    known = vocabulary.vocabulary(page.tables, schedule)
    found = candidates.candidates(page.tables, known)
    kept = context.by_headings(choose.chosen(found, page, schedule.page, report), known.headers)
    if not kept:
        return None
    read = of_schedule(kept, setting, report)
    country = schedule.course.country
    parts = []
    for each, dates in zip(kept, read, strict=True):
        outlook = context.outlook(each, dates, country)
        parts.append(_weeks(each, dates, outlook))
        lost_rows.say(each, dates, outlook, report)
    told = choose.merged(parts)
    for each in choose.additions(found, kept, schedule.page):
        more = of_addition(each, setting, read[0])
        told = choose.added(told, _weeks(each, more, context.outlook(each, more, country)))
    named_columns.say(kept, told, schedule, report)
    return Syllabus(
        title=page.title,
        weeks=tuple(told),
        tracks=context.tracks(kept, told),
        reading=read[0].reading,
        reasons=tuple(explain.reasons(found, kept, read, told)),
        at=kept[0].table.at,
    )


def _weeks(each: Candidate, dates: ColumnDates, outlook: Outlook) -> list[Week]:
    return weeks.weeks(weeks.dated_rows(each.sheet.rows, dates.rows, each), outlook)
