"""A settled date with its place, as the other files of this room take it."""

import datetime as dt

from syllabical.interpret.dates.date_forms import Mention
from syllabical.interpret.dates.date_place import place
from syllabical.interpret.dates.date_settling import after
from syllabical.interpret.dates.dated import Dated
from syllabical.source import Span


def dated(text: str, at: Span, mention: Mention, day: dt.date, order: str) -> Dated:
    """A mention and the day it turned out to be."""
    written = text[mention.start : mention.end]
    until = after(day, mention.until.under(order)) if mention.until else None
    return Dated(
        date=day,
        until=until if until and until > day else None,
        weekday=mention.weekday,
        starts=mention.starts,
        ends=mention.ends,
        written=written,
        start=mention.outer[0],
        end=mention.outer[1],
        at=place(at, written, text.count(written, 0, mention.start) if mention.start else 0),
    )
