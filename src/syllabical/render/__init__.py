"""What there is to say and to show, said aloud: for eyes and for programs."""

from syllabical.render.carets import terminal
from syllabical.render.difference import difference
from syllabical.render.findings import sarif
from syllabical.render.grid import table
from syllabical.render.lines import json_lines, plain
from syllabical.render.reasons import explanation
from syllabical.render.weeks import agenda
from syllabical.render.workflow import github

__all__ = [
    "agenda",
    "difference",
    "explanation",
    "github",
    "json_lines",
    "plain",
    "sarif",
    "table",
    "terminal",
]
