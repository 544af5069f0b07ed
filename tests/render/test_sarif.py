import json

from jsonschema import validate

from reports import BARE, WHOLE, report
from syllabical import render

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


def test_sarif_names_each_rule_once_and_every_result_by_its_place() -> None:
    log = json.loads(render.diagnostics_as_sarif(report(WHOLE, BARE, WHOLE), "1.2"))

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
            },
            {
                "id": "no-page",
                "shortDescription": {"text": "No page"},
                "help": {"text": "See the heading no-page in docs/diagnostics.md."},
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
