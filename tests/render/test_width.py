import re

from reports import report
from syllabical import render
from syllabical.diagnostics import Diagnostic, Severity
from syllabical.source import Source


def test_half_a_character_breaks_no_format() -> None:
    broken = Source("\udc80.md", "\ud800")
    said = report(
        Diagnostic(code="odd", severity=Severity.ERROR, message="`\ud800`", at=broken.span())
    )

    for text in (
        render.diagnostics_for_terminal(said, colour=False, width=80),
        render.diagnostics_for_github(said),
        render.diagnostics_as_json_lines(said),
        render.diagnostics_as_sarif(said),
    ):
        assert not re.search(r"[\ud800-\udfff]", text)
        text.encode("utf-8")
