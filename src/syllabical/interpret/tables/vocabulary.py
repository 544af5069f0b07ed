"""All the words a page is read with, and what schedule.yaml says of its columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from syllabical.interpret.tables import calendar_grid
from syllabical.interpret.tables.column_evidence import plain
from syllabical.languages import detect, folding, lexicon
from syllabical.languages.lexicon import Lexicon, Words
from syllabical.languages.names import Names
from syllabical.model.schedule import Schedule
from syllabical.model.table import Table

_ROWS = 40
"""How many rows of a table tell its language."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The words of the page's languages."""

    headers: Lexicon
    cells: Lexicon
    decoys: Lexicon
    names: tuple[Names, ...]
    """The names of weekdays and months."""

    schedule: Schedule

    def asked(self, header: str) -> str:
        """The role that schedule.yaml gives a column; empty where it says nothing."""
        work = self.schedule.homework.column
        if work and answers(header, work, work):
            return "homework"
        tracks = self.schedule.tracks.items()
        named = any(answers(header, name, track.column) for name, track in tracks)
        return "session" if named else ""


def vocabulary(tables: Sequence[Table], schedule: Schedule) -> Vocabulary:
    """The words for these tables."""
    headers = [cell.text for table in tables if table.header for cell in table.header.cells]
    rows = [row for table in tables for row in table.rows[:_ROWS]]
    texts = [cell.text for row in rows for cell in row.cells]
    codes = detect.spoken(headers, texts, schedule.dates.language)
    return Vocabulary(
        headers=lexicon.of_headers(codes),
        cells=lexicon.of_cells(codes, _more(schedule)),
        decoys=lexicon.of_decoys(codes),
        names=calendar_grid.spoken(codes),
        schedule=schedule,
    )


def answers(header: str, name: str, column: str | None) -> bool:
    """Whether a header is the column that schedule.yaml means."""
    said = {folded(header), folded(plain(header))} - {""}
    if column or not said:
        return folded(column or name) in said
    return folded(name) in said or folded(name) in folded(plain(header)).split()


def folded(header: str) -> str:
    """A header as it is compared."""
    return " ".join(folding.folded(header).split()).strip(" :.*")


def _more(schedule: Schedule) -> Words:
    """The words of schedule.yaml by their senses."""
    said = schedule.words
    found = (
        ("no class", said.no_class),
        ("presentation", said.presentation),
        ("exam", said.exam),
        ("homework", said.homework),
        ("nothing", said.nothing),
    )
    return tuple((sense, phrases) for sense, phrases in found if phrases)
