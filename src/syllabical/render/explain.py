"""Why everything on the page was taken for what it was, part by part."""

from collections.abc import Sequence
from itertools import zip_longest

from syllabical.model.syllabus import Reason, Syllabus
from syllabical.render.terminal import BOLD, DIM, painted
from syllabical.render.width import isolated, measure, padded, visible, wrapped

_LONGEST_WHAT = 24
_LONGEST_TAKEN = 20
_NARROWEST_WHY = 24


def explanation(syllabus: Syllabus, row: int | None = None, *, colour: bool, width: int) -> str:
    """The reasons of the whole reading, or those of one row; empty where there are none."""
    parts: dict[str, list[Reason]] = {}
    for reason in syllabus.reasons:
        if row is None or reason.what == f"row {row}":
            parts.setdefault(reason.what.split(" ", 1)[0], []).append(reason)
    blocks = [
        "\n".join((painted(visible(part), BOLD, colour=colour), *_lines(reasons, colour, width)))
        for part, reasons in parts.items()
    ]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _lines(reasons: Sequence[Reason], colour: bool, width: int) -> list[str]:  # noqa: FBT001 (passed on)
    """A line a reason: which, what it was taken for, and why, as wide as there is room."""
    rows = [(_which(r), visible(r.taken_for), f"{visible(r.why)} ({_line(r)})") for r in reasons]
    which = min(max(measure(row[0]) for row in rows), _LONGEST_WHAT)
    taken = min(max(measure(row[1]) for row in rows), _LONGEST_TAKEN)
    room = max(width - 2 - which - 2 - taken - 2, _NARROWEST_WHY)
    lines: list[str] = []
    for one, two, why in rows:
        name = one
        for what, reason in zip_longest(wrapped(two, taken), wrapped(why, room), fillvalue=""):
            named = f"  {padded(name, which)}  {painted(padded(what, taken), DIM, colour=colour)}"
            lines.append(f"{named}  {isolated(reason)}".rstrip())
            name = ""
    return lines


def _which(reason: Reason) -> str:
    """`Lecture` of `column Lecture`."""
    return visible(reason.what.split(" ", 1)[-1])


def _line(reason: Reason) -> str:
    return f"line {reason.at.place[0]}"
