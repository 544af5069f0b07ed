"""Why tables, columns and rows were taken for what they were, in plain words."""

from collections.abc import Iterator, Sequence

from syllabical.interpret.candidates import Candidate
from syllabical.interpret.dates import ColumnDates
from syllabical.model.syllabus import Reason


def reasons(
    found: Sequence[Candidate], kept: Sequence[Candidate], read: Sequence[ColumnDates]
) -> Iterator[Reason]:
    """The reasons of the tables, then of the schedule's columns."""
    for each in found:
        yield _of_table(each, each in kept)
    for each in kept:
        yield from _of_columns(each)
    if read:
        yield from read[0].reasons


def _of_table(each: Candidate, kept: bool) -> Reason:  # noqa: FBT001 (a fact of the table)
    taken = "the schedule" if kept else "something else"
    if kept:
        why = f"{each.dated} of its {len(each.sheet.rows)} rows have a date"
    elif each.decoy:
        why = "its heading or headers speak of something else than classes"
    elif not each.dated and not each.is_deadlines:
        why = "no column holds dates"
    else:
        taken, why = "an addition", "only its homework and exams count beside the schedule"
    return Reason(f"table {each.number}", taken, why, each.table.at)


def _of_columns(each: Candidate) -> Iterator[Reason]:
    header = each.table.header
    for column in each.columns.all:
        name = column.header or str(column.index + 1)
        at = (
            header.cells[column.index].at
            if header and column.index < len(header.cells)
            else each.table.at
        )
        yield Reason(f"column {name}", _TAKEN.get(column.role, column.role), column.why, at)


_TAKEN = {
    "date": "the date", "session": "a session", "number": "the number", "week": "the week",
    "homework": "homework", "mixed": "remarks that may hold homework", "due": "what is due",
    "out": "what is handed out", "kind": "the kind of class", "detail": "a detail",
    "remark": "a remark", "day": "the weekday", "time": "the hours", "starts": "when it starts",
    "ends": "when it ends", "last": "the last day", "month": "the month", "exam": "exams",
    "decoy": "nothing of a calendar",
}  # fmt: skip
