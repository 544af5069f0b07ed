"""Rules about a weekly course: a class on an unusual day, a class too many, a week too few.

The usual weekdays, and the usual numbers of days between two classes, are found in `timeline`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from syllabical.check.corrections import Correction, Gap, copied, correction
from syllabical.check.timeline import Timeline
from syllabical.check.wording import WEEKDAYS, did_you_mean, quoted
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.syllabus import Kind, Week

SAME_DATE_TWICE_CODE = "same-date-twice"
WEEK_DOUBLED_CODE = "week-doubled"
OFF_RHYTHM_CODE = "off-rhythm"
GAP_IN_WEEKS_CODE = "gap-in-weeks"

_DAYS_IN_WEEK = 7

_FEWEST_ROWS = 6
"""Rows that show which weekdays are the usual ones."""

_HABIT = 2
"""Pairs of rows with one date that are still mistakes, and not the way of the page."""

_BREAK = 4
"""Weeks without a row that are a break, and no week forgotten."""


def same_date_twice(dates: Timeline) -> Iterator[Diagnostic]:
    """Two rows have the same date, and both hold a class of the same track.

    Mostly a copied row whose date was not changed. Where a page does it again and again, two
    sessions a day are its way and nothing is said.
    """
    pairs = [
        (number, above, week)
        for number, (above, week) in enumerate(pairwise(dates.believed))
        if week.date == above.date and _hold_the_same_class(above, week)
    ]
    if len(pairs) > max(_HABIT, len(dates.believed) // 10):
        return
    for number, above, week in pairs:
        meant = _date_of_copy(dates, number)
        yield Diagnostic(
            code=SAME_DATE_TWICE_CODE,
            severity=Severity.WARNING,
            message=f"{quoted(week)} is the date of the row above it, too",
            at=week.date_at,
            notes=(Note("the row above it", above.date_at),),
            help=did_you_mean(meant, "check the date of both rows"),
            fix=meant.fix if meant else None,
        )


def _hold_the_same_class(above: Week, week: Week) -> bool:
    """Whether a track has a class in both rows, and not at hours that differ."""
    return any(
        one.track == other.track and one.starts == other.starts
        for one in above.entries
        for other in week.entries
        if one.kind is other.kind is Kind.CLASS
    )


def _date_of_copy(dates: Timeline, number: int) -> Correction | None:
    """What the second row's date should be, if the first one's cannot be wrong."""
    believed = dates.believed
    first, second = believed[number], believed[number + 1]
    earlier = believed[number - 1].date if number else None
    later = believed[number + 2].date if number + 2 < len(believed) else None
    before_first = Gap(after=earlier, before=first.date)
    if earlier and copied(first, before_first, dates.rhythm, dates.handwriting):
        return None
    after_second = Gap(after=second.date, before=later)
    return copied(second, after_second, dates.rhythm, dates.handwriting)


def week_doubled(dates: Timeline) -> Iterator[Diagnostic]:
    """A week has a row too many: one on an unusual day, between two that follow one another.

    A row without a class right above or below says what it makes up for.
    """
    for number, week in enumerate(dates.believed):
        if (
            _is_off_rhythm(dates, week)
            and _is_extra(dates, number)
            and not _makes_up(dates, number)
        ):
            above = dates.believed[number - 1]
            yield Diagnostic(
                code=WEEK_DOUBLED_CODE,
                severity=Severity.NOTE,
                message=f"{quoted(week)}, a {WEEKDAYS[week.date.weekday()]}, "
                "comes on top of the week's usual classes",
                at=week.date_at,
                notes=(Note("the row above it", above.date_at),),
                help="if it is meant, write the weekday beside the date",
            )


def off_rhythm(dates: Timeline) -> Iterator[Diagnostic]:
    """A class is held on a day on which the course does not usually meet.

    A make-up day, or a slip of the pen; a weekday written beside the date says that it is meant.
    """
    for number, week in enumerate(dates.believed):
        if _is_off_rhythm(dates, week) and not _is_extra(dates, number):
            gap = dates.gap_around(number)
            meant = correction(week, gap, dates.rhythm, dates.handwriting)
            question = f"did you mean `{meant.text}`? " if meant else ""
            yield Diagnostic(
                code=OFF_RHYTHM_CODE,
                severity=Severity.NOTE,
                message=f"{quoted(week)} is a {WEEKDAYS[week.date.weekday()]}; "
                f"the course meets on {_listed(sorted(dates.rhythm.weekdays))}",
                at=week.date_at,
                help=f"{question}if it is meant, write the weekday beside the date",
            )


def _is_off_rhythm(dates: Timeline, week: Week) -> bool:
    """Whether a row's class is on an unusual day, and the row does not say that it is meant."""
    usual = dates.rhythm.weekdays
    if len(dates.believed) < _FEWEST_ROWS or not usual or week.date.weekday() in usual:
        return False
    held = any(entry.kind is Kind.CLASS and entry.date == week.date for entry in week.entries)
    return held and week.weekday is None and id(week) not in dates.unsure


def _is_extra(dates: Timeline, number: int) -> bool:
    """Whether a row stands between two that are a usual step apart without it."""
    around = dates.believed[number - 1 : number + 2 : 2] if number else ()
    if len(around) != 2:  # noqa: PLR2004 (one before, one after)
        return False
    return (around[1].date - around[0].date).days in dates.rhythm.steps


def _makes_up(dates: Timeline, number: int) -> bool:
    """Whether there is no class right before or right after."""
    around = dates.believed[number - 1 : number + 2]
    return any(entry.kind is Kind.NO_CLASS for week in around for entry in week.entries)


def _listed(weekdays: Sequence[int]) -> str:
    """`Tuesdays and Thursdays`."""
    *most, last = [f"{WEEKDAYS[day]}s" for day in weekdays]
    return f"{', '.join(most)} and {last}" if most else last


def gap_in_weeks(dates: Timeline) -> Iterator[Diagnostic]:
    """A week is left out, on a page that otherwise gives weeks without a class their own row."""
    entries = [entry for week in dates.weeks for entry in week.entries]
    accounted = any(entry.kind is Kind.NO_CLASS for entry in entries)
    if not accounted or dates.rhythm.steps != {_DAYS_IN_WEEK}:
        return
    gaps = [
        (above, week, weeks)
        for above, week in pairwise(dates.believed)
        if not {id(above), id(week)} & dates.unsure
        and 0 < (weeks := _weeks_left_out(above, week)) < _BREAK
    ]
    if len(gaps) == 1:
        above, week, weeks = gaps[0]
        left_out = "a week is" if weeks == 1 else f"{weeks} weeks are"
        yield Diagnostic(
            code=GAP_IN_WEEKS_CODE,
            severity=Severity.NOTE,
            message=f"{left_out} left out before {quoted(week)}",
            at=week.date_at,
            notes=(Note("the row above it", above.date_at),),
            help="if there is no class, a row that says so tells the students",
        )


def _weeks_left_out(above: Week, week: Week) -> int:
    """How many weeks are left out between two classes, unless their numbers say so too."""
    classes = all(any(e.kind is Kind.CLASS for e in one.entries) for one in (above, week))
    weeks = (week.date - (above.until or above.date)).days // _DAYS_IN_WEEK - 1
    counted = above.number is not None and week.number is not None
    if not classes or (counted and (week.number or 0) - (above.number or 0) > 1):
        return 0
    return weeks
