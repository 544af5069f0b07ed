"""`syllabical init`: a schedule.yaml for a page."""

import datetime as dt
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from syllabical import draft, read, timezones
from syllabical.cli import common
from syllabical.cli.find_pages import SchedulePage, schedule_pages
from syllabical.diagnostics import Report, Severity
from syllabical.files import writing
from syllabical.files.reading import Project
from syllabical.model.schedule import Schedule
from syllabical.project import Compiled, Opened, compiled
from syllabical.render.dates import day_month_year
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
def command(*, page: Path | None, out: str, force: bool, year: int | None) -> None:
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
    course = _opened_page(page or _chosen_page())
    folder = target.parent if target else Path()
    report = Report()
    text, result = drafted(course, folder, year, report)
    common.print_report(result.report)
    if target is None:
        click.echo(text, nl=False)
    else:
        _write(target, text)
        click.echo("\n".join(_summary(target, course.path, result, report)))
    sys.exit(common.WRONG_INPUT if result.report.failed else 0)


def _target(path: Path) -> Path:
    """The file to write; in a folder, its schedule.yaml."""
    if path.is_dir():
        return path / "schedule.yaml"
    if path.suffix not in {".yaml", ".yml"}:
        raise click.UsageError(f"`{path}` has to end in `.yaml` for `build` to read it")
    return path


def _opened_page(path: Path) -> Opened:
    """The page; an error of usage where it is a schedule.yaml."""
    report = Report()
    if not str(path).isprintable():
        raise click.UsageError("the page's name has characters that cannot be written; rename it")
    course = common.opened_course(path, report)
    if not course.schedule.hidden:
        raise click.UsageError(f"`{path}` is a schedule already; name the page it is about")
    common.print_report(report)
    return course


def _chosen_page() -> Path:
    """The one page here that holds a schedule; asked for where there are several."""
    found = schedule_pages(Path(), common.build_time().date())
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


def _listed(found: list[SchedulePage]) -> list[str]:
    """Each page with its events and its first and last day, in columns."""
    width = max(len(str(page.path)) for page in found)
    return [
        f"{page.path!s:<{width}}  {len(page.entries):4} events,"
        f" {day_month_year(page.first)} to {day_month_year(page.last)}"
        for page in found
    ]


def drafted(course: Opened, folder: Path, year: int | None, report: Report) -> tuple[str, Compiled]:
    """The schedule.yaml for a folder, and what it compiles to; exit 1 where the page is unreadable.

    `report` is that of the page alone, read before there was a schedule.
    """
    now = common.build_time()
    page = read.course_page(course.page, Schedule(), course.beside, Report())
    alone = compiled(course, report, now=now, year=year)
    if page is None or alone.course is None or is_unreadable(report):
        common.print_report(report)
        click.echo("nothing written", err=True)
        raise SystemExit(common.WRONG_INPUT)
    project = Project.around(folder / "schedule.yaml")
    if not project.holds(course.path):
        raise click.UsageError(
            f"`{course.path}` lies outside of the project of `{folder}`; write the file beside its"
            f" page, with `--out {course.path.parent / 'schedule.yaml'}`"
        )
    zone, zone_source = machine_zone()
    for columns_are_named in (True, False):
        text = draft.schedule(
            alone.course,
            page,
            report,
            path=_relative(course.path, folder),
            zone=zone,
            zone_source=zone_source,
            schema=_schema(folder, project.root),
            columns_are_named=columns_are_named,
        )
        result = _read_back(text, course, now)
        # Columns that are named may be read otherwise than they were guessed; then none is named.
        if result.course and result.course.syllabus.weeks == alone.course.syllabus.weeks:
            break
    return text, result


def is_unreadable(report: Report) -> bool:
    """Whether something is wrong that no schedule.yaml can settle."""
    errors = (said for said in report if said.severity is Severity.ERROR)
    return any(said.code not in _SETTLED_BY_SCHEDULE for said in errors)


def _relative(path: Path, folder: Path) -> str:
    """A path as it is written in a file of that folder."""
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()


def _schema(folder: Path, root: Path) -> str:
    """The path of the JSON Schema from the folder, where the project has one."""
    for place in (folder.resolve(), root, root / "docs"):
        if (place / draft.SCHEMA).is_file():
            return _relative(place / draft.SCHEMA, folder)
    return ""


def machine_zone() -> tuple[str, str]:
    """The IANA name of this machine's zone, and what says it: `TZ`, `/etc/localtime`.

    Both are empty where nothing says it, or where it is no place's, as UTC is.
    """
    for source, name in (
        ("TZ", os.environ.get("TZ", "")),
        ("/etc/timezone", _first_line(Path("/etc/timezone"))),
        ("/etc/localtime", _link_target(Path("/etc/localtime"))),
    ):
        bare = _bare_name(name)
        if bare:
            return (bare, source) if _is_of_a_place(bare) else ("", "")
    return "", ""


def _bare_name(name: str) -> str:
    """`Asia/Jerusalem` of `:Asia/Jerusalem` and of `/usr/share/zoneinfo/posix/Asia/Jerusalem`."""
    name = name.strip().removeprefix(":").rpartition(_ZONEINFO)[2]
    return name.removeprefix("posix/").removeprefix("right/")


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").split("\n")[0]
    except OSError:
        return ""


def _link_target(path: Path) -> str:
    """Where a link leads in one step; the last of several may be the file of another name."""
    try:
        target = path.readlink().as_posix()
    except OSError:
        return ""
    return target if _ZONEINFO in target else ""


def _is_of_a_place(name: str) -> bool:
    """Whether a zone is that of a region: servers keep UTC, and no course meets in UTC."""
    return "/" in name and not name.startswith("Etc/") and timezones.is_zone(name)


def _read_back(text: str, course: Opened, now: dt.datetime) -> Compiled:
    """The course that a draft makes of the same page."""
    report = Report()
    schedule = read.schedule_file(Source("schedule.yaml", text), report)
    drafted = replace(course, schedule=schedule or Schedule())
    return compiled(drafted, report, now=now)


def _write(target: Path, text: str) -> None:
    """Write the file, whole or not at all."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        writing.write(target.parent, {target.name: text.encode()})
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.UsageError(f"cannot write `{target}`: {reason}") from None


def _summary(target: Path, page: Path, result: Compiled, report: Report) -> Iterator[str]:
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
