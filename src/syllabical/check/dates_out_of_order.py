"""Rules about rows whose date does not lie between the dates of the rows around them.

`timeline` finds these rows, and `corrections` the one small change that puts a row right. Which
of the four rules tells a row depends on what that change is.
"""

from collections.abc import Iterator

from syllabical.check.corrections import DatePart
from syllabical.check.timeline import DoubtfulRow, Timeline
from syllabical.check.wording import did_you_mean, out_of_order
from syllabical.diagnostics import Diagnostic

DAY_MONTH_SWAPPED_CODE = "day-month-swapped"
MONTH_LEFT_OVER_CODE = "month-left-over"
DATE_GOES_BACKWARDS_CODE = "date-goes-backwards"
OUTSIDE_TERM_CODE = "outside-term"

_LEFT_OVER = {DatePart.MONTH: "month", DatePart.YEAR: "year"}


def day_month_swapped(dates: Timeline) -> Iterator[Diagnostic]:
    """One row has its day and its month the other way round.

    The date exists either way, so nothing else would notice; but only swapped does the row stand
    between its neighbours, on a day of the course.
    """
    for row in dates.doubtful:
        if row.correction and row.correction.changed is DatePart.ORDER:
            question = f"did you mean `{row.correction.text}`? day and month look swapped"
            yield out_of_order(row, DAY_MONTH_SWAPPED_CODE, question)


def month_left_over(dates: Timeline) -> Iterator[Diagnostic]:
    """A row has the month, or the year, of the rows before it.

    A new month began and only the day was changed, or the page was copied from last year's.
    """
    for row in dates.doubtful:
        if row.correction and row.correction.changed in _LEFT_OVER:
            part = _LEFT_OVER[row.correction.changed]
            question = f"did you mean `{row.correction.text}`? the {part} looks left over"
            yield out_of_order(row, MONTH_LEFT_OVER_CODE, question)


def date_goes_backwards(dates: Timeline) -> Iterator[Diagnostic]:
    """A row is dated before a row above it, or after one below it.

    Mostly a slip of the pen, or a row that was moved. No small change puts it right beyond doubt,
    or the change is a single digit.
    """
    for row in dates.doubtful:
        if _is_unexplained(row) and not row.outside:
            advice = did_you_mean(row.correction, "check the day, month and year of both rows")
            yield out_of_order(row, DATE_GOES_BACKWARDS_CODE, advice)


def outside_term(dates: Timeline) -> Iterator[Diagnostic]:
    """The first or the last row lies months away from all the others.

    No other month or year would put it right.
    """
    for row in dates.doubtful:
        if _is_unexplained(row) and row.outside:
            advice = did_you_mean(row.correction, "check the month and the year")
            yield out_of_order(row, OUTSIDE_TERM_CODE, advice)


def _is_unexplained(row: DoubtfulRow) -> bool:
    """Whether no swap and no month or year left over explains the date."""
    return row.correction is None or row.correction.changed is DatePart.DAY
