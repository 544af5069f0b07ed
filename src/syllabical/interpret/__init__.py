"""Understands a page's tables: which is the schedule, what its columns, rows and cells mean."""

import datetime as dt

from syllabical.diagnostics import Report
from syllabical.interpret.layout.table_dates import Setting
from syllabical.interpret.understanding import understood
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Syllabus
from syllabical.model.table import Page

__all__ = ["syllabus"]


def syllabus(page: Page, schedule: Schedule, today: dt.date, report: Report) -> Syllabus | None:
    """The schedule that a page holds, as far as it can be understood."""
    return understood(Setting(page, schedule, today), report)
