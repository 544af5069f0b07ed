import json

from reports import BARE, WHOLE, report
from syllabical import render


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


def test_nothing_to_say_is_nothing() -> None:
    assert render.diagnostics_as_json_lines(report()) == ""
