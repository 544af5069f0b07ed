import contextlib
import io
import re
import shutil
from pathlib import Path

import pytest

import sessions

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
NOW = "1546300800"


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("schedule.yaml", "README.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    for folder in ("examples", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    return tmp_path


def test_the_sessions_of_the_readme_print_what_it_says(clone: Path, *, bless: bool) -> None:
    readme = README.read_text("utf-8")
    shown = sessions.of(readme)

    for session in shown:
        printed = sessions.replayed(session)
        if bless:
            readme = readme.replace(session, printed)
        else:
            assert printed == session
    if bless:
        README.write_text(readme, "utf-8")
    assert len(shown) >= 4
    assert (clone / "public" / "cs236605.ics").exists()


@pytest.mark.usefixtures("clone")
@pytest.mark.parametrize("page", ["README.md", "docs/library.md"])
def test_the_library_is_used_as_it_is_shown(page: str) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    assert blocks

    for block in blocks:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(block, page, "exec"), {})  # noqa: S102 (our own example)
        assert "Traceback" not in printed.getvalue()
        assert printed.getvalue()


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{p.name}" for p in ROOT.glob("docs/*.md"))])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page

    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), f"{page} links to {target}"


def test_the_two_commands_need_python_alone() -> None:
    commands = re.findall(r"^    (python3 -m venv .+)$", README.read_text("utf-8"), re.MULTILINE)

    assert [command.split()[-1] for command in commands] == ["build", "-q"]
    assert all(command.startswith("python3 -m venv .venv && ") for command in commands)
