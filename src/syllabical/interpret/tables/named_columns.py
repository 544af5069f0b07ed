"""The columns that schedule.yaml names: whether they are there, and which others look alike."""

from collections.abc import Iterable, Sequence

from syllabical.diagnostics import Report
from syllabical.interpret.tables.candidates import Candidate
from syllabical.interpret.tables.column_evidence import is_blank, plain
from syllabical.interpret.tables.vocabulary import answers
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Week
from syllabical.source import Span


def say(
    kept: Sequence[Candidate], weeks: Iterable[Week], schedule: Schedule, report: Report
) -> None:
    """Say which named columns are missing, and which sessions nobody named."""
    headers = [header for each in kept for header in each.sheet.headers if not is_blank(header)]
    used = {entry.track for week in weeks for entry in week.entries}
    there = [*dict.fromkeys([*headers, *sorted(used)])]
    for name, track in schedule.tracks.items():
        if not any(answers(header, name, track.column) for header in there):
            at = track.where("column") if track.column else schedule.where(f"tracks.{name}")
            _missing(track.column or name, headers, at, report)
    wanted = schedule.homework.column
    if wanted and not any(answers(header, wanted, wanted) for header in headers):
        _missing(wanted, headers, schedule.homework.where("column"), report)
    if schedule.tracks:
        _unnamed(kept, schedule, report)


def _missing(name: str, headers: Sequence[str], at: Span | None, report: Report) -> None:
    listed = ", ".join(f"`{header}`" for header in dict.fromkeys(headers))
    report.error(
        "column-missing",
        f"the schedule has no column `{name}`",
        at,
        help=f"the columns there are: {listed}" if listed else "its columns have no headers",
    )


def _unnamed(kept: Sequence[Candidate], schedule: Schedule, report: Report) -> None:
    for each in kept:
        for column in each.columns.of("session"):
            named = any(
                answers(column.header, name, track.column)
                for name, track in schedule.tracks.items()
            )
            header = each.table.header
            if named or header is None or not column.header or each.columns.of("kind"):
                continue
            report.note(
                "track-not-named",
                f"column `{plain(column.header)}` holds sessions that schedule.yaml does not name",
                header.cells[column.index].at,
                help=f"add `{plain(column.header)}` under `tracks:` to give it hours",
            )
