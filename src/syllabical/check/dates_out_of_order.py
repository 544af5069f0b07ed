"""A row is dated before a row above it.

Mostly a slip of the pen, or a row that was moved. No small change puts it right beyond doubt, or
the change is a single digit.
"""

from collections.abc import Iterator

from syllabical.check.corrections import Changed
from syllabical.check.timeline import Timeline
from syllabical.check.wording import doubted, meant
from syllabical.diagnostics import Diagnostic

CODE = "date-goes-backwards"


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the rows that are out of order."""
    for doubt in dates.doubts:
        slip = doubt.correction is None or doubt.correction.changed is Changed.DAY
        if slip and not doubt.outside:
            yield doubted(
                doubt, CODE, meant(doubt.correction, "check the day, month and year of both rows")
            )
