"""A page with its corrections made, and nothing else changed."""

from collections.abc import Iterable

from syllabical.diagnostics import Diagnostic, Fix
from syllabical.source import Source


def corrected(source: Source, report: Iterable[Diagnostic]) -> str:
    """The text of a source after every sure correction; the first of two that overlap."""
    parts: list[str] = []
    end = 0
    for fix in sorted(_sure(source, report), key=lambda one: (one.at.start, one.at.end)):
        if fix.at.start >= end:
            parts += (source.text[end : fix.at.start], fix.text)
            end = fix.at.end
    return "".join((*parts, source.text[end:]))


def _sure(source: Source, report: Iterable[Diagnostic]) -> list[Fix]:
    """The corrections that may be made in this source without asking."""
    fixes = (diagnostic.fix for diagnostic in report)
    return [fix for fix in fixes if fix and fix.sure and fix.at.source.path == source.path]
