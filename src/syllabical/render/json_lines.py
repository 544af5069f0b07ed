"""A report for programs: plain values, and JSON, one object a line."""

import json
from collections.abc import Iterable, Mapping

from syllabical.diagnostics import Diagnostic
from syllabical.render.terminal import ordered
from syllabical.render.width import encodable
from syllabical.source import Span

_PLACE = ("path", "line", "column", "end_line", "end_column")


def diagnostics_as_json_lines(report: Iterable[Diagnostic]) -> str:
    """One JSON object a line for each diagnostic."""
    return "".join(
        json.dumps(told, ensure_ascii=False) + "\n" for told in plain_diagnostics(report)
    )


def plain_diagnostics(report: Iterable[Diagnostic]) -> list[Mapping[str, object]]:
    """The report as plain values that any format can carry."""
    return [_plain(diagnostic) for diagnostic in ordered(report)]


def _plain(diagnostic: Diagnostic) -> Mapping[str, object]:
    fix = diagnostic.fix
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": encodable(diagnostic.message),
        **(_place(diagnostic.at) if diagnostic.at else dict.fromkeys(_PLACE)),
        "notes": [{"message": encodable(n.message), **_place(n.at)} for n in diagnostic.notes],
        "help": encodable(diagnostic.help),
        "fix": {"text": encodable(fix.text), "sure": fix.sure, **_place(fix.at)} if fix else None,
    }


def _place(at: Span) -> dict[str, object]:
    """Lines and columns from 1, columns in characters; the end is the place behind it."""
    line, column = at.place
    end_line, end_column = at.source.place(at.end)
    path = encodable(at.source.path)
    return dict(zip(_PLACE, (path, line, column, end_line, end_column), strict=True))
