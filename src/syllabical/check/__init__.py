"""Doubts about a course that could be read."""

from syllabical.check import (
    class_on_holiday,
    date_goes_backwards,
    day_month_swapped,
    due_before_release,
    exam_on_no_class_day,
    gap_in_weeks,
    homework_overlaps,
    month_left_over,
    number_repeats,
    number_skipped,
    off_rhythm,
    outside_term,
    room_taken_twice,
    row_without_event,
    same_date_twice,
    week_doubled,
    weekday_differs,
)
from syllabical.check.corrected import corrected
from syllabical.check.timeline import timeline
from syllabical.diagnostics import Diagnostic, Report
from syllabical.model.course import Course
from syllabical.model.syllabus import Week
from syllabical.source import Span

__all__ = ["RULES", "corrected", "course"]

RULES = (
    day_month_swapped.check,
    month_left_over.check,
    date_goes_backwards.check,
    outside_term.check,
    weekday_differs.check,
    same_date_twice.check,
    week_doubled.check,
    off_rhythm.check,
    gap_in_weeks.check,
    number_repeats.check,
    number_skipped.check,
    class_on_holiday.check,
    exam_on_no_class_day.check,
    due_before_release.check,
    homework_overlaps.check,
    room_taken_twice.check,
    row_without_event.check,
)
"""The more telling first: of what two of them say of one place, only the first is told."""


def course(course: Course, report: Report) -> None:
    """Report what is doubtful about a course."""
    dates = timeline(course.syllabus)
    silenced = [week for week in course.syllabus.weeks if week.silenced]
    told: set[Span] = set()
    for rule in RULES:
        for doubt in rule(course, dates):
            if doubt.at in told:
                continue
            if doubt.at:
                told.add(doubt.at)
            if doubt.code not in course.schedule.checks.allow and not _silent(doubt, silenced):
                report.add(doubt)


def _silent(doubt: Diagnostic, silenced: list[Week]) -> bool:
    """Whether the row that a doubt is about forbids it."""
    at = doubt.at
    return at is not None and any(
        doubt.code in week.silenced
        and week.at.source.path == at.source.path
        and week.at.start <= at.start < max(week.at.end, week.at.start + 1)
        for week in silenced
    )
