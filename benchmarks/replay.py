"""Tells the term that subscribers of a page would have had, edit by edit.

    python benchmarks/replay.py FOLDER            every file of the folder, in the order of names
    python benchmarks/replay.py --git REPO PATH   every commit of the repository that changed a path
    python benchmarks/replay.py --schedule schedule.yaml FOLDER

Each edition is built on top of the last, with the clock at noon of the day in the file's name
(`03-2021-03-23.md`) or at the moment of the commit. A build that says that it would stop is told
to go on, and that is part of the story.
"""

import argparse
import datetime as dt
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from syllabical import project, reconcile, render
from syllabical.diagnostics import Report, Severity
from syllabical.model.edition import Edition

SECOND = dt.timedelta(seconds=1)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Draft:
    """A page as it stood from some moment on."""

    name: str
    when: dt.datetime
    text: bytes


@dataclass(frozen=True, slots=True)
class Published:
    """What subscribers have."""

    feed: bytes | None = None
    editions: tuple[Edition, ...] = ()


def in_folder(folder: Path) -> Iterator[Draft]:
    """The editions that lie in a folder, by name."""
    for path in sorted(folder.iterdir()):
        if (found := DAY.search(path.name)) and path.is_file():
            day = dt.date.fromisoformat(found[0])
            noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
            yield Draft(path.name, noon, path.read_bytes())


def in_git(repository: Path, path: str) -> Iterator[Draft]:
    """The editions of a path that a repository remembers, the oldest first."""
    log = _git(repository, "log", "--reverse", "--format=%H %cI", "--", path).decode()
    for line in log.splitlines():
        commit, moment = line.split()
        try:
            text = _git(repository, "show", f"{commit}:{path}")
        except subprocess.CalledProcessError:
            continue
        when = dt.datetime.fromisoformat(moment).astimezone(dt.UTC)
        yield Draft(f"{commit[:9]} of {when:%Y-%m-%d}", when, text)


def _git(repository: Path, *words: str) -> bytes:
    command = ["git", "-C", str(repository), *words]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603


def build(course: Path, draft: Draft, before: Published, allow: int | None) -> project.Compiled:
    """One edition on top of the last."""
    report = Report()
    opened = project.opened(course, report)
    if opened is None:
        return project.Compiled(report=report)
    return project.compiled(opened, report, now=draft.when, previous=before.feed, allow_loss=allow)


def told(draft: Draft, before: Published, course: Path) -> Published:
    """Build an edition, print what its subscribers see, and give what they have then."""
    print(f"\n{draft.name}")
    found = build(course, draft, before, None)
    if any(said.code == "events-lost" for said in found.report):
        print("  (stops: " + next(s.message for s in found.report if s.code == "events-lost") + ")")
        found = build(course, draft, before, 10_000)
    if not found.files:
        for said in found.report:
            if said.severity is Severity.ERROR:
                print(f"  {said.code} at {said.at}: {said.message}")
        print("  nothing is published; the last feed stays")
        return before
    changes = reconcile.changes(before.editions, found.editions)
    if before.feed is not None:
        print(
            "".join(f"  {line}\n" for line in render.changes_as_text(changes).splitlines()), end=""
        )
    print(f"  {len(found.editions)} events, {_restamped(before.editions, found.editions)}")
    return Published(next(iter(found.files.values())), found.editions)


def _restamped(before: Sequence[Edition], after: Sequence[Edition]) -> str:
    olds = {edition.uid: edition for edition in before}
    stamps = sum(one.uid in olds and one.stamp != olds[one.uid].stamp for one in after)
    rises = sum(one.uid in olds and one.sequence != olds[one.uid].sequence for one in after)
    return f"{stamps} restamped, {rises} with a higher SEQUENCE"


def main() -> None:
    """Tell the story of a folder or of a repository."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    ask.add_argument("folder", type=Path, help="folder of editions, or a git repository")
    ask.add_argument("path", nargs="?", help="the page's path in the repository")
    ask.add_argument("--git", action="store_true", help="the folder is a git repository")
    ask.add_argument("--schedule", type=Path, help="the schedule.yaml of all editions")
    said = ask.parse_args()
    drafts = in_git(said.folder, said.path) if said.git else in_folder(said.folder)
    rules = said.schedule.read_text(encoding="utf-8") if said.schedule else ""
    published, last = Published(), None
    with tempfile.TemporaryDirectory() as folder:
        for draft in drafts:
            # Two edits of one day happen one after the other.
            when = max(draft.when, last + SECOND) if last else draft.when
            page = Path(folder, said.path or f"page{Path(draft.name).suffix}")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(draft.text)
            course = page
            if rules:
                course = page.with_name("schedule.yaml")
                course.write_text(rules, encoding="utf-8")
            last = when
            published = told(replace(draft, when=when), published, course)


if __name__ == "__main__":
    main()
