"""The command line: click, files, environment, today's date, exit codes."""


def main() -> None:
    """Run syllabical."""
