"""The command line: click, the environment, today's date, exit codes."""

import click

from syllabical.cli.build import build
from syllabical.cli.check import check
from syllabical.cli.diff import diff
from syllabical.cli.schema import schema
from syllabical.cli.show import show


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    epilog="Exit status: 0 all is well, 1 the page or the schedule is wrong, 2 wrong usage.",
)
@click.version_option(package_name="syllabical", message="syllabical %(version)s")
def main() -> None:
    r"""Publish a course page's schedule as calendar feeds.

    \b
    syllabical show syllabus.md     what is on the page, understood
    syllabical build                schedule.yaml and its page, to public/*.ics
    syllabical check                only what is wrong or doubtful
    syllabical diff                 what subscribers will see change
    """


for command in (build, check, diff, schema, show):
    main.add_command(command)
