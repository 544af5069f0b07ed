import datetime as dt
import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commands import run

KINDS = {"class", "no-class", "homework-release", "homework-due", "presentation", "exam", "other"}
PAGE = "| Date | Lecture |\n|---|---|\n| 2025-03-03 | Sets |\n| 2025-03-10 | Maps |\n"


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
def test_the_page_says_its_year_only_where_it_does_not_say_it_itself() -> None:
    Path("page.md").write_text(
        "| Date | Lecture |\n|---|---|\n| Mar 3 | Sets |\n| Mar 10 | Maps |\n"
    )

    events = json.loads(run("show", "page.md", "--year", "2031", "--format", "json").stdout)[
        "events"
    ]

    assert [event["date"] for event in events] == ["2031-03-03", "2031-03-10"]


@pytest.mark.usefixtures("clone")
def test_the_reasons_of_one_row_can_be_asked_for() -> None:
    page = "examples/cs236605/info.md"

    whole, one = run("show", page, "--explain").stdout, run("show", page, "--explain", "6").stdout

    assert "Pre requisite" in whole
    assert "No class" in one
    assert "Pre requisite" not in one
    assert run("show", "--explain", page).stdout == whole


def test_a_page_alone_is_shown_and_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.md").write_text(PAGE)

    assert "Sets" in run("show", "page.md").stdout
    refused = run("build", "page.md")
    assert refused.exit_code == 2
    assert "syllabical init page.md" in refused.stderr
