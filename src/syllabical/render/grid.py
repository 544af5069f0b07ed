"""The events as one plain table, an event a row."""

from collections.abc import Sequence

from syllabical.model.edition import Edition
from syllabical.render import words
from syllabical.render.width import measure, padded, visible

_HEADER = ("date", "hours", "kind", "track", "#", "title", "place")
_TITLE = _HEADER.index("title")
_NARROWEST_TITLE = 20
_LONGEST = 16


def table(editions: Sequence[Edition], *, width: int) -> str:
    """The events under a header, columns that say nothing left out; empty where there are none."""
    rows = [_row(edition) for edition in editions]
    if not rows:
        return ""
    used = [i for i, _ in enumerate(_HEADER) if any(row[i] for row in rows)]
    widths = {i: max(measure(row[i]) for row in (_HEADER, *rows)) for i in used}
    widths = {i: wide if i == _TITLE else min(wide, _LONGEST) for i, wide in widths.items()}
    spare = width - sum(wide + 2 for i, wide in widths.items() if i != _TITLE)
    if _TITLE in widths:
        widths[_TITLE] = min(widths[_TITLE], max(spare, _NARROWEST_TITLE))
    rule = ["-" * widths[i] for i in used]
    lines = [
        "  ".join(padded(cell, widths[i]) for i, cell in zip(used, cells, strict=True)).rstrip()
        for cells in ([_HEADER[i] for i in used], rule, *([row[i] for i in used] for row in rows))
    ]
    return "\n".join(lines) + "\n"


def _row(edition: Edition) -> tuple[str, ...]:
    event = edition.event
    return (
        event.date.isoformat(),
        words.hours(event),
        str(event.kind),
        visible(event.track),
        visible(event.number or ""),
        words.title(edition),
        visible(event.place),
    )
