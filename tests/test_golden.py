import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from syllabical.cli import main

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(case for case in GOLDEN.iterdir() if case.is_dir()) if GOLDEN.is_dir() else []
NOW = "1546300800"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_becomes_what_it_should(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, bless: bool
) -> None:
    shutil.copytree(case / "course", tmp_path / "course")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path / "course")

    made = built(tmp_path) if Path("schedule.yaml").exists() else shown()

    if bless:
        replace(case / "expected", made)
    expected = {file.name: file.read_bytes() for file in (case / "expected").iterdir()}
    assert made == expected


def built(folder: Path) -> dict[str, bytes]:
    before = Path("before.ics")
    options = ["--previous", str(before)] if before.exists() else []
    run = CliRunner().invoke(main, ["build", "--out", str(folder / "out"), *options])
    assert run.exit_code in {0, 1}, run.output
    made = {"diagnostics.txt": run.stderr.replace(str(folder), "").encode()}
    if (folder / "out").is_dir():
        made |= {feed.name: feed.read_bytes() for feed in (folder / "out").iterdir()}
    return made


def shown() -> dict[str, bytes]:
    [page] = (path for path in Path().iterdir() if not path.name.startswith("."))
    run = CliRunner().invoke(main, ["show", str(page), "--format", "table"])
    assert run.exit_code in {0, 1}, run.output
    return {"diagnostics.txt": run.stderr.encode(), "events.txt": run.stdout.encode()}


def replace(folder: Path, made: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in made.items():
        (folder / name).write_bytes(content)
