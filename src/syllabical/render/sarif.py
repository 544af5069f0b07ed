"""The report as SARIF 2.1.0, which code hosts and editors read."""

import json
from collections.abc import Iterable
from urllib.parse import quote

from syllabical.diagnostics import Diagnostic, Fix, Note
from syllabical.render.terminal import ordered
from syllabical.render.width import encodable
from syllabical.source import Source, Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def diagnostics_as_sarif(report: Iterable[Diagnostic], version: str = "") -> str:
    """The log of one run of that version of `syllabical`; columns in characters, from 1."""
    said = ordered(report)
    codes = sorted({diagnostic.code for diagnostic in said})
    driver: dict[str, object] = {
        "name": "syllabical",
        "rules": [_rule(code) for code in codes],
    }
    if version:
        driver["version"] = version
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes.index(diagnostic.code)) for diagnostic in said],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return encodable(json.dumps(log, indent=2, ensure_ascii=False)) + "\n"


def _rule(code: str) -> dict[str, object]:
    return {
        "id": code,
        "shortDescription": {"text": code.replace("-", " ").capitalize()},
        "help": {"text": f"See the heading {code} in docs/diagnostics.md."},
    }


def _result(diagnostic: Diagnostic, index: int) -> dict[str, object]:
    text = diagnostic.message
    if diagnostic.help:
        text += f"\nhelp: {diagnostic.help}"
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": str(diagnostic.severity),
        "message": {"text": text},
    }
    if diagnostic.at:
        result["locations"] = [{"physicalLocation": _location(diagnostic.at)}]
    if diagnostic.notes:
        result["relatedLocations"] = [_related(note) for note in diagnostic.notes]
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic.fix)]
    return result


def _related(note: Note) -> dict[str, object]:
    return {"physicalLocation": _location(note.at), "message": {"text": note.message}}


def _location(at: Span) -> dict[str, object]:
    return {"artifactLocation": {"uri": _address(at.source)}, "region": _region(at)}


def _address(source: Source) -> str:
    return quote(source.path, errors="replace")


def _region(at: Span) -> dict[str, object]:
    line, column = at.place
    end_line, end_column = at.source.place(at.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    }


def _fix(fix: Fix) -> dict[str, object]:
    replacement = {"deletedRegion": _region(fix.at), "insertedContent": {"text": fix.text}}
    change = {
        "artifactLocation": {"uri": _address(fix.at.source)},
        "replacements": [replacement],
    }
    return {"description": {"text": f"write {fix.text}"}, "artifactChanges": [change]}
