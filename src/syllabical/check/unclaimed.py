"""What a cell says and no event was made of; and events whose titles say nothing."""

from collections.abc import Iterator

from syllabical.check.timeline import Timeline
from syllabical.check.wording import WEEKDAYS
from syllabical.diagnostics import Diagnostic, Severity
from syllabical.model.syllabus import Unclaimed

DAY_NOT_USED_CODE = "day-not-used"
TITLE_SAYS_NOTHING_CODE = "title-says-nothing"


def day_not_used(dates: Timeline) -> Iterator[Diagnostic]:
    """A day or an hour stands in a cell of the schedule, and nothing is published for it."""
    for week in dates.weeks:
        for left in week.unclaimed:
            if left.what != "title":
                yield _unused(left)


def title_says_nothing(dates: Timeline) -> Iterator[Diagnostic]:
    """The title of an event is a label, a day or an address, or says that it is something else."""
    for week in dates.weeks:
        for left in week.unclaimed:
            if left.what == "title" and left.beside is not None:
                yield Diagnostic(
                    code=TITLE_SAYS_NOTHING_CODE,
                    severity=Severity.WARNING,
                    message=f"`{left.words}` does not say what is published on {left.beside.date}",
                    at=left.at,
                    help="say in the cell what it is, or in schedule.yaml what the column holds",
                )


def _unused(left: Unclaimed) -> Diagnostic:
    beside = left.beside
    names = "an hour" if left.what == "hours" else "a day"
    if beside is None:
        message = f"`{left.words}` names {names}, and nothing is published for it"
    else:
        when = f"{WEEKDAYS[beside.date.weekday()]} {beside.date}"
        message = f"`{left.words}` names {names}, and `{beside.title}` is published on {when}"
    return Diagnostic(
        code=DAY_NOT_USED_CODE,
        severity=Severity.WARNING,
        message=message,
        at=left.at,
        help="write the day beside what it belongs to, as in `HW 1 due Friday`",
    )
