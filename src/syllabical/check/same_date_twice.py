"""Two rows have the same date, and both hold a class of the same track.

Mostly a copied row whose date was not changed. Where a page does it again and again, two sessions
a day are its way and nothing is said.
"""

from collections.abc import Iterator
from itertools import pairwise

from syllabical.check.corrections import Correction, Gap, copied
from syllabical.check.timeline import Timeline
from syllabical.check.wording import meant, quoted
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.syllabus import Kind, Week

CODE = "same-date-twice"

_HABIT = 2


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Compare every row with the one above it."""
    pairs = [
        (number, above, week)
        for number, (above, week) in enumerate(pairwise(dates.believed))
        if week.date == above.date and _collide(above, week)
    ]
    if len(pairs) > max(_HABIT, len(dates.believed) // 10):
        return
    for number, above, week in pairs:
        yield _doubled(above, week, _correction(dates, number))


def _collide(above: Week, week: Week) -> bool:
    """Whether a track has a class in both rows, and not at hours that differ."""
    return any(
        one.track == other.track and one.starts == other.starts
        for one in above.entries
        for other in week.entries
        if one.kind is other.kind is Kind.CLASS
    )


def _correction(dates: Timeline, number: int) -> Correction | None:
    """What the second row's date should be, if the first one's cannot be wrong."""
    believed = dates.believed
    first, second = believed[number], believed[number + 1]
    earlier = believed[number - 1].date if number else None
    later = believed[number + 2].date if number + 2 < len(believed) else None
    if earlier and copied(first, Gap(after=earlier, before=first.date), dates.rhythm):
        return None
    return copied(second, Gap(after=second.date, before=later), dates.rhythm)


def _doubled(above: Week, week: Week, correction: Correction | None) -> Diagnostic:
    return Diagnostic(
        code=CODE,
        severity=Severity.WARNING,
        message=f"{quoted(week)} is the date of the row above it, too",
        at=week.date_at,
        notes=(Note("the row above it", above.date_at),),
        help=meant(correction, "check the date of both rows"),
        fix=correction.fix if correction else None,
    )
