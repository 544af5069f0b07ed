"""One row has its day and its month the other way round.

The date exists either way, so nothing else would notice; but only swapped does the row stand
between its neighbours, on a day of the course.
"""

from collections.abc import Iterator

from syllabical.check.corrections import Changed
from syllabical.check.timeline import Timeline
from syllabical.check.wording import doubted
from syllabical.diagnostics import Diagnostic

CODE = "day-month-swapped"


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the rows that fit when day and month change places."""
    for doubt in dates.doubts:
        correction = doubt.correction
        if correction and correction.changed is Changed.ORDER:
            reason = "day and month look swapped"
            yield doubted(doubt, CODE, f"did you mean `{correction.text}`? {reason}")
