"""The report as GitHub's workflow commands, shown on the lines of a pull request."""

from collections.abc import Iterable

from syllabical.diagnostics import Diagnostic, Severity
from syllabical.render.terminal import ordered
from syllabical.render.width import encodable
from syllabical.source import Span

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def diagnostics_for_github(report: Iterable[Diagnostic]) -> str:
    """One `::error file=…,line=…::message` a line; lines and columns count from 1."""
    return encodable("".join(f"{_command(diagnostic)}\n" for diagnostic in ordered(report)))


def _command(diagnostic: Diagnostic) -> str:
    properties = _place(diagnostic.at) if diagnostic.at else {}
    properties["title"] = diagnostic.code
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {told}::{_message(_text(diagnostic))}"


def _text(diagnostic: Diagnostic) -> str:
    notes = [f"note: {note.message} ({note.at})" for note in diagnostic.notes]
    proposed = [f"help: {diagnostic.help}"] if diagnostic.help else []
    return "\n".join([diagnostic.message, *notes, *proposed])


def _place(at: Span) -> dict[str, str | int]:
    """File, lines and columns; columns are only heard where the stretch is on one line."""
    line, column = at.place
    end_line, end_column = at.source.place(at.end)
    place: dict[str, str | int] = {"file": at.source.path, "line": line, "endLine": end_line}
    if line == end_line:
        place |= {"col": column, "endColumn": end_column}
    return place


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
