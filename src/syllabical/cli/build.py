"""`syllabical build`: the page and its schedule, to feeds in a folder."""

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import click

from syllabical import publish
from syllabical.cli import run
from syllabical.cli.left_behind import say_left_behind
from syllabical.cli.previous import Memory, previous
from syllabical.cli.summary import summary
from syllabical.diagnostics import Report, Severity
from syllabical.files import writing
from syllabical.project import Compiled, Opened, Wishes, compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the command line asks for."""

    schedule: Path
    out: str
    once: bool
    strict: bool
    year: int | None
    published: str
    first: bool
    allow_loss: int | None
    allow_private: bool


@click.command(
    "build",
    epilog="\b\nExamples:\n  syllabical build\n  syllabical build course/schedule.yaml --out _site"
    "\n  syllabical build --out - > course.ics",
)
@click.argument("schedule", default="schedule.yaml", type=click.Path(path_type=Path))
@click.option(
    "--out",
    default="public",
    show_default=True,
    metavar="DIR",
    help="The folder that the feeds are written to; `-` prints the feed.",
)
@click.option(
    "--import",
    "once",
    is_flag=True,
    help="Write the files for importing once, instead of the feeds to subscribe to.",
)
@click.option("--strict", is_flag=True, help="Take every doubt for an error.")
@run.year
@click.option(
    "--previous",
    "published",
    default="",
    metavar="FILE|URL",
    help="The feed published before, where it is not in DIR.",
)
@click.option("--first", is_flag=True, help="Build a first edition, whatever was published.")
@click.option(
    "--allow-loss",
    type=click.IntRange(min=0),
    metavar="N",
    help="Go on although N events to come leave the calendars of subscribers.",
)
@click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch the published feed from a private address, too, or without TLS.",
)
def command(**options: Any) -> None:  # noqa: ANN401 (click has checked each of them)
    """Write the feeds of SCHEDULE (./schedule.yaml where left out).

    What cannot be read is an error: nothing is written then, and the feeds that were there before
    stay as they are.
    """
    order = Order(**options)
    report = Report()
    course = run.course(order.schedule, report)
    if course.schedule.hidden:
        message = f"a feed needs a schedule.yaml; write one with `syllabical init {order.schedule}`"
        raise click.UsageError(message)
    if order.out == "-":
        _print(course, order, report)
    else:
        _write(course, order, report)


def _print(course: Opened, order: Order, report: Report) -> None:
    result = _compiled(course, order, report)
    run.say(result.report)
    if result.report.failed:
        sys.exit(run.WRONG_INPUT)
    stream = sys.stdout.buffer
    stream.write(next(iter(_files(result, order).values())))
    stream.flush()


def _write(course: Opened, order: Order, report: Report) -> None:
    """Build into a folder, on top of the feed that lies there, alone while it lasts."""
    folder = Path(order.out)
    with ExitStack() as stack:
        try:
            stack.enter_context(writing.held(folder))
        except OSError as error:
            _refuse(folder, error)
        result = _compiled(course, order, report)
        files = _files(result, order)
        run.say(report)
        if report.failed:
            click.echo(_untouched(folder, report), err=True)
            sys.exit(run.WRONG_INPUT)
        try:
            changed = writing.write(folder, files)
        except OSError as error:
            _refuse(folder, error)
    for name in files:
        verb = "wrote" if name in changed else "unchanged:"
        click.echo(f"{verb} {folder / name}")
    click.echo(summary(result.editions, course.schedule))


def _compiled(course: Opened, order: Order, report: Report) -> Compiled:
    """The course on top of what was published before."""
    schedule = course.schedule
    memory = Memory(
        named=order.published,
        published=schedule.published,
        published_at=schedule.where("published"),
        folder=order.schedule.parent,
        lies_in=Path(order.out) / publish.main_file(schedule),
        first=order.first,
        allow_private=order.allow_private,
    )
    before = previous(memory, report)
    wishes = Wishes(
        now=run.now(),
        year=order.year,
        previous=before.content,
        previous_name=before.name,
        strict=order.strict,
        allow_loss=order.allow_loss,
    )
    result = compiled(course, wishes, report)
    if before.content is None and not (order.first or report.failed):
        say_left_behind(Path(order.out), result.files, result.editions, report)
    return result


def _files(result: Compiled, order: Order) -> Mapping[str, bytes]:
    """The feeds, or their variants for importing once."""
    if not order.once or result.course is None or result.report.failed:
        return result.files
    schedule = result.course.schedule
    files = publish.import_files(result.editions, schedule, result.report)
    return {name.removesuffix(".ics") + "-import.ics": content for name, content in files.items()}


def _refuse(folder: Path, error: OSError) -> NoReturn:
    """Say why nothing can be written, and end."""
    report = Report()
    report.error(
        "cannot-write",
        f"cannot write to `{folder}`: {(error.strerror or str(error)).lower()}",
        None,
        help="what was published before is as it was; name another folder with `--out`",
    )
    run.say(report)
    sys.exit(run.WRONG_INPUT)


def _untouched(folder: Path, report: Report) -> str:
    """That nothing was written, and why, in a line."""
    errors = sum(said.severity is Severity.ERROR for said in report)
    return (
        f"nothing written to {folder}: {errors} error{'s' * (errors != 1)};"
        " what was published before is as it was"
    )
