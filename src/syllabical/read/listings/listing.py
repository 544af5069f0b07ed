"""Reads the data that sites draw their tables from: CSV and TSV, YAML and JSON."""

from syllabical.diagnostics import Report
from syllabical.model.table import Page
from syllabical.read.listings import records, separated
from syllabical.source import Source

_SEPARATED = (".csv", ".tsv", ".tab", ".txt")


def page(source: Source, report: Report) -> Page:
    """The tables that the data of a site make."""
    path = source.path.lower()
    if path.endswith(_SEPARATED):
        return separated.page(source)

    return records.page(source, report)
