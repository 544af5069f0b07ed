"""`syllabical build`: the page and its schedule, to feeds in a folder."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from syllabical import publish, writing
from syllabical.cli import run
from syllabical.cli.summary import summary
from syllabical.diagnostics import Report, Severity
from syllabical.project import Compiled, Opened, Wishes, compiled


@click.command(
    epilog="\b\nExamples:\n  syllabical build\n  syllabical build course/schedule.yaml --out _site"
    "\n  syllabical build --out - > course.ics"
)
@click.argument("schedule", default="schedule.yaml", type=click.Path(path_type=Path))
@click.option("--out", default="public", show_default=True, metavar="DIR",
              help="The folder that the feeds are written to; `-` prints the feed.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Take every doubt for an error.")
@click.option("--year", type=int, help="The year of the first row, where the page does not say.")
def build(schedule: Path, out: str, *, strict: bool, year: int | None) -> None:
    """Write the feeds of SCHEDULE (./schedule.yaml where left out).

    What cannot be read is an error: nothing is written then, and the feeds that were there before
    stay as they are.
    """
    report = Report()
    course = run.course(schedule, report)
    wishes = Wishes(now=run.now(), year=year, strict=strict)
    if out == "-":
        _print(compiled(course, wishes, report))
    else:
        _write(course, Path(out), wishes, report)


def _print(result: Compiled) -> None:
    run.say(result.report)
    if result.report.failed:
        sys.exit(run.WRONG_INPUT)
    stream = click.get_binary_stream("stdout")
    stream.write(next(iter(result.files.values())))
    stream.flush()


def _write(course: Opened, folder: Path, wishes: Wishes, report: Report) -> None:
    """Build into a folder, on top of the feed that lies there, alone while it lasts."""
    try:
        with writing.held(folder):
            result = compiled(course, _on_top_of(course, folder, wishes), report)
            run.say(report)
            if report.failed:
                click.echo(_untouched(folder, report), err=True)
                sys.exit(run.WRONG_INPUT)
            changed = writing.write(folder, result.files)
    except OSError as error:
        failure = Report()
        failure.error(
            "cannot-write",
            f"cannot write to `{folder}`: {(error.strerror or str(error)).lower()}",
            None,
            help="what was published before is as it was; name another folder with `--out`",
        )
        run.say(failure)
        sys.exit(run.WRONG_INPUT)
    for name in result.files:
        verb = "wrote" if name in changed else "unchanged:"
        click.echo(f"{verb} {folder / name}")
    click.echo(summary(result.editions, course.schedule))


def _on_top_of(course: Opened, folder: Path, wishes: Wishes) -> Wishes:
    """The wishes, with the feed that was published before."""
    path = folder / publish.file_name(course.schedule)
    previous = path.read_bytes() if path.exists() else None
    return replace(wishes, previous=previous, previous_name=str(path))


def _untouched(folder: Path, report: Report) -> str:
    """That nothing was written, and why, in a line."""
    errors = sum(said.severity is Severity.ERROR for said in report)
    kept = "what was published before is as it was"
    return f"nothing written to {folder}: {errors} error{'s' * (errors != 1)}; {kept}"
