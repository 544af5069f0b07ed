"""What a header says of its column."""

import re

from syllabical.interpret.language.lexicon import Lexicon, Mark
from syllabical.interpret.layout.sheet import asides, plain

_ORDER = (
    "decoy", "due", "out", "last", "date", "day", "month", "starts", "ends", "time", "kind",
    "place", "detail", "homework", "exam", "session", "side session", "week", "number", "topic",
    "content", "unit", "matter", "speaker", "remark",
)  # fmt: skip
"""Which meaning counts where a header has several: the one that leaves the least to guess."""

_BESIDE = frozenset(["place", "detail", "matter", "speaker"])
_FEW = 5


_JOINT = re.compile(r"[/,&+|;]|\b(?:and|or|und|oder|et|ou|y|e|i|o|en|of)\b", re.IGNORECASE)
"""What stands between two things: `Lecture and lab`, but not `Sesión de prácticas`."""


def header_role(header: str, headers: Lexicon) -> str:
    """What a header says its column is; empty where it says nothing we know."""
    core = plain(header)
    role = _role(core, headers)
    if (not role or role in _BESIDE) and "session" in headers.senses(asides(header)):
        return "session"
    return role


def _role(header: str, headers: Lexicon) -> str:
    if "#" in header and not any(letter.isalpha() for letter in header):
        return "number"
    marks = headers.marks(header)
    covered = {(mark.start, mark.end) for mark in marks}
    letters = sum(letter.isalpha() for letter in header)
    known = sum(sum(map(str.isalpha, header[start:end])) for start, end in covered)
    if not marks or known * 2 < letters:
        return "due" if _ends_due(header, marks) else ""
    roles = [mark.sense for mark in marks]
    if {"session", "side session"} <= set(roles) and not _JOINT.search(header):
        roles = [role for role in roles if role != "session"]
    if marks[0].sense in ("topic", "session") and not _BESIDE.isdisjoint(roles):
        roles = [role for role in roles if role not in _BESIDE or "/" not in header]
    if "number" in roles and {"session", "side session", "week"} & set(roles):
        return "week" if "week" in roles else "number"
    return next((role for role in _ORDER if role in roles), "")


def _ends_due(header: str, marks: tuple[Mark, ...]) -> bool:
    """Whether it is something due, whatever that is called: `Report due`, `Due Sunday 5 pm`."""
    ends = {0, len(header)}
    due = any(mark.sense == "due" and {mark.start, mark.end} & ends for mark in marks)
    return due and len(header.split()) <= _FEW
