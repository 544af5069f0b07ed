import pytest

from commands import run
from syllabical.cli import main


@pytest.mark.parametrize("command", list(main.commands))
def test_every_command_helps_with_an_example(command: str) -> None:
    said = run(command, "--help").output

    assert "Example" in said
    assert f"  syllabical {command}" in said


def test_the_version_is_told() -> None:
    assert run("--version").output.startswith("syllabical 0.")
