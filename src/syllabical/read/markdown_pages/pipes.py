"""Where the pipes of a line divide it, and which lines are rules."""

import re
from dataclasses import dataclass

from syllabical.read.markdown_pages import template
from syllabical.text import visible

_RULE = re.compile(r"[\s|:+=-]*")
_LOOKALIKES = str.maketrans("｜│┃￨－─━—＋┼", "||||----++")
_SHIELDS = re.compile(
    r"(?P<always>" + template.TAG.pattern + r"|\[\[[^\[\]\n|]*\|[^\[\]\n|]*\]\]"
    r"|<[A-Za-z][^<>\n]*>)"
    r"|(?<!`)(`+)(?!`)[^`\n]+?(?<!`)\2(?!`)"
    r"|\[[^\[\]\n]*\]\([^()\n]*\)"
    r"|(?<![\\$])\$(?=[^\s$])[^$\n]*?[^\s$\\]\$(?![\d$])",
    re.DOTALL,
)
_SHIELDED = re.compile(r"[`${<\[]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table, without what stands before the table (a quote's `>`, an indent)."""

    start: int
    """The offset of its first character in the source."""

    text: str


def has_pipe(text: str) -> bool:
    """Whether a pipe divides the line."""
    text = _straightened(text)
    at = text.find("|")
    while at > 0 and text[at - 1] == "\\":
        at = text.find("|", at + 1)
    return at >= 0


def is_rule(text: str) -> bool:
    """Whether the line is a rule: dashes (or `=`) between pipes and nothing else."""
    text = _straightened(text)
    return (
        _RULE.fullmatch(text) is not None
        and ("-" in text or "=" in text)
        and ("|" in text or text.strip()[:2] in ("+-", "+="))
    )


def cells(text: str, width: int = 0) -> list[tuple[int, int]]:
    """The stretches between the pipes.

    Pipes in code and formulas divide only where that makes the row as wide as it should be.
    """
    text = _straightened(text)
    if not _SHIELDED.search(text):
        return _split(text)
    shielded = _split(_masked(text, everything=True))
    if len(shielded) == width or (len(shielded) == width - 1 and _is_open(text)):
        return shielded
    divided = _split(_masked(text, everything=False))
    return divided if len(divided) == width else shielded


def _is_open(text: str) -> bool:
    """Whether the line has a pipe at its end and none before: its last cell may be empty."""
    return text.rstrip()[-1:] == "|" and text.lstrip()[:1] != "|"


def _masked(text: str, *, everything: bool) -> str:
    """The line with the pipes that do not divide it overwritten."""
    return _SHIELDS.sub(
        lambda found: found[0].replace("|", "\x00") if everything or found["always"] else found[0],
        text,
    )


def _split(text: str) -> list[tuple[int, int]]:
    if "\\|" in text:
        text = text.replace("\\|", "\x00\x00")
    found, at = [], 0
    for part in text.split("|"):
        found.append((at, at + len(part)))
        at += len(part) + 1
    if len(found) > 1 and not visible(text[: found[0][1]]).strip():
        del found[0]
    if len(found) > 1 and not visible(text[found[-1][0] :]).strip():
        del found[-1]
    return found


def _straightened(text: str) -> str:
    """A line with the look-alikes of pipes and dashes as such, where it has none of its own."""
    if text.isascii() or text.count("|") > 1:
        return text
    return text.translate(_LOOKALIKES) if "|" in text.translate(_LOOKALIKES) else text
