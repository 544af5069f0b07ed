import json
import subprocess
from pathlib import Path

import pytest

from commands import run


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)  # noqa: S603, S607 (a repository of the test's own)


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


@pytest.mark.usefixtures("clone")
def test_a_diff_is_told_in_every_form() -> None:
    run("build")
    page = Path("examples/cs236605/info.md")
    page.write_text(page.read_text("utf-8").replace("16/06/2019", "17/06/2019"), "utf-8")

    assert run("diff", "--format", "markdown").stdout.startswith("**2 moved")
    assert json.loads(run("diff", "--format", "json").stdout)["counts"]["moved"] == 2
    assert run("diff", "--format", "atom").stdout.startswith("<?xml")
