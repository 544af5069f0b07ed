"""Reads the data that sites draw their tables from: CSV and TSV, YAML and JSON."""

from syllabical.diagnostics import Report
from syllabical.model.table import Page
from syllabical.source import Source

_SEPARATED = (".csv", ".tsv", ".tab", ".txt")


def page(source: Source, report: Report) -> Page:
    """The tables that the data of a site make."""
    path = source.path.lower()
    if path.endswith(_SEPARATED):
        from syllabical.read.listings import separated  # noqa: PLC0415 (only where it is needed)

        return separated.page(source)
    from syllabical.read.listings import records  # noqa: PLC0415 (likewise; it loads yaml)

    return records.page(source, report)
