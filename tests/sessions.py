"""The sessions that the documentation shows, run as a reader would run them."""

import os
import re
import subprocess
import sys
from pathlib import Path


def of(text: str) -> list[str]:
    """The sessions of a page."""
    return re.findall(r"```console\n(.*?)```", text, re.DOTALL)


def replayed(session: str) -> str:
    """The session as a terminal would show it: its commands, each with what it prints."""
    commands = re.findall(r"^\$ (.+)$", session, re.MULTILINE)
    script = "\n".join(f"echo {_shown(command)}\n{command}" for command in commands)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(  # noqa: S603 (the commands of our own documentation)
        ["bash", "-c", script],  # noqa: S607 (as a reader would run them)
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={**os.environ, "PATH": path, "COLUMNS": "80"},
    )
    return run.stdout


def _shown(command: str) -> str:
    quoted = command.replace("'", "'\\''")
    return f"'$ {quoted}'"
