"""`syllabical init`: a schedule.yaml for a page."""

import click


@click.command()
def init() -> None:
    """Write the schedule.yaml for a page."""
