"""The pages of a repository that hold a schedule, found by reading them."""

import datetime as dt
import os
import re
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from syllabical import interpret, read
from syllabical.diagnostics import Report
from syllabical.files import reading
from syllabical.model.schedule import Schedule
from syllabical.project import Opened, opened

MOST_FILES = 4000
MOST_SECONDS = 15.0
LARGEST = 1024 * 1024
FEWEST = 3
"""Dated events that make a table a schedule."""

_PAGES = frozenset({
    ".csv", ".htm", ".html", ".json", ".markdown", ".md", ".mdx", ".mkd", ".org", ".qmd", ".rmd",
    ".rst", ".tsv", ".xhtml", ".yaml", ".yml",
})  # fmt: skip
_LISTINGS = frozenset({".csv", ".json", ".tsv", ".yaml", ".yml"})
_NOT_OURS = frozenset({
    "__pycache__", "_book", "_build", "_site", "build", "dist", "env", "node_modules", "public",
    "site-packages", "target", "vendor", "venv",
})  # fmt: skip
_TELLING = re.compile(
    r"schedul|syllab|calend|lectur|index|readme|info|program|plan|week", re.IGNORECASE
)
_NOT_PAGES = re.compile(
    r"^(?:package(?:-lock)?\.json|changelog.*|_config.*|.*\.lock|.*schema\.json)$", re.IGNORECASE
)
_DATED = re.compile(rb"\d[^\n]{0,40}?\d")


@dataclass(frozen=True, slots=True)
class Found:
    """A page with a schedule, and what happens by it."""

    path: Path
    happens: tuple[tuple[dt.date, str], ...]
    """Days and titles."""

    @property
    def events(self) -> int:
        """How many there are."""
        return len(self.happens)

    @property
    def first(self) -> dt.date:
        """The first day."""
        return min(self.happens)[0]

    @property
    def last(self) -> dt.date:
        """The last day."""
        return max(self.happens)[0]


def pages(folder: Path, today: dt.date) -> list[Found]:
    """The pages below a folder that hold a schedule, those with the most events first.

    Of several that say the same, as a page and the file it is made of do, one is enough.
    """
    latest = time.monotonic() + MOST_SECONDS
    found: dict[tuple[tuple[dt.date, str], ...], Found] = {}
    for path in _candidates(folder):
        if time.monotonic() > latest:
            break
        each = _read(path, today)
        if each:
            found.setdefault(each.happens, each)
    return sorted(found.values(), key=lambda each: (-each.events, each.path.as_posix()))


def _candidates(folder: Path) -> list[Path]:
    """The files that may be pages, the most telling names first; a folder of modules is one."""
    kept: dict[Path, None] = {}
    for name in _names(folder):
        path = Path(name)
        if path.suffix.lower() not in _PAGES or _is_not_ours(path):
            continue
        modules = next((each for each in path.parents if each.name == "_modules"), None)
        kept[modules or path] = None
    return [folder / path for path in sorted(kept, key=_rank)[:MOST_FILES]]


def _rank(path: Path) -> tuple[bool, bool, str]:
    """Pages before the files they are made of, telling names before others."""
    name = path.as_posix()
    return path.suffix.lower() in _LISTINGS, not _TELLING.search(name), name


def _is_not_ours(path: Path) -> bool:
    """Whether a file is made, hidden, no page, or called what no text can hold."""
    if not str(path).isprintable():
        return True
    hidden = any(part.startswith(".") or part.lower() in _NOT_OURS for part in path.parts)
    return hidden or path.name == "schedule.yaml" or bool(_NOT_PAGES.match(path.name))


def _names(folder: Path) -> Iterator[str]:
    """The files below a folder: those that git knows or would, else all of them."""
    command = [
        "git",
        "-C",
        str(folder),
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    try:
        run = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (git, no shell)
    except OSError:
        run = None
    if run is not None and run.returncode == 0:
        yield from (os.fsdecode(name) for name in run.stdout.split(b"\0") if name)
        return
    for above, folders, files in os.walk(folder):
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and each.lower() not in _NOT_OURS
        )
        yield from (os.path.relpath(Path(above) / name, folder) for name in sorted(files))


def _read(path: Path, today: dt.date) -> Found | None:
    """What a page holds; nothing where that is no schedule."""
    if not path.is_dir() and not _may_hold(path):
        return None
    course = opened(Path(reading.shown_path(path)), Report())
    if course is None or not course.schedule.hidden:
        return None
    happens = _happens(course, today)
    return Found(course.path, happens) if len(happens) >= FEWEST else None


def _may_hold(path: Path) -> bool:
    """Whether a file is small enough and has as many lines with numbers as a schedule."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return False
        return len(_DATED.findall(path.read_bytes())) >= FEWEST
    except OSError:
        return False


def _happens(course: Opened, today: dt.date) -> tuple[tuple[dt.date, str], ...]:
    """The days and titles of all that the page dates."""
    page = read.course_page(course.page, Schedule(), course.beside, Report())
    syllabus = interpret.syllabus(page, Schedule(), today, Report()) if page else None
    weeks = syllabus.weeks if syllabus else ()
    return tuple((entry.date, entry.title) for week in weeks for entry in week.entries)
