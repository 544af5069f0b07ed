"""Text to print: the report, the events, the reasons and the changes, for people and programs."""

from syllabical.render.agenda import week_by_week
from syllabical.render.atom import changes_as_atom
from syllabical.render.changes import changes_as_json, changes_as_markdown, changes_as_text
from syllabical.render.event_table import table
from syllabical.render.explain import explanation
from syllabical.render.github import diagnostics_for_github
from syllabical.render.json_lines import diagnostics_as_json_lines, plain_diagnostics
from syllabical.render.sarif import diagnostics_as_sarif
from syllabical.render.terminal import diagnostics_for_terminal, difference

__all__ = [
    "changes_as_atom",
    "changes_as_json",
    "changes_as_markdown",
    "changes_as_text",
    "diagnostics_as_json_lines",
    "diagnostics_as_sarif",
    "diagnostics_for_github",
    "diagnostics_for_terminal",
    "difference",
    "explanation",
    "plain_diagnostics",
    "table",
    "week_by_week",
]
