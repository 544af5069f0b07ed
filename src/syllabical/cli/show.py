"""`syllabical show`: the events, for eyes or for programs."""

import sys
from pathlib import Path

import click

from syllabical import publish, render
from syllabical.cli import run
from syllabical.diagnostics import Report
from syllabical.model.schedule import Schedule
from syllabical.project import Compiled


@click.command(
    epilog="\b\nExamples:\n  syllabical show syllabus.md\n  syllabical show --format json"
    "\n  syllabical show syllabus.md --explain"
)
@click.argument("path", metavar="[SCHEDULE|PAGE]", default="schedule.yaml",
                type=click.Path(path_type=Path))  # fmt: skip
@click.option("--format", "form", default="agenda", show_default=True,
              type=click.Choice(["agenda", "table", "json", "csv", "ics"]))  # fmt: skip
@click.option("--year", type=int, help="The year of the first row, where the page does not say.")
def show(path: Path, form: str, year: int | None) -> None:
    """Show the events of a schedule, or of a page alone.

    All that could be read is shown beside what could not; exit status 1 where something is wrong.
    """
    report = Report()
    result = run.understood(path, year, report)
    text = _shown(result, form)
    if form != "json":
        run.say(report)
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()
    sys.exit(run.WRONG_INPUT if report.failed else 0)


def _shown(result: Compiled, form: str) -> bytes:
    """The events in the form that was asked for."""
    schedule = result.course.schedule if result.course else Schedule()
    match form:
        case "ics":
            return publish.ics(result.editions, schedule, result.report)
        case "json":
            return publish.json_bytes(result.editions, schedule, render.plain(result.report))
        case "csv":
            return publish.csv_bytes(result.editions)
        case "table":
            text = render.table(result.editions, width=run.width())
        case _:
            colour = run.is_colourful(sys.stdout)
            text = render.agenda(result.editions, colour=colour, width=run.width())
    return text.encode("utf-8", "replace")
