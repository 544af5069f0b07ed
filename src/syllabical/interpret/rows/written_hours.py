"""The hours that a row writes in its columns for hours, and those that a title writes."""

import datetime as dt
from collections.abc import Mapping

from syllabical.interpret.dates.types import Dated
from syllabical.interpret.tables.column_evidence import text_of
from syllabical.interpret.tables.column_roles import Columns
from syllabical.model.hours import Clock, Half, exact, lasts, meant, periods, whole_clock
from syllabical.model.table import Row


def of_row(
    row: Row, dated: Dated, columns: Columns, usual: Mapping[int, Half]
) -> tuple[dt.time | None, dt.time | None]:
    """The hours that a row writes: in their own columns, else beside the date.

    `usual` is the half of the day of each hour, where the other rows of the columns say it.
    """
    first, last = in_columns(row, columns)
    if first is None and last is None:
        return dated.starts, dated.ends
    first = first or (exact(dated.starts) if dated.starts else None)
    if first is None:
        return None, None
    starts, ends = meant(first, last, usual)
    ends = ends or dated.ends
    return starts, ends if ends and lasts(starts, ends) else None


def in_columns(row: Row, columns: Columns) -> tuple[Clock | None, Clock | None]:
    """The hours in a row's columns for hours, as they are written there."""
    first, last = _cell_hours(text_of(row, columns.index("time")))
    starting, ending = (text_of(row, columns.index(role)) for role in ("starts", "ends"))
    if first is None and last is None:
        first, last = whole_clock(starting), whole_clock(ending)
        # A number alone is a time only beside another.
        if first and last:
            return first, last
        first = last = None
    return first or _cell_hours(starting)[0], last or _cell_hours(ending)[0]


def _cell_hours(text: str) -> tuple[Clock | None, Clock | None]:
    """The hours in a cell that is there for them: a pair, bare or not, else one or two times."""
    found = list(periods(text))
    pair = next((each for each in found if each.last), None)
    if pair is not None:
        return pair.first, pair.last
    first, last, *_ = [each.first for each in found if each.is_marked] + [None, None]
    return first, last


def says_midnight(text: str) -> bool:
    """Whether a deadline is at midnight, which people mean for the end of its day: `Fri 24:00`."""
    found = next((each for each in periods(text) if each.is_sure), None)
    return found is not None and found.first.is_midnight


def of_title(text: str) -> tuple[dt.time | None, dt.time | None]:
    """The hours that a title writes beyond doubt: `due 5pm`, `8:30-10:30am`."""
    found = next((each for each in periods(text) if each.is_sure), None)
    if found is None:
        return None, None
    starts, ends = meant(found.first, found.last)
    return starts, ends if ends and lasts(starts, ends) else None
