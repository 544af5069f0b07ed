"""The homework of a syllabus, each with its release and its due date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from syllabical.model.course import Course
from syllabical.model.syllabus import Entry, Kind

_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Homework:
    """One piece of homework that is named once when it is out and once when it is due."""

    release: Entry
    due: Entry


def entries(course: Course, kind: Kind) -> tuple[Entry, ...]:
    """Everything of one kind, in the page's order."""
    return tuple(
        entry for week in course.syllabus.weeks for entry in week.entries if entry.kind is kind
    )


def homework(course: Course) -> tuple[Homework, ...]:
    """The pieces whose release and due date are told apart by name beyond doubt."""
    releases = _by_name(entries(course, Kind.HOMEWORK_RELEASE))
    dues = _by_name(entries(course, Kind.HOMEWORK_DUE))
    return tuple(
        Homework(release, due)
        for name, release in releases.items()
        if release and (due := dues.get(name))
    )


def _by_name(told: Iterable[Entry]) -> dict[str, Entry | None]:
    """Each by its name; ``None`` where two have the same."""
    named: dict[str, Entry | None] = {}
    for entry in told:
        name = " ".join(_WORDS.findall(entry.title.casefold()))
        named[name] = None if name in named else entry
    return named
