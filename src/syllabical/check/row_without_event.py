"""A dated row says something, and nothing came of it."""

import re
from collections.abc import Iterator

from syllabical.check.timeline import Timeline
from syllabical.check.wording import quoted
from syllabical.diagnostics import Diagnostic, Severity
from syllabical.model.syllabus import Week

CODE = "row-without-event"

_WORD = re.compile(r"[^\W\d_]{2,}")


def check(dates: Timeline) -> Iterator[Diagnostic]:
    """Tell the rows that made no event though there are words in them."""
    for week in dates.weeks:
        if not week.entries and _says_something(week):
            yield Diagnostic(
                code=CODE,
                severity=Severity.NOTE,
                message=f"nothing is published for {quoted(week)}",
                at=week.date_at,
                help="name the column that holds its class under `tracks` in schedule.yaml",
            )


def _says_something(week: Week) -> bool:
    """Whether there are words in the row beside its date."""
    source = week.at.source.text
    before = source[week.at.start : week.date_at.start]
    after = source[week.date_at.end : week.at.end]
    return bool(_WORD.search(before) or _WORD.search(after))
