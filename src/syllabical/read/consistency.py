"""Whether the parts of schedule.yaml agree with one another."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from syllabical import clock
from syllabical.diagnostics import Report
from syllabical.model.schedule import Placed, Schedule
from syllabical.read import guesses
from syllabical.read.scalars import quoted
from syllabical.source import Span


def tell(schedule: Schedule, report: Report) -> None:
    """Tell what does not agree."""
    _zone(schedule, report)
    _spans(schedule, report)


def _zone(schedule: Schedule, report: Report) -> None:
    zone = schedule.timezone
    if not zone:
        hours = next(_hours(schedule), None)
        if hours is not None:
            report.error(
                "timezone-missing",
                f"{quoted(hours.text)} are hours, and no `timezone` says where",
                hours,
                help="add a line such as `timezone: Europe/Paris`",
            )
    elif not clock.is_zone(zone):
        near = guesses.word(zone, clock.zone_names())
        help_ = f"did you mean `{near}`?" if near else "write it as in `Europe/Paris`"
        at = schedule.where("timezone")
        report.error("unknown-zone", f"{quoted(zone)} is no time zone", at, help=help_)


def _hours(placed: Placed) -> Iterator[Span]:
    """The places of all hours, in the order of the keys."""
    for name in placed.__struct_fields__:
        value = getattr(placed, name)
        if name == "at" and value is not None and (at := placed.where("at")):
            yield at
        if name == "release" and re.match(r"[0-9]", value) and (at := placed.where(name)):
            yield at
        for inner in _placed(value):
            yield from _hours(inner)


def _placed(value: object) -> Iterator[Placed]:
    """The mappings in a value, however deep."""
    if isinstance(value, Placed):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _placed(each)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from _placed(each)


def _spans(schedule: Schedule, report: Report) -> None:
    """Days that end before they start."""
    for added in schedule.added:
        _in_order(added.date, added.until, added.where("until"), report)
    for weekly in schedule.weekly.values():
        _in_order(weekly.first, weekly.until, weekly.where("until"), report)


def _in_order(first: dt.date | None, last: dt.date | None, at: Span | None, report: Report) -> None:
    if first and last and last < first:
        report.error(
            "ends-before-it-starts",
            f"`{last}` comes before `{first}`, on which it starts",
            at,
            help="check both dates",
        )
