"""The order in which a report is told: file by file, from the top down."""

from collections.abc import Iterable

from syllabical.diagnostics import Diagnostic


def ordered(report: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What no file is to blame for first, then each file as it first came up."""
    said = list(report)
    paths: dict[str, int] = {}
    for diagnostic in said:
        if diagnostic.at:
            paths.setdefault(diagnostic.at.source.path, len(paths))

    def place(diagnostic: Diagnostic) -> tuple[int, int]:
        at = diagnostic.at
        return (paths[at.source.path], at.start) if at else (-1, 0)

    return sorted(said, key=place)
