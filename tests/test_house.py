from pathlib import Path

import pytest

import house

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "syllabical"


def planted(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_the_house_keeps_its_rules() -> None:
    assert house.breaches(SOURCE) == []


def test_every_code_has_its_heading_and_every_heading_its_code() -> None:
    manual = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")

    assert house.misdocumented(SOURCE, manual) == []


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        (
            "interpret/dates.py",
            "from syllabical.read import page",
            "interpret/dates reaches up or across to read",
        ),
        (
            "interpret/dates.py",
            "from syllabical import read",
            "interpret/dates reaches up or across to read",
        ),
        (
            "plan/slots.py",
            "from syllabical import compile",
            "plan/slots reaches up or across to compile",
        ),
        (
            "plan/slots.py",
            "import syllabical.cli.common",
            "plan/slots reaches up or across to cli",
        ),
        (
            "model/table.py",
            "from syllabical.plan import events",
            "model/table reaches up or across to plan",
        ),
        (
            "source.py",
            "from syllabical.diagnostics import Report",
            "source reaches up or across to diagnostics",
        ),
        ("helpers/text.py", "", "helpers/text stands on no floor"),
        ("plan/slots.py", "import click", "plan/slots lets in click, whose door is cli/*"),
        ("plan/slots.py", "import numpy", "plan/slots lets in numpy, which has no door"),
        (
            "publish/ics.py",
            "def zone():\n    from pytz import timezone",
            "publish/ics imports pytz.timezone inside a function",
        ),
        (
            "plan/slots.py",
            "import os",
            "plan/slots reaches for os, which is for the top floor alone",
        ),
        ("plan/slots.py", "day = dt.date.today()", "plan/slots asks the clock: dt.date.today"),
        ("plan/slots.py", "print(1)", "plan/slots calls print, which is for the top floor alone"),
        (
            "plan/slots.py",
            "1\n" * 301,
            "plan/slots is 301 lines long, and its first lines do not say why",
        ),
    ],
)
def test_a_planted_breach_is_said_in_a_sentence(
    tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    tree = planted(tmp_path, {"read/__init__.py": "", "cli/common.py": "", name: text})

    assert sentence in house.breaches(tree)


def test_modules_of_a_room_may_not_import_one_another_in_a_circle(tmp_path: Path) -> None:
    tree = planted(
        tmp_path,
        {
            "plan/a.py": "from syllabical.plan.b import two",
            "plan/b.py": "from syllabical.plan import a",
        },
    )

    assert house.breaches(tree) == ["imports go round: plan/a → plan/b → plan/a"]


def test_a_room_may_use_its_own_files_the_model_and_the_ground(tmp_path: Path) -> None:
    tree = planted(
        tmp_path,
        {
            "source.py": "import re",
            "model/table.py": "from syllabical.source import Span",
            "plan/__init__.py": "from syllabical.plan.slots import events",
            "plan/slots.py": "from syllabical.model.table import Row\nimport syllabical.source",
            "compile.py": "from syllabical import plan",
            "cli/common.py": "import os\nfrom syllabical import compile, plan",
        },
    )

    assert house.breaches(tree) == []


def test_a_code_without_a_heading_a_heading_without_a_code_and_disorder_are_said(
    tmp_path: Path,
) -> None:
    tree = planted(
        tmp_path,
        {
            "a.py": 'CODE = "number-skipped"\nreport.error("no-table", "", None)',
            "b.py": 'Diagnostic(code="room-lost" if x else "room-taken")',
        },
    )
    manual = "# Diagnostics\n\n## room-taken\n\n## no-table\n\n## room-lost\n\n## old-code\n"

    assert house.misdocumented(tree, manual) == [
        "number-skipped has no heading",
        "the heading old-code is no code",
        "the heading no-table comes after room-taken",
        "the heading old-code comes after room-lost",
    ]
