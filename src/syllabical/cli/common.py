"""What every command needs: the time, the course, and a voice."""

import datetime as dt
import os
import shutil
import sys
from pathlib import Path

import click

from syllabical import project, render, timezones
from syllabical.diagnostics import Report
from syllabical.project import Compiled, Opened, Wishes, compiled, opened

WRONG_INPUT = 1
WRONG_USAGE = 2

year = click.option(
    "--year",
    type=click.IntRange(timezones.YEARS[0], timezones.YEARS[-1]),
    help="The year of the first row, where the page does not say.",
)


def now() -> dt.datetime:
    """The time of this run; an error of usage where SOURCE_DATE_EPOCH makes no sense."""
    try:
        return project.build_time()
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def is_colourful(stream: object) -> bool:
    """Whether a stream is a terminal whose user did not ask for plain text (NO_COLOR)."""
    return not os.environ.get("NO_COLOR") and bool(getattr(stream, "isatty", bool)())


def width() -> int:
    """How many columns there are to write in; 80 where nothing says."""
    return shutil.get_terminal_size((80, 24)).columns


def say(report: Report) -> None:
    """Tell the report to whoever runs the command, on standard error."""
    if not report:
        return

    text = render.diagnostics_for_terminal(report, colour=is_colourful(sys.stderr), width=width())
    if text:
        click.echo(text, err=True, nl=not text.endswith("\n"), color=True)


def existing(path: Path) -> Path:
    """The path, or an error of usage where nothing is there."""
    if not path.exists():
        message = f"there is no `{path}` here"
        if path.name == "schedule.yaml":
            message += "; name a schedule or a page, or write one with `syllabical init PAGE`"
        if path.parts[0] in {"http:", "https:"}:
            message = "a page is a file here; save it first, as in `curl -o page.html ADDRESS`"
        raise click.UsageError(message)
    return path


def course(path: Path, report: Report) -> Opened:
    """The course at a path; exit 1 with the report said where it cannot be opened."""
    found = opened(existing(path), report)
    if found is None:
        say(report)
        raise SystemExit(WRONG_INPUT)
    return found


def understood(path: Path, year: int | None, report: Report) -> Compiled:
    """The course at a path as far as it can be read, published nowhere."""
    found = opened(existing(path), report)
    if found is None:
        return Compiled(report=report)
    return compiled(found, Wishes(now=now(), year=year), report)
