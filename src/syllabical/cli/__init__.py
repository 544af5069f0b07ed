"""The command line: one module a command, and what they share."""

import os
import sys
from contextlib import suppress
from typing import Any

import click

from syllabical.cli import build, check, diff, init, schema, show


class _Commands(click.Group):
    """The commands; exit 1 with a line that says why where the output cannot be written."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 (click's own signature)
        """Run the command."""
        try:
            return super().main(*args, **extra)
        except OSError as error:
            click.echo(f"error: {(error.strerror or str(error)).lower()}", err=True)
            # What is still to be printed cannot be, either.
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    epilog="\b\nExamples:\n  syllabical show syllabus.md\n  syllabical init syllabus.md"
    "\n  syllabical build"
    "\n\nExit status: 0 all is well, 1 the page or the schedule is wrong, 2 wrong usage.",
)
@click.version_option(package_name="syllabical", message="syllabical %(version)s")
def main() -> None:
    """Publish a course page's schedule as calendar feeds.

    A page alone can be shown and checked; `init` writes the schedule.yaml that `build` reads.
    """


for module in (build, check, diff, init, schema, show):
    main.add_command(module.command)
