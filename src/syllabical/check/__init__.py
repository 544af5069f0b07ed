"""Doubts about a course that could be read."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from syllabical.check import (
    class_on_holiday,
    dates_out_of_order,
    day_month_swapped,
    deadlines,
    events_in_doubt,
    gap_in_weeks,
    homework_overlaps,
    month_left_over,
    number_skipped,
    numbers,
    outside_term,
    rhythm,
    room_taken_twice,
    row_without_event,
    same_date_twice,
    week_doubled,
    weekday_differs,
)
from syllabical.check.corrected import corrected
from syllabical.check.timeline import Timeline, timelines
from syllabical.diagnostics import Diagnostic, Report
from syllabical.model.course import Course
from syllabical.model.syllabus import Week
from syllabical.source import Span

__all__ = ["DATED_RULES", "RULES", "corrected", "course"]

DATED_RULES: tuple[Callable[[Timeline], Iterator[Diagnostic]], ...] = (
    day_month_swapped.check,
    month_left_over.check,
    dates_out_of_order.check,
    outside_term.check,
    weekday_differs.check,
    same_date_twice.check,
    week_doubled.check,
    rhythm.check,
    gap_in_weeks.check,
    numbers.check,
    number_skipped.check,
    row_without_event.check,
)
"""The more telling first: of what two of them say of one place, only the first is told."""

RULES: tuple[Callable[[Course], Iterator[Diagnostic]], ...] = (
    events_in_doubt.check,
    deadlines.check,
    homework_overlaps.check,
    room_taken_twice.check,
    class_on_holiday.check,
)
"""What they say of a row is only told where nothing was said of its date."""


def course(course: Course, report: Report) -> None:
    """Report what is doubtful about a course, one doubt for a mistake."""
    weeks = course.syllabus.weeks
    doubts: dict[Span | None, Diagnostic] = {}
    for dates in timelines(course.syllabus):
        for doubt in (said for rule in DATED_RULES for said in rule(dates)):
            # What disagrees with a row in doubt need not be told itself.
            if not any(note.at in doubts for note in doubt.notes):
                doubts.setdefault(doubt.at, doubt)
    doubted = _places(week for week in weeks if week.date_at in doubts)
    for doubt in (said for rule in RULES for said in rule(course)):
        if doubt.at not in doubts and not _row_at(doubt.at, doubted):
            doubts[doubt.at] = doubt
    silenced = _places(week for week in weeks if week.silenced)
    for doubt in doubts.values():
        row = _row_at(doubt.at, silenced)
        silent = row is not None and doubt.code in row.silenced
        if not silent and doubt.code not in course.schedule.checks.allow:
            report.add(doubt)


def _places(weeks: Iterable[Week]) -> list[tuple[tuple[str, int], Week]]:
    """Rows in the order in which they stand in their files."""
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
