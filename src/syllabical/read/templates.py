"""Knows the tags of Liquid, Jinja, Hugo and Quarto, which stand in pages not built yet.

HTML and Markdown are read without them: HTML with each tag masked by private characters, so that
every offset stays; Markdown with each tag behind a mark, put back into the HTML that it becomes.
"""

import re
from collections.abc import Sequence

TAG = re.compile(
    r"\{\{[<%].{0,400}?[>%]\}\}"
    r"|\{\{(?>\"[^\"\n]{0,400}\"|'[^'\n]{0,400}'|[^{}]){0,400}\}\}|\{\{[^{}]{0,400}+\}\}"
    r"|\{%.{0,400}?%\}",
    re.DOTALL,
)
"""A Liquid, Hugo, Quarto or Jinja tag. Bounded, so that a stray `{{` costs nothing."""

MASK = "\ue000"
"""What stands for each character of a masked tag; no reader of a page ever sees it."""

_HTML_COMMENT = ("<!--", re.compile(r"<!--"), re.compile(r"-->"))
_DEAD = (
    ("comment", re.compile(r"\{%-?\s*comment\b"), re.compile(r"\{%-?\s*endcomment\s*-?%\}")),
    (
        "/comment",
        re.compile(r"\{\{[<%]\s*comment\b"),
        re.compile(r"\{\{[<%]\s*/comment\s*[>%]\}\}"),
    ),
    ("{/*", re.compile(r"\{/\*"), re.compile(r"\*/\}")),
    ("{#", re.compile(r"\{#-?\s"), re.compile(r"#\}")),
)
_MARK = re.compile("\ue000(\\d+)\ue001")
_PRINTED = re.compile(r"""\{\{-?\s*(?:"([^"]*)"|'([^']*)')""")
_NOT_BREAK = re.compile(r"[^\r\n]")


def dead(text: str) -> list[tuple[int, int]]:
    """The stretches that are commented out, by HTML or by a template."""
    return _commented(text, (_HTML_COMMENT, *_DEAD))


def blanked(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The text with some stretches overwritten by blanks; line ends stay."""
    parts, at = [], 0
    for start, end in sorted(stretches):
        if end > at:
            begins = max(start, at)
            parts += [text[at:begins], _NOT_BREAK.sub(" ", text[begins:end])]
            at = end
    return "".join([*parts, text[at:]])


def uncommented(text: str) -> str:
    """The text without what is commented out."""
    if "<!--" not in text and "{" not in text:
        return text
    for start, end in sorted(dead(text), reverse=True):
        text = text[:start] + text[end:]
    return text


def masked(text: str) -> str:
    """HTML of the same length, with nothing left of its tags but what they print."""
    if "{" not in text:
        return text
    return TAG.sub(_mask, blanked(text, _commented(text, _DEAD)))


def hidden(text: str) -> tuple[str, list[str]]:
    """The text with a mark for each tag, and the tags."""
    tags: list[str] = []

    def mark(found: re.Match[str]) -> str:
        tags.append(found[0])
        return f"\ue000{len(tags) - 1}\ue001"

    return TAG.sub(mark, text), tags


def restored(text: str, tags: Sequence[str]) -> str:
    """The text with each mark replaced by its tag; marks of the page's own are dropped."""

    def tag(found: re.Match[str]) -> str:
        number = int(found[1][:9])
        return tags[number] if number < len(tags) else ""

    return _MARK.sub(tag, text)


def _commented(
    text: str, kinds: Sequence[tuple[str, re.Pattern[str], re.Pattern[str]]]
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for clue, opening, closing in kinds:
        opened = opening.search(text) if clue in text else None
        while opened:
            closed = closing.search(text, opened.end())
            if not closed:
                break
            found.append((opened.start(), closed.end()))
            opened = opening.search(text, closed.end())
    return found


def _mask(tag: re.Match[str]) -> str:
    """A tag's mask; words that it prints as they stand in it stay where they are."""
    length, printed = len(tag[0]), _PRINTED.match(tag[0])
    if printed is None:
        return MASK * length
    start, end = printed.span(1 if printed[1] is not None else 2)
    return MASK * start + tag[0][start:end] + MASK * (length - end)
