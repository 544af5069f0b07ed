"""`syllabical check`: what is wrong or doubtful, and the corrections that are sure."""

import sys
from importlib.metadata import version
from pathlib import Path

import click

from syllabical import check as checks
from syllabical import lint, render
from syllabical.cli import common
from syllabical.diagnostics import Report
from syllabical.files import reading, writing


@click.command(
    "check",
    epilog="\b\nExamples:\n  syllabical check\n  syllabical check syllabus.md"
    "\n  syllabical check --fix\n  syllabical check --format github\n  syllabical check feed.ics",
)
@click.argument(
    "path", metavar="[SCHEDULE|PAGE|FEED]", default="schedule.yaml", type=click.Path(path_type=Path)
)
@click.option(
    "--format",
    "form",
    default="terminal",
    show_default=True,
    type=click.Choice(["terminal", "github", "json", "sarif"]),
)
@common.strict
@click.option("--fix", is_flag=True, help="Write the corrections that are sure into the page.")
@common.year
def command(*, path: Path, form: str, strict: bool, fix: bool, year: int | None) -> None:
    """Tell what is wrong or doubtful, with the line it stands on.

    A FEED.ics, made by anyone, is read as Google, Outlook, Apple and Android would read it. Exit
    status 1 where something is wrong.
    """
    report = Report()
    if path.suffix == ".ics":
        lint.feed(common.existing_path(path).read_bytes(), reading.shown_path(path), report)
    else:
        common.compiled_alone(path, year, report)
    if strict:
        report.promote()
    click.echo(_shown(report, form), color=True, nl=False)
    if fix:
        _correct(report)
    sys.exit(common.WRONG_INPUT if report.failed else 0)


def _shown(report: Report, form: str) -> str:
    """The report in the form that was asked for."""
    match form:
        case "github":
            return render.diagnostics_for_github(report)
        case "json":
            return render.diagnostics_as_json_lines(report)
        case "sarif":
            return render.diagnostics_as_sarif(report, version("syllabical"))
        case _:
            colour, width = common.is_colourful(sys.stdout), common.terminal_width()
            text = render.diagnostics_for_terminal(report, colour=colour, width=width)
            return text or "no doubts\n"


def _correct(report: Report) -> None:
    """Show what the sure corrections change, and write it, the rest of the page as it was."""
    pages = {said.fix.at.source for said in report if said.fix and said.fix.sure}
    if not pages:
        click.echo("nothing to correct that is sure", err=True)
    for page in sorted(pages, key=lambda page: page.path):
        text = checks.corrected(page, report)
        colour = common.is_colourful(sys.stdout)
        click.echo(render.difference(page, text, colour=colour), nl=False, color=True)
        path = Path(page.path)
        content = path.read_bytes()
        # A byte order mark is no part of the text, and stays.
        mark = content[: len(content) - len(page.text.encode())]
        if content != mark + page.text.encode():
            click.echo(f"{path} was changed meanwhile; nothing written", err=True)
            sys.exit(common.WRONG_INPUT)
        writing.write(path.parent, {path.name: mark + text.encode()})
        click.echo(f"corrected {path}")
