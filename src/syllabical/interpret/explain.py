"""Why tables, columns and rows were taken for what they were, in plain words."""

from collections.abc import Iterator, Mapping, Sequence

from syllabical.interpret.dates.types import ColumnDates
from syllabical.interpret.tables.candidates import Candidate
from syllabical.interpret.tables.column_evidence import is_blank, text_of
from syllabical.model.syllabus import Entry, Kind, Reason, Week
from syllabical.model.table import Row

_LONGEST = 40
_SAID = {
    Kind.CLASS: "a class",
    Kind.NO_CLASS: "no class",
    Kind.HOMEWORK_RELEASE: "homework handed out",
    Kind.HOMEWORK_DUE: "homework due",
    Kind.PRESENTATION: "a presentation",
    Kind.EXAM: "an exam",
    Kind.OTHER: "something else",
}
_TAKEN = {
    "date": "the date", "session": "a session", "number": "the number", "week": "the week",
    "homework": "homework", "mixed": "remarks with homework", "due": "what is due",
    "out": "what is handed out", "kind": "the kind of class", "detail": "a detail",
    "place": "the room",
    "remark": "a remark", "day": "the weekday", "time": "the hours", "starts": "when it starts",
    "ends": "when it ends", "last": "the last day", "month": "the month", "exam": "exams",
    "decoy": "nothing of a calendar", "grid": "a day of the week", "item": "what is due",
    "subtopic": "the second part of the topic",
}  # fmt: skip


def reasons(
    found: Sequence[Candidate],
    kept: Sequence[Candidate],
    read: Sequence[ColumnDates],
    weeks: Sequence[Week],
) -> Iterator[Reason]:
    """The reasons of the tables, then of the schedule's columns, dates and rows."""
    dated = {each.number: sum(map(bool, of.rows)) for each, of in zip(kept, read, strict=True)}
    for each in found:
        yield _of_table(each, "the schedule" if each.number in dated else "", dated)
    told: dict[tuple[int, int], list[Entry]] = {}
    for week in weeks:
        told.setdefault((week.at.start, week.at.end), []).extend(week.entries)
    for each in kept:
        yield from _of_columns(each)
    yield from read[0].reasons
    for each, dates in zip(kept, read, strict=True):
        yield from _of_rows(each, dates, told)


def _of_table(each: Candidate, taken: str, dated: Mapping[int, int]) -> Reason:
    if taken:
        why = f"{dated[each.number]} of its {len(each.sheet.rows)} rows have a date"
    elif each.decoy:
        taken, why = "something else", "its heading or headers are not those of a schedule"
    elif each.dating is None:
        taken, why = "something else", "no column holds dates"
    else:
        taken, why = "an addition", "only its homework and exams count beside the schedule"
    return Reason(f"table {each.number}", taken, why, each.table.at)


def _of_columns(each: Candidate) -> Iterator[Reason]:
    header = each.table.header
    for column in each.columns.all:
        name = column.header or str(column.index + 1)
        there = header is not None and column.index < len(header.cells)
        at = header.cells[column.index].at if header and there else each.table.at
        yield Reason(f"column {name}", _TAKEN.get(column.role, "a detail"), column.why, at)


def _of_rows(
    each: Candidate, dates: ColumnDates, told: dict[tuple[int, int], list[Entry]]
) -> Iterator[Reason]:
    dated = False
    for number, (row, written) in enumerate(zip(each.sheet.rows, dates.rows, strict=True), 1):
        what = f"row {number}"
        if written:
            dated = True
            yield _of_dated(what, row, told.get((row.at.start, row.at.end), []))
        elif is_blank(text_of(row, each.dating)):
            taken = "a part of the row above" if dated else "nothing"
            yield Reason(what, taken, "its date cell is blank", row.at)
        else:
            said = _cut(text_of(row, each.dating))
            yield Reason(what, "nothing", f"`{said}` is not a date", row.at)
            dated = False


def _of_dated(what: str, row: Row, entries: Sequence[Entry]) -> Reason:
    if not entries:
        return Reason(what, "nothing", "no column of sessions or homework says anything", row.at)
    taken = ", ".join(dict.fromkeys(_SAID[entry.kind] for entry in entries))
    why = ", ".join(f"`{entry.track}` says `{_cut(entry.title)}`" for entry in entries)
    return Reason(what, taken, why, row.at)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
