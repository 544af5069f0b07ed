"""`syllabical schema`: the JSON Schema of schedule.yaml."""

import click

from syllabical import read


@click.command("schema", epilog="\b\nExample:\n  syllabical schema > schedule.schema.json")
def command() -> None:
    """Print the JSON Schema of schedule.yaml.

    An editor with a YAML language server completes and checks the file when its first line is
    `# yaml-language-server: $schema=schedule.schema.json`.
    """
    click.echo(read.schedule_schema(), nl=False)
