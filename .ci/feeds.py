"""Build every feed there is an example of: `feeds.py FOLDER`, and print where each lies.

The examples, the golden folders, and the pages of a corpus where one is named beside the project.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def built(schedule: Path, folder: Path) -> None:
    """The feeds of a schedule, to subscribe to and to import."""
    before = schedule.with_name("before.ics")
    memory = ["--previous", str(before)] if before.exists() else ["--first"]
    run("build", str(schedule), "--out", str(folder), *memory)
    run("build", str(schedule), "--out", str(folder / "import"), "--import", *memory)


def shown(page: Path, feed: Path, *options: str) -> None:
    """The feed of a page alone."""
    feed.parent.mkdir(parents=True, exist_ok=True)
    content = run("show", str(page), "--format", "ics", *options)
    if content:
        feed.write_bytes(content)


def corpus() -> Iterator[tuple[Path, list[str]]]:
    """The pages beside the project, each with the year that it does not say."""
    hints = SHARED / "corpus" / "hints.json"
    years = json.loads(hints.read_text("utf-8")) if hints.exists() else {}
    for about in sorted(SHARED.glob("corpus/*/source.json")):
        course = about.parent
        main = json.loads(about.read_text("utf-8")).get("main_file", "")
        page = next(course.glob("page.*"), course / main)
        year = years.get(course.name)
        is_module = page.parent.name == "_modules"
        yield page.parent if is_module else page, ["--year", str(year)] if year else []


def run(*arguments: str) -> bytes:
    """What the command prints; an end at once where it breaks off."""
    command = [sys.executable, "-m", "syllabical", *arguments]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603 (ourselves)
    if b"Traceback" in done.stderr:
        sys.exit(done.stderr.decode())
    return done.stdout


def main(folder: Path) -> None:
    """Build them all."""
    for schedule in sorted(ROOT.glob("examples/*/schedule.yaml")):
        built(schedule, folder / schedule.parent.name)
    for schedule in sorted(ROOT.glob("tests/golden/*/course/schedule.yaml")):
        built(schedule, folder / schedule.parent.parent.name)
    for page in sorted(ROOT.glob("tests/golden/*/course/*")):
        if not (page.parent / "schedule.yaml").exists():
            shown(page, folder / f"{page.parent.parent.name}.ics")
    for page, year in corpus():
        shown(page, folder / f"{page.relative_to(SHARED / 'corpus').parts[0]}.ics", *year)
    print(*sorted(folder.rglob("*.ics")), sep="\n")  # noqa: T201 (its result)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
