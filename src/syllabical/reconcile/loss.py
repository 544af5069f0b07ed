"""Stops a build that would lose events that students still have before them."""

import datetime as dt
from collections.abc import Iterable, Sequence

from syllabical.diagnostics import Report
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours
from syllabical.reconcile.policy import Policy

_LISTED = 12

_BREAK = dt.timedelta(days=14)
"""Terms lie further apart than this; a class that is made up for, hardly ever."""

_A_TERM = 4
"""How many events there are at least, where one term follows another."""


def without_past_term(
    before: Sequence[Edition], events: Sequence[Event], policy: Policy, report: Report
) -> Sequence[Edition]:
    """The editions to reconcile with: none, and a note, where they tell of a term that is over."""
    if min(len(before), len(events)) < _A_TERM:
        return before
    ended = last_day(edition.event for edition in before)
    begins = min(event.date for event in events)
    if ended >= policy.today or begins - ended <= _BREAK:
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
    """The last day on which any of the events happens; the first of all days for none."""
    return max((_last(event) for event in events), default=dt.date.min)


def _last(event: Event) -> dt.date:
    if event.repeats:
        return event.repeats.until
    return event.when.last if isinstance(event.when, Day) else event.date


def report_loss(
    lost: Sequence[Edition], before: Sequence[Edition], policy: Policy, report: Report
) -> None:
    """Report as an error which coming events of the feed before are lost, where they are many."""
    coming = [edition for edition in lost if _is_coming(edition, policy)]
    if len(coming) <= policy.may_lose:
        return
    listed = [f"`{edition.event.summary}` on {edition.event.date}" for edition in coming[:_LISTED]]
    if len(coming) > _LISTED:
        listed.append(f"{len(coming) - _LISTED} more")
    first = (
        "nothing of it is on the page: is it the feed of another course?"
        if len(lost) == len(before)
        else "check that the whole table was read;"
    )
    report.error(
        "events-lost",
        f"{len(coming)} coming events of the published feed are no longer on the page: "
        + ", ".join(listed),
        None,
        help=f"{first} `--allow-loss {len(coming)}` lets them go",
    )


def _is_coming(edition: Edition, policy: Policy) -> bool:
    if edition.status is Status.CANCELLED:
        return False
    repeats, when = edition.event.repeats, edition.event.when
    if repeats:
        return repeats.until >= policy.today
    return when.starts > policy.now if isinstance(when, Hours) else when.last >= policy.today
