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

_MOST_FILES = 4000
_MOST_SECONDS = 15.0
_LARGEST = 1024 * 1024
"""Bytes of a file that is looked into."""

_FEWEST = 3
"""Dated events that make a table a schedule."""

_PAGES = frozenset({
    ".adoc", ".asc", ".asciidoc", ".csv", ".htm", ".html", ".json", ".latex", ".markdown", ".md",
    ".mdx", ".mkd", ".org", ".qmd", ".rmd", ".rst", ".tex", ".tsv", ".xhtml", ".yaml", ".yml",
})  # fmt: skip
_DATA = frozenset({".csv", ".json", ".tsv", ".yaml", ".yml"})
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
class SchedulePage:
    """A page that holds a schedule."""

    path: Path
    entries: tuple[tuple[dt.date, str], ...]
    """The day and the title of everything that the page dates; never empty."""

    @property
    def first(self) -> dt.date:
        """The first day."""
        return min(self.entries)[0]

    @property
    def last(self) -> dt.date:
        """The last day."""
        return max(self.entries)[0]


def schedule_pages(folder: Path, today: dt.date) -> list[SchedulePage]:
    """The pages below a folder that hold a schedule, those with the most events first.

    Of several that say the same, as a page and the file it is made of do, one is enough. Those
    that could not be read within 15 seconds are left out.
    """
    latest = time.monotonic() + _MOST_SECONDS
    found: dict[tuple[tuple[dt.date, str], ...], SchedulePage] = {}
    for path in _candidates(folder):
        if time.monotonic() > latest:
            break
        page = _schedule_page(path, today)
        if page:
            found.setdefault(page.entries, page)
    return sorted(found.values(), key=lambda page: (-len(page.entries), page.path.as_posix()))


def _candidates(folder: Path) -> list[Path]:
    """The files that may be pages, the most telling names first; a folder of modules is one."""
    kept: dict[Path, None] = {}
    for name in _names(folder):
        path = Path(name)
        if path.suffix.lower() not in _PAGES or _is_not_ours(path):
            continue
        modules = next((each for each in path.parents if each.name == "_modules"), None)
        kept[modules or path] = None
    return [folder / path for path in sorted(kept, key=_rank)[:_MOST_FILES]]


def _names(folder: Path) -> Iterator[str]:
    """The files below a folder: those that git knows or would, else all of them."""
    listing = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    command = ["git", "-C", str(folder), *listing]
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


def _is_not_ours(path: Path) -> bool:
    """Whether a file is made, hidden, no page, or called what no text can hold."""
    if not str(path).isprintable():
        return True
    hidden = any(part.startswith(".") or part.lower() in _NOT_OURS for part in path.parts)
    return hidden or path.name == "schedule.yaml" or bool(_NOT_PAGES.match(path.name))


def _rank(path: Path) -> tuple[bool, bool, str]:
    """Pages before the files they are made of, telling names before others."""
    name = path.as_posix()
    return path.suffix.lower() in _DATA, not _TELLING.search(name), name


def _schedule_page(path: Path, today: dt.date) -> SchedulePage | None:
    """A page with what it dates; ``None`` where that is no schedule."""
    if not path.is_dir() and not _may_hold_dates(path):
        return None
    course = opened(Path(reading.shown_path(path)), Report())
    if course is None or not course.schedule.hidden:
        return None
    entries = _entries(course, today)
    return SchedulePage(course.path, entries) if len(entries) >= _FEWEST else None


def _may_hold_dates(path: Path) -> bool:
    """Whether a file is small enough and has as many lines with numbers as a schedule."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return False
        return len(_DATED.findall(path.read_bytes())) >= _FEWEST
    except OSError:
        return False


def _entries(course: Opened, today: dt.date) -> tuple[tuple[dt.date, str], ...]:
    page = read.course_page(course.page, Schedule(), course.beside, Report())
    syllabus = interpret.syllabus(page, Schedule(), today, Report()) if page else None
    weeks = syllabus.weeks if syllabus else ()
    return tuple((entry.date, entry.title) for week in weeks for entry in week.entries)
