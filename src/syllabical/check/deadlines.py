"""Rules about homework: due before it is out, or on the day of another piece."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.model.course import Course
from syllabical.model.syllabus import Entry, Kind

DUE_BEFORE_RELEASE_CODE = "due-before-release"
HOMEWORK_OVERLAPS_CODE = "homework-overlaps"

_WORDS = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")


def due_before_release(course: Course) -> Iterator[Diagnostic]:
    """Homework is due before it is out.

    Release and due date go together where both have one title, and no other piece has it.
    """
    releases = _by_name(_entries(course, Kind.HOMEWORK_RELEASE))
    dues = _by_name(_entries(course, Kind.HOMEWORK_DUE))
    for name, release in releases.items():
        due = dues.get(name)
        if release and due and due.date < release.date:
            yield Diagnostic(
                code=DUE_BEFORE_RELEASE_CODE,
                severity=Severity.WARNING,
                message=f"`{due.title}` is due on {due.date}, before it is out on {release.date}",
                at=due.at,
                notes=(Note("where it is out", release.at),),
                help="check both dates",
            )


def _by_name(entries: Iterable[Entry]) -> dict[str, Entry | None]:
    """Each by its name; ``None`` where two have the same."""
    named: dict[str, Entry | None] = {}
    for entry in entries:
        name = " ".join(_WORDS.findall(entry.title.casefold()))
        named[name] = None if name in named else entry
    return named


def homework_overlaps(course: Course) -> Iterator[Diagnostic]:
    """Two pieces of homework that differ in their number alone are due on the same day.

    Mostly a due date that was copied and not changed. Only the due dates of one column that stand
    in different rows are compared. Where a page does so again and again it is its way, and
    nothing is said.
    """
    last: dict[tuple[str, dt.date], Entry] = {}
    pairs: list[tuple[Entry, Entry]] = []
    for due in _entries(course, Kind.HOMEWORK_DUE):
        other = last.get((due.track, due.date), due)
        last[due.track, due.date] = due
        if _differ_in_number(other, due) and not other.at.on_line_of(due.at):
            pairs.append((other, due))
    if len(pairs) == 1:
        [(other, due)] = pairs
        yield Diagnostic(
            code=HOMEWORK_OVERLAPS_CODE,
            severity=Severity.WARNING,
            message=f"`{due.title}` is due on {due.date}, and so is `{other.title}`",
            at=due.at,
            notes=(Note("the other one", other.at),),
            help="check both dates",
        )


def _differ_in_number(one: Entry, other: Entry) -> bool:
    """Whether two are called alike but for a number, as HW1 and HW2 are."""
    names = [_NUMBER.sub("", entry.title.casefold()) for entry in (one, other)]
    return one.title != other.title and names[0] == names[1]


def _entries(course: Course, kind: Kind) -> tuple[Entry, ...]:
    """Everything of one kind, in the page's order."""
    return tuple(
        entry for week in course.syllabus.weeks for entry in week.entries if entry.kind is kind
    )
