"""The feed published before: the only memory there is of what students already have."""

from dataclasses import dataclass
from pathlib import Path

from syllabical.diagnostics import Report
from syllabical.files import fetch, reading
from syllabical.source import Span

LARGEST = 64 * 1024 * 1024
"""Bytes; more than any feed that is taken for one."""


@dataclass(frozen=True, slots=True)
class Previous:
    """A feed and the name by which people know where it came from."""

    content: bytes | None = None
    """``None`` where there is none yet, or where it could not be had (then it was said)."""

    name: str = "the previous feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Where to look for the feed published before."""

    named: str = ""
    """A file or an address that the command line names; it outranks the others."""

    published: str = ""
    """The same from schedule.yaml."""

    published_at: Span | None = None
    folder: Path
    """The folder of schedule.yaml, from which a file in it is named."""

    lies_in: Path
    """The file in the output folder, where nothing is named."""

    first: bool = False
    """Whether this is a first edition, whatever was published before."""

    allow_private: bool = False


def previous(memory: Memory, report: Report) -> Previous:
    """The feed published before; what keeps it from being read is an error."""
    if memory.first:
        return Previous()
    if memory.named:
        return _named(memory.named, Path(), memory, None, report)
    if memory.published:
        return _named(memory.published, memory.folder, memory, memory.published_at, report)
    return _lying(memory.lies_in, report)


def _lying(path: Path, report: Report) -> Previous:
    """The feed in the output folder, where there is one; a broken link is not nothing."""
    name = reading.shown_path(path)
    try:
        if path.is_symlink() or path.exists():
            return Previous(_bytes(path), name)
    except OSError as error:
        _say_missing(name, _plainly(error), None, report)
    return Previous()


def _named(name: str, folder: Path, memory: Memory, at: Span | None, report: Report) -> Previous:
    """A feed by its address, or by its path from a folder."""
    try:
        if "://" not in name and not name.startswith(("webcal:", "file:")):
            return Previous(_bytes(folder / name), name)
        address = name.replace("webcal:", "https:", 1) if name.startswith("webcal:") else name
        return Previous(fetch.fetched(address, allow_private=memory.allow_private), name)
    except (OSError, ValueError, fetch.FetchError) as error:
        _say_missing(name, _plainly(error), at, report)
    return Previous()


def _bytes(path: Path) -> bytes:
    """What a file holds, as far as it may be a feed; also of a pipe that the shell made."""
    with path.open("rb") as file:
        return file.read(LARGEST)


def _plainly(error: Exception) -> str:
    """Why something cannot be read, as people say it."""
    return error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)


def _say_missing(name: str, reason: str, at: Span | None, report: Report) -> None:
    report.error(
        "previous-feed-missing",
        f"cannot read the feed published before, `{name}`: {reason}",
        at,
        help="without it every event would be new to its subscribers; where nothing was"
        " published yet, say `--first`",
    )
