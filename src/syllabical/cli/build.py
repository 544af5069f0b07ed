"""`syllabical build`: the page and its schedule, to feeds in a folder."""

import datetime as dt
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import click

from syllabical import publish, read
from syllabical.cli import common
from syllabical.cli.previous import Memory, previous
from syllabical.diagnostics import Report, Severity
from syllabical.files import reading, writing
from syllabical.model.edition import Edition, Status
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Kind
from syllabical.project import Compiled, Opened, Wishes, compiled
from syllabical.render.width import isolated, printable
from syllabical.text import comparable

NAMES = {
    Kind.CLASS: ("class", "classes"),
    Kind.PRESENTATION: ("presentation", "presentations"),
    Kind.EXAM: ("exam", "exams"),
    Kind.HOMEWORK_RELEASE: ("homework release", "homework releases"),
    Kind.HOMEWORK_DUE: ("homework deadline", "homework deadlines"),
    Kind.NO_CLASS: ("no-class day", "no-class days"),
    Kind.OTHER: ("other event", "other events"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the command line asks for."""

    schedule: Path
    out: str
    once: bool
    strict: bool
    year: int | None
    published: str
    first: bool
    allow_loss: int | None
    allow_private: bool


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
@click.option("--strict", is_flag=True, help="Take every doubt for an error.")
@common.year
@click.option(
    "--previous",
    "published",
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
@click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch the published feed from a private address, too, or without TLS.",
)
def command(**options: Any) -> None:  # noqa: ANN401 (click has checked each of them)
    """Write the feeds of SCHEDULE (./schedule.yaml where left out).

    What cannot be read is an error: nothing is written then, and the feeds that were there before
    stay as they are.
    """
    order = Order(**options)
    report = Report()
    course = common.course(order.schedule, report)
    if course.schedule.hidden:
        message = f"a feed needs a schedule.yaml; write one with `syllabical init {order.schedule}`"
        raise click.UsageError(message)
    if order.out == "-":
        _print(course, order, report)
    else:
        _write(course, order, report)


def _print(course: Opened, order: Order, report: Report) -> None:
    result = _compiled(course, order, report)
    common.say(result.report)
    if result.report.failed:
        sys.exit(common.WRONG_INPUT)
    stream = sys.stdout.buffer
    stream.write(next(iter(_files(result, order).values())))
    stream.flush()


def _write(course: Opened, order: Order, report: Report) -> None:
    """Build into a folder, on top of the feed that lies there, alone while it lasts."""
    folder = Path(order.out)
    with ExitStack() as stack:
        try:
            stack.enter_context(writing.locked(folder))
        except OSError as error:
            _refuse(folder, error)
        result = _compiled(course, order, report)
        files = _files(result, order)
        common.say(report)
        if report.failed:
            click.echo(_untouched(folder, report), err=True)
            sys.exit(common.WRONG_INPUT)
        try:
            changed = writing.write(folder, files)
        except OSError as error:
            _refuse(folder, error)
    for name in files:
        verb = "wrote" if name in changed else "unchanged:"
        click.echo(f"{verb} {folder / name}")
    click.echo(summary(result.editions, course.schedule))


def _compiled(course: Opened, order: Order, report: Report) -> Compiled:
    """The course on top of what was published before."""
    schedule = course.schedule
    memory = Memory(
        named=order.published,
        published=schedule.published,
        published_at=schedule.where("published"),
        folder=order.schedule.parent,
        lies_in=Path(order.out) / publish.main_file(schedule),
        first=order.first,
        allow_private=order.allow_private,
    )
    before = previous(memory, report)
    wishes = Wishes(
        now=common.now(),
        year=order.year,
        previous=before.content,
        previous_name=before.name,
        strict=order.strict,
        allow_loss=order.allow_loss,
    )
    result = compiled(course, wishes, report)
    if before.content is None and not (order.first or report.failed):
        say_left_behind(Path(order.out), result.files, result.editions, report)
    return result


def _files(result: Compiled, order: Order) -> Mapping[str, bytes]:
    """The feeds, or their variants for importing once."""
    if not order.once or result.course is None or result.report.failed:
        return result.files
    schedule = result.course.schedule
    files = publish.import_files(result.editions, schedule, result.report)
    return {name.removesuffix(".ics") + "-import.ics": content for name, content in files.items()}


def _refuse(folder: Path, error: OSError) -> NoReturn:
    """Say why nothing can be written, and end."""
    report = Report()
    report.error(
        "cannot-write",
        f"cannot write to `{folder}`: {(error.strerror or str(error)).lower()}",
        None,
        help="what was published before is as it was; name another folder with `--out`",
    )
    common.say(report)
    sys.exit(common.WRONG_INPUT)


def _untouched(folder: Path, report: Report) -> str:
    """That nothing was written, and why, in a line."""
    errors = sum(said.severity is Severity.ERROR for said in report)
    return (
        f"nothing written to {folder}: {errors} error{'s' * (errors != 1)};"
        " what was published before is as it was"
    )


def summary(editions: Sequence[Edition], schedule: Schedule) -> str:
    """How many events of each kind, from when to when, and in which zone."""
    if not editions:
        return "  no events"
    days = [edition.event.date for edition in editions]
    first, last = min(days), max(days)
    zone = schedule.timezone or "all day"
    count = f"{len(editions)} event{'s' * (len(editions) != 1)}"
    lines = [f"  {count}, {_day(first)} to {_day(last)}, {zone}"]
    cancelled = sum(edition.status is Status.CANCELLED for edition in editions)
    if cancelled:
        lines.append(f"  {cancelled:4} of them cancelled")
    kinds = Counter(edition.event.kind for edition in editions)
    for kind, (one, many) in NAMES.items():
        if kinds[kind]:
            lines.append(
                f"  {kinds[kind]:4} {one if kinds[kind] == 1 else many}{_tracks(kind, editions)}"
            )
    return "\n".join(lines)


def _tracks(kind: Kind, editions: Sequence[Edition]) -> str:
    """How the classes divide into tracks, where there are several."""
    told = sorted(editions, key=lambda edition: edition.agenda_order)
    tracks = Counter(e.event.track for e in told if e.event.kind is kind)
    if kind is not Kind.CLASS or len(tracks) < 2:  # noqa: PLR2004 (two make a division)
        return ""
    return ": " + ", ".join(f"{count} {_shown(track)}" for track, count in tracks.items())


def _shown(track: str) -> str:
    """A track as a terminal shows it in a line of ours."""
    if track.isascii():
        return track

    return isolated(printable(track))


def _day(day: dt.date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"


def say_left_behind(
    folder: Path, written: Collection[str], editions: Sequence[Edition], report: Report
) -> None:
    """Say which feed that is not written tells of the same classes: someone subscribes to it."""
    now = _told(editions)
    for path in _others(folder, written):
        then = _told(_editions(path))
        if then and 2 * len(then & now) >= len(then):
            name = reading.shown_path(path)
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
        return read.published_editions(path.read_bytes(), path.name, Report())
    except OSError:
        return ()


def _told(editions: Iterable[Edition]) -> set[tuple[object, ...]]:
    return {(one.event.date, comparable(one.event.title)) for one in editions}
