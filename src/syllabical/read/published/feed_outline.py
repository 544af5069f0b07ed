"""Parts the lines of a feed into the calendar's own and those of each event."""

from dataclasses import dataclass, field

from syllabical.diagnostics import Report
from syllabical.read.published.content_lines import ContentLine, FeedText

HEARD = frozenset(
    (
        "", "CATEGORIES", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "DURATION", "EXDATE",
        "LAST-MODIFIED", "LOCATION", "PRODID", "RECURRENCE-ID", "RRULE", "SEQUENCE", "STATUS",
        "SUMMARY", "TRANSP", "UID", "URL", "X-WR-TIMEZONE",
    )
)  # fmt: skip


@dataclass(slots=True)
class Block:
    """The lines of one component, without those of the components inside it."""

    number: int = 1
    lines: dict[str, list[ContentLine]] = field(default_factory=dict)

    def take(self, line: ContentLine) -> None:
        """Add a line, if it says anything that an edition holds."""
        if line.name in HEARD:
            self.lines.setdefault(line.name, []).append(line)

    def first(self, name: str) -> ContentLine | None:
        """The first line of a name."""
        lines = self.lines.get(name)
        return lines[0] if lines else None

    def value(self, name: str) -> str:
        """The value of the first line of a name; empty where there is none."""
        lines = self.lines.get(name)
        return lines[0].value if lines else ""


@dataclass(slots=True, kw_only=True)
class Outline:
    """A feed as the components it is made of; those inside an event are left out."""

    calendar: Block = field(default_factory=Block)
    events: list[Block] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    """The components that have begun and not ended, the innermost last."""

    breaks_off_at: int = 0
    """The number of the last line, where a component never ends."""


def outline(text: FeedText, report: Report) -> Outline:
    """The components of a feed; one that never ends is ended where it must be."""
    parts = Outline()
    number = 1
    for line in text.lines():
        number = line.number if line.name or line.value else number
        if line.name == "BEGIN":
            _begin(parts, line, text, report)
        elif line.name == "END":
            _end(parts, line, text, report)
        elif parts.opened and parts.opened[-1] == "VEVENT":
            parts.events[-1].take(line)
        elif parts.opened == ["VCALENDAR"]:
            parts.calendar.take(line)
    if parts.opened:
        parts.breaks_off_at = number
    return parts


def _begin(parts: Outline, line: ContentLine, text: FeedText, report: Report) -> None:
    component = line.value.strip().upper()
    if component == "VEVENT":
        if "VEVENT" in parts.opened:
            _not_ended(parts.events[-1], line, text, report)
            del parts.opened[parts.opened.index("VEVENT") :]
        parts.events.append(Block(number=line.number))
    parts.opened.append(component)


def _end(parts: Outline, line: ContentLine, text: FeedText, report: Report) -> None:
    component = line.value.strip().upper()
    if component not in parts.opened:
        return
    start = parts.opened.index(component)
    if "VEVENT" in parts.opened[start + 1 :]:
        _not_ended(parts.events[-1], line, text, report)
    del parts.opened[start:]


def _not_ended(event: Block, line: ContentLine, text: FeedText, report: Report) -> None:
    report.warning(
        "previous-feed-damaged",
        f"the event of line {event.number} does not end before `{line.name}:{line.value}`; it is "
        "taken to end there",
        text.at(line.number),
    )
