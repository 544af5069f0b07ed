import shutil
from pathlib import Path

import pytest

import sessions

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "first-steps.md"


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(ROOT / "examples" / "algorithms" / "page.html", tmp_path / "page.html")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1756684800")
    monkeypatch.setenv("TZ", "Europe/Berlin")


def test_the_first_steps_print_what_the_guide_says(*, bless: bool) -> None:
    guide = GUIDE.read_text("utf-8")

    for session in sessions.of(guide):
        printed = sessions.replayed(session)
        if bless:
            guide = guide.replace(session, printed)
        else:
            assert printed == session
    if bless:
        GUIDE.write_text(guide, "utf-8")
    assert len(sessions.of(guide)) >= 3
