"""Reads one VEVENT of a published feed back into the edition it was written from."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from icalendar.prop import vCategory, vRecur

from syllabical.diagnostics import Report
from syllabical.ical.components import Block, ReadEvent, event
from syllabical.ical.lines import ContentLine
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours, Repeats
from syllabical.model.syllabus import Kind
from syllabical.read.published_times import day_of, days_of, hours_or_days, moment

CANCELLED = "Cancelled: "
OF_GROUP = re.compile(r" \(group .*\)$")
DIGITS = re.compile(r"\d+")
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
STATUSES = {status.value: status for status in Status}
KINDS = {kind.value: kind for kind in Kind}
HOUR = dt.timedelta(hours=1)
LONGEST = dt.timedelta(weeks=99_999)
"""What a DURATION may be: the end of an event must be a day that there is."""

HOMEWORK = (Kind.HOMEWORK_RELEASE, Kind.HOMEWORK_DUE)
UNREADABLE = {
    "DTSTAMP": "is no moment; it is passed over",
    "LAST-MODIFIED": "is no moment; it is passed over",
    "DTSTART": "is no moment; it is told apart by its title alone",
    "SEQUENCE": "is no number; it counts as 0",
    "RRULE": "is not weekly up to a day; it is passed over",
}
"""What is said of a value that cannot be used, where more can be said than that."""


@dataclass(frozen=True, slots=True)
class PublishedEvent:
    """One VEVENT as icalendar reads it, and the report that hears what is wrong with it."""

    block: Block
    read: ReadEvent
    report: Report

    def values(self, name: str) -> Sequence[object]:
        """The values of all lines of a name."""
        found = self.read.component.get(name, ())
        return found if isinstance(found, list | tuple) else (found,)

    def text(self, name: str) -> str:
        """The text of the first line of a name; empty where there is none."""
        found = self.values(name)
        return str(found[0]) if found and isinstance(found[0], str) else ""

    def line(self, name: str, position: int = 0) -> ContentLine | None:
        """The line that a value stands in, by the value's position among those of its name."""
        lines = [line for line in self.block.lines if line.name == name]
        read = [line for line in lines if line not in self.read.unread]
        return read[position] if position < len(read) else next(iter(lines), None)

    def say(self, message: str, line: ContentLine | None = None) -> None:
        """Say what is wrong; at the start of the event where no line is to blame."""
        self.report.warning("previous-feed-damaged", message, (line or self.block.begin).at)

    def say_unusable(self, line: ContentLine | None) -> None:
        """Say that a line is passed over, and what that means."""
        if line is None:
            return
        said = line.parsed()
        if said is None:
            self.say(f"`{line.text}` is no line of a feed; it is passed over", line)
            return
        why = UNREADABLE.get(said.name, "cannot be read; it is passed over")
        self.say(f"the {said.name} `{said.value}` {why}", line)


def edition(block: Block, zone: str, report: Report) -> Edition | None:
    """The edition that a VEVENT was written from; ``None`` where it has no UID.

    `zone` is the course's: hours in UTC are told in it, and those without a zone taken for its own.
    """
    said = PublishedEvent(block, event(block), report)
    unread = said.read.unread
    uid = said.text("UID").strip()
    if not uid:
        said.say("an event of the feed published before has no UID; it is passed over")
        return None
    if said.values("RECURRENCE-ID") or any(line.name == "RECURRENCE-ID" for line in unread):
        said.say("an event says when else another one recurs; it is passed over")
        return None
    for line in said.read.mended:
        said.say(f"the parameters of `{line.text}` cannot be read; it is read without them", line)
    for line in unread:
        said.say_unusable(line)
    stamp = _stamp(said)
    return Edition(
        event=_event(said, stamp, zone),
        uid=uid,
        sequence=_sequence(said),
        stamp=stamp,
        status=STATUSES.get(said.text("STATUS").strip().upper(), Status.CONFIRMED),
    )


def _sequence(said: PublishedEvent) -> int:
    """The highest SEQUENCE, so that what follows cannot fall below it."""
    found = 0
    for position, value in enumerate(said.values("SEQUENCE")):
        if isinstance(value, int) and value >= 0:
            found = max(found, int(value))
        else:
            said.say_unusable(said.line("SEQUENCE", position))
    return found


def _stamp(said: PublishedEvent) -> dt.datetime:
    """The later of LAST-MODIFIED and DTSTAMP, so that what follows cannot fall below either."""
    found = []
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        for position, value in enumerate(said.values(name)):
            changed = moment(value, "UTC")
            if isinstance(changed, dt.datetime):
                found.append(_in_utc(changed))
            else:
                said.say_unusable(said.line(name, position))
    if not found:
        said.say("an event does not say when it last changed")
    return max(found, default=EPOCH)


