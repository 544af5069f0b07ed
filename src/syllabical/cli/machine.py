"""The zone of this machine, as far as it tells."""

import os
from pathlib import Path

from syllabical import timezones

_ZONEINFO = "zoneinfo/"


def zone() -> tuple[str, str]:
    """The name of the zone and what tells it; two empty words where nothing names a place's."""
    for told_by, name in (
        ("TZ", os.environ.get("TZ", "")),
        ("/etc/timezone", _written(Path("/etc/timezone"))),
        ("/etc/localtime", _linked(Path("/etc/localtime"))),
    ):
        bare = _bare(name)
        if bare:
            return (bare, told_by) if _is_of_a_place(bare) else ("", "")
    return "", ""


def _bare(name: str) -> str:
    """`Asia/Jerusalem` of `:Asia/Jerusalem` and of `/usr/share/zoneinfo/posix/Asia/Jerusalem`."""
    name = name.strip().removeprefix(":").rpartition(_ZONEINFO)[2]
    return name.removeprefix("posix/").removeprefix("right/")


def _written(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").split("\n")[0]
    except OSError:
        return ""


def _linked(path: Path) -> str:
    """Where a link leads, each of its steps looked at: the last may be another name's file."""
    try:
        target = path.readlink().as_posix()
    except OSError:
        return ""
    return target if _ZONEINFO in target else ""


def _is_of_a_place(name: str) -> bool:
    """Whether a zone is that of a region: servers keep UTC, and no course meets in UTC."""
    return "/" in name and not name.startswith("Etc/") and timezones.is_zone(name)
