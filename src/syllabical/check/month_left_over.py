"""A row has the month, or the year, of the rows before it.

A new month began and only the day was changed, or the page was copied from last year's.
"""

from collections.abc import Iterator

from syllabical.check.corrections import Changed
from syllabical.check.timeline import Timeline
from syllabical.check.wording import doubted
from syllabical.diagnostics import Diagnostic

CODE = "month-left-over"

_REASONS = {
    Changed.MONTH: "its month looks left over",
    Changed.YEAR: "its year looks left over",
}


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the rows that fit with another month or year."""
    for doubt in dates.doubts:
        reason = _REASONS.get(doubt.correction.changed) if doubt.correction else None
        if reason:
            yield doubted(doubt, CODE, reason=reason, otherwise="")
