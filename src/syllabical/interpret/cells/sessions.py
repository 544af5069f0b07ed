"""A session's cell: the classes, exams and other things that it says, each with its stretch."""

import re
from typing import NamedTuple

from syllabical.interpret.cells import meaning
from syllabical.interpret.cells.meaning import Piece
from syllabical.languages import either, folding, listed, one_of
from syllabical.languages.lexicon import Lexicon
from syllabical.model.syllabus import Kind

_CLAUSES = re.compile(r"\s*(?:;|；)\s*")
_AND = listed("joints", "and")
_LETTERS = either(word for word in _AND if len(word) == 1)
"""`y`, `e`, `i`: in capitals they are no words."""

_JOINTS = re.compile(
    rf"\s+(?:{either(word for word in _AND if len(word) > 1)}|(?-i:{_LETTERS})|&|\+|/)\s+"
    rf"|\s*(?:;|；)\s*|\s*,\s*(?={one_of('cells', 'quiz')})|\s*,?\s+{one_of('joints', 'then')}\s+",
    re.IGNORECASE,
)

_SENTENCE = re.compile(r"[.!]\s+(?=\S)")

_TELLING = frozenset(
    {
        "no class", "cancelled", "no", "pause", "holiday", "exam", "weak exam", "presentation",
        "weak presentation", "homework", "due", "out",
    }
)  # fmt: skip
"""What makes a cell anything but a class."""


class Finding(NamedTuple):
    """One thing that a cell says."""

    kind: Kind
    title: str
    start: int
    end: int
    joined: bool = False
    """Whether `and` joins it to another matter."""


def findings(lines: tuple[str, ...], lexicon: Lexicon) -> list[Finding]:
    """What a session's cell says; nothing for a cell that is empty in so many words."""
    text = " ".join(lines)
    if meaning.is_nothing(text, lexicon):
        return []
    if not lexicon.senses(text) & _TELLING:
        return [Finding(Kind.CLASS, text, 0, len(text))]
    if meaning.says_no_class(text, lexicon):
        return [Finding(Kind.NO_CLASS, text, 0, len(text)), *_despite(lines, lexicon)]
    return _weighed(text, _judged(lines, lexicon), lexicon)


def _judged(lines: tuple[str, ...], lexicon: Lexicon) -> list[Finding]:
    found, start = [], 0
    for line in lines:
        for clause in meaning.cut(line, _CLAUSES):
            for piece in _sentences(clause, lexicon):
                at = Piece(piece.text, start + piece.start, start + piece.end)
                found += _of_piece(at, lexicon)
        start += len(line) + 1
    return found


def _sentences(clause: Piece, lexicon: Lexicon) -> list[Piece]:
    """A clause, cut before a sentence that is about homework: `Utility. Problem set 1 due.`."""
    for end in _SENTENCE.finditer(clause.text):
        rest = clause.text[end.end() :]
        marks = lexicon.marks(rest)
        named = bool(marks) and not marks[0].start and marks[0].sense in ("homework", "task")
        if named and any(mark.sense in ("due", "out") and mark.start for mark in marks):
            cut = clause.start + end.end()
            return [
                Piece(clause.text[: end.start()], clause.start, clause.start + end.start()),
                Piece(rest, cut, clause.end),
            ]
    return [clause]


def _of_piece(piece: Piece, lexicon: Lexicon) -> list[Finding]:
    kind = meaning.kind_of(piece.text, lexicon)
    joined = meaning.cut(piece.text, _JOINTS)
    kinds = [meaning.kind_of(part.text, lexicon) for part in joined]
    if Kind.EXAM in kinds and Kind.CLASS in kinds and not _is_review(piece.text, lexicon):
        return [
            Finding(kind, part.text, piece.start + part.start, piece.start + part.end, joined=True)
            for kind, part in zip(kinds, joined, strict=True)
            if kind
        ]
    found = [Finding(kind, *piece)] if kind else []
    if kind is Kind.CLASS:
        for aside in meaning.brackets(piece.text):
            if meaning.kind_of(aside.text, lexicon) is Kind.EXAM:
                start = piece.start + aside.start
                found.append(Finding(Kind.EXAM, aside.text, start, start + len(aside.text)))
    return found


def _is_review(text: str, lexicon: Lexicon) -> bool:
    return "not exam" in lexicon.senses(meaning.core_of(text))


def _weighed(text: str, found: list[Finding], lexicon: Lexicon) -> list[Finding]:
    """One class a cell, titled with all of it; none where the rest belongs to something else."""
    kinds = [finding.kind for finding in found]
    if Kind.PRESENTATION in kinds:
        rest = [finding for finding in found if finding.kind is not Kind.CLASS]
        return _merged(text, rest, Kind.PRESENTATION)
    classes = [finding for finding in found if finding.kind is Kind.CLASS]
    others = [finding for finding in found if finding.kind is not Kind.CLASS]
    if others and all(_is_detail(finding, others[0], lexicon) for finding in classes):
        kind = others[0].kind
        return _merged(text, others, kind) if len({f.kind for f in others}) == 1 else others
    if classes:
        return [Finding(Kind.CLASS, text, 0, len(text)), *others]
    return others


def _merged(text: str, found: list[Finding], kind: Kind) -> list[Finding]:
    same = [finding for finding in found if finding.kind is kind]
    if kind in (Kind.HOMEWORK_DUE, Kind.HOMEWORK_RELEASE) and len(same) > 1:
        return found
    return [Finding(kind, text, 0, len(text)), *(f for f in found if f.kind is not kind)]


def _is_detail(finding: Finding, matter: Finding, lexicon: Lexicon) -> bool:
    """Whether a further line only says how, where or over what: `Chapters 1-5`, `in class`."""
    if finding.joined:
        return False
    if finding.start < matter.start:
        return _is_label(finding.title, lexicon)
    if matter.kind is not Kind.EXAM or "quiz" in lexicon.senses(matter.title):
        return _is_label(finding.title, lexicon)
    senses = lexicon.senses(meaning.core_of(finding.title))
    return bool(senses & {"exam detail", "resource", "reading"}) or any(
        map(str.isdigit, finding.title)
    )


def _is_label(text: str, lexicon: Lexicon) -> bool:
    words = folding.words(text)
    marks = [m for m in lexicon.marks(text) if m.sense in ("resource", "session", "exam detail")]
    return bool(marks) and all(
        word.text.isdigit() or any(mark.start <= word.start < mark.end for mark in marks)
        for word in words
    )


def _despite(lines: tuple[str, ...], lexicon: Lexicon) -> list[Finding]:
    """An exam or deadline that a cell names although there is no class."""
    return [
        finding
        for finding in _judged(lines, lexicon)
        if finding.kind not in (Kind.CLASS, Kind.NO_CLASS)
        and not meaning.says_no_class(finding.title, lexicon)
    ]
