"""Reads one VEVENT of a published feed back into the edition it was written from."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from syllabical.diagnostics import Report
from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours, Repeats
from syllabical.model.syllabus import Kind
from syllabical.read.published.content_lines import ContentLine, FeedText
from syllabical.read.published.feed_outline import Block
from syllabical.read.published.feed_values import length, moment, repeats, stretch, text, texts

CANCELLED = "Cancelled: "
OF_GROUP = re.compile(r" \(group .*\)$")
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
STATUSES = {status.value: status for status in Status}
KINDS = {kind.value: kind for kind in Kind}
HOUR = dt.timedelta(hours=1)
HOMEWORK = (Kind.HOMEWORK_RELEASE, Kind.HOMEWORK_DUE)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Says what is wrong with a block, at the line it is wrong in."""

    block: Block
    source: FeedText
    report: Report

    def say(self, message: str, line: ContentLine | None = None) -> None:
        """Say it; at the start of the block where no line is to blame."""
        number = line.number if line else self.block.number
        self.report.warning("previous-feed-damaged", message, self.source.at(number))


def edition(block: Block, zone: str, source: FeedText, report: Report) -> Edition | None:
    """The edition that a VEVENT was written from; ``None`` where it has no UID."""
    doubt = Doubt(block, source, report)
    uid = text(block.value("UID")).strip()
    if not uid:
        doubt.say("an event of the feed published before has no UID; it is passed over")
        return None
    if block.first("RECURRENCE-ID"):
        doubt.say("an event says when else another one recurs; it is passed over")
        return None
    for line in block.lines.get("", ()):
        doubt.say(f"`{line.value}` is no line of a feed; it is passed over", line)
    stamp = _stamp(block, doubt)
    return Edition(
        event=_event(block, stamp, zone, doubt),
        uid=uid,
        sequence=_sequence(block, doubt),
        stamp=stamp,
        status=_status(block),
    )


def _sequence(block: Block, doubt: Doubt) -> int:
    found = 0
    for line in block.lines.get("SEQUENCE", ()):
        value = line.value.strip()
        if value.isascii() and value.isdecimal():
            found = max(found, int(value))
        else:
            doubt.say(f"the SEQUENCE `{value}` is no number; it counts as 0", line)
    return found


def _stamp(block: Block, doubt: Doubt) -> dt.datetime:
    """The later of LAST-MODIFIED and DTSTAMP, so that what follows cannot fall below either."""
    found = []
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        for line in block.lines.get(name, ()):
            value = moment(line, "UTC")
            if isinstance(value, dt.datetime):
                found.append(value.astimezone(dt.UTC))
            else:
                doubt.say(f"the {name} `{line.value}` is no moment; it is passed over", line)
    if not found:
        doubt.say("an event does not say when it last changed")
    return max(found, default=EPOCH)


def _status(block: Block) -> Status:
    said = block.value("STATUS").strip().upper()
    return STATUSES.get(said, Status.CONFIRMED)


def _event(block: Block, stamp: dt.datetime, zone: str, doubt: Doubt) -> Event:
    kind, track, group = _categories(block.lines.get("CATEGORIES", ()))
    summary, description = text(block.value("SUMMARY")), text(block.value("DESCRIPTION"))
    when = _when(block, zone, doubt) or Day(stamp.date())
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
        place=text(block.value("LOCATION")),
        url=block.value("URL").strip(),
        busy=block.value("TRANSP").strip().upper() != "TRANSPARENT",
        group=group,
        repeats=_repeats(block, when, zone, doubt),
    )


def _categories(lines: Iterable[ContentLine]) -> tuple[Kind, str, str]:
    """Kind, track and group, as `publish` writes them; of other tools' words, none."""
    words = [word for line in lines for word in texts(line.value)]
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
        found = re.search(r"\d+", title)
        return found[0] if found else None
    head, colon, _ = summary.partition(": ")
    _, same, number = OF_GROUP.sub("", head).rpartition(f"{track} ")
    return number if colon and same and track and number and " " not in number else None


def _when(block: Block, zone: str, doubt: Doubt) -> Hours | Day | None:
    line = block.first("DTSTART")
    starts = moment(line, zone) if line else None
    if line is None or starts is None:
        said = f"the DTSTART `{line.value}` is no moment" if line else "an event does not start"
        doubt.say(f"{said}; it is told apart by its title alone", line)
        return None
    end = block.first("DTEND")
    ends = moment(end, zone) if end else _after(starts, block.value("DURATION"))
    found = stretch(starts, ends)
    if found is None:
        doubt.say(
            f"the event that starts at `{line.value}` does not end later; it is taken to last an "
            "hour or a day",
            end or line,
        )
        return Hours(starts, starts + HOUR) if isinstance(starts, dt.datetime) else Day(starts)
    return found


def _after(starts: dt.date | dt.datetime, duration: str) -> dt.date | dt.datetime | None:
    lapse = length(duration.strip())
    return starts + lapse if lapse else None


def _repeats(block: Block, when: Hours | Day, zone: str, doubt: Doubt) -> Repeats | None:
    line = block.first("RRULE")
    if line is None:
        return None
    if isinstance(when, Hours) and (own := getattr(when.starts.tzinfo, "zone", "")):
        zone = own
    found = repeats(line, block.lines.get("EXDATE", ()), zone)
    if found is None:
        doubt.say(f"the RRULE `{line.value}` is not weekly up to a day; it is passed over", line)
    return found
