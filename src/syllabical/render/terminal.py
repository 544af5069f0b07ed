"""The report for a terminal: message, line of the file, carets under the stretch, help.

Also what else a terminal is shown: a correction as a diff, colours.
"""

import difflib
from collections import Counter
from collections.abc import Iterable

from syllabical.diagnostics import Diagnostic, Severity
from syllabical.render.width import cut_left, cut_right, isolated, measure, printable
from syllabical.source import Source, Span

# Styles are parameters of SGR (ECMA-48 §8.3.117): 1 bold, 2 dim, 31 red …
BOLD, DIM = "1", "2"
_PLACE = "34"
_SEVERITIES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_DIFF_LINES = {"-": "31", "+": "32", "@": "36"}

_NARROWEST = 20
"""Columns that a source line gets however narrow the terminal is."""

_AHEAD = 12
"""Columns worth seeing behind the marked stretch before the line's start is given up."""


def diagnostics_for_terminal(report: Iterable[Diagnostic], *, colour: bool, width: int) -> str:
    """All diagnostics, and how many there are; empty where there are none.

    Source lines are cut to `width` terminal columns; messages are never cut.
    """
    said = ordered(report)
    if not said:
        return ""
    blocks = [_block(diagnostic, colour=colour, width=width) for diagnostic in said]
    return "\n\n".join((*blocks, _closing(said))) + "\n"


def _block(diagnostic: Diagnostic, *, colour: bool, width: int) -> str:
    style = _SEVERITIES[diagnostic.severity]
    head = painted(f"{diagnostic.severity}[{diagnostic.code}]", style, colour=colour)
    message = painted(f": {_shown(diagnostic.message)}", BOLD, colour=colour)
    lines = [head + message]
    if diagnostic.at:
        lines += _place(diagnostic.at, style, colour=colour, width=width)
    for note in diagnostic.notes:
        lines.append(painted("note", BOLD, colour=colour) + f": {_shown(note.message)}")
        lines += _place(note.at, _PLACE, colour=colour, width=width)
    if diagnostic.help:
        first, *rest = diagnostic.help.splitlines()
        lines.append(painted("help", BOLD, colour=colour) + f": {_shown(first)}")
        lines += [f"      {_shown(line)}" for line in rest]
    return "\n".join(lines)


def _place(at: Span, style: str, *, colour: bool, width: int) -> list[str]:
    """The place in words, the line, and carets under the stretch."""
    number, column = at.place
    digits = len(str(number))
    arrow = painted(f"{' ' * (digits + 1)}-->", _PLACE, colour=colour)
    lines = [f"{arrow} {printable(at.source.path)}:{number}:{column}"]
    line = at.source.line(number)
    if not line.strip():
        return lines
    start = column - 1
    end = max(min(start + at.end - at.start, len(line)), start)
    room = max(width - digits - 4, _NARROWEST)
    before, marked, after = _window(line[:start], line[start:end], line[end:], room)
    bar = painted("|", _PLACE, colour=colour)
    carets = painted("^" * max(measure(marked), 1), style, colour=colour)
    shown = "".join(map(isolated, (before, marked, after))).rstrip()
    lines.append(f" {painted(str(number), _PLACE, colour=colour)} {bar} {shown}")
    lines.append(f" {' ' * digits} {bar} {' ' * measure(before)}{carets}")
    return lines


def _window(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """As much of a line around its marked stretch as there is room for."""
    before, marked, after = (
        printable(before[-4 * room :]),
        printable(marked[: 4 * room]),
        printable(after[: 4 * room]),
    )
    whole, marked = marked, cut_right(marked, room - 2)
    if marked != whole:
        after = ""
    spare = room - measure(marked)
    if measure(before) + min(measure(after), _AHEAD) > spare:
        before = cut_left(before, max(spare - min(measure(after), spare // 2), 1))
    return before, marked, cut_right(after, spare - measure(before))


def _closing(said: list[Diagnostic]) -> str:
    """`2 errors, 1 warning`, and how many of them `check --fix` corrects."""
    counts = Counter(diagnostic.severity for diagnostic in said)
    summary = ", ".join(f"{n} {s}{'s' * (n != 1)}" for s in Severity if (n := counts[s]))
    fixes = sum(diagnostic.fix is not None and diagnostic.fix.sure for diagnostic in said)
    return summary + (f"; {fixes} can be corrected with `syllabical check --fix`" if fixes else "")


def ordered(report: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics as every format lists them.

    First those of no file, then file by file as each first came up, from its top down.
    """
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
    """A unified diff, with one line of context, of a file and its new text; empty if equal."""
    path = printable(before.path)
    lines = difflib.unified_diff(
        before.text.splitlines(), after.splitlines(), path, path, n=1, lineterm=""
    )
    shown = [_diff_line(number, line, colour=colour) for number, line in enumerate(lines)]
    return "\n".join(shown) + "\n" if shown else ""


def _diff_line(number: int, line: str, *, colour: bool) -> str:
    names_the_file = number < 2  # noqa: PLR2004 (`---` and `+++`)
    style = BOLD if names_the_file else _DIFF_LINES.get(line[0], "")
    return painted(_shown(line), style, colour=colour)


def _shown(text: str) -> str:
    return isolated(printable(text))


def painted(text: str, style: str, *, colour: bool) -> str:
    """The text in a style; as it is where there is no colour, or no style."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour and style and text else text
