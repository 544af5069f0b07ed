"""The first or the last row lies months away from all the others."""

from collections.abc import Iterator

from syllabical.check.corrections import Changed
from syllabical.check.timeline import Timeline
from syllabical.check.wording import doubted, meant
from syllabical.diagnostics import Diagnostic

CODE = "outside-term"


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the rows far outside that no other month or year would put right."""
    for doubt in dates.doubts:
        slip = doubt.correction is None or doubt.correction.changed is Changed.DAY
        if slip and doubt.outside:
            yield doubted(doubt, CODE, meant(doubt.correction, "check the month and the year"))
