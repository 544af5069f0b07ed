"""The events of a course on top of those published before: who is who, and what has changed."""

import datetime as dt
from collections.abc import Sequence

from syllabical.diagnostics import Report
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event
from syllabical.reconcile.compare import changes
from syllabical.reconcile.loss import last_day, report_loss, without_past_term
from syllabical.reconcile.match import matched
from syllabical.reconcile.policy import Policy
from syllabical.reconcile.profile import of_edition, of_event
from syllabical.reconcile.revise import cancelled, ids_by_uid, revised, uid

__all__ = ["Policy", "changes", "editions"]


def editions(
    events: Sequence[Event], before: Sequence[Edition], policy: Policy, report: Report
) -> tuple[Edition, ...]:
    """The events as they are to be published, each under the UID it had, by date.

    An edition whose event did not change is the edition before, stamp and all.
    """
    editions_before = without_past_term(before, events, policy, report)
    # Of what cannot be told apart, the one published longest ago is who stays.
    olds = sorted(editions_before, key=lambda edition: edition.stamp)
    same = _matched(events, olds, policy)
    kept = set(same.values())
    left = [edition for position, edition in enumerate(olds) if position not in kept]
    report_loss(left, olds, policy, report)

    taken = {edition.uid for edition in before}
    published = []
    for position, event in enumerate(events):
        if position in same:
            old = olds[same[position]]
            published.append(revised(old, event, Status.CONFIRMED, policy.stamp))
        else:
            new_uid = uid(event, policy.namespace, taken)
            taken.add(new_uid)
            published.append(Edition(event=event, uid=new_uid, stamp=policy.stamp))
    return tuple(sorted([*published, *_marked(left, events, policy)], key=_order))


def _matched(events: Sequence[Event], before: Sequence[Edition], policy: Policy) -> dict[int, int]:
    """The position of the edition by the position of the event that it is."""
    ids = ids_by_uid(events, policy.namespace)
    news = [of_event(event, position) for position, event in enumerate(events)]
    olds = [
        of_edition(edition, position, policy.zone).with_id(ids.get(edition.uid))
        for position, edition in enumerate(before)
    ]
    return matched(news, olds)


def _marked(left: Sequence[Edition], events: Sequence[Event], policy: Policy) -> list[Edition]:
    """What left the page and stays in the feed as cancelled, until the term ends."""
    ends = policy.term_ends or last_day(events)
    if policy.removed == "drop" or policy.today > ends:
        return []
    return [cancelled(edition, policy.stamp) for edition in left]


def _order(edition: Edition) -> tuple[object, ...]:
    """By start, whole days as if they started at 00:00 UTC."""
    when = edition.event.when
    if isinstance(when, Day):
        return dt.datetime.combine(when.date, dt.time(), dt.UTC), edition.uid
    return when.starts, edition.uid
