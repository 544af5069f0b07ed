"""A course as it was at a revision of its git repository."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click


@contextmanager
def at_revision(path: Path, revision: str) -> Iterator[Path]:
    """The path in a copy of the repository as it was at a revision, for as long as it lasts."""
    root = Path(_git(path.resolve().parent, "rev-parse", "--show-toplevel").decode().strip())
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    archive = _git(root, "archive", "--format=tar", commit.decode().strip())
    with tempfile.TemporaryDirectory() as folder:
        _unpack(archive, Path(folder))
        # A folder of its own repository, so that the bounds of the project are the same.
        (Path(folder) / ".git").mkdir()
        yield Path(folder) / path.resolve().relative_to(root)


def _unpack(archive: bytes, folder: Path) -> None:

    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers; an error of usage where it has none."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        run = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (git, no shell)
    except OSError:
        raise click.UsageError("`--since` needs git, which is not here") from None
    if run.returncode:
        reason = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise click.UsageError(f"git says: {reason[-1] if reason else 'no'}")
    return run.stdout
