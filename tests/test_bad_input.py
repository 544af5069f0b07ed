import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from commands import run
from syllabical.files import reading

PAGE = """\
# Sets and maps

| Date       | Lecture | Homework |
|------------|---------|----------|
| 03/03/2025 | Sets    |          |
| 10/03/2025 | Maps    | HW1      |
| 17/03/2025 | Trees   |          |
"""
RULES = """\
course: {short: M1, name: Sets and maps}
timezone: Asia/Jerusalem
page: page.md
tracks:
  Lecture:
    at: 10:30-12:30
"""


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1546300800")
    monkeypatch.setenv("COLUMNS", "100")
    Path("page.md").write_text(PAGE, encoding="utf-8")
    Path("schedule.yaml").write_text(RULES, encoding="utf-8")
    assert run("build").exit_code == 0
    return tmp_path


def told(result: Result) -> list[str]:
    assert "Traceback" not in result.output
    heads = re.findall(
        r"^(?:error|warning)\[([\w-]+)\].*\n(?: +--> (\S+))?", result.stderr, re.MULTILINE
    )
    return [" ".join(head).strip() for head in heads]


def refused(*expected: str) -> None:
    before = Path("public/m1.ics").read_bytes()

    result = run("build")

    assert told(result) == list(expected)
    assert result.exit_code == 1
    assert Path("public/m1.ics").read_bytes() == before
    assert [file.name for file in Path("public").iterdir()] == ["m1.ics"]


def rules(old: str, new: str) -> None:
    assert old in RULES
    Path("schedule.yaml").write_text(RULES.replace(old, new), encoding="utf-8")


def page(old: str, new: str) -> None:
    assert old in PAGE
    Path("page.md").write_text(PAGE.replace(old, new), encoding="utf-8")


def test_an_unknown_zone_is_refused_with_a_guess() -> None:
    rules("Asia/Jerusalem", "Asia/Jeruslem")

    refused("unknown-zone schedule.yaml:2:11")
    assert "did you mean `Asia/Jerusalem`?" in run("build").stderr


def test_a_page_without_a_table_is_refused() -> None:
    Path("page.md").write_text("# Sets and maps\n\nAll is to come.\n", encoding="utf-8")

    refused("no-table page.md:1:1")


def test_several_tables_that_could_be_meant_are_listed() -> None:
    table = PAGE.partition("\n\n")[2]
    text = f"# Group A\n\n{table}\n# Group B\n\n{table.replace('Sets', 'Lists')}"
    Path("page.md").write_text(text, encoding="utf-8")

    result = run("build")

    assert result.exit_code == 1
    assert [said.split()[0] for said in told(result)] == ["several-tables"]
    assert "Group A" in result.stderr
    assert "Group B" in result.stderr


def test_a_missing_column_is_refused_and_those_there_are_listed() -> None:
    rules("  Lecture:", "  Seminar:")

    refused("column-missing schedule.yaml:5:3")
    assert "`Lecture`" in run("build").stderr


def test_a_date_that_cannot_be_read_is_refused() -> None:
    page("10/03/2025", "the tenth!")

    refused("date-unreadable page.md:6:3")


def test_a_day_that_does_not_exist_is_refused() -> None:
    page("10/03/2025", "30/02/2025")

    refused("date-does-not-exist page.md:6:3")


def test_hours_that_end_before_they_start_are_refused() -> None:
    rules("10:30-12:30", "12:30-10:30")

    refused("ends-before-it-starts schedule.yaml:6:9")


def test_an_hour_that_the_clocks_skip_is_refused() -> None:
    page("10/03/2025", "28/03/2025")
    rules("10:30-12:30", "02:15-04:00")

    assert "hour-skipped schedule.yaml:6:9" in told(run("build"))


def test_a_page_that_is_not_utf_8_is_refused_at_its_byte() -> None:
    Path("page.md").write_bytes(PAGE.replace("Maps", "Mäps").encode("latin-1"))

    refused("not-utf-8 page.md:6:17")


def test_an_empty_page_is_refused() -> None:
    Path("page.md").write_text("\n", encoding="utf-8")

    refused("page-empty page.md:1:1")


def test_a_binary_page_is_refused() -> None:
    Path("page.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")

    refused("page-binary page.md:1:1")


def test_a_page_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 300)
    Path("page.md").write_text(PAGE * 10, encoding="utf-8")

    refused("page-too-large schedule.yaml:3:7")


