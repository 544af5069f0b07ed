"""Reads the example rows of a language's file, and says which mean something else than they say."""

import datetime as dt
import tomllib
from collections.abc import Iterator

from syllabical import interpret, read
from syllabical.diagnostics import Report
from syllabical.model.schedule import Schedule
from syllabical.source import Source

TODAY = dt.date(2026, 11, 23)


def nothing_beside(_path: str) -> None:
    """No file stands beside the page."""


def misread(code: str, text: str) -> Iterator[str]:
    """What each example that is read otherwise is taken for."""
    examples = tomllib.loads(text)["examples"]
    header = examples["header"]
    lines = [header, "|".join(["---"] * (header.count("|") + 1))]
    lines += [example["row"] for example in examples["rows"]]
    page = "\n".join(f"| {line.removesuffix('|')} |" for line in lines)
    report = Report()
    schedule = Schedule()
    source = Source("page.md", f"# {code}\n\n{page}\n")
    table = read.course_page([source], schedule, nothing_beside, report)
    syllabus = table and interpret.syllabus(table, schedule, TODAY, report)
    weeks = {week.date: week for week in syllabus.weeks} if syllabus else {}
    for example in examples["rows"]:
        week = weeks.get(example["date"])
        means = [str(entry.kind) for entry in week.entries] if week else []
        if week is None and example["means"]:
            yield f"{code}.toml: no row is read as of {example['date']}: `{example['row']}`"
        elif means != example["means"]:
            said = " and ".join(means) or "nothing"
            yield f"{code}.toml: `{example['row']}` is read as {said}"
    yield from (f"{code}.toml: {said.message}" for said in report if said.severity == "error")
