"""Errors, warnings and notes about a course, each with its place, gathered in a report."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from syllabical.source import Span


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    """The calendar would be wrong: nothing is published."""

    WARNING = "warning"
    """The calendar may be wrong: it is published, and said."""

    NOTE = "note"
    """A guess was made, or something was left out on purpose; worth knowing."""


@dataclass(frozen=True, slots=True)
class Note:
    """The other place that a diagnostic is about."""

    message: str
    at: Span


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction: what should stand in place of a stretch of the page."""

    at: Span
    text: str
    sure: bool = False
    """Whether it may be made without asking (`check --fix`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing to say, as data; `render` decides how it is shown."""

    code: str
    """The bad thing in kebab-case, a heading of docs/diagnostics.md: `date-goes-backwards`."""

    severity: Severity
    message: str
    """What is: lower case, no full stop, the author's characters in backticks."""

    at: Span | None
    """The smallest stretch that still means something; ``None`` where no file is to blame."""

    notes: tuple[Note, ...] = ()
    help: str = ""
    """What could be done."""

    fix: Fix | None = None


@dataclass(slots=True, kw_only=True)
class Report:
    """The diagnostics of one run, in the order in which they were found."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    allowed: frozenset[str] = frozenset()
    """Codes that the author does not want to hear of; errors are told all the same."""

    _said: set[Diagnostic] = field(default_factory=set)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    @property
    def failed(self) -> bool:
        """Whether anything was said that forbids publishing."""
        return any(said.severity is Severity.ERROR for said in self.diagnostics)

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a diagnostic, unless its code is allowed or an equal one is there already."""
        allowed = diagnostic.severity is not Severity.ERROR and diagnostic.code in self.allowed
        if not allowed and diagnostic not in self._said:
            self._said.add(diagnostic)
            self.diagnostics.append(diagnostic)

    def promote(self) -> None:
        """Make every warning an error, as `--strict` asks."""
        self.diagnostics = [
            replace(said, severity=Severity.ERROR) if said.severity is Severity.WARNING else said
            for said in self.diagnostics
        ]

    def error(self, code: str, message: str, at: Span | None, *notes: Note, help: str = "") -> None:
        """Add an error: the calendar would be wrong."""
        self._say(Severity.ERROR, code, message, at, notes, help)

    def warning(
        self, code: str, message: str, at: Span | None, *notes: Note, help: str = ""
    ) -> None:
        """Add a warning: the calendar may be wrong."""
        self._say(Severity.WARNING, code, message, at, notes, help)

    def note(self, code: str, message: str, at: Span | None, *notes: Note, help: str = "") -> None:
        """Add a note: something was guessed or left out."""
        self._say(Severity.NOTE, code, message, at, notes, help)

    def _say(
        self,
        severity: Severity,
        code: str,
        message: str,
        at: Span | None,
        notes: tuple[Note, ...],
        help: str,
    ) -> None:
        self.add(
            Diagnostic(code=code, severity=severity, message=message, at=at, notes=notes, help=help)
        )
