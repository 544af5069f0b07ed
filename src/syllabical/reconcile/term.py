"""Tells a term that is over from the one that is edited."""

import datetime as dt
from collections.abc import Iterable, Sequence

from syllabical.diagnostics import Report
from syllabical.model.edition import Edition
from syllabical.model.event import Day, Event
from syllabical.reconcile.policy import Policy

BREAK = dt.timedelta(days=14)
"""Terms lie further apart than this; a class that is made up for, hardly ever."""

A_TERM = 4
"""How many events there are at least, where one term follows another."""


def still_told(
    before: Sequence[Edition], events: Sequence[Event], policy: Policy, report: Report
) -> Sequence[Edition]:
    """The editions to reconcile with: none, where they tell of a term that is over."""
    if min(len(before), len(events)) < A_TERM:
        return before
    ended = last_day(edition.event for edition in before)
    begins = min(event.date for event in events)
    if ended >= policy.today or begins - ended <= BREAK:
        return before
    report.note(
        "published-term-over",
        f"the published feed tells of a term that ended on {ended}; its {len(before)} events "
        f"leave the feed, and those of the term that begins on {begins} are new",
        None,
        help="publish the new term under a name of its own, to let the old feed stand",
    )
    return ()


def last_day(events: Iterable[Event]) -> dt.date:
    """The last day on which anything happens."""
    return max((_last(event) for event in events), default=dt.date.min)


def _last(event: Event) -> dt.date:
    if event.repeats:
        return event.repeats.until
    return event.when.last if isinstance(event.when, Day) else event.date
