"""What there is to say and to show, for eyes and for programs."""

from syllabical.render.agenda import week_by_week
from syllabical.render.event_table import table
from syllabical.render.explain import explanation
from syllabical.render.github import workflow_commands
from syllabical.render.json_lines import diagnostics_as_json_lines, plain_diagnostics
from syllabical.render.sarif import sarif_log
from syllabical.render.terminal import diagnostics_for_terminal, difference

__all__ = [
    "diagnostics_as_json_lines",
    "diagnostics_for_terminal",
    "difference",
    "explanation",
    "plain_diagnostics",
    "sarif_log",
    "table",
    "week_by_week",
    "workflow_commands",
]
