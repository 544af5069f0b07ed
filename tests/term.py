import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from syllabical import reconcile, timezones
from syllabical.diagnostics import Report
from syllabical.model.edition import Edition
from syllabical.model.event import Day, Event, Hours
from syllabical.model.syllabus import Kind

MONDAY = dt.date(2026, 3, 2)
NOW = dt.datetime(2026, 2, 20, 9, 0, tzinfo=dt.UTC)
ZONE = "Asia/Jerusalem"


def day(week: int, weekday: int = 0) -> dt.date:
    return MONDAY + dt.timedelta(weeks=week, days=weekday)


def at(date: dt.date, hour: int = 10, length: int = 2, zone: str = ZONE) -> Hours:
    starts = dt.datetime.combine(date, dt.time(hour))
    ends = starts + dt.timedelta(hours=length)
    return Hours(timezones.first_instant(starts, zone), timezones.first_instant(ends, zone))


def event(title: str, when: dt.date | Day | Hours, **more: Any) -> Event:
    chosen: dict[str, Any] = {
        "key": title.casefold(),
        "kind": Kind.CLASS,
        "track": "Lecture",
        "title": title,
        "when": Day(when) if isinstance(when, dt.date) else when,
    } | more
    number = f" {chosen['number']}" if chosen.get("number") else ""
    chosen.setdefault("summary", f"{chosen['track']}{number}: {chosen['title']}")
    chosen.setdefault("description", chosen["title"])
    return Event(**chosen)


def lectures(*titles: str, first: int = 0, **more: Any) -> tuple[Event, ...]:
    return tuple(event(title, day(first + week), **more) for week, title in enumerate(titles))


def policy(now: dt.datetime = NOW, **more: Any) -> reconcile.Policy:
    chosen: dict[str, Any] = {"namespace": "algo/2026", "now": now, "zone": ZONE} | more
    return reconcile.Policy(**chosen)


def build(
    events: Sequence[Event],
    before: Sequence[Edition] = (),
    **more: Any,
) -> tuple[Edition, ...]:
    days = more.pop("days", 1 if before else 0)
    rules = policy(NOW + dt.timedelta(days=days), **{"allow_loss": 1000, **more})
    return reconcile.editions(events, before, rules, Report())


def story(before: Sequence[Event], after: Sequence[Event]) -> dict[str, str]:
    """The new title (or date) of every event, by the title it had before; `+` and `-` beside."""
    first = build(before)
    then = build(after, first)
    names = {edition.uid: edition.event for edition in then}
    told = {}
    for edition in first:
        now = names.pop(edition.uid, None)
        told[_name(edition.event)] = _name(now) if now else "-"
    return told | {"+" + _name(new): "+" for new in names.values()}


def _name(said: Event) -> str:
    return f"{said.title} {said.date:%d/%m}"


def keyed(events: Sequence[Event]) -> tuple[Event, ...]:
    return tuple(replace(one, key=f"{one.key}-{place}") for place, one in enumerate(events))
