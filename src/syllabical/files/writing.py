"""Writing feeds whole or not at all, and one build at a time."""

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":  # where there are no such locks, replacing alone must do
    import fcntl

_LEFTOVER = re.compile(r"\..+\.ics\.\w{8}\.part")


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Lock the folder, made where it is missing: a second build waits for the first.

    What a build that was killed left in it is removed. Where the folder was made and nothing came
    into it, it is removed again. Raises OSError.
    """
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with _file_lock(folder):
            # The build that was waited for may have taken away a folder that it had made.
            folder.mkdir(parents=True, exist_ok=True)
            _remove_leftovers(folder)
            yield
    finally:
        if made:
            with suppress(OSError):
                folder.rmdir()


@contextmanager
def _file_lock(folder: Path) -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems lock no folders; there, replacing alone must do.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _remove_leftovers(folder: Path) -> None:
    """Remove what was written aside by a build that was killed before it moved it into place."""
    for path in folder.iterdir():
        if _LEFTOVER.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


def write(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write feeds into a folder, all or none, and return the names of those that changed.

    Each is written aside, flushed to the disk, and moved into place only when all of them are
    there; one that is equal is left alone. Raises OSError with every file as it was.
    """
    changed = [name for name, content in files.items() if _content(folder / name) != content]
    aside: dict[str, Path] = {}
    try:
        for name in changed:
            aside[name] = _written_aside(folder, name, files[name])
        for name in changed:
            aside.pop(name).replace(folder / name)
    finally:
        for part in aside.values():
            part.unlink(missing_ok=True)
    return tuple(changed)


def _written_aside(folder: Path, name: str, content: bytes) -> Path:
    handle, part = tempfile.mkstemp(dir=folder, prefix=f".{name}.", suffix=".part")
    path = Path(part)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is for its owner alone; a feed is for the web server too.
        there = folder / name
        path.chmod(there.stat().st_mode if there.exists() else 0o644)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
