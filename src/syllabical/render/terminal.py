"""A report for a terminal: the message, the line it is about, carets under the stretch, help."""

import difflib
from collections import Counter
from collections.abc import Iterable

from syllabical.diagnostics import Diagnostic, Severity
from syllabical.render.width import cut, cut_left, isolated, measure, visible
from syllabical.source import Source, Span

_NARROWEST = 20
"""Columns that a source line gets however narrow the terminal is."""

_AHEAD = 12
"""Columns worth seeing behind the marked stretch before the line's start is given up."""


BOLD, DIM = "1", "2"
PLACE = "34"
SEVERITIES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_STYLES = {"-": "31", "+": "32", "@": "36"}


def diagnostics_for_terminal(report: Iterable[Diagnostic], *, colour: bool, width: int) -> str:
    """Everything there is to say, for eyes; empty where there is nothing."""
    said = ordered(report)
    if not said:
        return ""
    blocks = [_block(diagnostic, colour=colour, width=width) for diagnostic in said]
    return "\n\n".join((*blocks, _closing(said))) + "\n"


def _block(diagnostic: Diagnostic, *, colour: bool, width: int) -> str:
    style = SEVERITIES[diagnostic.severity]
    head = painted(f"{diagnostic.severity}[{diagnostic.code}]", style, colour=colour)
    message = painted(f": {_told(diagnostic.message)}", BOLD, colour=colour)
    lines = [head + message]
    if diagnostic.at:
        lines += _place(diagnostic.at, style, colour=colour, width=width)
    for note in diagnostic.notes:
        lines.append(painted("note", BOLD, colour=colour) + f": {_told(note.message)}")
        lines += _place(note.at, PLACE, colour=colour, width=width)
    if diagnostic.help:
        first, *rest = diagnostic.help.splitlines()
        lines.append(painted("help", BOLD, colour=colour) + f": {_told(first)}")
        lines += [f"      {_told(line)}" for line in rest]
    return "\n".join(lines)


def _told(message: str) -> str:
    return isolated(visible(message))


def _place(at: Span, style: str, *, colour: bool, width: int) -> list[str]:
    """The place in words, the line, and carets under the stretch."""
    number, column = at.place
    digits = len(str(number))
    arrow = painted(f"{' ' * (digits + 1)}-->", PLACE, colour=colour)
    lines = [f"{arrow} {visible(at.source.path)}:{number}:{column}"]
    line = at.source.line(number)
    if not line.strip():
        return lines
    start = column - 1
    end = max(min(start + at.end - at.start, len(line)), start)
    room = max(width - digits - 4, _NARROWEST)
    before, marked, after = _window(line[:start], line[start:end], line[end:], room)
    bar = painted("|", PLACE, colour=colour)
    carets = painted("^" * max(measure(marked), 1), style, colour=colour)
    told = "".join(map(isolated, (before, marked, after))).rstrip()
    numbered = painted(str(number), PLACE, colour=colour)
    lines.append(f" {numbered} {bar} {told}")
    lines.append(f" {' ' * digits} {bar} {' ' * measure(before)}{carets}")
    return lines


def _window(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """As much of a line around its marked stretch as there is room for."""
    before, marked, after = (
        visible(before[-4 * room :]),
        visible(marked[: 4 * room]),
        visible(after[: 4 * room]),
    )
    whole, marked = marked, cut(marked, room - 2)
    if marked != whole:
        after = ""
    spare = room - measure(marked)
    if measure(before) + min(measure(after), _AHEAD) > spare:
        before = cut_left(before, max(spare - min(measure(after), spare // 2), 1))
    return before, marked, cut(after, spare - measure(before))


def _closing(said: list[Diagnostic]) -> str:
    """`2 errors, 1 warning`, and what can be done about them at once."""
    count = Counter(diagnostic.severity for diagnostic in said)
    told = ", ".join(f"{n} {s}{'s' * (n != 1)}" for s in Severity if (n := count[s]))
    fixes = sum(diagnostic.fix is not None and diagnostic.fix.sure for diagnostic in said)
    return f"{told}; {fixes} can be corrected with `syllabical check --fix`" if fixes else told


def painted(text: str, style: str, *, colour: bool) -> str:
    """The text in a style; as it is where there is no colour, or no style."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour and style and text else text


def ordered(report: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What no file is to blame for first, then each file as it first came up."""
    said = list(report)
    paths: dict[str, int] = {}
    for diagnostic in said:
        if diagnostic.at:
            paths.setdefault(diagnostic.at.source.path, len(paths))

    def place(diagnostic: Diagnostic) -> tuple[int, int]:
        at = diagnostic.at
        return (paths[at.source.path], at.start) if at else (-1, 0)

    return sorted(said, key=place)


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
