"""The report for programs: as plain values, and as JSON with one object a line."""

import json
from collections.abc import Iterable, Mapping

from syllabical.diagnostics import Diagnostic
from syllabical.render.terminal import ordered
from syllabical.render.width import encodable
from syllabical.source import Span

_PLACE = ("path", "line", "column", "end_line", "end_column")


def diagnostics_as_json_lines(report: Iterable[Diagnostic]) -> str:
    """One JSON object a line for each diagnostic."""
    objects = plain_diagnostics(report)
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)


def plain_diagnostics(report: Iterable[Diagnostic]) -> list[Mapping[str, object]]:
    """Each diagnostic as a mapping of texts, numbers and lists, in the order of the terminal.

    `line`, `column`, `end_line` and `end_column` count from 1, columns in characters; the end is
    the place behind the last character. All are ``None`` where no file is to blame.
    """
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
    line, column = at.place
    end_line, end_column = at.source.place(at.end)
    path = encodable(at.source.path)
    return dict(zip(_PLACE, (path, line, column, end_line, end_column), strict=True))
