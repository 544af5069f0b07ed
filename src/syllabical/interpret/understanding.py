"""The page as a whole: from its tables to the syllabus."""

from syllabical.diagnostics import Report
from syllabical.interpret import reasons
from syllabical.interpret.dates.dated import ColumnDates
from syllabical.interpret.language import vocabulary
from syllabical.interpret.layout import candidates, merging, named_columns, table_dates, tables
from syllabical.interpret.layout.candidates import Candidate
from syllabical.interpret.layout.table_dates import Setting
from syllabical.interpret.rows import habits, lost_rows, weeks
from syllabical.interpret.rows.outlook import Outlook
from syllabical.model.syllabus import Syllabus, Week


def understood(setting: Setting, report: Report) -> Syllabus | None:
    """The syllabus of a page; ``None`` where nothing on it can be one."""
    page, schedule = setting.page, setting.schedule
    known = vocabulary.vocabulary(page.tables, schedule)
    found = candidates.candidates(page.tables, known)
    kept = habits.by_headings(tables.chosen(found, page, schedule.page, report), known.headers)
    if not kept:
        return None
    read = table_dates.of_schedule(kept, setting, report)
    country = schedule.course.country
    parts = []
    for each, dates in zip(kept, read, strict=True):
        outlook = habits.outlook(each, dates, country)
        parts.append(_weeks(each, dates, outlook))
        lost_rows.say(each, dates, outlook, report)
    told = merging.merged(parts)
    for each in tables.additions(found, kept, schedule.page):
        more = table_dates.of_addition(each, setting, read[0])
        told = merging.added(told, _weeks(each, more, habits.outlook(each, more, country)))
    named_columns.say(kept, told, schedule, report)
    return Syllabus(
        title=page.title,
        weeks=tuple(told),
        tracks=habits.tracks(kept, told),
        reading=read[0].reading,
        reasons=tuple(reasons.reasons(found, kept, read, told)),
        at=kept[0].table.at,
    )


def _weeks(each: Candidate, dates: ColumnDates, outlook: Outlook) -> list[Week]:
    return weeks.weeks(weeks.dated_rows(each.sheet.rows, dates.rows, each), outlook)
