"""Stops a build that would lose events that students still have before them."""

from collections.abc import Sequence

from syllabical.diagnostics import Report
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Hours
from syllabical.reconcile.policy import Policy

LISTED = 12


def guard(lost: Sequence[Edition], told: Sequence[Edition], policy: Policy, report: Report) -> None:
    """Say which coming events of all that are told would be lost, where they are many."""
    coming = [edition for edition in lost if _is_coming(edition, policy)]
    if len(coming) <= policy.may_lose:
        return
    listed = [f"`{edition.event.summary}` on {edition.event.date}" for edition in coming[:LISTED]]
    if len(coming) > LISTED:
        listed.append(f"{len(coming) - LISTED} more")
    first = (
        "nothing of it is on the page: is it the feed of another course?"
        if len(lost) == len(told)
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
