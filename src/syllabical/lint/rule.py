"""What the rules of the linter share: a feed taken apart, and a diagnostic in one line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.lint.component import Component
from syllabical.source import Span

Rule = Callable[["Feed"], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Feed:
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
