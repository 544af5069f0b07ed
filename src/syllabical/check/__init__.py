"""Doubts about a course that could be read, and the page with its sure corrections made.

A rule is a function: it takes the rows of one table in time, or the whole course, and yields what
it doubts. Its docstring says what it looks for; its name is its code in docs/diagnostics.md, with
`_` for `-`.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from syllabical.check import (
    dates_out_of_order,
    deadlines,
    events_in_doubt,
    numbers,
    rhythm,
    unclaimed,
    weekday_differs,
)
from syllabical.check.corrections import corrected
from syllabical.check.timeline import Timeline, timelines
from syllabical.diagnostics import Diagnostic, Report
from syllabical.model.course import Course
from syllabical.model.syllabus import Week
from syllabical.source import Span

__all__ = ["COURSE_RULES", "DATE_RULES", "corrected", "course"]

DATE_RULES: tuple[Callable[[Timeline], Iterator[Diagnostic]], ...] = (
    dates_out_of_order.day_month_swapped,
    dates_out_of_order.month_left_over,
    dates_out_of_order.date_goes_backwards,
    dates_out_of_order.outside_term,
    weekday_differs.weekday_differs,
    rhythm.same_date_twice,
    rhythm.week_doubled,
    rhythm.off_rhythm,
    rhythm.gap_in_weeks,
    numbers.number_repeats,
    numbers.number_skipped,
    events_in_doubt.row_without_event,
    unclaimed.day_not_used,
    unclaimed.title_says_nothing,
)
"""The more telling first: of what two of them say of one place, only the first is told."""

COURSE_RULES: tuple[Callable[[Course], Iterator[Diagnostic]], ...] = (
    events_in_doubt.exam_on_no_class_day,
    deadlines.due_before_release,
    deadlines.homework_overlaps,
    events_in_doubt.room_taken_twice,
    events_in_doubt.class_on_holiday,
)
"""What they say of a row is only told where nothing was said of its date."""


def course(course: Course, report: Report) -> None:
    """Report what is doubtful about a course, one doubt for a mistake.

    Left out is what `checks: {allow: …}` in schedule.yaml allows, and what a comment beside a row
    allows for that row.
    """
    weeks = course.syllabus.weeks
    doubts: dict[Span | None, Diagnostic] = {}
    for dates in timelines(course.syllabus):
        for doubt in (said for rule in DATE_RULES for said in rule(dates)):
            # What disagrees with a row in doubt need not be told itself.
            if not any(note.at in doubts for note in doubt.notes):
                doubts.setdefault(doubt.at, doubt)
    doubted = _in_page_order(week for week in weeks if week.date_at in doubts)
    for doubt in (said for rule in COURSE_RULES for said in rule(course)):
        if doubt.at not in doubts and not _row_at(doubt.at, doubted):
            doubts[doubt.at] = doubt
    silenced = _in_page_order(week for week in weeks if week.silenced)
    for doubt in doubts.values():
        row = _row_at(doubt.at, silenced)
        silent = row is not None and doubt.code in row.silenced
        if not silent and doubt.code not in course.schedule.checks.allow:
            report.add(doubt)


def _in_page_order(weeks: Iterable[Week]) -> list[tuple[tuple[str, int], Week]]:
    """Rows by path and offset, in the order in which they stand in their files."""
    return sorted(
        (((week.at.source.path, week.at.start), week) for week in weeks), key=lambda row: row[0]
    )


def _row_at(at: Span | None, rows: list[tuple[tuple[str, int], Week]]) -> Week | None:
    """The one of some rows that a place lies in."""
    if at is None:
        return None
    path = at.source.path
    before = bisect_right(rows, (path, at.start), key=lambda row: row[0]) - 1
    if before < 0:
        return None
    week = rows[before][1]
    inside = week.at.source.path == path and at.start < max(week.at.end, week.at.start + 1)
    return week if inside else None
