import re
from pathlib import Path

import pytest
from click.testing import Result

from commands import run

PAGE = """\
| Date       | Lecture | Homework |
|------------|---------|----------|
| 03/03/2025 | Sets    |          |
| 10/03/2025 | Maps    | HW1      |
| 17/03/2025 | Trees   |          |
| 24/03/2025 | Heaps   |          |
| 31/03/2025 | Graphs  |          |
"""
RULES = """\
course: {short: M1, name: Sets and maps}
timezone: Asia/Jerusalem
page: page.md
tracks:
  Lecture: {at: "10:30-12:30"}
feeds:
  homework: {kinds: [homework-release]}
"""
FEED = Path("public/m1.ics")
FEEDS = ["homework.ics", "m1.ics"]
JANUARY, FEBRUARY = "1735689600", "1738368000"


def begin(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JANUARY)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    Path("page.md").write_text(PAGE, encoding="utf-8")
    Path("schedule.yaml").write_text(RULES, encoding="utf-8")
    assert run("build").exit_code == 0


def told(result: Result) -> list[str]:
    assert "Traceback" not in result.output
    return re.findall(r"^((?:error|warning|note)\[[\w-]+\].*)$", result.stderr, re.MULTILINE)


def edit(old: str, new: str) -> None:
    text = Path("page.md").read_text("utf-8")
    assert old in text
    Path("page.md").write_text(text.replace(old, new), encoding="utf-8")


def there() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path("public").iterdir())}
