"""What a correction changes, line by line."""

import difflib

from syllabical.render.colours import BOLD, painted
from syllabical.render.width import isolated, visible
from syllabical.source import Source

_STYLES = {"-": "31", "+": "32", "@": "36"}


def difference(before: Source, after: str, *, colour: bool) -> str:
    """A unified diff of a text and what became of it; empty where nothing did."""
    path = visible(before.path)
    lines = difflib.unified_diff(
        before.text.splitlines(), after.splitlines(), path, path, n=1, lineterm=""
    )
    told = [_line(number, line, colour=colour) for number, line in enumerate(lines)]
    return "\n".join(told) + "\n" if told else ""


def _line(number: int, line: str, *, colour: bool) -> str:
    style = BOLD if number < 2 else _STYLES.get(line[0], "")  # noqa: PLR2004 (two name the file)
    return painted(isolated(visible(line)), style, colour=colour)
