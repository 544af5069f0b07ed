"""What holds for a whole table: what bare homework means, what its numbers count."""

from collections.abc import Iterable, Sequence

from syllabical.interpret import numbers
from syllabical.interpret.candidates import Candidate
from syllabical.interpret.columns import Column
from syllabical.interpret.dates import ColumnDates
from syllabical.interpret.outlook import Outlook
from syllabical.interpret.sheet import Contents
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Kind, Week

_ENOUGH = 3


def outlook(each: Candidate, dates: ColumnDates, schedule: Schedule) -> Outlook:
    """What the rows of a table are read with."""
    del schedule
    usual = {
        column.index: _usual(column, each.sheet.contents[column.index])
        for column in each.columns.of("homework", "out", "due")
    }
    kind = each.columns.first("kind")
    if kind is not None:
        usual[-1] = _usual(kind, each.sheet.contents[kind.index])
    return Outlook(
        columns=each.columns,
        lexicon=each.sheet.lexicon,
        known=dates.known,
        usual=usual,
        deadlines=each.columns.index("date") is None,
        numbered=numbers.count_classes(each.sheet, each.columns),
    )


def date_index(each: Candidate) -> int | None:
    """The column whose date is the row's: the date column, else that of a deadline."""
    return each.date.index if each.date else None


def _usual(column: Column, contents: Contents) -> Kind | None:
    """A release, unless the header or every other cell of the column says `due`."""
    if column.role in ("due", "out"):
        return Kind.HOMEWORK_DUE if column.role == "due" else Kind.HOMEWORK_RELEASE
    acts = [contents.lexicon.senses(text) & {"due", "out"} for text in contents.texts]
    dues = sum("due" in each for each in acts)
    only_due = dues >= _ENOUGH and not any("out" in each for each in acts)
    return Kind.HOMEWORK_DUE if only_due else Kind.HOMEWORK_RELEASE


def tracks(kept: Sequence[Candidate], weeks: Iterable[Week]) -> tuple[str, ...]:
    """The session tracks, in the order of the columns, then of their first class."""
    work = (Kind.HOMEWORK_DUE, Kind.HOMEWORK_RELEASE, Kind.OTHER)
    used = [e.track for week in weeks for e in week.entries if e.kind not in work]
    order = [column.track for each in kept for column in each.columns.of("session")]
    return tuple(dict.fromkeys([track for track in order if track in used] + used))
