"""How long a build takes, as ratios within one run.

    python benchmarks/build.py            the whole of it; sets up yaml2ics in a folder of its own
    python benchmarks/build.py --quick    without yaml2ics

Each pair of commands is run in turn, A B A B, as whole processes, so that a machine that slows
down slows both; what is printed is the median of the ratios of their processor time, which other
people's work on the machine disturbs least. The first build writes a feed, a rebuild reads the one
that is there. The growth is measured inside one process: pages of 15 to 15,000 rows, read, planned
and written, in milliseconds an event, without garbage collection, as the command line works.
"""

import datetime as dt
import gc
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 15
IMPORTS = "import click, yaml, pytz, icalendar"
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1546300800"}
# Without compiled modules every run would compile ours again, and none of the libraries'.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def seconds(command: list[str]) -> float:
    """The processor time of one run of a command, which must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT, cwd=ROOT)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def ratio(
    ours: list[str], theirs: list[str], out: Path | None = None
) -> tuple[float, float, float]:
    """The median ratio of two commands run in turn, and the median of each in milliseconds.

    A folder that is given is emptied before each of our runs.
    """
    seconds(ours), seconds(theirs)
    pairs = []
    for _ in range(ROUNDS):
        if out:
            shutil.rmtree(out)
        pairs.append((seconds(ours), seconds(theirs)))
    middle = statistics.median(a / b for a, b in pairs)
    return middle, *(1000 * statistics.median(column) for column in zip(*pairs, strict=True))


def page(rows: int) -> str:
    """A page with as many weekly rows, a lecture and a tutorial in each."""
    day = dt.date(1990, 1, 1)
    lines = ["# A course without end", "", "| Date | # | Lecture | Tutorial |", "|---|---|---|---|"]
    for number in range(rows):
        date = day + dt.timedelta(days=number % 2300 * 7)
        lines.append(f"| {date:%d/%m/%Y} | {number + 1} | Topic **{number}** | Exercise {number} |")
    return "\n".join(lines) + "\n"


def growth(rows: int) -> tuple[int, float]:
    """Events made from a page of so many rows, and milliseconds an event from text to bytes."""
    from syllabical import compile_course  # noqa: PLC0415 (measured apart from its import)

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.md").write_text(page(rows))
        Path(folder, "schedule.yaml").write_text(
            "page: page.md\ntimezone: Europe/Berlin\ncourse: {short: C}\n"
            "tracks:\n  Lecture: {at: '10:30-12:00'}\n  Tutorial: {at: '13:30-14:15'}\n"
            "checks: {allow: [date-goes-backwards, same-date-twice]}\n"
        )
        gc.disable()
        before = time.process_time()
        compiled = compile_course(Path(folder, "schedule.yaml"))
        spent = time.process_time() - before
        gc.enable()
        if not compiled.files:
            sys.exit("the growth page did not compile")
        return len(compiled.editions), 1000 * spent / len(compiled.editions)


def yaml2ics(folder: Path, events: int) -> list[str]:
    """A yaml2ics 0.3 in a virtual environment of its own, and a file with as many events."""
    python = folder / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603
    install = [str(python), "-m", "pip", "install", "-q", "yaml2ics==0.3"]
    subprocess.run(install, check=True)  # noqa: S603
    lines = ["name: Course", "timezone: Asia/Jerusalem", "events:"]
    for number in range(events):
        day = dt.date(2019, 3, 17) + dt.timedelta(days=3 * number)
        lines += [f"  - summary: Lecture {number}", f"    begin: {day} 13:30:00"]
        lines += ["    duration: {hours: 2}"]
    rules = folder / "events.yaml"
    rules.write_text("\n".join(lines) + "\n")
    return [str(folder / "bin" / "yaml2ics"), str(rules)]


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "public")
        build = [sys.executable, "-m", "syllabical", "build", "--out", str(out)]
        bare = [sys.executable, "-c", IMPORTS]
        say("first build / bare imports", ratio(build, bare, out))
        say("rebuild / bare imports", ratio(build, bare))
        if "--quick" not in sys.argv:
            say("rebuild / yaml2ics 0.3", ratio(build, yaml2ics(Path(folder, "env"), events=30)))
    growth(15)
    for rows in (15, 150, 1_500, 15_000):
        events, each = min((growth(rows) for _ in range(3)), key=lambda pair: pair[1])
        print(f"{rows:6} rows  {events:6} events   {each:.3f} ms an event")


def say(what: str, measured: tuple[float, float, float]) -> None:
    """Print a ratio and what it was made of."""
    middle, ours, theirs = measured
    print(f"{what:28} {middle:5.2f}   ({ours:.0f} ms / {theirs:.0f} ms)")


if __name__ == "__main__":
    main()
