"""The command line: click, the environment, today's date, exit codes."""

import atexit
import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

COMMANDS = ("build", "check", "diff", "init", "schema", "show")


class _Commands(click.Group):
    """Commands of which only the one that is run is loaded: each needs other rooms."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own signature)
        """The names of all of them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The one of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"syllabical.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 (click's own signature)
        """Run the command; where what it prints cannot be written, say so in a line."""
        # What a run makes lives as long as the run: looking for what could be thrown away takes
        # two thirds of the time of a page of fifteen thousand rows.
        gc.disable()
        atexit.register(gc.freeze)  # nor once more on the way out
        try:
            return super().main(*args, **extra)
        except OSError as error:
            click.echo(f"error: {(error.strerror or str(error)).lower()}", err=True)
            # What is still to be printed cannot be, either.
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        finally:
            gc.enable()


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
