import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EDITIONS = {
    "01-2025-02-20.md": "| 2025-03-03 | Sets |\n| 2025-03-10 | Maps |\n| 2025-03-17 | Trees |\n",
    "02-2025-03-05.md": "| 2025-03-03 | Sets |\n| 2025-03-17 | Maps |\n| 2025-03-24 | Trees |\n",
    "03-2025-03-06.md": "| 2025-03-03 | Sets |\n| 2025-03-17 | Maps |\n| 2025-03-24 | Heaps |\n",
}
STORY = """\

01-2025-02-20.md
  3 events, 0 restamped, 0 with a higher SEQUENCE

02-2025-03-05.md
  Lecture: Maps moved from Mon 10 Mar to Mon 17 Mar
  Lecture: Trees moved from Mon 17 Mar to Mon 24 Mar
  2 moved; 1 unchanged
  3 events, 2 restamped, 2 with a higher SEQUENCE

03-2025-03-06.md
  Lecture on Mon 24 Mar is now “Heaps” (was “Trees”)
  1 renamed; 2 unchanged
  3 events, 1 restamped, 0 with a higher SEQUENCE
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rows in EDITIONS.items():
        (tmp_path / name).write_text(f"| Date | Lecture |\n|---|---|\n{rows}", encoding="utf-8")
    return tmp_path


def replayed(*arguments: str) -> str:
    script = str(ROOT / "benchmarks" / "replay.py")
    run = subprocess.run(  # noqa: S603 (our own script)
        [sys.executable, script, *arguments], capture_output=True, text=True, check=True
    )
    return run.stdout


def test_a_folder_of_editions_is_told_edit_by_edit(folder: Path) -> None:
    assert replayed(str(folder)) == STORY


def test_a_repository_is_told_commit_by_commit(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = tmp_path / "repository"
    git("init", "-q", str(repository))
    for edition in sorted(folder.glob("*.md")):
        (repository / "page.md").write_bytes(edition.read_bytes())
        git("-C", str(repository), "add", "page.md")
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{edition.name[3:13]}T12:00:00Z")
        who = ("-c", "user.name=n", "-c", "user.email=e@x")
        git("-C", str(repository), *who, "commit", "-q", "-m", edition.name)

    story = replayed("--git", str(repository), "page.md")

    assert [line for line in story.splitlines() if line.startswith("  ")] == [
        line for line in STORY.splitlines() if line.startswith("  ")
    ]


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)  # noqa: S603, S607 (a repository of the test's own)
