"""`syllabical build`: the page and its schedule, to feeds in a folder."""

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import NoReturn

import click

from syllabical import publish, read
from syllabical.cli import common
from syllabical.cli.previous import PreviousFeed, previous_feed
from syllabical.diagnostics import Report, Severity
from syllabical.files import reading, writing
from syllabical.model.edition import Edition, Status
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Kind
from syllabical.project import Compiled, compiled
from syllabical.render.dates import day_month_year, weekday
from syllabical.render.width import isolated, printable
from syllabical.text import comparable

_NAMES = {
    Kind.CLASS: ("class", "classes"),
    Kind.PRESENTATION: ("presentation", "presentations"),
    Kind.EXAM: ("exam", "exams"),
    Kind.HOMEWORK_RELEASE: ("homework release", "homework releases"),
    Kind.HOMEWORK_DUE: ("homework deadline", "homework deadlines"),
    Kind.NO_CLASS: ("no-class day", "no-class days"),
    Kind.OTHER: ("other event", "other events"),
}


@click.command(
    "build",
    epilog="\b\nExamples:\n  syllabical build\n  syllabical build course/schedule.yaml --out _site"
    "\n  syllabical build --out - > course.ics",
)
@click.argument("schedule", default="schedule.yaml", type=click.Path(path_type=Path))
@click.option(
    "--out",
    default="public",
    show_default=True,
    metavar="DIR",
    help="The folder that the feeds are written to; `-` prints the feed.",
)
@click.option(
    "--import",
    "once",
    is_flag=True,
    help="Write the files for importing once, instead of the feeds to subscribe to.",
)
@common.strict
@common.year
@click.option(
    "--previous",
    "named",
    default="",
    metavar="FILE|URL",
    help="The feed published before, where it is not in DIR.",
)
@click.option("--first", is_flag=True, help="Build a first edition, whatever was published.")
@click.option(
    "--allow-loss",
    type=click.IntRange(min=0),
    metavar="N",
    help="Go on although N events to come leave the calendars of subscribers.",
)
@common.allow_private
def command(
    *,
    schedule: Path,
    out: str,
    once: bool,
    strict: bool,
    year: int | None,
    named: str,
    first: bool,
    allow_loss: int | None,
    allow_private: bool,
) -> None:
    """Write the feeds of SCHEDULE (./schedule.yaml where left out).

    What cannot be read is an error: nothing is written then, and the feeds that were there before
    stay as they are.
    """
    report = Report()
    course = common.opened_course(schedule, report)
    if course.schedule.hidden:
        message = f"a feed needs a schedule.yaml; write one with `syllabical init {schedule}`"
        raise click.UsageError(message)
    folder = Path(out)
    is_printed = out == "-"
    # From here on the folder is ours: no other build writes between our reading and our writing.
    with nullcontext() if is_printed else _locked(folder):
        before = PreviousFeed()
        if not first:
            before = previous_feed(
                course.schedule,
                report,
                folder=schedule.parent,
                lies_in=folder / publish.main_file(course.schedule),
                named=named,
                allow_private=allow_private,
            )
        result = compiled(
            course,
            report,
            now=common.build_time(),
            year=year,
            previous=before.content,
            previous_name=before.name,
            strict=strict,
            allow_loss=allow_loss,
        )
        if before.content is None and not first and not report.failed:
            _say_left_behind(folder, result, report)
        files = _import_files(result) if once else result.files
        common.print_report(report)
        if report.failed:
            if not is_printed:
                click.echo(_nothing_written(folder, report), err=True)
            sys.exit(common.WRONG_INPUT)
        if is_printed:
            sys.stdout.buffer.write(next(iter(files.values())))
            sys.stdout.buffer.flush()
            return
        changed = _written(folder, files)
    for name in files:
        verb = "wrote" if name in changed else "unchanged:"
        click.echo(f"{verb} {folder / name}")
    click.echo(_summary(result.editions, course.schedule))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """The folder locked for this build; an error said and exit 1 where it cannot be written."""
    with ExitStack() as stack:
        try:
            stack.enter_context(writing.locked(folder))
        except OSError as error:
            _exit_unwritable(folder, error)
        yield


