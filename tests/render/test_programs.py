import json
import re

import pytest
from jsonschema import validate

from syllabical import render
from syllabical.diagnostics import Diagnostic, Fix, Note, Report, Severity
from syllabical.source import Source

SOURCE = Source("_pages/a b,c.md", "above\n100%: 期末 03/01\nbelow\n")
WHOLE = Diagnostic(
    code="date-goes-backwards",
    severity=Severity.WARNING,
    message="`03/01` comes\nbefore 100%",
    at=SOURCE.span(15, 20),
    notes=(Note("the row above it", SOURCE.span(0, 5)),),
    help="did you mean `03/02`?",
    fix=Fix(SOURCE.span(18, 20), "02", sure=True),
)
BARE = Diagnostic(code="no-page", severity=Severity.ERROR, message="there is no page", at=None)
LONG = Diagnostic(code="long", severity=Severity.NOTE, message="two lines", at=SOURCE.span(0, 12))

REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "additionalProperties": {"type": "integer", "minimum": 1},
}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"minLength": 1}}}
PHYSICAL = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {
            "properties": {"uri": {"type": "string", "pattern": r"^[!-~]+$"}},
            "required": ["uri"],
        },
        "region": REGION,
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "results": {
                        "items": {
                            "required": ["message"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": MESSAGE,
                                "locations": {
                                    "items": {"properties": {"physicalLocation": PHYSICAL}}
                                },
                            },
                        }
                    }
                },
            }
        },
    },
}


def report(*said: Diagnostic) -> Report:
    gathered = Report()
    for diagnostic in said:
        gathered.add(diagnostic)
    return gathered


def test_a_workflow_command_carries_place_message_and_help_and_breaks_out_of_nothing() -> None:
    assert render.workflow_commands(report(WHOLE, BARE, LONG)) == (
        "::error title=no-page::there is no page\n"
        "::notice file=_pages/a b%2Cc.md,line=1,endLine=2,title=long::two lines\n"
        "::warning file=_pages/a b%2Cc.md,line=2,endLine=2,col=10,endColumn=15,"
        "title=date-goes-backwards::`03/01` comes%0Abefore 100%25"
        "%0Anote: the row above it (_pages/a b,c.md:1:1)%0Ahelp: did you mean `03/02`?\n"
    )


def test_json_says_everything_on_one_line_each() -> None:
    lines = render.diagnostics_as_json_lines(report(WHOLE, BARE)).splitlines()

    assert [json.loads(line) for line in lines] == render.plain_diagnostics(report(WHOLE, BARE))
    assert render.plain_diagnostics(report(WHOLE, BARE)) == [
        {
            "code": "no-page",
            "severity": "error",
            "message": "there is no page",
            "path": None,
            "line": None,
            "column": None,
            "end_line": None,
            "end_column": None,
            "notes": [],
            "help": "",
            "fix": None,
        },
        {
            "code": "date-goes-backwards",
            "severity": "warning",
            "message": "`03/01` comes\nbefore 100%",
            "path": "_pages/a b,c.md",
            "line": 2,
            "column": 10,
            "end_line": 2,
            "end_column": 15,
            "notes": [
                {
                    "message": "the row above it",
                    "path": "_pages/a b,c.md",
                    "line": 1,
                    "column": 1,
                    "end_line": 1,
                    "end_column": 6,
                }
            ],
            "help": "did you mean `03/02`?",
            "fix": {
                "text": "02",
                "sure": True,
                "path": "_pages/a b,c.md",
                "line": 2,
                "column": 13,
                "end_line": 2,
                "end_column": 15,
            },
        },
    ]


def test_sarif_names_each_rule_once_and_every_result_by_its_place() -> None:
    log = json.loads(render.sarif_log(report(WHOLE, BARE, WHOLE), "1.2", "https://x.org/manual"))

    validate(log, SARIF)
    [run] = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"] == {
        "name": "syllabical",
        "version": "1.2",
        "rules": [
            {
                "id": "date-goes-backwards",
                "shortDescription": {"text": "Date goes backwards"},
                "help": {"text": "See the heading date-goes-backwards in docs/diagnostics.md."},
                "helpUri": "https://x.org/manual#date-goes-backwards",
            },
            {
                "id": "no-page",
                "shortDescription": {"text": "No page"},
                "help": {"text": "See the heading no-page in docs/diagnostics.md."},
                "helpUri": "https://x.org/manual#no-page",
            },
        ],
    }
    assert run["results"] == [
        {
            "ruleId": "no-page",
            "ruleIndex": 1,
            "level": "error",
            "message": {"text": "there is no page"},
        },
        {
            "ruleId": "date-goes-backwards",
            "ruleIndex": 0,
            "level": "warning",
            "message": {"text": "`03/01` comes\nbefore 100%\nhelp: did you mean `03/02`?"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "_pages/a%20b%2Cc.md"},
                        "region": {
                            "startLine": 2,
                            "startColumn": 10,
                            "endLine": 2,
                            "endColumn": 15,
                        },
                    }
                }
            ],
            "relatedLocations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "_pages/a%20b%2Cc.md"},
                        "region": {
                            "startLine": 1,
                            "startColumn": 1,
                            "endLine": 1,
                            "endColumn": 6,
                        },
                    },
                    "message": {"text": "the row above it"},
                }
            ],
            "fixes": [
                {
                    "description": {"text": "write 02"},
                    "artifactChanges": [
                        {
                            "artifactLocation": {"uri": "_pages/a%20b%2Cc.md"},
                            "replacements": [
                                {
                                    "deletedRegion": {
                                        "startLine": 2,
                                        "startColumn": 13,
                                        "endLine": 2,
                                        "endColumn": 15,
                                    },
                                    "insertedContent": {"text": "02"},
                                }
                            ],
                        }
                    ],
                }
            ],
        },
    ]


def test_half_a_character_breaks_no_format() -> None:
    broken = Source("\udc80.md", "\ud800")
    said = report(
        Diagnostic(code="odd", severity=Severity.ERROR, message="`\ud800`", at=broken.span())
    )

    for text in (
        render.diagnostics_for_terminal(said, colour=False, width=80),
        render.workflow_commands(said),
        render.diagnostics_as_json_lines(said),
        render.sarif_log(said),
    ):
        assert not re.search(r"[\ud800-\udfff]", text)
        text.encode("utf-8")


@pytest.mark.parametrize("said", [render.workflow_commands, render.diagnostics_as_json_lines])
def test_nothing_to_say_is_nothing(said: object) -> None:
    assert callable(said)
    assert said(Report()) == ""
