"""A homework column's cell: what is handed out and what is due, each with its stretch."""

import re
from itertools import pairwise
from typing import NamedTuple

from syllabical.interpret.cells import meaning, subheads
from syllabical.interpret.cells.meaning import Piece
from syllabical.interpret.cells.subheads import Section
from syllabical.languages import folding, one_of
from syllabical.languages.lexicon import Lexicon, Mark
from syllabical.model.syllabus import Kind

_SEMICOLONS = re.compile(r"\s*(?:;|；|•|\|)\s*")
_COMMAS = re.compile(r"\s*(?:,|，|、|/|&|\+)\s*")
_NUMBER = re.compile(
    rf"\s*(?:[#№]|{one_of('numbers', 'sign')}\.?)?\s*[-–_.:]?\s*"
    r"(\d+[a-z]?(?![a-z\d])|[ivx]+(?![^\W_]))",
    re.IGNORECASE,
)

_ARROWS = {"↓": "out", "⬇": "out", "⇩": "out", "↑": "due", "⬆": "due", "⇧": "due"}
"""Signs in the place of words: fetch it, hand it in."""

_NAME = 3
"""How many words a piece of homework may be called by."""


class Piecework(NamedTuple):
    """One piece of homework that a cell names."""

    kind: Kind
    title: str
    start: int
    end: int
    number: str | None


def piecework(lines: tuple[str, ...], usual: Kind | None, lexicon: Lexicon) -> list[Piecework]:
    """What a homework cell says.

    `usual` is what a bare `HW1` means in this column, and ``None`` in a column of remarks, where
    only what speaks of homework counts.
    """
    text = " ".join(lines)
    if meaning.is_nothing(text, lexicon) or meaning.is_open(text, lexicon):
        return []
    if not subheads.has_heads(lines, lexicon):
        return _of_lines(lines, usual, lexicon)
    found = []
    for section in subheads.sections(lines, lexicon):
        if section.act is None:
            found += _of_lines(section.lines, usual, lexicon)
        else:
            found += _of_section(section, lexicon)
    return found


def _of_lines(lines: tuple[str, ...], usual: Kind | None, lexicon: Lexicon) -> list[Piecework]:
    found, start = [], 0
    for line in lines:
        for piece in _parts(line, lexicon):
            at = Piece(piece.text, start + piece.start, start + piece.end)
            found += _understood(at, usual, lexicon)
        start += len(line) + 1
    return found


def _of_section(section: Section, lexicon: Lexicon) -> list[Piecework]:
    """What stands under a head, which says of every line whether it is due or handed out."""
    found = []
    for line, at in subheads.items(section):
        if meaning.is_nothing(line, lexicon) or not any(map(str.isalnum, line)):
            continue
        number = number_of(line, lexicon)
        act = section.act or Kind.HOMEWORK_RELEASE
        found.append(Piecework(act, line, at, at + len(line), number))
    return found


def _parts(line: str, lexicon: Lexicon) -> list[Piece]:
    """A line cut where a new piece of homework begins."""
    cuts = {0, len(line)}
    for piece in meaning.cut(line, _SEMICOLONS)[1:]:
        if not piece.text[0].islower() or number_of(piece.text, lexicon):
            cuts.add(piece.start)
    before = ""
    for piece in meaning.cut(line, _COMMAS):
        begins = piece.start > 0 and _begins_numbered(piece.text, lexicon)
        if begins and (
            _has_act(line[: piece.start], lexicon) or _differ(before, piece.text, lexicon)
        ):
            cuts.add(piece.start)
        before = piece.text
    order = sorted(cuts)
    for start, end in pairwise(order):
        cuts |= {start + turn for turn in _turns(line[start:end], lexicon)}
    order = sorted(cuts)
    found = [meaning.strip(line, *pair) for pair in pairwise(order)]
    return [_trimmed(line, piece) for piece in found if any(map(str.isalnum, piece.text))]


def _trimmed(line: str, piece: Piece) -> Piece:
    end = piece.end
    while end > piece.start and line[end - 1] in " ;,；，、/&+•|":
        end -= 1
    return Piece(line[piece.start : end], piece.start, end)


def _turns(line: str, lexicon: Lexicon) -> set[int]:
    """Where `HW1 due HW2 out` turns from one to the next without a sign between them."""
    cuts: set[int] = set()
    acted = named = leading = False
    marks = lexicon.marks(meaning.core_of(line))
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.sense not in ("due", "out"))):
        if mark.sense in ("due", "out"):
            if named and acted and leading:
                cuts.add(mark.start)
                named = False
            leading = leading or not named
            acted = True
        elif mark.sense in ("homework", "task"):
            if mark.sense == "homework" and _NUMBER.match(line, mark.end) and acted and not leading:
                cuts.add(mark.start)
                acted = False
            named = True
    return cuts


