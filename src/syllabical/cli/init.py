"""`syllabical init`: a schedule.yaml for a page."""

import datetime as dt
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from syllabical import draft, read, timezones
from syllabical.cli import common, find_pages
from syllabical.cli.find_pages import Found
from syllabical.diagnostics import Report, Severity
from syllabical.files import writing
from syllabical.files.reading import Project
from syllabical.model.schedule import Schedule
from syllabical.project import Compiled, Opened, Wishes, compiled
from syllabical.source import Source

_MOST_LISTED = 20
_GUESSES = frozenset({"date-order-guessed", "year-guessed"})
_SETTLED_BY_SCHEDULE = frozenset({"date-order-undecidable"})


_ZONEINFO = "zoneinfo/"


@click.command(
    "init",
    epilog="\b\nExamples:\n  syllabical init syllabus.md\n  syllabical init\n"
    "  syllabical init syllabus.md --out course/schedule.yaml",
)
@click.argument("page", required=False, type=click.Path(path_type=Path))
@click.option(
    "--out",
    default="schedule.yaml",
    show_default=True,
    metavar="FILE",
    help="The file to write; `-` prints it.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@common.year
def command(page: Path | None, out: str, *, force: bool, year: int | None) -> None:
    """Write the schedule.yaml for PAGE.

    It says what was understood and why, and leaves blanks for what only you know: the hours, the
    rooms. Without PAGE, the pages of this repository that hold a schedule are looked for.
    """
    target = None if out == "-" else _target(Path(out))
    if target and target.exists() and not force:
        raise click.UsageError(
            f"`{target}` is there already; write over it with `--force`, or elsewhere with"
            " `--out FILE`, or look at the draft alone with `--out -`"
        )
    course = _opened(page or _chosen())
    folder = target.parent if target else Path()
    report = Report()
    text, result = drafted(course, folder, year, report)
    common.say(result.report)
    if target is None:
        click.echo(text, nl=False)
    else:
        _write(target, text)
        click.echo("\n".join(_told(target, course.path, result, report)))
    sys.exit(common.WRONG_INPUT if result.report.failed else 0)


def _target(path: Path) -> Path:
    """The file to write; in a folder, its schedule.yaml."""
    if path.is_dir():
        return path / "schedule.yaml"
    if path.suffix not in {".yaml", ".yml"}:
        raise click.UsageError(f"`{path}` has to end in `.yaml` for `build` to read it")
    return path


def _opened(path: Path) -> Opened:
    """The page; an error of usage where it is a schedule.yaml."""
    report = Report()
    if not str(path).isprintable():
        raise click.UsageError("the page's name has characters that cannot be written; rename it")
    course = common.course(path, report)
    if not course.schedule.hidden:
        raise click.UsageError(f"`{path}` is a schedule already; name the page it is about")
    common.say(report)
    return course


def _chosen() -> Path:
    """The one page here that holds a schedule; asked for where there are several."""
    found = find_pages.pages(Path(), common.now().date())
    if not found:
        raise click.UsageError("no page here holds a schedule; name one: `syllabical init PAGE`")
    if len(found) == 1:
        click.echo(
            f"taking {_listed(found)[0].strip()}, the only page here with a schedule", err=True
        )
        return found[0].path
    lines = _listed(found[:_MOST_LISTED])
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        more = len(found) - len(lines)
        lines += [f"and {more} more"] * bool(more)
        listed = "\n".join(f"  {line}" for line in lines)
        raise click.UsageError(f"name one of these with `syllabical init PAGE`:\n{listed}")
    click.echo("These pages hold a schedule:", err=True)
    for number, line in enumerate(lines, 1):
        click.echo(f"{number:4}  {line}", err=True)
    which = click.IntRange(1, len(lines))
    return found[click.prompt("Which one", default=1, type=which, err=True) - 1].path


def _listed(found: list[Found]) -> list[str]:
    """Each page with its events and its first and last day, in columns."""
    width = max(len(str(each.path)) for each in found)
    return [
        f"{each.path!s:<{width}}  {each.events:4} events, {_day(each.first)} to {_day(each.last)}"
        for each in found
    ]


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"


def drafted(course: Opened, folder: Path, year: int | None, report: Report) -> tuple[str, Compiled]:
    """The draft, and what it compiles to; exit 1 where the page cannot be read."""
    now = common.now()
    page = read.course_page(course.page, Schedule(), course.beside, Report())
    alone = compiled(course, Wishes(now=now, year=year), report)
    if page is None or alone.course is None or is_unreadable(report):
        common.say(report)
        click.echo("nothing written", err=True)
        raise SystemExit(common.WRONG_INPUT)
    around = _around(course.path, folder)
    for each in (around, replace(around, pinned=False)):
        text = draft.schedule(alone.course, page, each, report)
        again = _read_back(text, course, now)
        if again.course and again.course.syllabus.weeks == alone.course.syllabus.weeks:
            break
    return text, again


def is_unreadable(report: Report) -> bool:
    """Whether something is wrong that no schedule.yaml can settle."""
    errors = (said for said in report if said.severity is Severity.ERROR)
    return any(said.code not in _SETTLED_BY_SCHEDULE for said in errors)


def _read_back(text: str, course: Opened, now: dt.datetime) -> Compiled:
    """The course that a draft makes of the same page."""
    report = Report()
    schedule = read.schedule_file(Source("schedule.yaml", text), report)
    drafted = replace(course, schedule=schedule or Schedule())
    return compiled(drafted, Wishes(now=now), report)


def _around(page: Path, folder: Path) -> draft.Around:
    """The page's path from the folder, the machine's zone, and the schema where it is there."""
    project = Project.around(folder / "schedule.yaml")
    if not project.holds(page):
        raise click.UsageError(
            f"`{page}` lies outside of the project of `{folder}`; write the file beside its page,"
            f" with `--out {page.parent / 'schedule.yaml'}`"
        )
    found, told_by = zone()
    return draft.Around(
        path=_relative(page, folder),
        zone=found,
        told_by=told_by,
        schema=_schema(folder, project.root),
    )


def _schema(folder: Path, root: Path) -> str:
    """The path of the JSON Schema from the folder, where the project has one."""
    for place in (folder.resolve(), root, root / "docs"):
        if (place / draft.SCHEMA).is_file():
            return _relative(place / draft.SCHEMA, folder)
    return ""


def _relative(path: Path, folder: Path) -> str:
    """A path as it is written in a file of that folder."""
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()


def _write(target: Path, text: str) -> None:
    """Write the file, whole or not at all."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        writing.write(target.parent, {target.name: text.encode()})
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.UsageError(f"cannot write `{target}`: {reason}") from None


def _told(target: Path, page: Path, result: Compiled, report: Report) -> Iterator[str]:
    """What was written, what in it was guessed, and what to do next."""
    events = result.course.events if result.course else ()
    yield f"wrote {target} for {page}: {len(events)} event{'s' * (len(events) != 1)}"
    for said in report:
        if said.code in _GUESSES:
            yield f"  guessed: {said.message}"
    schedule = result.course.schedule if result.course else Schedule()
    if schedule.timezone:
        yield f"  guessed: the zone is that of this machine, {schedule.timezone}"
    first = "settle what is wrong" if result.report.failed else "fill in the hours and rooms"
    name = "" if str(target) == "schedule.yaml" else f" {target}"
    yield f"  next: {first}, then `syllabical build{name}`"


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
