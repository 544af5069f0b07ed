"""Two pieces of homework that differ in their number alone are due on the same day.

Mostly a due date that was copied and not changed. Where a page does so again and again it is its
way, and nothing is said.
"""

import datetime as dt
import re
from collections.abc import Iterator

from syllabical.check.homework import entries
from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.course import Course
from syllabical.model.syllabus import Entry, Kind

CODE = "homework-overlaps"

_NUMBER = re.compile(r"\d+")


def check(course: Course) -> Iterator[Diagnostic]:
    """Compare the due dates of one column that stand in different cells."""
    last: dict[tuple[str, dt.date], Entry] = {}
    pairs: list[tuple[Entry, Entry]] = []
    for due in entries(course, Kind.HOMEWORK_DUE):
        other = last.get((due.track, due.date), due)
        last[due.track, due.date] = due
        if _is_next(other, due) and _row(other) != _row(due):
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


def _is_next(one: Entry, other: Entry) -> bool:
    """Whether two are called alike but for a number, as HW1 and HW2 are."""
    names = [_NUMBER.sub("", entry.title.casefold()) for entry in (one, other)]
    return one.title != other.title and names[0] == names[1]


def _row(entry: Entry) -> tuple[str, int]:
    """The line that it stands on."""
    return entry.at.source.path, entry.at.place[0]
