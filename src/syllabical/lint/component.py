"""A feed as components with their properties, and how a rule says what is wrong with one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.ical.components import Block, blocks
from syllabical.ical.lines import ContentLine, Property
from syllabical.source import Span

_SHOWN = 40
"""Characters of a broken line, enough to know it by."""


@dataclass(slots=True, kw_only=True)
class Component:
    """What stands between a `BEGIN:` and its `END:`."""

    name: str
    at: Span
    properties: list[Property] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """The properties of a name."""
        return [found for found in self.properties if found.name == name]

    def first(self, name: str) -> Property | None:
        """The first property of a name."""
        return next((found for found in self.properties if found.name == name), None)

    def value(self, name: str) -> str:
        """The value of the first property of a name; empty where there is none."""
        found = self.first(name)
        return found.value if found else ""

    def inside(self, name: str) -> list["Component"]:
        """The components of a name directly inside."""
        return [part for part in self.parts if part.name == name]


@dataclass(frozen=True, slots=True)
class LintedFeed:
    """One VCALENDAR and what it defines."""

    calendar: Component

    @property
    def events(self) -> list[Component]:
        """Its VEVENTs, in their order."""
        return self.calendar.inside("VEVENT")

    @property
    def zones(self) -> dict[str, Component]:
        """Its VTIMEZONEs by TZID."""
        return {zone.value("TZID"): zone for zone in self.calendar.inside("VTIMEZONE")}


Say = Callable[[Diagnostic], None]
"""Hears of a fault."""


def calendars(lines: Iterable[ContentLine], say: Say) -> Iterator[Component]:
    """The VCALENDARs that the lines make; what does not fit together is said as it is found."""
    parts: list[Component] = []
    for part in blocks(lines):
        if isinstance(part, ContentLine):
            _say_outside(part, say)
            continue
        component = _component(part, say)
        if component.name == "VCALENDAR":
            component.parts, parts = parts, []
            _say_after_parts(component, say)
            yield component
        else:
            parts.append(component)


def _component(block: Block, say: Say) -> Component:
    """A block with each of its lines taken apart."""
    own_end = [block.end] if block.end and block.is_whole else []
    for line in (block.begin, *own_end):
        _property(line, say)
    said = [_property(line, say) for line in block.lines]
    found = Component(name=block.name, at=block.begin.at, properties=[one for one in said if one])
    found.parts = [_component(inner, say) for inner in block.blocks]
    if not block.is_whole:
        _say_not_ended(block, say)
    _say_after_parts(found, say)
    return found


def _property(line: ContentLine, say: Say) -> Property | None:
    """A line taken apart; what is no content line is said."""
    found = line.parsed()
    if found is None:
        _say_broken(line, say)
    return found


def _say_broken(line: ContentLine, say: Say) -> None:
    shown = line.text[:_SHOWN] + "…" * (len(line.text) > _SHOWN)
    if line.text.count('"') % 2:
        why, what = "a quote is opened and not closed", "close it, or leave it out"
    elif line.text.lstrip().startswith("<"):
        why, what = "this is HTML, not a calendar", "does the address lead to an error page?"
    else:
        why = "this is no `NAME:value` line"
        what = "write a line end inside a text as `\\n`, and start a folded line with a blank"
    say(error("content-line-broken", f"{why}: `{shown}`", line.at, help=what))


def _say_outside(line: ContentLine, say: Say) -> None:
    """Say what is wrong with a line that is in no component."""
    found = _property(line, say)
    if found is None:
        return
    if found.name == "END":
        name = found.value.strip().upper()
        say(error("component-not-ended", f"`END:{name}` ends nothing", line.at))
        return
    say(
        error(
            "outside-calendar",
            f"`{found.name}` stands outside the calendar",
            line.at,
            help="a feed is one `BEGIN:VCALENDAR` … `END:VCALENDAR`",
        )
    )


def _say_not_ended(block: Block, say: Say) -> None:
    if block.end is None:
        say(
            error(
                "component-not-ended",
                f"`BEGIN:{block.name}` has no `END:{block.name}`",
                block.begin.at,
                help="the feed may be cut off: publish it again",
            )
        )
        return
    say(
        error(
            "component-not-ended",
            f"`BEGIN:{block.name}` has no end",
            block.begin.at,
            Note(f"`{block.end.text}` comes first", block.end.at),
        )
    )


def _say_after_parts(component: Component, say: Say) -> None:
    """Say which properties stand after a component of the same component."""
    for found in component.properties:
        if component.parts and found.at.start > component.parts[0].at.start:
            say(
                warning(
                    "property-after-component",
                    f"`{found.name}` stands after a component of its `{component.name}`",
                    found.at,
                    help="some readers ignore it there: write the properties first",
                )
            )


def error(code: str, message: str, at: Span, *notes: Note, help: str = "") -> Diagnostic:
    """A fault: at least one client loses the feed, an event, or its hour."""
    return Diagnostic(
        code=code, severity=Severity.ERROR, message=message, at=at, notes=notes, help=help
    )


def warning(code: str, message: str, at: Span, *notes: Note, help: str = "") -> Diagnostic:
    """A doubt: clients differ, or what the feed hopes for does not happen."""
    return Diagnostic(
        code=code, severity=Severity.WARNING, message=message, at=at, notes=notes, help=help
    )


def name(event: Component) -> str:
    """What people would call an event: its summary, else its UID."""
    return event.value("SUMMARY")[:60] or event.value("UID") or "an event"
