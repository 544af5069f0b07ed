"""What several commands share: options, opening a course, printing the report, exit codes."""

import datetime as dt
import os
import shutil
import sys
from pathlib import Path

import click

from syllabical import project, render, timezones
from syllabical.diagnostics import Report
from syllabical.project import Compiled, Opened, compiled, opened

WRONG_INPUT = 1
"""The exit code where the page or the schedule is wrong; 2, click's own, is for wrong usage."""

year = click.option(
    "--year",
    type=click.IntRange(timezones.YEARS[0], timezones.YEARS[-1]),
    help="The year of the first row, where the page does not say.",
)
strict = click.option("--strict", is_flag=True, help="Take every doubt for an error.")
allow_private = click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch the published feed from a private address, too, or without TLS.",
)


def build_time() -> dt.datetime:
    """The time of this run, in UTC; an error of usage where SOURCE_DATE_EPOCH makes no sense."""
    try:
        return project.build_time()
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def existing_path(path: Path) -> Path:
    """The path, or an error of usage where nothing is there."""
    if not path.exists():
        message = f"there is no `{path}` here"
        if path.name == "schedule.yaml":
            message += "; name a schedule or a page, or write one with `syllabical init PAGE`"
        if path.parts[0] in {"http:", "https:"}:
            message = "a page is a file here; save it first, as in `curl -o page.html ADDRESS`"
        raise click.UsageError(message)
    return path


def opened_course(path: Path, report: Report) -> Opened:
    """The course at a path; the report printed and exit 1 where it cannot be opened."""
    course = opened(existing_path(path), report)
    if course is None:
        print_report(report)
        raise SystemExit(WRONG_INPUT)
    return course


def compiled_alone(path: Path, year: int | None, report: Report) -> Compiled:
    """The course at a path as far as it can be read, whatever was published before."""
    course = opened(existing_path(path), report)
    if course is None:
        return Compiled(report=report)
    return compiled(course, report, now=build_time(), year=year)


def print_report(report: Report) -> None:
    """Print the report on standard error; nothing where it is empty."""
    colour = is_colourful(sys.stderr)
    text = render.diagnostics_for_terminal(report, colour=colour, width=terminal_width())
    if text:
        click.echo(text, err=True, nl=False, color=True)


def is_colourful(stream: object) -> bool:
    """Whether a stream is a terminal whose user did not ask for plain text (NO_COLOR)."""
    return not os.environ.get("NO_COLOR") and bool(getattr(stream, "isatty", bool)())


def terminal_width() -> int:
    """How many columns there are to write in; 80 where nothing says."""
    return shutil.get_terminal_size((80, 24)).columns
