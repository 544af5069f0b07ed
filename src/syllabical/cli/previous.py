"""The feed published before: the only memory there is of what students already have."""

from dataclasses import dataclass
from pathlib import Path

from syllabical.diagnostics import Report
from syllabical.source import Span


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
    if memory.lies_in.exists():
        return Previous(memory.lies_in.read_bytes(), str(memory.lies_in))
    return Previous()


def _named(name: str, folder: Path, memory: Memory, at: Span | None, report: Report) -> Previous:
    """A feed by its address, or by its path from a folder."""
    try:
        if "://" in name or name.startswith(("webcal:", "file:")):
            from syllabical import fetch  # noqa: PLC0415 (only a named address needs the network)

            address = name.replace("webcal:", "https:", 1) if name.startswith("webcal:") else name
            try:
                return Previous(fetch.fetched(address, allow_private=memory.allow_private), name)
            except fetch.FetchError as error:
                reason = str(error)
        else:
            return Previous((folder / name).read_bytes(), name)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
    report.error(
        "previous-feed-missing",
        f"cannot read the feed published before, `{name}`: {reason}",
        at,
        help="without it every event would be new to its subscribers; where nothing was"
        " published yet, say `--first`",
    )
    return Previous()