def _written(folder: Path, files: Mapping[str, bytes]) -> Collection[str]:
    """Write the files, and give the names of those that changed; exit 1 where that fails."""
    try:
        return writing.write(folder, files)
    except OSError as error:
        _exit_unwritable(folder, error)


def _exit_unwritable(folder: Path, error: OSError) -> NoReturn:
    report = Report()
    report.error(
        "cannot-write",
        f"cannot write to `{folder}`: {(error.strerror or str(error)).lower()}",
        None,
        help="what was published before is as it was; name another folder with `--out`",
    )
    common.print_report(report)
    sys.exit(common.WRONG_INPUT)


def _import_files(result: Compiled) -> Mapping[str, bytes]:
    """The files for importing once, by name; none where the report has failed."""
    if result.course is None or result.report.failed:
        return {}
    files = publish.import_files(result.editions, result.course.schedule, result.report)
    return {name.removesuffix(".ics") + "-import.ics": content for name, content in files.items()}


def _nothing_written(folder: Path, report: Report) -> str:
    errors = sum(said.severity is Severity.ERROR for said in report)
    return (
        f"nothing written to {folder}: {errors} error{'s' * (errors != 1)};"
        " what was published before is as it was"
    )


def _say_left_behind(folder: Path, result: Compiled, report: Report) -> None:
    """Say which feed that is not written tells of the same classes: someone subscribes to it."""
    now = _days_and_titles(result.editions)
    for path in sorted(folder.glob("*.ics")):
        if path.name in result.files or path.stem.endswith("-import") or not path.is_file():
            continue
        then = _days_and_titles(_published_in(path))
        if then and 2 * len(then & now) >= len(then):
            name = reading.shown_path(path)
            report.warning(
                "feed-left-behind",
                f"`{name}` tells of the same classes, and is not written any more",
                None,
                help=f"was the course renamed? with `--previous {name}` its events stay who they"
                " are; whoever subscribed to it must be given the new address",
            )


def _published_in(path: Path) -> Sequence[Edition]:
    try:
        return read.published_editions(path.read_bytes(), path.name, Report())
    except OSError:
        return ()


def _days_and_titles(editions: Iterable[Edition]) -> set[tuple[object, ...]]:
    return {(one.event.date, comparable(one.event.title)) for one in editions}


def _summary(editions: Sequence[Edition], schedule: Schedule) -> str:
    """How many events of each kind, from when to when, and in which zone."""
    if not editions:
        return "  no events"
    days = [edition.event.date for edition in editions]
    first, last = (f"{weekday(day)} {day_month_year(day)}" for day in (min(days), max(days)))
    count = f"{len(editions)} event{'s' * (len(editions) != 1)}"
    lines = [f"  {count}, {first} to {last}, {schedule.timezone or 'all day'}"]
    cancelled = sum(edition.status is Status.CANCELLED for edition in editions)
    if cancelled:
        lines.append(f"  {cancelled:4} of them cancelled")
    kinds = Counter(edition.event.kind for edition in editions)
    for kind, (one, many) in _NAMES.items():
        if kinds[kind]:
            name = one if kinds[kind] == 1 else many
            lines.append(f"  {kinds[kind]:4} {name}{_tracks(kind, editions)}")
    return "\n".join(lines)


def _tracks(kind: Kind, editions: Sequence[Edition]) -> str:
    """How the classes divide into tracks, where there are several."""
    in_order = sorted(editions, key=lambda edition: edition.agenda_order)
    tracks = Counter(one.event.track for one in in_order if one.event.kind is kind)
    if kind is not Kind.CLASS or len(tracks) < 2:  # noqa: PLR2004 (two make a division)
        return ""
    shown = (f"{count} {isolated(printable(track))}" for track, count in tracks.items())
    return f": {', '.join(shown)}"
