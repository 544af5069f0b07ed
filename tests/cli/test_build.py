import subprocess
import sys
from pathlib import Path

import pytest

from commands import run


@pytest.mark.usefixtures("clone")
def test_a_feed_can_be_printed() -> None:
    run("build")

    printed = run("build", "--out", "-")

    assert printed.stdout_bytes == Path("public/cs236605.ics").read_bytes()


@pytest.mark.usefixtures("clone")
def test_a_build_without_a_change_leaves_the_file_alone() -> None:
    run("build")
    before = Path("public/cs236605.ics").stat()

    again = run("build")

    assert again.stdout.startswith("unchanged: public/cs236605.ics\n")
    assert Path("public/cs236605.ics").stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.usefixtures("clone")
def test_the_import_file_lies_beside_the_feed() -> None:
    run("build", "--import")

    feed = Path("public/cs236605-import.ics").read_text(encoding="utf-8")
    assert "REFRESH-INTERVAL" not in feed
    assert "X-WR-CALNAME" not in feed


@pytest.mark.usefixtures("clone")
def test_a_build_says_how_many_of_its_events_are_cancelled() -> None:
    with Path("schedule.yaml").open("a", encoding="utf-8") as schedule:
        schedule.write("removed: mark\n")
    assert run("build").exit_code == 0
    page = Path("examples/cs236605/info.md")
    told = page.read_text("utf-8").splitlines(keepends=True)
    page.write_text("".join(line for line in told if "16/06/2019" not in line), "utf-8")

    said = run("build", "--allow-loss", "9").stdout

    assert said.splitlines()[1:3] == [
        "  30 events, Sun 17 Mar 2019 to Sun 23 Jun 2019, Asia/Jerusalem",
        "     2 of them cancelled",
    ]


def test_tracks_from_right_to_left_keep_their_counts(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(
        "| תאריך | הרצאה | תרגול |\n|---|---|---|\n"
        "| 01/03/2026 | מבוא | רקע |\n| 08/03/2026 | רגרסיה | - |\n",
        "utf-8",
    )
    (tmp_path / "schedule.yaml").write_text("page: page.md\n", "utf-8")

    said = run("build", str(tmp_path / "schedule.yaml"), "--out", str(tmp_path / "public")).stdout

    assert "3 classes: 2 \u2068הרצאה\u2069, 1 \u2068תרגול\u2069\n" in said


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_the_same_bytes_come_whatever_the_hash_seed(
    seed: str, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build")
    monkeypatch.setenv("PYTHONHASHSEED", seed)
    monkeypatch.setenv("TZ", "Pacific/Chatham")
    command = [sys.executable, "-m", "syllabical", "build", "--out", "again"]

    subprocess.run(command, check=True, capture_output=True, cwd=clone)  # noqa: S603 (ourselves)

    assert Path("again/cs236605.ics").read_bytes() == Path("public/cs236605.ics").read_bytes()
