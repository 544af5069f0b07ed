"""What a course and an event cost in a process that has compiled others before, stage by stage.

    python benchmarks/stages.py            the example, all courses here, and 10,000 events
    python benchmarks/stages.py --quick    once each, and 1,000 events

Processor time of this process, with the garbage collector on, as any program that imports
`compile_course` has it. Each course is compiled several times and the least time counts, stage by
stage. The last line of a table is the whole as a multiple of what `plain_icalendar.py` takes in
the same process to write the same events.
"""

import datetime as dt
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import made_pages
import plain_icalendar
import same_events
from syllabical import check, compile_course, interpret, plan, publish, read, reconcile
from syllabical.project import Compiled

ROOT = Path(__file__).resolve().parent.parent
NOW = dt.datetime(2019, 1, 1, tzinfo=dt.UTC)
STAGES: dict[str, tuple[tuple[object, str], ...]] = {
    "read schedule.yaml": ((read, "schedule_file"),),
    "read the page": ((read, "course_page"),),
    "read the published feed": ((read, "published_editions"),),
    "interpret": ((interpret, "syllabus"),),
    "plan": ((plan, "events"),),
    "check": ((check, "course"),),
    "reconcile": ((reconcile, "editions"),),
    "publish": ((publish, "files"),),
}
"""The doors of the stages, where `compile` and `project` go through them."""

REST = "open files, and the rest"


@dataclass(slots=True)
class Spent:
    """Seconds by stage, and how many events came of them."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    events: int = 0

    @property
    def whole(self) -> float:
        """All stages together, in seconds."""
        return sum(self.seconds.values())

    def least(self, other: "Spent") -> "Spent":
        """The lesser time of two runs of one course, stage by stage."""
        stages = {stage: min(self.seconds[stage], other.seconds[stage]) for stage in other.seconds}
        return Spent(stages, other.events)


@contextmanager
def clocks() -> Iterator[dict[str, float]]:
    """Seconds spent behind the doors of the stages, by stage, while the context lasts."""
    seconds: dict[str, float] = defaultdict(float)

    def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def clocked(*arguments: object, **named: object) -> object:
            before = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                seconds[stage] += time.process_time() - before

        return clocked

    with ExitStack() as patches:
        for stage, doors in STAGES.items():
            for room, name in doors:
                clocked = timed(stage, getattr(room, name))
                patches.enter_context(mock.patch.object(room, name, clocked))
        yield seconds


def compiled(course: Path, previous: bytes | None) -> tuple[Compiled, Spent]:
    """One compile of a course, and what it cost."""
    with clocks() as seconds:
        before = time.process_time()
        made = compile_course(course, now=NOW, previous=previous)
        whole = time.process_time() - before
    stages = {stage: seconds[stage] for stage in STAGES}
    return made, Spent({**stages, REST: whole - sum(stages.values())}, len(made.editions))


def measured(course: Path, rounds: int, *, again: bool) -> Spent:
    """The least that a course costs, of so many rounds after one that does not count."""
    first, _ = compiled(course, None)
    previous = next(iter(first.files.values()), None) if again else None
    least = compiled(course, previous)[1]
    for _ in range(rounds - 1):
        least = least.least(compiled(course, previous)[1])
    return least


def icalendar_alone(course: Path, rounds: int) -> float:
    """Seconds that icalendar takes to write the events of a course."""
    made = compile_course(course, now=NOW)
    if made.course is None or not made.files:
        return 0.0
    zone = made.course.schedule.timezone or "UTC"
    same = same_events.of_feed(next(iter(made.files.values())), zone)
    spent = []
    for _ in range(rounds):
        before = time.process_time()
        plain_icalendar.feed(same)
        spent.append(time.process_time() - before)
    return min(spent)


def tell(title: str, courses: Iterable[Path], rounds: int) -> None:
    """Print the table of some courses: a first edition, and one on top of it."""
    listed = tuple(courses)
    first = [measured(course, rounds, again=False) for course in listed]
    again = [measured(course, rounds, again=True) for course in listed]
    alone = sum(icalendar_alone(course, rounds) for course in listed)
    events = max(sum(spent.events for spent in first), 1)
    print(f"\n{title}: {len(listed)} course(s), {events} events")
    print(f"{'':26}{'first edition':^34}{'on top of it':^34}")
    print(f"{'':26}" + f"{'ms a course':>13}{'ms an event':>13}{'share':>6}  " * 2)
    wholes = [sum(spent.whole for spent in kind) for kind in (first, again)]
    for stage in (*STAGES, REST, "all of it"):
        cells = ""
        for kind, whole in zip((first, again), wholes, strict=True):
            spent = whole if stage == "all of it" else sum(each.seconds[stage] for each in kind)
            cells += f"{1000 * spent / len(listed):13.2f}{1000 * spent / events:13.4f}"
            cells += f"{spent / whole:6.0%}  "
        print(f"{stage:26}{cells}")
    if alone:
        ratios = "".join(f"{whole / alone:26.2f}{'':8}" for whole in wholes)
        print(f"{'÷ icalendar alone':26}{ratios}")


def courses_here() -> Iterator[Path]:
    """Every course of the repository: the README's, the examples, the golden ones."""
    yield ROOT / "schedule.yaml"
    yield from sorted(ROOT.glob("examples/*/schedule.yaml"))
    for folder in sorted(ROOT.glob("tests/golden/*/course")):
        schedule = folder / "schedule.yaml"
        pages = (path for path in sorted(folder.iterdir()) if not path.name.startswith("."))
        yield schedule if schedule.exists() else next(pages)


def main() -> None:
    """Print the tables."""
    quick = "--quick" in sys.argv
    rounds = 1 if quick else 5
    tell("the example", [ROOT / "schedule.yaml"], 4 * rounds)
    tell("all courses of this repository", courses_here(), rounds)
    events = 1_000 if quick else 10_000
    with tempfile.TemporaryDirectory() as folder:
        page = made_pages.write(Path(folder), made_pages.of_events(events))
        tell(f"a page of {events:,} events", [page], 1 if quick else 3)


if __name__ == "__main__":
    main()
