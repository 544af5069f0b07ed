"""The weekday written beside a date is not the date's.

Either the date or the weekday is mistaken. Where most rows disagree, the year is.
"""

from collections.abc import Iterator, Sequence

from syllabical.check.corrections import Correction, Gap, correction
from syllabical.check.timeline import Timeline
from syllabical.check.wording import WEEKDAYS, meant, quoted
from syllabical.diagnostics import Diagnostic, Severity
from syllabical.model.syllabus import Week

CODE = "weekday-differs"

_HABIT = 3


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Tell every row that disagrees with itself; only the first, where most of them do."""
    written = [week for week in dates.weeks if week.weekday is not None]
    differing = [week for week in written if week.weekday != week.date.weekday()]
    if len(differing) >= _HABIT and len(differing) * 2 > len(written):
        yield _wrong_year(differing, len(written))
        return
    doubted = {id(doubt.week) for doubt in dates.doubts}
    around = _neighbours(dates.believed)
    for week in differing:
        if id(week) not in doubted:
            gap = around.get(id(week), Gap(after=None, before=None))
            yield _differs(week, correction(week, gap, dates.rhythm))


def _neighbours(weeks: Sequence[Week]) -> dict[int, Gap]:
    """The dates between which each row stands."""
    dates = [None, *(week.date for week in weeks), None]
    ends = zip(dates, dates[2:], strict=False)
    return {
        id(week): Gap(after=after, before=before)
        for week, (after, before) in zip(weeks, ends, strict=False)
    }


def _differs(week: Week, corrected: Correction | None) -> Diagnostic:
    actual, named = WEEKDAYS[week.date.weekday()], WEEKDAYS[week.weekday or 0]
    otherwise = f"write {actual}, or the date of the {named} that is meant"
    return Diagnostic(
        code=CODE,
        severity=Severity.WARNING,
        message=f"{quoted(week)} is a {actual}; the page says {named}",
        at=week.date_at,
        help=meant(corrected, otherwise),
        fix=corrected.fix if corrected else None,
    )


def _wrong_year(differing: Sequence[Week], written: int) -> Diagnostic:
    week = differing[0]
    return Diagnostic(
        code=CODE,
        severity=Severity.WARNING,
        message=f"{len(differing)} of {written} dates contradict the weekday beside them, "
        f"the first is {quoted(week)}, a {WEEKDAYS[week.date.weekday()]} in {week.date.year}",
        at=week.date_at,
        help="check the year; `dates: {year: …}` in schedule.yaml says it outright",
    )
