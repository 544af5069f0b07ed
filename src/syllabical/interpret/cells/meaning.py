"""What one stretch of a session's cell means: a class, an exam, no class, homework."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from syllabical.interpret.dates import mentions
from syllabical.languages import folding, listed
from syllabical.languages.lexicon import Lexicon, Mark
from syllabical.model.syllabus import Kind

_LEAD = 3
"""How many words may stand before the word `exam` for it to be the matter of the cell."""

_NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "vi", "a", "b", "c", "n"}) | frozenset(
    map(folding.folded, listed("numbers", "sign"))
)
_BRIEF = frozenset(listed("pauses", "brief"))
"""Pauses that may be of a few minutes."""

_SENTENCE = re.compile(r"[.!;]\s")


_BRACKETS = re.compile(r"[(\[（【][^()\[\]（）【】]*[)\]）】]")


def is_nothing(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell says in so many words that there is nothing."""
    if "nothing" in lexicon.senses(text):
        return not _rest(text, lexicon.marks(text), {"nothing"})
    return not any(map(str.isalnum, text))


def is_open(text: str, lexicon: Lexicon) -> bool:
    """Whether it only says that it is yet to be said: `TBD`."""
    if "open" not in lexicon.senses(text):
        return False
    return not _rest(text, lexicon.marks(text), {"open"})


