"""`syllabical schema`: the JSON Schema of schedule.yaml, for editors."""

import click


@click.command(epilog="\b\nExample:\n  syllabical schema > schedule.schema.json")
def schema() -> None:
    """Print the JSON Schema of schedule.yaml.

    An editor with a YAML language server completes and checks the file when its first line is
    `# yaml-language-server: $schema=schedule.schema.json`.
    """
    from syllabical import read  # noqa: PLC0415 (only this command needs it)

    click.echo(read.schema(), nl=False)
