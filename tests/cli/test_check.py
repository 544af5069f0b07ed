import subprocess
import sys
from pathlib import Path

import pytest

from commands import run

ROOT = Path(__file__).parents[2]


@pytest.mark.usefixtures("clone")
def test_colour_is_for_terminals_whose_users_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("syllabical.cli.common.sys.stderr.isatty", lambda: True, raising=False)
    path = f"{ROOT}/examples/mistakes/schedule.yaml"
    command = [sys.executable, "-m", "syllabical", "check", path]

    piped = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (ourselves)

    assert b"\x1b[" not in piped.stdout + piped.stderr


@pytest.mark.usefixtures("clone")
def test_a_sure_correction_changes_its_cell_and_nothing_else() -> None:
    page = Path("examples/mistakes/page.md")
    before = page.read_bytes()

    run("check", str(page), "--fix")

    assert page.read_bytes() == before.replace(b"23/11/2024", b"23/12/2024")
    assert run("check", str(page)).stdout == "no doubts\n"


@pytest.mark.usefixtures("clone")
def test_anyones_feed_can_be_checked() -> None:
    run("build")
    Path("bad.ics").write_bytes(
        Path("public/cs236605.ics").read_bytes().replace(b"TZOFFSETTO:+0300", b"TZOFFSETTO:+0400")
    )

    assert run("check", "public/cs236605.ics").exit_code == 0
    assert run("check", "bad.ics").exit_code == 1
