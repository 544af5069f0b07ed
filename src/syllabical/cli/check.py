"""`syllabical check`: only what is wrong or doubtful."""

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
@click.option("--strict", is_flag=True, help="Take every doubt for an error.")
@click.option("--fix", is_flag=True, help="Write the corrections that are sure into the page.")
@common.year
def command(path: Path, form: str, *, strict: bool, fix: bool, year: int | None) -> None:
    """Tell what is wrong or doubtful, with the line it stands on.

    A FEED.ics, made by anyone, is read as Google, Outlook, Apple and Android would read it. Exit
    status 1 where something is wrong.
    """
    report = Report()
    if path.suffix == ".ics":
        lint.feed(common.existing(path).read_bytes(), reading.shown_path(path), report)
    else:
        common.understood(path, year, report)
    if strict:
        report.promote()
    click.echo(_said(report, form), color=True, nl=False)
    if fix:
        _fix(report)
    sys.exit(common.WRONG_INPUT if report.failed else 0)


def _fix(report: Report) -> None:
    """Show what the sure corrections change, and write it, the rest of the page as it was."""
    pages = {said.fix.at.source for said in report if said.fix and said.fix.sure}
    if not pages:
        click.echo("nothing to correct that is sure", err=True)
    for page in sorted(pages, key=lambda page: page.path):
        text = checks.corrected(page, report)
        colour = common.is_colourful(sys.stdout)
        click.echo(render.difference(page, text, colour=colour), nl=False, color=True)
        path = Path(page.path)
        before = path.read_bytes()
        mark = before[: len(before) - len(page.text.encode())]
        if before != mark + page.text.encode():
            click.echo(f"{path} was changed meanwhile; nothing written", err=True)
            sys.exit(common.WRONG_INPUT)
        writing.write(path.parent, {path.name: mark + text.encode()})
        click.echo(f"corrected {path}")


def _said(report: Report, form: str) -> str:
    """The report in the form that was asked for, ending in a line end."""
    match form:
        case "github":
            text = render.diagnostics_for_github(report)
        case "json":
            text = render.diagnostics_as_json_lines(report)
        case "sarif":
            text = render.diagnostics_as_sarif(report, version("syllabical"))
        case _:
            colour = common.is_colourful(sys.stdout)
            text = (
                render.diagnostics_for_terminal(report, colour=colour, width=common.width())
                or "no doubts"
            )
    return text if not text or text.endswith("\n") else text + "\n"
