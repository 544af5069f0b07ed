"""Feeds in the output folder that a build no longer writes, since the course has another name."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from syllabical import read
from syllabical.diagnostics import Report
from syllabical.files import reading
from syllabical.model.edition import Edition
from syllabical.text import comparable


def say_left_behind(
    folder: Path, written: Collection[str], editions: Sequence[Edition], report: Report
) -> None:
    """Say which feed that is not written tells of the same classes: someone subscribes to it."""
    now = _told(editions)
    for path in _others(folder, written):
        then = _told(_editions(path))
        if then and 2 * len(then & now) >= len(then):
            name = reading.shown(path)
            report.warning(
                "feed-left-behind",
                f"`{name}` tells of the same classes, and is not written any more",
                None,
                help=f"was the course renamed? with `--previous {name}` its events stay who they"
                " are; whoever subscribed to it must be given the new address",
            )


def _others(folder: Path, written: Collection[str]) -> Iterator[Path]:
    for path in sorted(folder.glob("*.ics")):
        if path.name not in written and not path.stem.endswith("-import") and path.is_file():
            yield path


def _editions(path: Path) -> Sequence[Edition]:
    try:
        return read.editions(path.read_bytes(), path.name, Report())
    except OSError:
        return ()


def _told(editions: Iterable[Edition]) -> set[tuple[object, ...]]:
    return {(one.event.date, comparable(one.event.title)) for one in editions}
