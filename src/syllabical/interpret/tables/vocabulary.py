"""All the words a page is read with, and what schedule.yaml says of its columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from syllabical.interpret import words
from syllabical.interpret.dates.month_names import Names
from syllabical.interpret.language import folding, languages, lexicon
from syllabical.interpret.language.lexicon import Lexicon
from syllabical.interpret.tables import calendar_grid
from syllabical.interpret.tables.column_evidence import plain
from syllabical.model.schedule import Schedule
from syllabical.model.table import Table


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
    spoken = languages.languages(tables, schedule.dates.language)
    decoys = [("decoy", words.of(code).headers.get("decoy heading", "")) for code in spoken]
    return Vocabulary(
        headers=lexicon.of_headers(spoken),
        cells=lexicon.of_cells(spoken, _more(schedule)),
        decoys=Lexicon(decoys),
        names=calendar_grid.spoken(spoken),
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


def _more(schedule: Schedule) -> dict[str, tuple[str, ...]]:
    said = schedule.words
    return {
        "no class": said.no_class,
        "presentation": said.presentation,
        "exam": said.exam,
        "homework": said.homework,
        "nothing": said.nothing,
    }
