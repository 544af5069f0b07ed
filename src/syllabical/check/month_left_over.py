"""A row has the month, or the year, of the rows before it.

A new month began and only the day was changed, or the page was copied from last year's.
"""

from collections.abc import Iterator

from syllabical.check.corrections import Changed
from syllabical.check.timeline import Timeline
from syllabical.check.wording import doubted
from syllabical.diagnostics import Diagnostic

CODE = "month-left-over"

_LEFT_OVER = {Changed.MONTH: "month", Changed.YEAR: "year"}


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the rows that fit with another month or year."""
    for doubt in dates.doubts:
        correction = doubt.correction
        if correction and correction.changed in _LEFT_OVER:
            reason = f"the {_LEFT_OVER[correction.changed]} looks left over"
            yield doubted(doubt, CODE, f"did you mean `{correction.text}`? {reason}")