def _begins_numbered(text: str, lexicon: Lexicon) -> bool:
    """Whether a part names homework of its own: `HW2`, `project proposal due`."""
    marks = lexicon.marks(text)
    if not marks or marks[0].start or marks[0].sense not in ("homework", "task", "exam"):
        return False
    if _NUMBER.match(text, marks[0].end):
        return True
    act = next((mark for mark in marks if mark.sense in ("due", "out")), None)
    return act is not None and len(folding.words(text[: act.start])) <= _NAME


def _differ(before: str, text: str, lexicon: Lexicon) -> bool:
    """Whether two neighbours are an exam and homework: `Quiz 1, Assignment 1`."""
    if not _begins_numbered(before, lexicon):
        return False
    exams = [_is_exam(meaning.core_of(each), lexicon) for each in (before, text)]
    return exams[0] != exams[1]


def _has_act(text: str, lexicon: Lexicon) -> bool:
    return bool(_acts(text, lexicon))


def _acts(text: str, lexicon: Lexicon) -> set[str]:
    """Whether a text speaks of handing out or of handing in."""
    signs = set() if text.isascii() else {_ARROWS[sign] for sign in text if sign in _ARROWS}
    return signs | ({"due", "out"} & lexicon.senses(text))


def _understood(piece: Piece, usual: Kind | None, lexicon: Lexicon) -> list[Piecework]:
    if meaning.is_nothing(piece.text, lexicon) or meaning.is_open(piece.text, lexicon):
        return []
    kind = _kind(piece.text, usual, lexicon)
    number = number_of(piece.text, lexicon)
    return [Piecework(kind, piece.text, piece.start, piece.end, number)] if kind else []


def _kind(text: str, usual: Kind | None, lexicon: Lexicon) -> Kind | None:
    marks = lexicon.marks(text)
    senses = {mark.sense for mark in marks}
    acts = _acts(text, lexicon) if "not due" not in senses else set()
    if _is_nothing(marks, senses):
        return None
    if _is_exam(meaning.core_of(text), lexicon):
        return Kind.HOMEWORK_DUE if "due" in acts else Kind.EXAM
    if "presentation" in senses and not acts:
        return Kind.PRESENTATION
    if acts and not (usual or _is_matter(text, marks)):
        return None
    return _act(acts) or _bare(text, marks, usual, lexicon)


def _is_matter(text: str, marks: tuple[Mark, ...]) -> bool:
    """Whether a remark is about homework from its first words on, or hardly more: `P1 due`."""
    nouns = [mark.start for mark in marks if mark.sense in ("homework", "task")]
    if not nouns:
        return len(folding.words(text)) <= _NAME and any(map(str.isdigit, text))
    return len(folding.words(text[: nouns[0]])) <= _NAME


def _is_nothing(marks: tuple[Mark, ...], senses: set[str]) -> bool:
    """Whether it is `no quiz today`, or `practice exam`, which nobody hands in."""
    refused = bool(marks) and marks[0].sense == "no"
    return refused or ({"exam", "not exam"} <= senses and "homework" not in senses)


def _act(acts: set[str]) -> Kind | None:
    if "due" in acts:
        return Kind.HOMEWORK_DUE
    return Kind.HOMEWORK_RELEASE if acts else None


def _bare(text: str, marks: tuple[Mark, ...], usual: Kind | None, lexicon: Lexicon) -> Kind | None:
    """What a piece without `out` and `due` is."""
    senses = {mark.sense for mark in marks}
    if usual is None:
        first = marks[0] if marks else None
        if "homework" in senses and first and first.start == 0:
            named = number_of(text, lexicon) is not None
            return Kind.HOMEWORK_RELEASE if named else Kind.OTHER
        return None
    core = lexicon.senses(meaning.core_of(text))
    reads = bool(marks) and marks[0].start == 0 and marks[0].sense in ("reading", "resource")
    if reads and not core & {"homework", "task"}:
        return None
    if senses & {"homework", "task"}:
        return usual
    return None if meaning.says_no_class(text, lexicon) else usual


def _is_exam(core: str, lexicon: Lexicon) -> bool:
    marks = lexicon.marks(core)
    return meaning.is_exam(core, marks) and not any(mark.sense == "homework" for mark in marks)


def number_of(text: str, lexicon: Lexicon) -> str | None:
    """The number that homework goes by: `1` of `HW1`, `10B` of `HW10B`."""
    for mark in lexicon.marks(text):
        noun = mark.sense in ("homework", "task", "exam")
        if noun and (found := _NUMBER.match(text, mark.end)):
            return found.group(1)
    return None


def says_due(header: str, lexicon: Lexicon) -> bool:
    """Whether a header says that what stands under it is due."""
    return "due" in lexicon.senses(header) and bool(folding.words(header))