@lru_cache(maxsize=4096)
def _in_utc(instant: dt.datetime) -> dt.datetime:
    """The instant in UTC; many events share one stamp."""
    return instant.astimezone(dt.UTC)


def _event(said: PublishedEvent, stamp: dt.datetime, zone: str) -> Event:
    kind, track, group = _categories(said)
    summary, description = said.text("SUMMARY"), said.text("DESCRIPTION")
    when = _when(said, zone) or Day(stamp.date())
    title = _title(summary.removeprefix(CANCELLED), description, track)
    return Event(
        key="",
        kind=kind,
        track=track,
        number=_number(kind, summary, title, track),
        title=title,
        summary=summary,
        description=description,
        when=when,
        place=said.text("LOCATION"),
        url=said.text("URL").strip(),
        busy=said.text("TRANSP").strip().upper() != "TRANSPARENT",
        group=group,
        repeats=_repeats(said, when, zone),
    )


def _categories(said: PublishedEvent) -> tuple[Kind, str, str]:
    """Kind, track and group, as `publish` writes them; of other tools' words, none."""
    lists = (value for value in said.values("CATEGORIES") if isinstance(value, vCategory))
    return _meaning(tuple(str(word) for words in lists for word in words))


@lru_cache(maxsize=4096)
def _meaning(words: tuple[str, ...]) -> tuple[Kind, str, str]:
    """The same for their words; many events share them."""
    kind, track, group, *_ = [*words, "", "", ""]
    if kind not in KINDS:
        return Kind.OTHER, "", ""
    return KINDS[kind], track, group.removeprefix("group ")


def _title(summary: str, description: str, track: str) -> str:
    """The first paragraph of the description; else the summary without what stands before it."""
    paragraph, _, _ = description.partition("\n\n")
    if paragraph:
        return " ".join(paragraph.split("\n"))
    head, colon, rest = summary.partition(": ")
    return rest if colon and track and track.casefold() in head.casefold() else summary


def _number(kind: Kind, summary: str, title: str, track: str) -> str | None:
    if kind in HOMEWORK:
        found = DIGITS.search(title)
        return found[0] if found else None
    head, colon, _ = summary.partition(": ")
    _, same, number = OF_GROUP.sub("", head).rpartition(f"{track} ")
    return number if colon and same and track and number and " " not in number else None


def _when(said: PublishedEvent, zone: str) -> Hours | Day | None:
    """When the event is; ``None`` where it does not say when it starts."""
    line = said.line("DTSTART")
    starts = _first_moment(said, "DTSTART", zone)
    if starts is None:
        if line is None:
            said.say("an event does not start; it is told apart by its title alone")
        elif line not in said.read.unread:
            said.say_unusable(line)
        return None
    ends = _first_moment(said, "DTEND", zone) or _after(starts, said)
    found = hours_or_days(starts, ends)
    if found is not None:
        return found
    end = said.line("DTEND")
    if end not in said.read.unread:
        start = line.parsed() if line else None
        said.say(
            f"the event that starts at `{start.value if start else starts}` does not end later; it"
            " is taken to last an hour or a day",
            end or line,
        )
    return Hours(starts, starts + HOUR) if isinstance(starts, dt.datetime) else Day(starts)


def _first_moment(said: PublishedEvent, name: str, zone: str) -> dt.date | None:
    values = said.values(name)
    return moment(values[0], zone) if values else None


def _after(starts: dt.date, said: PublishedEvent) -> dt.date | None:
    """What lies a DURATION after the start."""
    lasts = [getattr(value, "dt", None) for value in said.values("DURATION")]
    if lasts and isinstance(lasts[0], dt.timedelta) and dt.timedelta() < lasts[0] <= LONGEST:
        return starts + lasts[0]
    return None


def _repeats(said: PublishedEvent, when: Hours | Day, zone: str) -> Repeats | None:
    """A weekly rule with an end; ``None`` for any other, which is said."""
    rules = said.values("RRULE")
    if not rules:
        return None
    if isinstance(when, Hours) and (own := getattr(when.starts.tzinfo, "zone", "")):
        zone = own
    found = _weekly(rules[0], zone) if isinstance(rules[0], vRecur) else None
    if found is None:
        said.say_unusable(said.line("RRULE"))
        return None
    until, weeks = found
    lists = said.values("EXDATE")
    days = {day for dates in lists for day in days_of(dates, zone)}
    return Repeats(until, weeks, tuple(sorted(days)))


def _weekly(rule: vRecur, zone: str) -> tuple[dt.date, int] | None:
    """UNTIL, as the zone counts days, and INTERVAL of a weekly rule."""
    [frequency, *_] = rule.get("FREQ") or [""]
    [until, *_] = rule.get("UNTIL") or [None]
    [weeks, *_] = rule.get("INTERVAL") or [1]
    day = day_of(until, "", zone)
    return (day, int(weeks)) if frequency == "WEEKLY" and day and weeks > 0 else None
