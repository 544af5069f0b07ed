import datetime as dt
import xml.etree.ElementTree as ET
from dataclasses import replace

from syllabical import reconcile, render
from term import NOW, build, day, event, lectures

ATOM = "{http://www.w3.org/2005/Atom}"
LATER = NOW + dt.timedelta(days=1)


def entries(feed: str) -> list[tuple[str | None, str | None]]:
    return [
        (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}updated"))
        for entry in ET.fromstring(feed).iter(f"{ATOM}entry")  # noqa: S314 (written a line above)
    ]


def test_each_piece_of_news_is_an_entry_dated_as_its_event() -> None:
    first = build(lectures("Intro", "CNNs <1>", "RNNs"))
    renamed = replace(first[1].event, title="Nets & co", summary="Nets & co")
    changes = reconcile.changes(first, build([first[0].event, renamed], first))

    feed = render.changes_as_atom(
        changes,
        course="Algorithms & co",
        url="https://x.org/?a=1&b=2",
        updated=LATER + dt.timedelta(1),
    )

    assert entries(feed) == [
        ("Lecture on Mon 9 Mar is now “Nets & co” (was “CNNs <1>”)", "2026-02-21T09:00:00Z"),
        ("Lecture: RNNs is gone from Mon 16 Mar", "2026-02-22T09:00:00Z"),
    ]
    assert ET.fromstring(feed).findtext(f"{ATOM}title") == "Algorithms & co: changes"  # noqa: S314


def test_every_entry_has_an_id_of_its_own_that_stays() -> None:
    first = build(lectures("Intro", "CNNs"))
    then = build([event("Seminar", day(1), track="S"), event("Talk", day(2), track="T")], first)
    changes = reconcile.changes(first, then)

    feed = render.changes_as_atom(changes, course="Algorithms", url="", updated=LATER)

    found = [one.text for one in ET.fromstring(feed).iter(f"{ATOM}id")]  # noqa: S314
    assert len(found) == len(set(found)) == 5
    assert render.changes_as_atom(changes, course="Algorithms", url="", updated=LATER) == feed
