"""A table by its columns: headers without asides, and what the cells of a column look like."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from syllabical.interpret.dates import column
from syllabical.languages import folding
from syllabical.languages.lexicon import Lexicon
from syllabical.model.hours import periods
from syllabical.model.table import Cell, Row, Table

_ASIDE = re.compile(r"\s*[(\[（【][^()\[\]（）【】]*[)\]）】]\s*")
_PARTS = re.compile(r"\d{1,2}(?:\.\d{1,2})+(?:\s?[-–,&]\s?\d{1,2}(?:\.\d{1,2})*)*")
_ENOUGH = 80
_KINDS = 0.6
_FEW_WORDS = 3
_SHORT = 16


def plain(header: str) -> str:
    """A header without its bracketed asides; whole where nothing would be left."""
    return _ASIDE.sub(" ", header).strip(" :.*") or header.strip()


def asides(text: str) -> str:
    """What stands in brackets."""
    return " ".join(found.strip(" ()[]（）【】") for found in _ASIDE.findall(text))


@dataclass(frozen=True, eq=False)
class Contents:
    """The cells of one column that say something, or enough of them."""

    texts: tuple[str, ...]
    lexicon: Lexicon

    @cached_property
    def dated(self) -> float:
        """How much they look like dates."""
        told = [text for text in self.texts if any(map(str.isdigit, text))]
        if len(told) * 2 < len(self.texts) or all(map(self._is_counted, told)):
            return 0.0
        return column.looks_dated(self.texts) if self.texts else 0.0

    @cached_property
    def numbered(self) -> float:
        """How many are no more than a number: `3`, `Week 3`, `L3`, `1.1–1.3`."""
        return self._share(_is_number)

    @cached_property
    def outlined(self) -> float:
        """How many are sections of a book: `1.1`, `2.4–2.6`."""
        return self._share(lambda text: _PARTS.fullmatch(text) is not None)

    @cached_property
    def days(self) -> float:
        """How many are a day of some month: `Tu 5`."""
        return self._share(column.is_day)

    @cached_property
    def hours(self) -> float:
        """How many are hours of the day."""
        return self._share(lambda text: len(text) <= _SHORT * 2 and _is_hours(text))

    @cached_property
    def kinds(self) -> float:
        """How many say no more than what kind of thing it is: `Lecture`, `Exam`, `HW 2 due`."""
        return self._share(self._is_kind)

    @cached_property
    def cores(self) -> frozenset[str]:
        """The cells without their numbers, each once."""
        return frozenset(
            " ".join(word.text for word in folding.words(text) if not word.text.isdigit())
            for text in self.texts
        )

    @property
    def repeats(self) -> bool:
        """Whether the same few words come again and again."""
        return len(self.cores) * 2 <= len(self.texts) or len(self.texts) == 1

    @property
    def tells_kinds(self) -> bool:
        """Whether it tells several kinds of class apart: `Lecture 1`, `Lab 1`, `Exam`."""
        return self.kinds >= _KINDS and 1 < len(self.cores) < len(self.texts)

    @cached_property
    def exams(self) -> float:
        """How many name an exam, or are too short to be a topic."""
        return self._share(
            lambda text: "exam" in self.lexicon.senses(text) or len(folding.words(text)) <= 1
        )

    @cached_property
    def resources(self) -> float:
        """How many are only labels of links: `slides`, `[pdf]`."""
        return self._share(lambda text: self._only(text, {"resource"}))

    @cached_property
    def homework(self) -> float:
        """How many speak of homework with a number, or of something due or handed out."""
        return self._share(self._is_homework)

    @property
    def varied(self) -> float:
        """How many differ, of all."""
        return len(set(self.texts)) / len(self.texts) if self.texts else 0.0

    @property
    def wordiness(self) -> float:
        """How many letters a cell has on average."""
        return sum(map(len, self.texts)) / len(self.texts) if self.texts else 0.0

    def _share(self, test: object) -> float:
        if not self.texts or not callable(test):
            return 0.0
        return sum(bool(test(text)) for text in self.texts) / len(self.texts)

    def _is_counted(self, text: str) -> bool:
        """Whether it is a number and words that no date has: `Lecture 3`, `HW 2`."""
        marks = self.lexicon.marks(text)
        return _is_number(text) and any(
            mark.sense in {"session", "homework", "exam"} for mark in marks
        )

    def _only(self, text: str, senses: set[str]) -> bool:
        marks = self.lexicon.marks(text)
        covered = sum(len(text[m.start : m.end]) for m in {m for m in marks if m.sense in senses})
        letters = sum(letter.isalpha() for letter in text)
        return letters > 0 and covered >= letters

    def _is_kind(self, text: str) -> bool:
        senses = {"session", "exam", "weak exam", "homework", "due", "out", "holiday", "pause"}
        more = {"presentation", "weak presentation", "no class", "quiz"}
        words = folding.words(text)
        marks = [mark for mark in self.lexicon.marks(text) if mark.sense in senses | more]
        return bool(marks) and len(words) <= _FEW_WORDS and marks[0].start == words[0].start

    def _is_homework(self, text: str) -> bool:
        senses = self.lexicon.senses(text)
        acts = {"due", "out"} & senses
        return bool({"homework", "task"} & senses and acts) or (
            "homework" in senses and any(letter.isdigit() for letter in text)
        )


@dataclass(frozen=True, eq=False)
class Sheet:
    """A table with its columns at hand."""

    table: Table
    headers: tuple[str, ...]
    """As the page writes them, on one line."""

    rows: tuple[Row, ...]
    lexicon: Lexicon

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.headers)

    @cached_property
    def contents(self) -> tuple[Contents, ...]:
        """What the cells of each column look like."""
        return tuple(self._contents(index) for index in range(self.width))

    def _contents(self, index: int) -> Contents:
        texts = (text_of(row, index) for row in self.rows)
        said = [text for text in texts if text and not is_blank(text)]
        step = max(1, len(said) // _ENOUGH)
        return Contents(tuple(said[::step]), self.lexicon)


def sheet(table: Table, lexicon: Lexicon) -> Sheet:
    """A table by its columns; rows of rules and of nothing are gone."""
    rows = tuple(row for row in table.rows if any(not is_blank(cell.text) for cell in row.cells))
    width = max(
        (len(row.cells) for row in (*rows, *([table.header] if table.header else []))), default=0
    )
    header = table.header.cells if table.header else ()
    headers = tuple(header[at].text if at < len(header) else "" for at in range(width))
    return Sheet(table, headers, rows, lexicon)


def cell_of(row: Row, index: int | None) -> Cell | None:
    """A row's cell; ``None`` where the row is too short."""
    return row.cells[index] if index is not None and index < len(row.cells) else None


def text_of(row: Row, index: int | None) -> str:
    """The text of a row's cell."""
    cell = cell_of(row, index)
    return cell.text if cell else ""


def is_blank(text: str) -> bool:
    """Whether it says nothing: no letter and no digit."""
    return not any(letter.isalnum() for letter in text)


def _is_hours(text: str) -> bool:
    """Whether it holds hours; `2h` alone is how long something lasts."""
    return any(
        each.is_sure or (each.first.mark == "h" and each.first.has_minutes)
        for each in periods(text)
    )


def _is_number(text: str) -> bool:
    if _PARTS.fullmatch(text):
        return True
    said = folding.words(text)
    numbers = [word for word in said if word.text.isdigit()]
    if len(numbers) != 1 or len(said) > _FEW_WORDS or len(text) > _SHORT:
        return False
    rest = text[numbers[0].end :].strip()
    return rest[:1] not in set(":-–—") or not any(map(str.isalpha, rest))


def blanks(rows: Sequence[Row], index: int) -> int:
    """How many rows say nothing in a column."""
    return sum(is_blank(text_of(row, index)) for row in rows)
