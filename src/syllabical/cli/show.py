"""`syllabical show`: the events, as an agenda or as data, or why they were read so."""

import sys
from itertools import pairwise
from pathlib import Path

import click

from syllabical import publish, render
from syllabical.cli import common
from syllabical.diagnostics import Report
from syllabical.model.schedule import Schedule
from syllabical.project import Compiled


class _ShowCommand(click.Command):
    """A command whose `--explain` may stand alone, also before the page."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give an `--explain` without a row's number the number 0."""
        given = [
            "--explain=0" if argument == "--explain" and not following.isdigit() else argument
            for argument, following in pairwise([*args, ""])
        ]
        return super().parse_args(ctx, given)


@click.command(
    "show",
    cls=_ShowCommand,
    epilog="\b\nExamples:\n  syllabical show syllabus.md\n  syllabical show --format json"
    "\n  syllabical show syllabus.md --explain",
)
@click.argument(
    "path", metavar="[SCHEDULE|PAGE]", default="schedule.yaml", type=click.Path(path_type=Path)
)
@click.option(
    "--format",
    "form",
    default="agenda",
    show_default=True,
    type=click.Choice(["agenda", "table", "json", "csv", "ics"]),
)
@common.year
@click.option(
    "--explain",
    type=click.IntRange(min=0),
    metavar="[ROW]",
    help="Say what each table, column and row was taken for, and why.",
)
def command(*, path: Path, form: str, year: int | None, explain: int | None) -> None:
    """Show the events of a schedule, or of a page alone.

    All that could be read is shown beside what could not; exit status 1 where something is wrong.
    """
    report = Report()
    result = common.compiled_alone(path, year, report)
    content = _shown(result, form) if explain is None else _explained(result, explain)
    if form != "json":
        common.print_report(report)
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
    sys.exit(common.WRONG_INPUT if report.failed else 0)


def _shown(result: Compiled, form: str) -> bytes:
    """The events in the form that was asked for."""
    schedule = result.course.schedule if result.course else Schedule()
    editions = sorted(result.editions, key=lambda edition: edition.agenda_order)
    match form:
        case "ics":
            return publish.main_feed(result.editions, schedule, result.report)
        case "json":
            return publish.as_json(editions, schedule, render.plain_diagnostics(result.report))
        case "csv":
            return publish.as_csv(editions, schedule)
        case "table":
            text = render.table(editions, width=common.terminal_width())
        case _:
            colour, width = common.is_colourful(sys.stdout), common.terminal_width()
            text = render.week_by_week(editions, colour=colour, width=width)
    return text.encode("utf-8", "replace")


def _explained(result: Compiled, row: int) -> bytes:
    """What was worked out, and why; of one row, where `row` is not 0."""
    if result.course is None:
        return b""
    colour, width = common.is_colourful(sys.stdout), common.terminal_width()
    text = render.explanation(result.course.syllabus, row or None, colour=colour, width=width)
    return (text or f"there is no row {row}\n").encode("utf-8", "replace")
