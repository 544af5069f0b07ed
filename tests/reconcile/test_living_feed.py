import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from syllabical import publish, read, reconcile
from syllabical.diagnostics import Report
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Event
from syllabical.model.schedule import CourseInfo, Schedule
from syllabical.model.syllabus import Kind
from syllabical.text import comparable
from term import MONDAY, NOW, ZONE, at, event

SCHEDULE = Schedule(course=CourseInfo(short="AL1", term="Spring"), timezone=ZONE)
TITLES = ("Graphs", "Graphs I", "Graphs II", "Trees, heaps", "TBD", "No class", "Flows", "Hashing")
TRACKS = (("Lecture", Kind.CLASS), ("Tutorial", Kind.CLASS), ("Homework", Kind.HOMEWORK_DUE))
RISES = re.compile(r"^(DTSTAMP|LAST-MODIFIED|SEQUENCE):.*\r\n", re.MULTILINE)
TIMING = re.compile(r"^(?:DTSTART|DTEND|LOCATION|STATUS)[;:].*\r\n(?: .*\r\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Row:
    title: str
    date: dt.date
    track: int
    place: str = "Room 1"
    number: int = 0


def events(rows: Sequence[Row]) -> tuple[Event, ...]:
    seen: Counter[tuple[int, str]] = Counter()
    made = []
    for row in rows:
        name = comparable(row.title)
        seen[row.track, name] += 1
        track, kind = TRACKS[row.track]
        key = f"{name} {seen[row.track, name]}"
        when = row.date if row.title == "No class" else at(row.date, 10 + row.track)
        made.append(
            event(row.title, when, track=track, kind=kind, key=key, place=row.place,
                  number=str(row.number) if row.number else None)
        )  # fmt: skip
    return tuple(made)


def blocks(feed: bytes) -> dict[str, str]:
    text = feed.decode()
    found = re.findall(r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", text, re.DOTALL)
    assert len(found) == text.count("BEGIN:VEVENT")
    named = {re.findall(r"^UID:(.*)\r\n", block, re.MULTILINE)[0]: block for block in found}
    assert len(named) == len(found)
    return named


def stamped(block: str) -> tuple[str, int]:
    stamps = set(re.findall(r"^(?:DTSTAMP|LAST-MODIFIED):(.*)\r\n", block, re.MULTILINE))
    (stamp,) = stamps
    (sequence,) = re.findall(r"^SEQUENCE:(\d+)\r\n", block, re.MULTILINE)
    return stamp, int(sequence)


rows = st.builds(
    Row,
    title=st.sampled_from(TITLES),
    date=st.integers(0, 60).map(lambda days: MONDAY + dt.timedelta(days)),
    track=st.integers(0, 2),
    place=st.sampled_from(("Room 1", "Room 2")),
)
END = dt.date(2030, 1, 1)
RULES: tuple[Literal["drop"], Literal["mark"]] = ("drop", "mark")
chance = st.integers(0, 10_000)


class LivingFeed(RuleBasedStateMachine):
    page: tuple[Row, ...] = ()
    past: tuple[tuple[Row, ...], ...] = ()

    @initialize(
        page=st.lists(rows, min_size=1, max_size=10), removed=st.sampled_from(("drop", "mark"))
    )
    def publish_first(self, page: list[Row], removed: Literal["drop", "mark"]) -> None:
        self.removed = removed
        self.now = NOW
        self.memory: dict[str, tuple[str, int]] = {}
        self.feed: bytes | None = None
        self.edit(tuple(page))

    def editions(self, page: Sequence[Row], now: dt.datetime) -> tuple[Edition, ...]:
        report = Report()
        before = read.published_editions(self.feed, "feed.ics", report)
        assert not report.failed
        policy = reconcile.Policy(
            namespace="AL1",
            now=now,
            removed=self.removed,
            allow_loss=1000,
            zone=ZONE,
            term_ends=END,
        )
        return reconcile.editions(events(page), before, policy, Report())

    def edit(self, page: tuple[Row, ...], hours: int = 24) -> None:
        if not page:
            return
        before = blocks(self.feed) if self.feed else {}
        self.now += dt.timedelta(hours=hours)
        self.feed = publish.main_feed(self.editions(page, self.now), SCHEDULE, Report())
        self.past = (*self.past, self.page)
        self.page = page
        after = blocks(self.feed)
        for uid in before.keys() & after.keys():
            old, new = before[uid], after[uid]
            (old_stamp, old_sequence), (new_stamp, new_sequence) = stamped(old), stamped(new)
            if RISES.sub("", old) == RISES.sub("", new):
                assert old == new
            else:
                assert new_stamp > old_stamp
            assert (new_sequence > old_sequence) == (TIMING.findall(old) != TIMING.findall(new))
        if self.removed == "mark":
            for uid in self.memory.keys() & after.keys():
                assert all(map(int.__ge__, [stamped(after[uid])[1]], [self.memory[uid][1]]))
            self.memory |= {uid: stamped(block) for uid, block in after.items()}

    def one(self, number: int) -> int:
        return number % len(self.page)

    def with_row(self, place: int, row: Row) -> tuple[Row, ...]:
        return (*self.page[:place], row, *self.page[place + 1 :])

    @rule(which=chance, days=st.integers(-20, 20), hours=st.sampled_from((24, 0, -48)))
    def move(self, which: int, days: int, hours: int) -> None:
        place = self.one(which)
        row = self.page[place]
        self.edit(self.with_row(place, replace(row, date=row.date + dt.timedelta(days))), hours)

    @rule(which=chance, title=st.sampled_from(TITLES))
    def rename(self, which: int, title: str) -> None:
        spot = self.one(which)
        self.edit(self.with_row(spot, replace(self.page[spot], title=title)))

    @rule(which=chance, place=st.sampled_from(("Room 1", "Room 2")))
    def relocate(self, which: int, place: str) -> None:
        spot = self.one(which)
        self.edit(self.with_row(spot, replace(self.page[spot], place=place)))

    @rule(row=rows, which=chance)
    def insert(self, row: Row, which: int) -> None:
        place = self.one(which)
        self.edit((*self.page[:place], row, *self.page[place:]))

    @rule(which=chance)
    def delete(self, which: int) -> None:
        place = self.one(which)
        self.edit((*self.page[:place], *self.page[place + 1 :]))

    @rule(which=chance, other=chance)
    def swap(self, which: int, other: int) -> None:
        first, second = self.one(which), self.one(other)
        dates = self.page[first].date, self.page[second].date
        page = list(self.page)
        page[first] = replace(page[first], date=dates[1])
        page[second] = replace(page[second], date=dates[0])
        self.edit(tuple(page))

    @rule(which=chance, days=st.sampled_from((-7, 7, 14)))
    def shift(self, which: int, days: int) -> None:
        start = self.page[self.one(which)].date
        self.edit(
            tuple(
                replace(row, date=row.date + dt.timedelta(days)) if row.date >= start else row
                for row in self.page
            )
        )

    @rule(first=st.integers(0, 3))
    def renumber(self, first: int) -> None:
        self.edit(tuple(replace(row, number=first + n) for n, row in enumerate(self.page)))

    @precondition(lambda self: len(self.past) > 1)
    @rule(steps=st.integers(1, 3))
    def revert(self, steps: int) -> None:
        earlier = self.past[-min(steps, len(self.past) - 1)]
        before = blocks(self.feed or b"")
        self.edit(earlier)
        if self.removed == "mark" and len(set(earlier)) == len(earlier):
            assert before.keys() <= blocks(self.feed or b"").keys()

    @precondition(lambda self: self.removed == "mark")
    @rule(page=st.lists(rows, max_size=6))
    def revert_at_once(self, page: list[Row]) -> None:
        kept = self.page
        before = self.uids()
        self.edit((*kept, *page))
        self.edit(kept)
        assert self.uids() == before

    def uids(self) -> set[str]:
        report = Report()
        return {
            edition.uid
            for edition in read.published_editions(self.feed, "feed.ics", report)
            if edition.status is Status.CONFIRMED
        }

    @invariant()
    def building_again_changes_nothing(self) -> None:
        if self.feed:
            again = self.editions(self.page, self.now + dt.timedelta(days=3))
            assert publish.main_feed(again, SCHEDULE, Report()) == self.feed

    @invariant()
    def the_feed_says_what_the_page_says(self) -> None:
        if self.feed:
            live = [
                edition.event
                for edition in read.published_editions(self.feed, "feed.ics", Report())
                if edition.status is Status.CONFIRMED
            ]
            told = Counter((one.summary, one.when, one.place, one.track) for one in live)
            asked = Counter(
                (one.summary, one.when, one.place, one.track) for one in events(self.page)
            )
            assert told == asked


TestLivingFeed = LivingFeed.TestCase
TestLivingFeed.settings = settings(
    max_examples=40,
    stateful_step_count=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
