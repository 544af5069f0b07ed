import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[1]
SCORE = HERE.parent / "shared" / "corpus" / "score"
SHOW = f"{sys.executable} -m syllabical show {{page}} --format json {{year}}"


@pytest.mark.skipif(not SCORE.is_file(), reason="the pages labelled by hand are not here")
def test_pages_labelled_by_hand_are_read_as_well_as_ever() -> None:
    reached = (HERE / ".ci" / "corpus-score").read_text().strip()

    run = subprocess.run(  # noqa: S603 (the score that stands beside the pages)
        [sys.executable, str(SCORE), "--command", SHOW, "--verbose", "--at-least", reached],
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout
