import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from syllabical.cli import main
from syllabical.project import compile_course

PAGE = """\
# CS 201: Sets and maps, Spring 2025

Lectures: Mondays 1:30-2:50PM, Packard 101

| Date       | Lecture | Homework |
|------------|---------|----------|
| 03/03/2025 | Sets    |          |
| 10/03/2025 | Maps    | HW1      |
| 17/03/2025 | Trees   |          |
"""
NOW = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TZ", "Asia/Jerusalem")
    Path("page.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_schedule_is_written_with_its_reasons_and_its_blanks() -> None:
    result = run("init", "page.md")

    assert result.output.startswith("wrote schedule.yaml for page.md: 4 events\n")
    assert result.exit_code == 0
    assert Path("schedule.yaml").read_text("utf-8") == (
        """\
# The schedule of `page.md`: 4 events.
# This file works as it is: `syllabical build` makes the feed. A line that begins with `#`
# and a key is a blank: write what only you know, and take its first `#` away.
# For an editor that completes and checks it: run
# `syllabical schema > schedule.schema.json`, and write
# `# yaml-language-server: $schema=schedule.schema.json` in the first line.

course:
  name: "CS 201: Sets and maps"       # the page's title
  short: CS 201                       # the code in it; begins every event's title
  term: Spring 2025                   # the page's title
#  url: https://example.org/course/   # fill in: the page's address, shown in the feed

timezone: Asia/Jerusalem   # guessed from this machine (TZ); is it the course's?
page: page.md

tracks:
  Lecture:                # 3 classes, on Mondays
#    at: 13:30-14:50      # the page says “Lectures: Mondays 1:30-2:50PM, Packard 101”
#    place: Packard 101   # from the same sentence

homework:
  column: Homework                    # the column of that header
#  due: {after: 2 weeks, at: 23:59}   # fill in: the page says only its release
"""
    )


def test_what_was_written_builds_at_once() -> None:
    run("init", "page.md")

    result = run("build")

    assert result.exit_code == 0
    assert Path("public/cs-201.ics").exists()


def test_the_blanks_are_filled_by_taking_their_mark_away() -> None:
    run("init", "page.md")
    drafted = Path("schedule.yaml").read_text("utf-8")
    Path("schedule.yaml").write_text(drafted.replace("\n#  ", "\n  "), encoding="utf-8")

    compiled = compile_course("schedule.yaml", now=NOW)

    assert not compiled.report.failed
    assert compiled.editions[0].event.place == "Packard 101"


def test_a_file_that_is_there_is_not_written_over() -> None:
    Path("schedule.yaml").write_text("mine\n", encoding="utf-8")

    result = run("init", "page.md")

    assert result.exit_code == 2
    assert "write over it with `--force`" in result.output
    assert Path("schedule.yaml").read_text("utf-8") == "mine\n"


def test_force_writes_over_it() -> None:
    Path("schedule.yaml").write_text("mine\n", encoding="utf-8")

    assert run("init", "page.md", "--force").exit_code == 0
    assert "page: page.md" in Path("schedule.yaml").read_text("utf-8")


def test_a_dash_prints_it_and_writes_nothing() -> None:
    result = run("init", "page.md", "--out", "-")

    assert result.exit_code == 0
    assert "page: page.md" in result.output
    assert not Path("schedule.yaml").exists()


def test_a_page_that_cannot_be_read_is_told_and_nothing_written() -> None:
    Path("page.md").write_text("# Nothing\n\nNo table.\n", encoding="utf-8")

    result = run("init", "page.md")

    assert result.exit_code == 1
    assert "error[no-table]" in result.output
    assert not Path("schedule.yaml").exists()


def test_the_only_page_with_a_schedule_is_taken() -> None:
    Path("notes.md").write_text("# Notes of 2025-01-01\n", encoding="utf-8")

    result = run("init")

    assert result.exit_code == 0
    assert "taking page.md" in result.output


def test_of_several_pages_one_has_to_be_named_where_nobody_can_be_asked() -> None:
    Path("old").mkdir()
    Path("old/page.md").write_text(PAGE + "| 24/03/2025 | Graphs |  |\n", encoding="utf-8")

    result = run("init")

    assert result.exit_code == 2
    assert result.output.endswith(
        "  old/page.md     5 events, 3 Mar 2025 to 24 Mar 2025\n"
        "  page.md         4 events, 3 Mar 2025 to 17 Mar 2025\n"
    )
    assert not Path("schedule.yaml").exists()


def test_where_no_page_holds_a_schedule_one_has_to_be_named() -> None:
    Path("page.md").unlink()

    result = run("init")

    assert result.exit_code == 2
    assert "no page here holds a schedule" in result.output
