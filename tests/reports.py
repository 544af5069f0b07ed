"""Diagnostics to be told in every form: one with all that there may be, one with nothing else."""

from syllabical.diagnostics import Diagnostic, Fix, Note, Report, Severity
from syllabical.source import Source

SOURCE = Source("_pages/a b,c.md", "above\n100%: 期末 03/01\nbelow\n")
WHOLE = Diagnostic(
    code="date-goes-backwards",
    severity=Severity.WARNING,
    message="`03/01` comes\nbefore 100%",
    at=SOURCE.span(15, 20),
    notes=(Note("the row above it", SOURCE.span(0, 5)),),
    help="did you mean `03/02`?",
    fix=Fix(SOURCE.span(18, 20), "02", sure=True),
)
BARE = Diagnostic(code="no-page", severity=Severity.ERROR, message="there is no page", at=None)
LONG = Diagnostic(code="long", severity=Severity.NOTE, message="two lines", at=SOURCE.span(0, 12))


def report(*said: Diagnostic) -> Report:
    gathered = Report()
    for diagnostic in said:
        gathered.add(diagnostic)
    return gathered
