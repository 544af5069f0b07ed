"""The feed published before, found and read: the only record of what subscribers already have."""

from dataclasses import dataclass
from pathlib import Path

from syllabical.diagnostics import Report
from syllabical.files import fetch, reading
from syllabical.model.schedule import Schedule
from syllabical.source import Span

_LARGEST = 64 * 1024 * 1024
"""Bytes; more than any feed that is taken for one."""


@dataclass(frozen=True, slots=True)
class PreviousFeed:
    """A feed and the name by which people know where it came from."""

    content: bytes | None = None
    """``None`` where there is none yet, or where it could not be read (then it was said)."""

    name: str = "the previous feed"


def previous_feed(
    schedule: Schedule,
    report: Report,
    *,
    folder: Path,
    lies_in: Path,
    named: str = "",
    allow_private: bool = False,
) -> PreviousFeed:
    """The feed that `named`, a file or an address, gives; else `published:` of the schedule.

    A file that the schedule names is looked for from `folder`, the schedule's own. Where neither
    names one, it is the file `lies_in`, if it is there. `allow_private` is for addresses, as in
    `fetch`. What is named and cannot be read is the error `previous-feed-missing`.
    """
    if named:
        return _named(named, Path(), None, report, allow_private=allow_private)
    if schedule.published:
        at = schedule.where("published")
        return _named(schedule.published, folder, at, report, allow_private=allow_private)
    return _lying(lies_in, report)


def _named(
    name: str, folder: Path, at: Span | None, report: Report, *, allow_private: bool
) -> PreviousFeed:
    """A feed by its address, or by its path from a folder."""
    try:
        if "://" not in name and not name.startswith(("webcal:", "file:")):
            return PreviousFeed(_content(folder / name), name)
        address = name.replace("webcal:", "https:", 1) if name.startswith("webcal:") else name
        return PreviousFeed(fetch.fetched(address, allow_private=allow_private), name)
    except (OSError, ValueError, fetch.FetchError) as error:
        _say_missing(name, error, at, report)
    return PreviousFeed()


def _lying(path: Path, report: Report) -> PreviousFeed:
    """The feed in the output folder, where there is one; a broken link is not nothing."""
    name = reading.shown_path(path)
    try:
        if path.is_symlink() or path.exists():
            return PreviousFeed(_content(path), name)
    except OSError as error:
        _say_missing(name, error, None, report)
    return PreviousFeed()


def _content(path: Path) -> bytes:
    """What a file holds, as far as it may be a feed; also of a pipe that the shell made."""
    with path.open("rb") as file:
        return file.read(_LARGEST)


def _say_missing(name: str, error: Exception, at: Span | None, report: Report) -> None:
    reason = str(error)
    if isinstance(error, OSError) and error.strerror:
        reason = error.strerror.lower()
    report.error(
        "previous-feed-missing",
        f"cannot read the feed published before, `{name}`: {reason}",
        at,
        help="without it every event would be new to its subscribers; where nothing was"
        " published yet, say `--first`",
    )
