"""A course on disk: its schedule.yaml and its page found, opened and compiled."""

import datetime as dt
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from syllabical import compile as compiler
from syllabical import read
from syllabical.diagnostics import Report
from syllabical.files import reading
from syllabical.files.reading import Project
from syllabical.model.course import Course
from syllabical.model.edition import Edition
from syllabical.model.schedule import Schedule
from syllabical.source import Source, Span

# A data page (`_data/schedule.yml`) is YAML too; what makes a file a schedule are its keys.
_SCHEDULE_KEYS = re.compile(
    r"^(course|timezone|page|tracks|homework|exceptions|weekly|feeds|presentations|words)\s*:",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A course whose files are at hand."""

    schedule: Schedule
    page: Sequence[Source]
    beside: Callable[[str], Source | None]
    path: Path
    """The page's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A course, compiled as far as could be; `report` says what is wrong with it."""

    report: Report
    course: Course | None = None
    editions: tuple[Edition, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    """The feeds by file name; none where the report has failed."""


def compiled(
    course: Opened,
    report: Report,
    *,
    now: dt.datetime,
    year: int | None = None,
    previous: bytes | None = None,
    previous_name: str = "the previous feed",
    before: Sequence[Edition] | None = None,
    strict: bool = False,
    allow_loss: int | None = None,
) -> Compiled:
    """Compile a course that was opened, on top of what was published before.

    `now` is the time of the build, aware: the only clock there is. `year` is that of the page's
    first row, where the page does not say. `previous` is the feed published before, ``None`` for a
    first edition, and `previous_name` what messages call it; `before` are its editions, where it
    was read already. Where `strict`, a doubt forbids publishing. `allow_loss` is how many events
    to come may leave the feed; a few where left out.
    """
    understood = compiler.course(
        course.page,
        course.schedule,
        report,
        beside=course.beside,
        today=now.date(),
        year=year,
    )
    if understood is None:
        return Compiled(report=report)
    if before is None:
        before = read.published_editions(previous, previous_name, report)
    editions = compiler.editions(understood, before, report, now=now, allow_loss=allow_loss)
    files = compiler.files(understood, editions, report) or {}
    if strict:
        report.promote()
    return Compiled(
        report=report, course=understood, editions=editions, files={} if report.failed else files
    )


def opened(path: Path, report: Report) -> Opened | None:
    """Open a schedule.yaml and the page it names, or a page alone."""
    if path.is_dir() or path.suffix not in {".yaml", ".yml"}:
        return _paged(path, Schedule(), None, report)
    rules = reading.source(path, report, None, may_be_empty=True)
    if rules is None:
        return None
    if path.name != "schedule.yaml" and not _SCHEDULE_KEYS.search(rules.text):
        return _paged(path, Schedule(), None, report)
    return _scheduled(path, rules, report)


def _scheduled(path: Path, rules: Source, report: Report) -> Opened | None:
    """The course of a schedule.yaml."""
    schedule = read.schedule_file(rules, report)
    if schedule is None:
        return None
    report.allowed = frozenset(schedule.checks.allow)
    if schedule.page is None:
        report.error(
            "page-not-named",
            "schedule.yaml does not say which page holds the schedule",
            rules.span(0, len(rules.line(1))),
            help="add a line such as `page: syllabus.md`, or run `syllabical init`",
        )
        return None
    at = schedule.page.where("path")
    if not _inside(path, schedule.page.path, at, report):
        return None
    return _paged(path.parent / schedule.page.path, schedule, at, report)


def _inside(schedule: Path, page: str, at: Span | None, report: Report) -> bool:
    """Whether the page lies in the project; said where it does not."""
    if "\0" not in page and Project.around(schedule).holds(schedule.parent / page):
        return True
    report.error(
        "page-outside-project",
        f"`{page}` leads out of the project",
        at,
        help="name a page in the repository that schedule.yaml lies in",
    )
    return False


def _paged(page: Path, schedule: Schedule, at: Span | None, report: Report) -> Opened | None:
    """The page, opened beside the schedule that names it at `at`."""
    files = reading.sources(page, report, at)
    if not files:
        return None
    beside = Project.around(page).beside(page)
    return Opened(schedule=schedule, page=files, beside=beside, path=page)


def compile_course(
    path: str | Path, *, now: dt.datetime | None = None, previous: bytes | None = None
) -> Compiled:
    """Compile the course of a schedule.yaml, or of a page alone.

    `now` is the time of the build, aware; the clock's where left out. `previous` is the feed
    published before. What is wrong is in the report of what comes back; nothing is raised for it.
    """
    report = Report()
    course = opened(Path(path), report)
    if course is None:
        return Compiled(report=report)
    return compiled(course, report, now=now or build_time(), previous=previous)


def build_time() -> dt.datetime:
    """SOURCE_DATE_EPOCH where it is set, else the clock's time; UTC, in whole seconds.

    Raises ValueError where SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return dt.datetime.now(dt.UTC).replace(microsecond=0)
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is `{epoch}`; it must be whole seconds since 1970"
        raise ValueError(message) from None
