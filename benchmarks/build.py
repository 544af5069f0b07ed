"""What whole builds cost, beside yaml2ics and beside icalendar alone, as ratios within one run.

    python benchmarks/build.py            all of it; sets up yaml2ics in a folder of its own
    python benchmarks/build.py --quick    what takes less than a minute; no yaml2ics

The commands are run in turn, A B C A B C, as whole processes, so that a machine that slows down
slows all of them; what is printed is the median of the ratios of their processor time, which
other work on the machine disturbs least. `stages.py` and `growth.py` follow, each of which can be
run alone. README.md beside this file says what each figure means.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import made_pages

BESIDE = Path(__file__).resolve().parent
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1756684800"}
# Without compiled modules every run would compile ours again, and none of the libraries'.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)
ROUNDS = {30: 15, 1_000: 5, 10_000: 3}
"""How often each is run, by the number of events."""

TO_REACH = {30: 0.9, 1_000: 0.25, 10_000: 0.15}
"""What share of yaml2ics' time a first build should take, by the number of events."""

MANY = 100_000
BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    seconds: float
    """Processor time of the process and of its own children."""

    megabytes: float
    """The most memory that it held at once."""


def run(command: Sequence[str]) -> Run:
    """Run a command to its end; it must succeed."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603 (our own commands)
            command, stdout=said, stderr=subprocess.STDOUT, env=ENVIRONMENT
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss * BYTES_OF_MAXRSS / 1e6)


@dataclass(frozen=True, slots=True)
class Course:
    """A made course in a folder, and how it is built."""

    folder: Path
    events: int

    @property
    def out(self) -> Path:
        """Where its feed is written."""
        return self.folder / "out"

    def first(self) -> Run:
        """A first build: no feed is there."""
        shutil.rmtree(self.out, ignore_errors=True)
        return self.again()

    def again(self) -> Run:
        """A build on top of the feed that is there, if any."""
        schedule = str(self.folder / "schedule.yaml")
        syllabical = [sys.executable, "-m", "syllabical", "build"]
        return run([*syllabical, schedule, "--out", str(self.out)])


def made(folder: Path, events: int) -> Course:
    """A made course of so many events."""
    made_pages.write(folder, made_pages.of_events(events))
    return Course(folder, events)


def memory(course: Course) -> None:
    """Print the most memory that a first build and a rebuild of a course hold."""
    builds = {"first": course.first(), "rebuilt": course.again()}
    print(f"\n{course.events:,} events: peak memory (to reach: ≤ 500 MB)")
    for name, build in builds.items():
        each = 1000 * build.seconds / course.events
        print(f"  {name:10} {build.megabytes:6.0f} MB   {each:.3f} ms an event")


def compare(course: Course, yaml2ics: Path | None, rounds: int) -> None:
    """Print how builds of a course stand to other programs that write the same events."""
    course.first()
    inputs = course.folder / "events.json", course.folder / "events.yaml"
    feed = next(course.out.glob("*.ics"))
    helper = str(BESIDE / "same_events.py")
    run([sys.executable, helper, str(feed), "Europe/Berlin", *map(str, inputs)])
    theirs = {
        "icalendar alone": [sys.executable, str(BESIDE / "plain_icalendar.py"), str(inputs[0])]
    }
    if yaml2ics:
        theirs["yaml2ics 0.3"] = [str(yaml2ics), str(inputs[1])]
    spent: dict[str, list[float]] = {name: [] for name in ("first", "rebuilt", *theirs)}
    for _ in range(rounds):
        spent["first"].append(course.first().seconds)
        spent["rebuilt"].append(course.again().seconds)
        for name, command in theirs.items():
            spent[name].append(run(command).seconds)
    print(f"\n{course.events:,} events: processor time of whole processes, rounds: {rounds}")
    for name, times in spent.items():
        print(f"  {name:32} {1000 * statistics.median(times):9.0f} ms")
    for kind in ("first", "rebuilt"):
        for name in theirs:
            ratio = statistics.median(
                ours / other for ours, other in zip(spent[kind], spent[name], strict=True)
            )
            goal = f"to reach: ≤ {TO_REACH[course.events]}"
            is_goal = kind == "first" and name.startswith("yaml2ics")
            print(f"  {f'{kind} ÷ {name}':32} {ratio:9.2f}      {goal if is_goal else ''}".rstrip())


def set_up_yaml2ics(folder: Path) -> Path:
    """A yaml2ics 0.3 in a virtual environment of its own."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603
    install = [str(folder / "bin" / "python"), "-m", "pip", "install", "-q", "yaml2ics==0.3"]
    subprocess.run(install, check=True)  # noqa: S603
    return folder / "bin" / "yaml2ics"


def main() -> None:
    """Print the figures."""
    quick = sys.argv[1:] == ["--quick"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        memory(made(folder / "many", 10_000 if quick else MANY))
        yaml2ics = None if quick else set_up_yaml2ics(folder / "yaml2ics")
        for events, rounds in ROUNDS.items():
            if not quick or events < max(ROUNDS):
                course = made(folder / str(events), events)
                compare(course, yaml2ics, rounds // 5 if quick else rounds)
    for script in ("stages.py", "growth.py"):
        sys.stdout.flush()
        command = [sys.executable, str(BESIDE / script), *sys.argv[1:]]
        subprocess.run(command, check=True, env=ENVIRONMENT)  # noqa: S603 (our own scripts)


if __name__ == "__main__":
    main()
