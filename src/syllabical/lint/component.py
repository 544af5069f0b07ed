"""Content lines as components: `BEGIN:` and `END:` matched, in the order they stand in."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from syllabical.diagnostics import Note, Report
from syllabical.lint.content import Line
from syllabical.source import Source, Span


@dataclass(slots=True, kw_only=True)
class Component:
    """What stands between a `BEGIN:` and its `END:`."""

    name: str
    at: Span
    lines: list[Line] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Line]:
        """The lines of a name."""
        return [line for line in self.lines if line.name == name]

    def first(self, name: str) -> Line | None:
        """The first line of a name."""
        return next((line for line in self.lines if line.name == name), None)

    def value(self, name: str) -> str:
        """The value of the first line of a name; empty where there is none."""
        line = self.first(name)
        return line.value if line else ""

    def inside(self, name: str) -> list["Component"]:
        """The components of a name directly inside."""
        return [part for part in self.parts if part.name == name]


def calendar(source: Source, lines: Iterable[Line], report: Report) -> Component | None:
    """The calendar that the lines make; what does not fit together is in the report."""
    top: list[Component] = []
    open_: list[Component] = []
    for line in lines:
        if line.name == "BEGIN":
            _begin(line, open_, top)
        elif line.name == "END":
            _end(line, open_, report)
        elif open_:
            _place(line, open_[-1], report)
        else:
            report.error(
                "outside-calendar",
                f"`{line.name}` stands outside the calendar",
                line.at,
                help="a feed is one `BEGIN:VCALENDAR` … `END:VCALENDAR`",
            )
    for left in open_:
        report.error(
            "component-not-ended",
            f"`BEGIN:{left.name}` has no `END:{left.name}`",
            left.at,
            help="the feed may be cut off: publish it again",
        )
    return _only(source, top, report)


def _begin(line: Line, open_: list[Component], top: list[Component]) -> None:
    component = Component(name=line.value.strip().upper(), at=line.at)
    (open_[-1].parts if open_ else top).append(component)
    open_.append(component)


def _end(line: Line, open_: list[Component], report: Report) -> None:
    """Close the component that is meant, and say which ones inside it were left open."""
    name = line.value.strip().upper()
    if name not in [component.name for component in open_]:
        report.error("component-not-ended", f"`END:{name}` ends nothing", line.at)
        return
    while open_:
        component = open_.pop()
        if component.name == name:
            return
        report.error(
            "component-not-ended",
            f"`BEGIN:{component.name}` has no end",
            component.at,
            Note(f"`END:{name}` comes first", line.at),
        )


def _place(line: Line, component: Component, report: Report) -> None:
    if component.parts:
        report.warning(
            "property-after-component",
            f"`{line.name}` stands after a component of its `{component.name}`",
            line.at,
            help="some readers ignore it there: write the properties first",
        )
    component.lines.append(line)


def _only(source: Source, top: list[Component], report: Report) -> Component | None:
    calendars = [component for component in top if component.name == "VCALENDAR"]
    if not calendars:
        report.error(
            "no-calendar",
            "there is no `BEGIN:VCALENDAR`",
            source.span(0, 1),
            help="does the address lead to a page instead of a feed?",
        )
        return None
    if len(calendars) > 1:
        report.error(
            "several-calendars",
            "a second calendar begins here",
            calendars[1].at,
            Note("the first one", calendars[0].at),
            help="most calendars read the first one alone",
        )
    return calendars[0]