def says_no_class(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell says that there is no class: in words, or as a holiday."""
    marks = lexicon.marks(text)
    if not marks:
        return False
    senses = {mark.sense for mark in marks}
    if "no class" in senses or _negated(marks, text, {"session"}):
        return not _is_remark(text, marks)
    if "cancelled" in senses and (len(folding.words(text)) <= 5 or "session" in senses):  # noqa: PLR2004 (a sentence is longer)
        return True
    return is_holiday(text, lexicon)


def is_holiday(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell is the name of a holiday or break, and no more than that."""
    core = core_of(text)
    if not any(map(str.isalnum, core)):
        core = text
    marks = lexicon.marks(core)
    senses = {mark.sense for mark in marks}
    if not senses & {"holiday", "pause"}:
        return False
    rest = _rest(core, marks, {"holiday", "pause", "filler"})
    return not rest or _ends_in_pause(core, marks) or _starts_with_holiday(core, marks)


def is_festival(text: str, lexicon: Lexicon) -> bool:
    """Whether it names what often, but not always, takes the place of class: a festival."""
    words = folding.words(core_of(text))
    return 0 < len(words) <= _LEAD and "festival" in lexicon.senses(text)


def kind_of(text: str, lexicon: Lexicon) -> Kind | None:
    """What a piece of a session's cell is; ``None`` for what is nothing (`no quiz today`)."""
    core = core_of(text)
    marks = lexicon.marks(core)
    if not marks:
        return Kind.CLASS
    if _is_presentation(core, marks):
        return Kind.PRESENTATION
    if homework := homework_kind(core, marks):
        return homework
    if _negated(marks, core, {"exam", "homework"}) and len(folding.words(core)) <= 2 * _LEAD:
        return None
    return Kind.EXAM if is_exam(core, marks) else Kind.CLASS


def is_exam(core: str, marks: Iterable[Mark]) -> bool:
    """Whether an exam is the matter of a piece, rather than a review for one."""
    marks = tuple(marks)
    senses = {mark.sense for mark in marks}
    if "exam" in senses:
        first = next(mark for mark in marks if mark.sense == "exam")
        before = core[: first.start]
        others = [mark for mark in marks if mark.sense == "not exam"]
        return len(folding.words(before)) <= _LEAD and not any(
            _near(core, first, m) for m in others
        )
    if "weak exam" in senses:
        return not _rest(core, marks, {"weak exam"})
    return False


def homework_kind(core: str, marks: Iterable[Mark]) -> Kind | None:
    """Whether a piece of a session's cell is a deadline or a release, and not a class."""
    marks = tuple(marks)
    senses = {mark.sense for mark in marks}
    if not senses & {"homework", "task"} or "not due" in senses:
        return None
    acts = [mark for mark in marks if mark.sense in ("due", "out")]
    if acts and _is_act(core, marks, acts):
        due = any(mark.sense == "due" for mark in acts)
        return Kind.HOMEWORK_DUE if due else Kind.HOMEWORK_RELEASE
    numbered = any(map(str.isdigit, core))
    if "homework" in senses and numbered and not _rest(core, marks, {"homework"}):
        return Kind.HOMEWORK_RELEASE
    return None


def _is_act(core: str, marks: tuple[Mark, ...], acts: list[Mark]) -> bool:
    nouns = [mark for mark in marks if mark.sense in ("homework", "task")]
    first, last = acts[0], acts[-1]
    strict = last.sense == "due" or any(mark.sense == "homework" for mark in nouns)
    near = len(folding.words(core[: first.start])) <= 2 * _LEAD
    rest = core[last.end :]
    if nouns and not core[: nouns[0].start].strip():
        end = _SENTENCE.search(rest)
        rest = rest[: end.start()] if end else rest
    ends = len(_words(rest)) <= _LEAD or rest.lstrip().startswith((":", ","))
    return strict and near and (ends or last.start == 0)


def _is_presentation(core: str, marks: Iterable[Mark]) -> bool:
    marks = tuple(marks)
    senses = {mark.sense for mark in marks}
    if "presentation" in senses:
        last = [mark for mark in marks if mark.sense == "presentation"][-1]
        before, after = core[: last.start], core[last.end :]
        short = len(folding.words(before)) <= _LEAD + 1
        ends = not _words(after) or after.lstrip()[:1] in "-–—:,;/|." or _is_numeral(after)
        tasks = {(mark.start, mark.end) for mark in marks if mark.sense == "task"}
        plain = not any(
            mark.sense in ("due", "not exam")
            and mark.end <= last.start
            and (mark.start, mark.end) not in tasks
            for mark in marks
        )
        return short and plain and (ends or not _words(before)) and "due" not in senses
    if "weak presentation" in senses and "due" not in senses:
        return not _rest(core, marks, {"weak presentation", "homework", "exam", "weak exam"})
    return False


def _is_numeral(text: str) -> bool:
    return all(word in _NUMERALS or word.isdigit() for word in _words(text))


def _negated(marks: tuple[Mark, ...], text: str, senses: set[str]) -> bool:
    """Whether a `no` stands before one of these, with at most a word between them."""
    starts = [mark.start for mark in marks if mark.sense in senses]
    for refusal in marks:
        if refusal.sense == "no" and (after := bisect_left(starts, refusal.end)) < len(starts):
            between = text[refusal.end : starts[after]]
            if len(folding.words(between)) <= 1:
                return True
    return False


def _is_remark(text: str, marks: tuple[Mark, ...]) -> bool:
    """Whether `no class` is an aside about another day: `Recursion (no class on Friday 3/4)`."""
    core = core_of(text)
    inside = [
        mark
        for mark in marks
        if mark.sense == "no class" and not core[mark.start : mark.end].strip()
    ]
    outside = [m for m in marks if m.sense in ("no class", "no") and core[m.start : m.end].strip()]
    if not inside or outside or not _words(core):
        return False
    aside = next(piece for piece in brackets(text) if piece.start <= inside[0].start < piece.end)
    dated = any(map(str.isdigit, aside.text)) or bool(mentions.read(aside.text))
    return dated and bool(_rest(core, marks, {"holiday", "pause", "filler"}))


def _ends_in_pause(core: str, marks: tuple[Mark, ...]) -> bool:
    words = folding.words(core)
    ends = any(mark.sense == "pause" and mark.end >= words[-1].end for mark in marks)
    return ends and len(words) <= _LEAD and words[-1].text not in _BRIEF


def _starts_with_holiday(core: str, marks: tuple[Mark, ...]) -> bool:
    first = next((mark for mark in marks if mark.sense in ("holiday", "pause")), None)
    if first is None or core[: first.start].strip(" -–—*!:."):
        return False
    return core[first.end :].lstrip(" !.")[:1] in ("-", "–", "—", ":", "(", ",", ";", "/")


def _rest(text: str, marks: Iterable[Mark], senses: set[str]) -> list[str]:
    """The words that none of these senses covers, numbers and numerals apart."""
    covers = [mark for mark in marks if mark.sense in senses]
    if folding.is_unspaced(text):
        kept = list(text)
        for mark in covers:
            kept[mark.start : mark.end] = " " * (mark.end - mark.start)
        return _words("".join(kept))
    covered = {at for mark in covers for at in range(mark.start, mark.end)}
    return [
        word.text
        for word in folding.words(text)
        if word.start not in covered and not (word.text.isdigit() or word.text in _NUMERALS)
    ]


def _words(text: str) -> list[str]:
    return [word.text for word in folding.words(text) if not word.text.isdigit()]


def _near(core: str, exam: Mark, other: Mark) -> bool:
    """Whether a word as `review` belongs to the exam: not cut off by a clause."""
    between = (
        core[exam.end : other.start] if other.start >= exam.end else core[other.end : exam.start]
    )
    return not any(sign in between for sign in (";", ",", " – ", " — ", " - ", ":"))


class Piece(NamedTuple):
    """A stretch of a cell's text."""

    text: str
    start: int
    end: int


def cut(text: str, separator: re.Pattern[str]) -> list[Piece]:
    """The stretches between separators, without the blanks around them; none empty."""
    found, start = [], 0
    for hit in (*separator.finditer(text), None):
        end = hit.start() if hit else len(text)
        piece = strip(text, start, end)
        if piece.text:
            found.append(piece)
        start = hit.end() if hit else end
    return found


def strip(text: str, start: int, end: int) -> Piece:
    """A stretch without the blanks around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(text[start:end], start, end)


def core_of(text: str) -> str:
    """The same text, as long, with blanks where it stands in brackets."""
    return _BRACKETS.sub(lambda found: " " * len(found.group()), text)


def brackets(text: str) -> list[Piece]:
    """What stands in brackets, without them."""
    return [
        Piece(found.group()[1:-1].strip(), found.start() + 1, found.end() - 1)
        for found in _BRACKETS.finditer(text)
    ]
