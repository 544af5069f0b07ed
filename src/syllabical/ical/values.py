"""Property values of icalendar that are written and compared as our feeds need it."""

import datetime as dt
from collections.abc import Iterable

from icalendar.prop import vCategory, vDate, vDuration, vRecur, vText


class Text(vText):
    r"""TEXT (RFC 5545 §3.3.11) that keeps ``\N``.

    vText takes a backslash before an N for a line break, so that ``\Nabla`` would be torn apart.
    """

    __slots__ = ()

    def to_ical(self) -> bytes:
        """The text escaped, in UTF-8."""
        if r"\N" not in self:
            return super().to_ical()
        return rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))


class Categories(vCategory):
    """CATEGORIES (RFC 5545 §3.8.1.2) whose values are `Text`."""

    def __init__(self, values: Iterable[str]) -> None:
        super().__init__([])
        self.cats = [Text(value) for value in values]


class RecurrenceRule(vRecur):
    """RECUR (RFC 5545 §3.3.10) with its parts in the order in which feeds of version 0.1 have them.

    Any order is allowed, but a client that compares texts would take the rule for a new one.
    """

    canonical_order: tuple[str, ...] = (  # type: ignore[assignment]  # the library's is no less a tuple
        "FREQ",
        "INTERVAL",
        "UNTIL",
        "COUNT",
        "BYMONTH",
        "BYDAY",
    )


class MinutesBefore(vDuration):
    """The TRIGGER of an alarm, a length of time before the start, in minutes whatever its length.

    icalendar would write two days as ``-P2D``, which is not 48 hours where the clocks change.
    """

    def to_ical(self) -> bytes:
        """The duration as ``-PT2880M``."""
        return b"-PT%dM" % (self.td // dt.timedelta(minutes=1))


def whole_day(date: dt.date) -> vDate:
    """A DATE (RFC 5545 §3.3.4) that says that it is one, where a DATE-TIME is expected."""
    return vDate(date, params={"VALUE": "DATE"})
