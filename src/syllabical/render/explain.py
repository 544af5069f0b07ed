"""Why each table, column and row was taken for what it was, as `show --explain` prints it."""

from collections.abc import Sequence
from itertools import zip_longest

from syllabical.model.syllabus import Reason, Syllabus
from syllabical.render.terminal import BOLD, DIM, painted
from syllabical.render.width import isolated, measure, padded, printable, wrapped

_LONGEST_NAME = 24
_LONGEST_TAKEN = 20
_NARROWEST_WHY = 24


def explanation(syllabus: Syllabus, row: int | None = None, *, colour: bool, width: int) -> str:
    """The reasons of the whole reading, or those of one row by its number from 1.

    In lines of at most `width` terminal columns; empty where there are no reasons.
    """
    parts: dict[str, list[Reason]] = {}
    for reason in syllabus.reasons:
        if row is None or reason.what == f"row {row}":
            parts.setdefault(reason.what.split(" ", 1)[0], []).append(reason)
    blocks = [
        "\n".join(_block(part, reasons, colour=colour, width=width))
        for part, reasons in parts.items()
    ]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _block(part: str, reasons: Sequence[Reason], *, colour: bool, width: int) -> list[str]:
    """A heading, and a line a reason: which, what it was taken for, and why."""
    rows = [(_name(r), printable(r.taken_for), f"{printable(r.why)} ({_line(r)})") for r in reasons]
    name_width = min(max(measure(name) for name, _, _ in rows), _LONGEST_NAME)
    taken_width = min(max(measure(taken_for) for _, taken_for, _ in rows), _LONGEST_TAKEN)
    why_width = max(width - 2 - name_width - 2 - taken_width - 2, _NARROWEST_WHY)
    lines = [painted(printable(part), BOLD, colour=colour)]
    for name, taken_for, why in rows:
        beside = zip_longest(wrapped(taken_for, taken_width), wrapped(why, why_width), fillvalue="")
        for number, (taken, reason) in enumerate(beside):
            first = padded(name if number == 0 else "", name_width)
            middle = painted(padded(taken, taken_width), DIM, colour=colour)
            lines.append(f"  {first}  {middle}  {isolated(reason)}".rstrip())
    return lines


def _name(reason: Reason) -> str:
    """`Lecture` of `column Lecture`."""
    return printable(reason.what.split(" ", 1)[-1])


def _line(reason: Reason) -> str:
    return f"line {reason.at.place[0]}"
