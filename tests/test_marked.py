import re
from pathlib import Path

import pytest

from commands import run
from lived import FEED, RULES, begin, edit, there

DAY = 86_400


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path, monkeypatch)
    Path("schedule.yaml").write_text(RULES + "removed: mark\n", encoding="utf-8")


def trees(day: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_735_689_600 + day * DAY))
    result = run("build")
    assert result.exit_code == 0, result.output
    text = FEED.read_text("utf-8")
    [event] = [block for block in text.split("BEGIN:VEVENT") if "Trees" in block] or [""]
    wanted = "UID|SEQUENCE|SUMMARY|STATUS|TRANSP|DTSTAMP"
    return re.findall(rf"^(?:{wanted}):(.*)$", event, re.MULTILINE)


def test_what_leaves_the_page_stays_marked_until_it_returns_or_the_term_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Path("page.md").read_text("utf-8")
    uid, *published = trees(0, monkeypatch)
    assert published == ["20250101T000000Z", "0", "M1 Lecture: Trees", "CONFIRMED", "OPAQUE"]

    edit("| 17/03/2025 | Trees   |          |\n", "")
    gone = [
        uid,
        "20250103T000000Z",
        "1",
        "Cancelled: M1 Lecture: Trees",
        "CANCELLED",
        "TRANSPARENT",
    ]
    assert trees(2, monkeypatch) == gone
    before = there()
    assert trees(3, monkeypatch) == gone
    assert there() == before

    Path("page.md").write_text(page, encoding="utf-8")
    back = [uid, "20250105T000000Z", "2", "M1 Lecture: Trees", "CONFIRMED", "OPAQUE"]
    assert trees(4, monkeypatch) == back

    edit("| 17/03/2025 | Trees   |          |\n", "")
    assert trees(5, monkeypatch)[2:4] == ["3", "Cancelled: M1 Lecture: Trees"]
    assert trees(89, monkeypatch)[2:4] == ["3", "Cancelled: M1 Lecture: Trees"]
    assert trees(90, monkeypatch) == []


def test_what_is_cancelled_is_not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    edit("| 17/03/2025 | Trees   |          |\n", "")
    assert trees(2, monkeypatch)[2:4] == ["1", "Cancelled: M1 Lecture: Trees"]

    assert run("build", "--import").exit_code == 0
    assert b"Trees" not in Path("public/m1-import.ics").read_bytes()


def test_only_files_for_importing_remind() -> None:
    due = 'homework: {due: {after: 1 week, at: "23:59", alarm: 1 day}}\n'
    Path("schedule.yaml").write_text(RULES + due, encoding="utf-8")

    assert run("build").exit_code == 0
    assert run("build", "--import").exit_code == 0
    assert b"VALARM" not in FEED.read_bytes()
    imported = Path("public/m1-import.ics").read_bytes()
    assert imported.count(b"BEGIN:VALARM") == 1
    assert b"TRIGGER:-PT1440M" in imported
    assert b"CALNAME" not in imported
    assert b"REFRESH-INTERVAL" not in imported
