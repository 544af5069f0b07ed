import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}
DEFAULTS = {name: given.get("default", "") for name, given in ACTION["inputs"].items()}


def run(step: str, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    wanted = DEFAULTS | {name.replace("_", "-"): value for name, value in inputs.items()}
    variables = {
        name: wanted[text.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, text in STEPS[step].get("env", {}).items()
    }
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(  # noqa: S603 (the action's own script)
        ["bash", "-e", "-c", STEPS[step]["run"]],  # noqa: S607 (as the action runs it)
        cwd=folder,
        env={
            **os.environ,
            "PATH": path,
            "SOURCE_DATE_EPOCH": "1546300800",
            "GITHUB_STEP_SUMMARY": "summary.md",
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    (tmp_path / "page.md").write_text(
        "| Date | Lecture |\n|---|---|\n| 2025-03-03 | Sets |\n| 2025-03-10 | Maps |\n"
    )
    (tmp_path / "schedule.yaml").write_text("page: page.md\ncourse: {short: M1}\n")
    return tmp_path


def test_a_good_page_is_checked_and_built(course: Path) -> None:
    assert run("Check", course).returncode == 0
    built = run("Build", course, out="_site/calendar")

    assert built.returncode == 0, built.stderr
    assert (course / "_site" / "calendar" / "m1.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_wrong_cell_is_annotated(course: Path) -> None:
    page = course / "page.md"
    page.write_text(page.read_text().replace("2025-03-10", "2025-02-30"))

    checked = run("Check", course)

    assert checked.returncode == 1
    assert "::error file=page.md,line=4,endLine=4,col=3,endColumn=13," in checked.stdout


def test_a_doubt_fails_only_where_it_is_asked_to(course: Path) -> None:
    page = course / "page.md"
    page.write_text(page.read_text().replace("2025-03-10", "2025-02-24"))

    assert run("Check", course).returncode == 0
    assert run("Check", course, strict="true").returncode == 1
    assert run("Build", course, strict="true").returncode == 1


def test_the_previous_feed_must_be_there_unless_it_is_the_first(course: Path) -> None:
    (course / "schedule.yaml").write_text(
        "page: page.md\ncourse: {short: M1}\npublished: gone.ics\n"
    )

    assert run("Build", course).returncode == 1
    assert run("Build", course, first="true").returncode == 0


def test_what_would_change_is_told_in_the_summary(course: Path) -> None:
    assert run("Build", course).returncode == 0
    page = course / "page.md"
    page.write_text(page.read_text().replace("2025-03-10", "2025-03-11"))

    assert run("Tell", course).returncode == 0
    assert (course / "summary.md").read_text() == (
        "### Calendar: `schedule.yaml`\n\n"
        "**1 moved; 1 unchanged**\n\n- Lecture: Maps moved from Mon 10 Mar to Tue 11 Mar\n\n"
    )


def test_nothing_to_compare_with_is_told_and_is_no_failure(course: Path) -> None:
    (course / "schedule.yaml").write_text("page: page.md\npublished: gone.ics\n")

    assert run("Tell", course).returncode == 0
    assert "no published feed to compare with" in (course / "summary.md").read_text()


def test_two_courses_are_built_side_by_side(course: Path) -> None:
    for name in ("cs101", "cs102"):
        (course / name).mkdir()
        shutil.copy(course / "page.md", course / name)
        (course / name / "schedule.yaml").write_text(
            "page: page.md\nfeeds: {lectures: {kinds: class}}\n"
        )
        schedule = f"{name}/schedule.yaml"
        assert run("Check", course, schedule=schedule).returncode == 0
        built = run("Build", course, schedule=schedule, out=f"public/{name}")
        assert built.returncode == 0, built.stderr

    assert {path.parent.name for path in course.glob("public/*/lectures.ics")} == {"cs101", "cs102"}


def test_the_workflow_of_the_docs_asks_for_what_the_action_takes() -> None:
    text = (ROOT / "docs" / "publishing.md").read_text("utf-8")
    workflow = yaml.safe_load(re.findall(r"```yaml\n(name: .*?)```", text, re.DOTALL)[0])
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    [ours] = (step for step in steps if "/syllabical@" in step.get("uses", ""))

    assert set(ours["with"]) <= set(ACTION["inputs"])
    assert {step["uses"].split("@")[0] for step in steps} == {
        "actions/checkout",
        "OWNER/syllabical",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    }


def test_the_plain_commands_of_the_docs_run(course: Path) -> None:
    text = (ROOT / "docs" / "publishing.md").read_text("utf-8")
    commands = re.findall(r"^syllabical (?:check|build) .+$", text, re.MULTILINE)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    assert len(commands) >= 2
    for command in commands[:2]:
        done = subprocess.run(  # noqa: S603 (our own docs)
            ["bash", "-c", command],  # noqa: S607 (as a reader runs them)
            cwd=course,
            env={**os.environ, "PATH": path},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
