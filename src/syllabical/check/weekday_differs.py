"""The rule about the weekday written beside a date: it is the date's own."""

from collections.abc import Iterator, Sequence

from syllabical.check.corrections import Correction, Gap, correction
from syllabical.check.timeline import Timeline
from syllabical.check.wording import WEEKDAYS, did_you_mean, quoted
from syllabical.diagnostics import Diagnostic, Severity
from syllabical.model.syllabus import Week

WEEKDAY_DIFFERS_CODE = "weekday-differs"

_HABIT = 3
"""Weekdays that contradict their dates before the year is what is mistaken."""


def weekday_differs(dates: Timeline) -> Iterator[Diagnostic]:
    """The weekday written beside a date is not the date's.

    Either the date or the weekday is mistaken. Where most rows disagree the year is, and only the
    first of them is told.
    """
    written = [week for week in dates.weeks if week.weekday is not None]
    differing = [week for week in written if week.weekday != week.date.weekday()]
    if len(differing) >= _HABIT and len(differing) * 2 > len(written):
        yield _wrong_year(differing, len(written))
        return
    doubtful = {id(row.week) for row in dates.doubtful}
    gaps = {id(week): dates.gap_around(number) for number, week in enumerate(dates.believed)}
    for week in differing:
        if id(week) not in doubtful:
            gap = gaps.get(id(week), Gap(after=None, before=None))
            meant = correction(week, gap, dates.rhythm, dates.handwriting)
            yield _wrong_weekday(week, meant)


def _wrong_year(differing: Sequence[Week], written: int) -> Diagnostic:
    week = differing[0]
    return Diagnostic(
        code=WEEKDAY_DIFFERS_CODE,
        severity=Severity.WARNING,
        message=f"{len(differing)} of {written} dates contradict the weekday beside them, "
        f"the first is {quoted(week)}, a {WEEKDAYS[week.date.weekday()]} in {week.date.year}",
        at=week.date_at,
        help="check the year; `dates: {year: …}` in schedule.yaml says it outright",
    )


def _wrong_weekday(week: Week, meant: Correction | None) -> Diagnostic:
    actual, named = WEEKDAYS[week.date.weekday()], WEEKDAYS[week.weekday or 0]
    otherwise = f"write {actual}, or the date of the {named} that is meant"
    return Diagnostic(
        code=WEEKDAY_DIFFERS_CODE,
        severity=Severity.WARNING,
        message=f"{quoted(week)} is a {actual}; the page says {named}",
        at=week.date_at,
        help=did_you_mean(meant, otherwise),
        fix=meant.fix if meant else None,
    )