def test_a_bomb_of_aliases_is_refused() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for name, inner in zip("bcdefghij", "abcdefghi", strict=True):
        bomb += f"{name}: &{name} [{', '.join(['*' + inner] * 9)}]\n"
    Path("schedule.yaml").write_text(RULES + bomb, encoding="utf-8")

    result = run("build")

    assert result.exit_code == 1
    assert told(result)


@pytest.mark.parametrize("path", ["../secret.md", "/etc/hostname", "link.md"])
def test_a_path_that_leads_out_of_the_project_is_refused(path: str, tmp_path: Path) -> None:
    outside = tmp_path.parent / "secret.md"
    outside.write_text(PAGE, encoding="utf-8")
    Path("link.md").symlink_to(outside)
    rules("page.md", path)

    refused("page-outside-project schedule.yaml:3:7")


def test_a_page_that_is_not_there_is_refused_with_a_guess() -> None:
    rules("page.md", "pages.md")

    refused("page-missing schedule.yaml:3:7")
    assert "did you mean `page.md`?" in run("build").stderr


def test_a_folder_that_cannot_be_written_is_said(course: Path) -> None:
    (course / "taken").write_text("a file", encoding="utf-8")

    result = run("build", "--out", "taken")

    assert (result.exit_code, told(result)) == (1, ["cannot-write"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_leaves_the_last_good_feed() -> None:
    before = Path("public/m1.ics").read_bytes()
    page("Trees", "Heaps")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200));"
    ignore = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    program = f"{limit}{ignore}from syllabical.cli import main; main(['build'])"

    result = subprocess.run(  # noqa: S603 (ourselves, in a process with a small disk)
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert result.returncode == 1
    assert "error[cannot-write]: cannot write to `public`: file too large" in result.stderr
    assert Path("public/m1.ics").read_bytes() == before
    assert [file.name for file in Path("public").iterdir()] == ["m1.ics"]


def test_dates_that_go_backwards_are_told_and_published() -> None:
    page("17/03/2025", "24/02/2025")

    result = run("build")

    assert result.exit_code == 0
    assert [said for said in told(result) if "page.md:7" in said]
    assert b"20250224T" in Path("public/m1.ics").read_bytes()


def test_a_weekday_that_contradicts_its_date_is_told_and_published() -> None:
    page("17/03/2025", "Tue 17/03/2025")

    result = run("build")

    assert (result.exit_code, told(result)) == (0, ["weekday-differs page.md:7:7"])


def test_the_same_date_twice_in_one_track_is_told() -> None:
    page("17/03/2025", "10/03/2025")

    result = run("build")

    assert result.exit_code == 0
    assert told(result)


def test_a_doubt_is_an_error_where_that_is_asked_for() -> None:
    page("17/03/2025", "Tue 17/03/2025")
    before = Path("public/m1.ics").read_bytes()

    assert run("build", "--strict").exit_code == 1
    assert Path("public/m1.ics").read_bytes() == before


def test_what_could_be_read_is_shown_beside_what_could_not() -> None:
    page("10/03/2025", "30/02/2025")

    result = run("show")

    assert result.exit_code == 1
    assert "Sets" in result.stdout
    assert told(result) == ["date-does-not-exist page.md:6:3"]


def test_several_problems_are_told_in_one_run() -> None:
    Path("schedule.yaml").write_text(
        RULES.replace("Asia/Jerusalem", "Asia/Jeruslem").replace("tracks", "trackz"),
        encoding="utf-8",
    )

    assert told(run("build")) == [
        "unknown-zone schedule.yaml:2:11",
        "unknown-key schedule.yaml:4:1",
    ]


def test_wrong_usage_is_exit_2() -> None:
    assert run("build", "nowhere.yaml").exit_code == 2
    assert run("show", "nowhere.md").exit_code == 2
    assert run("build", "--year", "soon").exit_code == 2
    assert run("bake").exit_code == 2


def test_the_time_of_a_build_must_be_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")

    assert run("build").exit_code == 2


def test_two_builds_at_once_leave_one_whole_feed() -> None:
    page("Trees", "Heaps")
    command = [sys.executable, "-m", "syllabical", "build"]

    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]  # noqa: S603 (ourselves)

    assert [process.wait() for process in both] == [0, 0]
    assert os.listdir("public") == ["m1.ics"]  # noqa: PTH208 (every name, hidden ones too)
    assert Path("public/m1.ics").read_bytes().count(b"BEGIN:VEVENT") == 4
