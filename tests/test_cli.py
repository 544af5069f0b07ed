import datetime as dt
import json
import shutil
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from syllabical.cli import main

ROOT = Path(__file__).parents[1]
KINDS = {"class", "no-class", "homework-release", "homework-due", "presentation", "exam", "other"}
PAGE = "| Date | Lecture |\n|---|---|\n| 2025-03-03 | Sets |\n| 2025-03-10 | Maps |\n"


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(ROOT / "schedule.yaml", tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1546300800")
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def run(*arguments: str, **settings: bool) -> Result:
    result = CliRunner().invoke(main, arguments, **settings)  # type: ignore[arg-type]
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("command", list(main.commands))
def test_every_command_helps_with_an_example(command: str) -> None:
    said = run(command, "--help").output

    assert "Example" in said
    assert f"  syllabical {command}" in said


def test_the_version_is_told() -> None:
    assert run("--version").output.startswith("syllabical 0.")


@pytest.mark.usefixtures("clone")
def test_the_seed_is_at_its_true_hours_on_both_sides_of_the_clock_change() -> None:
    run("build")

    starts = {
        event["date"]: dt.datetime.fromisoformat(event["start"]).astimezone(ZoneInfo("UTC"))
        for event in json.loads(run("show", "--format", "json").stdout)["events"]
        if event["track"] == "Lecture" and not event["all_day"]
    }
    assert starts["2019-03-24"].isoformat() == "2019-03-24T11:30:00+00:00"
    assert starts["2019-03-31"].isoformat() == "2019-03-31T10:30:00+00:00"


@pytest.mark.usefixtures("clone")
def test_the_json_is_one_object_of_the_promised_shape() -> None:
    whole = json.loads(run("show", "--format", "json").stdout)

    assert set(whole) == {"course", "timezone", "events", "diagnostics"}
    assert (whole["course"], whole["timezone"]) == ("CS236605: Deep Learning", "Asia/Jerusalem")
    assert len(whole["events"]) == 30
    for event in whole["events"]:
        assert set(event) == {
            "uid", "kind", "track", "number", "title", "date", "start", "end", "all_day",
            "location", "description", "url", "source",
        }  # fmt: skip
        assert set(event["source"]) == {"path", "line", "column"}
        assert event["kind"] in KINDS


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
def test_the_page_says_its_year_only_where_it_does_not_say_it_itself() -> None:
    Path("page.md").write_text(
        "| Date | Lecture |\n|---|---|\n| Mar 3 | Sets |\n| Mar 10 | Maps |\n"
    )

    events = json.loads(run("show", "page.md", "--year", "2031", "--format", "json").stdout)[
        "events"
    ]

    assert [event["date"] for event in events] == ["2031-03-03", "2031-03-10"]


@pytest.mark.usefixtures("clone")
def test_colour_is_for_terminals_whose_users_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("syllabical.cli.common.sys.stderr.isatty", lambda: True, raising=False)
    path = f"{ROOT}/examples/mistakes/schedule.yaml"
    command = [sys.executable, "-m", "syllabical", "check", path]

    piped = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (ourselves)

    assert b"\x1b[" not in piped.stdout + piped.stderr


@pytest.mark.usefixtures("clone")
def test_the_reasons_of_one_row_can_be_asked_for() -> None:
    page = "examples/cs236605/info.md"

    whole, one = run("show", page, "--explain").stdout, run("show", page, "--explain", "6").stdout

    assert "Pre requisite" in whole
    assert "No class" in one
    assert "Pre requisite" not in one
    assert run("show", "--explain", page).stdout == whole


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


@pytest.mark.usefixtures("clone")
def test_a_diff_tells_what_changed_since_a_revision() -> None:
    git("init", "-q")
    git("add", "schedule.yaml", "examples")
    git("-c", "user.name=n", "-c", "user.email=e@x", "commit", "-q", "-m", "first")
    page = Path("examples/cs236605/info.md")
    page.write_text(page.read_text("utf-8").replace("16/06/2019", "17/06/2019"), "utf-8")

    said = run("diff", "--since", "HEAD").stdout

    assert "moved from Sun 16 Jun to Mon 17 Jun" in said
    assert run("diff", "--since", "HEAD", "--fail-on", "any").exit_code == 1
    assert run("diff", "--since", "HEAD", "--fail-on", "loss").exit_code == 0
    assert run("diff", "--since", "nowhere").exit_code == 2


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


@pytest.mark.usefixtures("clone")
def test_a_schedule_younger_than_the_page_is_no_obstacle() -> None:
    git("init", "-q")
    git("add", "examples")
    git("-c", "user.name=n", "-c", "user.email=e@x", "commit", "-q", "-m", "first")
    page = Path("examples/cs236605/info.md")
    page.write_text(page.read_text("utf-8").replace("16/06/2019", "17/06/2019"), "utf-8")

    assert "moved from Sun 16 Jun to Mon 17 Jun" in run("diff", "--since", "HEAD").stdout
    Path("new.md").write_text(page.read_text("utf-8"), "utf-8")
    assert run("diff", "new.md", "--since", "HEAD").exit_code == 2


@pytest.mark.usefixtures("clone")
def test_a_revision_without_the_page_is_nothing_to_compare_with() -> None:
    git("init", "-q")
    git("add", "schedule.yaml")
    git("-c", "user.name=n", "-c", "user.email=e@x", "commit", "-q", "-m", "first")

    said = run("diff", "--since", "HEAD")

    assert said.exit_code == 2
    assert not said.stdout


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)  # noqa: S603, S607 (a repository of the test's own)


@pytest.mark.usefixtures("clone")
def test_a_diff_is_told_in_every_form() -> None:
    run("build")
    page = Path("examples/cs236605/info.md")
    page.write_text(page.read_text("utf-8").replace("16/06/2019", "17/06/2019"), "utf-8")

    assert run("diff", "--format", "markdown").stdout.startswith("**2 moved")
    assert json.loads(run("diff", "--format", "json").stdout)["counts"]["moved"] == 2
    assert run("diff", "--format", "atom").stdout.startswith("<?xml")


def test_a_page_alone_is_shown_and_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.md").write_text(PAGE)

    assert "Sets" in run("show", "page.md").stdout
    refused = run("build", "page.md")
    assert refused.exit_code == 2
    assert "syllabical init page.md" in refused.stderr


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
