"""A cell divided by heads of its own: `Assign:` … `Due:` …, `Quizzes (due at 9am):` and a list."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from syllabical.interpret.cells import meaning
from syllabical.languages import folding
from syllabical.languages.lexicon import Lexicon
from syllabical.model.syllabus import Kind

_HEAD = re.compile(r"\W*(?P<head>[^:：()]{2,60}(?:\([^()]*\))?)\s*[:：](?P<rest>.*)", re.DOTALL)
_BULLET = re.compile(r"\s*[●•◦▪○·*–—-]\s+")
_LONGEST = 4
"""Words in a head, its brackets left out."""

_BESIDE = frozenset(
    ["due", "out", "homework", "task", "exam", "presentation", "filler", "reading", "resource"]
)


class Section(NamedTuple):
    """The lines under one head of a cell, without their bullets."""

    head: str
    """Empty for what stands above the first head."""

    act: Kind | None
    """Whether the head says that things are due, or handed out."""

    lines: tuple[str, ...]
    start: int
    """Where the first of the lines stands in the cell's text."""


def sections(lines: tuple[str, ...], lexicon: Lexicon) -> list[Section]:
    """The sections of a cell; one without a head where it has none."""
    found: list[Section] = [Section("", None, (), 0)]
    at = 0
    for line in lines:
        head = _head(line, lexicon)
        if head is None:
            above = found[-1]
            kept = (*above.lines, without_bullet(line) if above.head else line)
            found[-1] = above._replace(lines=kept)
        else:
            text, act, rest = head
            said = any(map(str.isalnum, rest)) and not meaning.is_nothing(rest, lexicon)
            # A head and its one thing on a line are its title, as in `Due: HW 1`.
            kept = (without_bullet(line),) if said else ()
            found.append(Section(text, act, kept, at if said else at + len(line) + 1))
        at += len(line) + 1
    return [section for section in found if section.lines or section.head]


def has_heads(lines: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a cell is divided by heads that say what is due or handed out."""
    return any(_head(line, lexicon) for line in lines)


def without_bullet(line: str) -> str:
    """A line of a list without the sign before it."""
    bullet = _BULLET.match(line)
    return line[bullet.end() :].strip() if bullet else line.strip()


def _head(line: str, lexicon: Lexicon) -> tuple[str, Kind | None, str] | None:
    """The head that a line begins with, what it says, and the rest of the line."""
    found = _HEAD.match(line)
    if found is None or line[found.start("rest") : found.start("rest") + 2] == "//":
        return None
    head, rest = found["head"].strip(), found["rest"]
    if re.search(r"\d$", head) and re.match(r"\d\d", rest):
        return None
    senses = lexicon.senses(head)
    acts = senses & {"due", "out"}
    if not acts or len(folding.words(meaning.core_of(head))) > _LONGEST:
        return None
    if any(map(str.isdigit, meaning.core_of(head))) or not _is_all_known(head, lexicon):
        return None
    return head, Kind.HOMEWORK_DUE if "due" in acts else Kind.HOMEWORK_RELEASE, rest


def _is_all_known(head: str, lexicon: Lexicon) -> bool:
    """Whether a head is made of words for work alone, or is a word with what is due in brackets."""
    core = meaning.core_of(head)
    if core.strip() != head and "due" in lexicon.senses(head):
        return True
    marks = [mark for mark in lexicon.marks(core) if mark.sense in _BESIDE]
    words = folding.words(core)
    return all(any(m.start <= word.start < m.end for m in marks) for word in words)


def items(section: Section) -> Iterator[tuple[str, int]]:
    """Each line of a section, and where it stands in the cell's text."""
    at = section.start
    for line in section.lines:
        yield line, at
        at += len(line) + 1
