import datetime as dt
import re
import subprocess
from pathlib import Path

import pytest

from commands import run
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


def test_a_schedule_is_written_with_its_reasons_and_its_blanks() -> None:
    result = run("init", "page.md")

    assert result.output.startswith("wrote schedule.yaml for page.md: 4 events\n")
    assert result.exit_code == 0
    assert Path("schedule.yaml").read_text("utf-8") == (
        """\
# Drafted by `syllabical init` from `page.md`, which held 4 events.
# This file works as it is: `syllabical build` makes the feed. A key behind a `#` is a
# blank: write what only you know, and take its `#` away.
# For an editor that completes and checks it: run
# `syllabical schema > schedule.schema.json`, and write
# `# yaml-language-server: $schema=schedule.schema.json` in the first line.

course:
  name: "CS 201: Sets and maps"       # the page's title
  short: CS 201                       # the code in it; begins every event's title
  term: Spring 2025                   # the page's title
  #url: https://example.org/course/   # fill in: the page's address, shown in the feed
  #country: IL                        # to be told of classes on its public holidays

timezone: Asia/Jerusalem   # guessed from this machine (TZ); is it the course's?
page: page.md

tracks:
  Lecture:                # 3 classes, on Mondays
    #at: 13:30-14:50      # the page says “Lectures: Mondays 1:30-2:50PM, Packard 101”
    #place: Packard 101   # from the same sentence

homework:
  column: Homework                    # the column of that header
  #due: {after: 2 weeks, at: 23:59}   # fill in: the page only says when it is out
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
    Path("schedule.yaml").write_text(re.sub(r"(?m)^( *)#(?=\w)", r"\1", drafted), encoding="utf-8")

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


def test_a_page_that_says_the_same_as_another_is_listed_once() -> None:
    Path("_data").mkdir()
    Path("_data/schedule.csv").write_text(
        "Date,Lecture,Homework\n03/03/2025,Sets,\n10/03/2025,Maps,HW1\n17/03/2025,Trees,\n",
        encoding="utf-8",
    )

    result = run("init")

    assert result.exit_code == 0
    assert "taking page.md" in result.output


@pytest.mark.parametrize("name", ["node_modules/a.md", "_site/a.md", ".cache/a.md"])
def test_what_is_not_the_authors_is_not_looked_at(name: str) -> None:
    Path(name).parent.mkdir()
    Path("page.md").rename(name)

    assert "no page here holds a schedule" in run("init").output


def test_what_git_ignores_is_not_looked_at() -> None:
    subprocess.run(["git", "init", "-q"], check=True)  # noqa: S607 (whichever git is there)
    Path(".gitignore").write_text("drafts\n", encoding="utf-8")
    Path("drafts").mkdir()
    Path("drafts/page.md").write_text(PAGE + "| 24/03/2025 | Graphs |  |\n", encoding="utf-8")

    assert "taking page.md" in run("init").output


@pytest.mark.parametrize(
    ("zone", "line"),
    [
        (":Europe/Paris", "timezone: Europe/Paris   # guessed from this machine (TZ)"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "timezone: Asia/Tokyo   # guessed"),
        ("UTC", "#timezone: Europe/Berlin   # fill in"),
        ("Mars/Crater", "#timezone: Europe/Berlin   # fill in"),
    ],
)
def test_the_zone_is_the_machines_where_it_is_a_places(
    monkeypatch: pytest.MonkeyPatch, zone: str, line: str
) -> None:
    monkeypatch.setenv("TZ", zone)

    assert f"\n{line}" in run("init", "page.md", "--out", "-").output


def test_a_page_outside_of_the_project_cannot_be_named() -> None:
    Path("course").mkdir()

    result = run("init", "page.md", "--out", "course/schedule.yaml")

    assert result.exit_code == 2
    assert "write the file beside its page, with `--out schedule.yaml`" in result.output


def test_in_a_folder_it_is_that_folders_schedule() -> None:
    Path("course").mkdir()
    Path("page.md").rename("course/page.md")

    result = run("init", "course/page.md", "--out", "course")

    assert "next: fill in the hours and rooms, then `syllabical build course/schedule.yaml`" in (
        result.output
    )
    assert "\npage: page.md\n" in Path("course/schedule.yaml").read_text("utf-8")
    assert run("build", "course/schedule.yaml").exit_code == 0


def test_a_file_that_build_would_not_read_is_not_written() -> None:
    assert run("init", "page.md", "--out", "schedule.txt").exit_code == 2


def test_a_name_that_no_text_can_hold_is_refused() -> None:
    Path("page.md").rename("pa\udcffge.md")

    assert run("init", "pa\udcffge.md").exit_code == 2
    assert "no page here holds a schedule" in run("init").output


def test_a_schedule_is_no_page() -> None:
    run("init", "page.md")

    result = run("init", "schedule.yaml", "--out", "-")

    assert result.exit_code == 2
    assert "`schedule.yaml` is a schedule already" in result.output


def test_the_year_that_was_said_is_written_down() -> None:
    Path("page.md").write_text(PAGE.replace("/2025", "").replace("2025", ""), encoding="utf-8")

    result = run("init", "page.md", "--year", "2019", "--out", "-")

    assert "dates:\n  year: 2019   # the year of the first row, as you said\n" in result.output


def test_what_was_guessed_is_told() -> None:
    Path("page.md").write_text(PAGE.replace("/2025", "").replace("2025", ""), encoding="utf-8")

    result = run("init", "page.md")

    assert "  guessed: the page does not say its year; 2025 is taken from" in result.output
    assert "  guessed: the zone is that of this machine, Asia/Jerusalem\n" in result.output


def test_an_order_that_nothing_decides_is_written_as_a_question() -> None:
    text = "| Date | Topic |\n|---|---|\n| 1/2/2025 | A |\n| 3/4/2025 | B |\n| 5/6/2025 | C |\n"
    Path("page.md").write_text(text, encoding="utf-8")

    result = run("init", "page.md")

    assert result.exit_code == 1
    assert "next: settle what is wrong, then `syllabical build`" in result.output
    assert "  #order: day-first   # fill in" in Path("schedule.yaml").read_text("utf-8")
