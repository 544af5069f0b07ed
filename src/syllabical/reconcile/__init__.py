"""Events and the editions published before → editions: who is who, and what rises."""

import datetime as dt
from collections.abc import Sequence

from syllabical.diagnostics import Report
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event
from syllabical.reconcile.compare import changes
from syllabical.reconcile.face import of_edition, of_event
from syllabical.reconcile.loss import guard, last_day, still_told
from syllabical.reconcile.match import matched
from syllabical.reconcile.policy import Policy
from syllabical.reconcile.revise import cancelled, named_by_author, revised, uid

__all__ = ["Policy", "changes", "editions"]


def editions(
    events: Sequence[Event], before: Sequence[Edition], policy: Policy, report: Report
) -> tuple[Edition, ...]:
    """The events as they are to be published, each under the UID it had, by date.

    An edition whose event did not change is the edition before, stamp and all.
    """
    # Of what cannot be told apart, the one published longest ago is who stays.
    told = sorted(still_told(before, events, policy, report), key=lambda edition: edition.stamp)
    same = _matched(events, told, policy)
    kept = set(same.values())
    left = [edition for place, edition in enumerate(told) if place not in kept]
    guard(left, told, policy, report)

    taken = {edition.uid for edition in before}
    published = []
    for place, event in enumerate(events):
        if place in same:
            old = told[same[place]]
            published.append(revised(old, event, Status.CONFIRMED, policy.stamp))
        else:
            name = uid(event, policy.namespace, taken)
            taken.add(name)
            published.append(Edition(event=event, uid=name, stamp=policy.stamp))
    return tuple(sorted([*published, *_marked(left, events, policy)], key=_order))


def _matched(events: Sequence[Event], before: Sequence[Edition], policy: Policy) -> dict[int, int]:
    names = named_by_author(events, policy.namespace)
    news = [of_event(event, place) for place, event in enumerate(events)]
    olds = [of_edition(edition, place, policy.zone) for place, edition in enumerate(before)]
    return matched(news, [old.called(names.get(before[old.place].uid)) for old in olds])


def _marked(left: Sequence[Edition], events: Sequence[Event], policy: Policy) -> list[Edition]:
    """What left the page and stays in the feed, until the term ends."""
    ends = policy.term_ends or last_day(events)
    if policy.removed == "drop" or policy.today > ends:
        return []
    return [cancelled(edition, policy.stamp) for edition in left]


def _order(edition: Edition) -> tuple[object, ...]:
    when = edition.event.when
    if isinstance(when, Day):
        return dt.datetime.combine(when.date, dt.time(), dt.UTC), edition.uid
    return when.starts, edition.uid
