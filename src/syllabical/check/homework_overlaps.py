"""Two pieces of homework from different rows are due on the same day.

Mostly a due date that was copied and not changed. Where a page does so again and again it is its
way, and nothing is said.
"""

import datetime as dt
from collections.abc import Iterator

from syllabical.check.homework import entries
from syllabical.check.timeline import Timeline
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.course import Course
from syllabical.model.syllabus import Entry, Kind

CODE = "homework-overlaps"


def check(course: Course, dates: Timeline) -> Iterator[Diagnostic]:
    """Compare the due dates of one column that stand in different cells."""
    del dates
    first: dict[tuple[str, dt.date], Entry] = {}
    pairs: list[tuple[Entry, Entry]] = []
    for due in entries(course, Kind.HOMEWORK_DUE):
        other = first.setdefault((due.track, due.date), due)
        if other.title != due.title and _row(other) != _row(due):
            pairs.append((other, due))
    if len(pairs) == 1:
        [(other, due)] = pairs
        yield Diagnostic(
            code=CODE,
            severity=Severity.WARNING,
            message=f"`{due.title}` is due on {due.date}, and so is `{other.title}`",
            at=due.at,
            notes=(Note("the other one", other.at),),
            help="check both dates",
        )


def _row(entry: Entry) -> tuple[str, int]:
    """The line that it stands on."""
    return entry.at.source.path, entry.at.place[0]
