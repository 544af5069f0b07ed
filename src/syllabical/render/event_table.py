"""The events as one plain table, an event a row, as `show --format table` prints it."""

from collections.abc import Sequence

from syllabical.model.edition import Edition
from syllabical.render.agenda import hours_of, label_of, title_of
from syllabical.render.width import measure, padded, printable

_HEADER = ("date", "hours", "what", "title", "place")
_WHAT, _TITLE, _PLACE = 2, 3, 4
_LONGEST_WHAT = 24
_NARROWEST_TITLE = 10


def table(editions: Sequence[Edition], *, width: int) -> str:
    """The events under a header, in lines of at most `width` terminal columns.

    Columns in which no event has anything are left out; empty without events.
    """
    rows = [_row(edition) for edition in editions]
    if not rows:
        return ""
    used = [i for i, _ in enumerate(_HEADER) if any(row[i] for row in rows)]
    widths = {i: max(measure(row[i]) for row in (_HEADER, *rows)) for i in used}
    _narrow(widths, width)
    rule = tuple("-" * widths.get(i, 0) for i, _ in enumerate(_HEADER))
    lines = (
        "  ".join(padded(cells[i], widths[i]) for i in used).rstrip()
        for cells in (_HEADER, rule, *rows)
    )
    return "\n".join(lines) + "\n"


def _row(edition: Edition) -> tuple[str, ...]:
    event = edition.event
    return (
        event.date.isoformat(),
        hours_of(event),
        label_of(event),
        title_of(edition),
        printable(event.place),
    )


def _narrow(widths: dict[int, int], width: int) -> None:
    """Fit the columns into the width: what and place a part of it, the title what is left."""
    widths[_WHAT] = min(widths.get(_WHAT, 0), _LONGEST_WHAT)
    if _PLACE in widths:
        widths[_PLACE] = min(widths[_PLACE], max(width // 5, len("place")))
    spare = width - sum(wide + 2 for i, wide in widths.items() if i != _TITLE)
    if _TITLE in widths:
        widths[_TITLE] = min(widths[_TITLE], max(spare, _NARROWEST_TITLE))
