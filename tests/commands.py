"""Runs a command as a user would; what it raises is a failure of the test."""

from click.testing import CliRunner, Result

from syllabical.cli import main


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
