"""`syllabical diff`: what subscribers will see change."""

import datetime as dt
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from syllabical import publish, read, reconcile, render
from syllabical.cli import common
from syllabical.cli.previous import previous_feed
from syllabical.diagnostics import Report
from syllabical.model.edition import Appeared, Cancelled, Edition, EventChange, Kept, Removed
from syllabical.project import Compiled, compiled, opened

_ANY_LOSS = 1_000_000
"""A diff tells of every loss, so none stops it."""


@click.command(
    "diff",
    epilog="\b\nExamples:\n  syllabical diff\n  syllabical diff --since HEAD~1 --format markdown"
    "\n  syllabical diff --previous https://example.org/cs1.ics --fail-on past",
)
@click.argument(
    "path", metavar="[SCHEDULE|PAGE]", default="schedule.yaml", type=click.Path(path_type=Path)
)
@click.option(
    "--previous",
    "named",
    default="",
    metavar="FILE|URL",
    help="The feed to compare with; the published one where left out.",
)
@click.option("--since", metavar="REV", help="Compare with the page at a git revision instead.")
@click.option(
    "--out",
    default="public",
    show_default=True,
    metavar="DIR",
    help="The folder that the published feed lies in.",
)
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "markdown", "json", "atom"]),
)
@click.option(
    "--fail-on",
    type=click.Choice(["past", "loss", "any"]),
    help="Exit 1 where what is over changes, where something to come is lost, or"
    " where anything changes.",
)
@common.year
@common.allow_private
def command(
    *,
    path: Path,
    named: str,
    since: str | None,
    out: str,
    form: str,
    fail_on: str | None,
    year: int | None,
    allow_private: bool,
) -> None:
    """Tell what subscribers will see change, in sentences.

    Compares the course with the feed that was published before, or with what its page was at a
    revision of its repository.
    """
    report = Report()
    course = common.opened_course(path, report)
    schedule = course.schedule
    if since is None:
        feed = previous_feed(
            schedule,
            report,
            folder=path.parent,
            lies_in=Path(out) / publish.main_file(schedule),
            named=named,
            allow_private=allow_private,
        )
        before: Sequence[Edition] = read.published_editions(feed.content, feed.name, report)
    else:
        before = _editions_at(since, path, year, is_page=schedule.hidden)
    now = common.build_time()
    result = compiled(course, report, now=now, year=year, before=before, allow_loss=_ANY_LOSS)
    common.print_report(report)
    if report.failed:
        sys.exit(common.WRONG_INPUT)
    changes = reconcile.changes(before, result.editions)
    sys.stdout.buffer.write(_shown(changes, result, form, now).encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    sys.exit(common.WRONG_INPUT if fail_on and _is_too_much(changes, fail_on, now) else 0)


def _editions_at(
    revision: str, path: Path, year: int | None, *, is_page: bool
) -> Sequence[Edition]:
    """The editions that the page, alone or with its schedule, would have given at a revision."""
    with _checked_out(path, revision) as then:
        if not then.exists():
            if is_page:
                raise click.UsageError(f"there was no `{path}` at {revision}")
            # The page may be older than its schedule.yaml; then today's stands in for it.
            then.parent.mkdir(parents=True, exist_ok=True)
            then.write_bytes(path.read_bytes())
        report = Report()
        course = opened(then, report)
        now = common.build_time()
        editions = compiled(course, report, now=now, year=year).editions if course else ()
    if not editions and report.failed:
        raise click.UsageError(f"there was nothing that can be read of `{path}` at {revision}")
    return editions


@contextmanager
def _checked_out(path: Path, revision: str) -> Iterator[Path]:
    """The path in a copy of the repository as it was at a revision, for as long as it lasts."""
    root = Path(_git(path.resolve().parent, "rev-parse", "--show-toplevel").decode().strip())
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    archive = _git(root, "archive", "--format=tar", commit.decode().strip())
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        # A folder of its own repository, so that the bounds of the project are the same.
        (Path(folder) / ".git").mkdir()
        yield Path(folder) / path.resolve().relative_to(root)


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints; an error of usage where it fails."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        run = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (git, no shell)
    except OSError:
        raise click.UsageError("`--since` needs git, which is not here") from None
    if run.returncode:
        reason = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise click.UsageError(f"git says: {reason[-1] if reason else 'no'}")
    return run.stdout


def _shown(changes: Sequence[EventChange], result: Compiled, form: str, now: dt.datetime) -> str:
    """The changes in the form that was asked for."""
    match form:
        case "markdown":
            return render.changes_as_markdown(changes)
        case "json":
            return render.changes_as_json(changes)
        case "atom":
            course = result.course.schedule.course if result.course else None
            name = course.name or course.short if course else ""
            url = course.url if course else ""
            return render.changes_as_atom(changes, course=name, url=url, updated=now)
        case _:
            return render.changes_as_text(changes)


def _is_too_much(changes: Sequence[EventChange], limit: str, now: dt.datetime) -> bool:
    """Whether the changes are of the kind at which `--fail-on` exits with 1."""
    real = [change for change in changes if not isinstance(change, Kept)]
    match limit:
        case "past":
            return any(_first_day(change) < now.date() for change in real)
        case "loss":
            lost = (change for change in real if isinstance(change, Removed | Cancelled))
            return any(_first_day(change) >= now.date() for change in lost)
        case _:
            return bool(real)


def _first_day(change: EventChange) -> dt.date:
    """The earliest day that a change touches."""
    match change:
        case Kept(edition) | Appeared(edition) | Removed(edition):
            return edition.event.date
        case _:
            return min(change.before.event.date, change.after.event.date)
