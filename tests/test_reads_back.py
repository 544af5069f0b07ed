import csv
import datetime as dt
import html
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from syllabical import compile_course

NOW = dt.datetime(2025, 8, 1, tzinfo=dt.UTC)
HEADERS = ["Week", "Date", "Lecture", "Tutorial", "Homework"]
TOPICS = [
    "Sets & maps", "Stacks, queues", "L'Hôpital's rule", "Why types?", "Trees (binary)", "Heaps",
    "Hashing in 10 lines", "Graphs: walks", "Flows", "Cuts", "Strings – matching", "Regret",
    "Bandits", "Markov chains", "Rényi entropy", "Codes", "Lattices", "Keys", "Proofs < 1 page",
    "Clocks",
]  # fmt: skip
NO_CLASS = ["No class", "No lecture – conference", "Spring break", "Labor Day", "Class cancelled"]
EXAMS = ["Midterm", "Quiz 1", "Final exam", "Exam I (in class)"]
FORMS: list[Callable[[dt.date], str]] = [
    lambda day: day.isoformat(),
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.month}/{day.day}/{day:%y}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day:%a} {day.day} {day:%b} {day.year}",
    lambda day: f"{day:%A}, {day:%B} {day.day}, {day.year}",
    lambda day: f"{day:%d-%b-%Y}",
    lambda day: f"{day:%d%b%y}",
    lambda day: f"{day.month}/{day.day}/{day.year} ({day:%a})",
    lambda day: f"{day:%b} {day.day}{_ordinal(day.day)}, {day.year}",
    lambda day: f"{day:%a} {day.month}/{day.day}",
    lambda day: f"{day.day} {day:%B}",
    lambda day: f"{day:%b}. {day.day} ({day:%A})",
]
"""The last of them leave the year to the name of the file."""


class Told(NamedTuple):
    date: dt.date
    kind: str
    title: str


def _ordinal(day: int) -> str:
    return "th" if day // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


class Drawn(NamedTuple):
    """A syllabus: the rows of its table, and what a careful reader finds in them."""

    days: list[dt.date]
    cells: list[tuple[str, str, str]]
    told: list[Told]


@st.composite
def syllabi(draw: st.DrawFn) -> Drawn:
    first = draw(st.dates(dt.date(2019, 1, 1), dt.date(2029, 6, 1)))
    gaps = draw(st.sampled_from([[7], [2, 5], [3, 4], [2, 2, 3]]))
    count = draw(st.integers(6, 14))
    topics = draw(st.permutations(TOPICS))
    special = draw(st.lists(st.sampled_from("c" * 8 + "nxod"), min_size=count, max_size=count))
    labs = draw(st.booleans())
    days, cells, told = [], [], []
    for number in range(count):
        day = first + dt.timedelta(sum(gaps[at % len(gaps)] for at in range(number)))
        kind, lab, work = special[number], "", ""
        if kind == "n":
            topic = draw(st.sampled_from(NO_CLASS))
            told.append(Told(day, "no-class", topic))
        elif kind == "x":
            topic = draw(st.sampled_from(EXAMS))
            told.append(Told(day, "exam", topic))
        else:
            topic = topics[number]
            told.append(Told(day, "class", topic))
        if labs and kind != "n" and number % 3 == 1:
            lab = f"Practising {topics[-1 - number % 4].lower()}"
            told.append(Told(day, "class", lab))
        if kind == "o":
            work = f"HW{number} out"
            told.append(Told(day, "homework-release", work))
        elif kind == "d":
            work = f"HW{number} due"
            told.append(Told(day, "homework-due", work))
        days.append(day)
        cells.append((topic, lab, work))
    return Drawn(days, cells, told)


def gfm(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(_escaped(cell) for cell in row) + " |" for row in rows]
    return "\n".join(["# A course", "", lines[0], "|---" * len(rows[0]) + "|", *lines[1:], ""])


def kramdown(rows: list[list[str]]) -> str:
    lines = [" | ".join(_escaped(cell) for cell in row) for row in rows]
    return "\n".join([lines[0], "|".join(["---"] * len(rows[0])), *lines[1:], "{: .table}", ""])


def markup(rows: list[list[str]]) -> str:
    body = "\n".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}" for cell in row) for row in rows[1:]
    )
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    return f"<!doctype html><title>A course</title><table><tr>{head}</tr>\n{body}\n</table>\n"


def separated(rows: list[list[str]]) -> str:
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    return made.getvalue()


def objects(rows: list[list[str]]) -> str:
    return json.dumps([dict(zip(rows[0], row, strict=True)) for row in rows[1:]])


def entries(rows: list[list[str]]) -> str:
    made = []
    for row in rows[1:]:
        pairs = [
            f"{key}: {json.dumps(cell, ensure_ascii=False)}"
            for key, cell in zip(rows[0], row, strict=True)
        ]
        made.append("- " + "\n  ".join(pairs))
    return "\n".join([*made, ""])


def org(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(["* A course", "", lines[0], "|---" * len(rows[0]) + "|", *lines[1:], ""])


def rst(rows: list[list[str]]) -> str:
    made = ["A course", "========", "", ".. list-table::", "   :header-rows: 1", ""]
    for row in rows:
        made += [f"   {'* -' if not at else '  -'} {cell}".rstrip() for at, cell in enumerate(row)]
    return "\n".join([*made, ""])


def asciidoc(rows: list[list[str]]) -> str:
    lines = [" ".join(f"| {cell}" for cell in row) for row in rows]
    return "\n".join(["= A course", "", "[%header]", "|===", *lines, "|===", ""])


def latex(rows: list[list[str]]) -> str:
    lines = [" & ".join(re.sub(r"([&%#])", r"\\\1", cell) for cell in row) for row in rows]
    made = [f"{line} \\\\ \\hline" for line in lines]
    columns = "l" * len(rows[0])
    return "\n".join([f"\\begin{{tabular}}{{{columns}}}", *made, "\\end{tabular}", ""])


def _escaped(cell: str) -> str:
    return cell.replace("&", "&amp;").replace("<", "&lt;")


FORMATS: dict[str, Callable[[list[list[str]]], str]] = {
    "page.md": gfm,
    "kramdown.md": kramdown,
    "page.html": markup,
    "table.csv": separated,
    "list.json": objects,
    "list.yml": entries,
    "page.org": org,
    "page.rst": rst,
    "page.adoc": asciidoc,
    "page.tex": latex,
}


@settings(max_examples=150, deadline=None)
@given(syllabi(), st.sampled_from(sorted(FORMATS)), st.sampled_from(FORMS))
def test_a_syllabus_in_any_format_and_date_form_reads_back_as_itself(
    drawn: Drawn, name: str, written: Callable[[dt.date], str]
) -> None:
    rows = [HEADERS] + [
        [str(number), written(day), *cells]
        for number, (day, cells) in enumerate(zip(drawn.days, drawn.cells, strict=True), 1)
    ]
    with TemporaryDirectory() as folder:
        page = Path(folder) / f"spring-{drawn.days[0].year}-{name}"
        page.write_text(FORMATS[name](rows), encoding="utf-8")
        made = compile_course(page, now=NOW)

    assert made.course, [each.message for each in made.report]
    read = [
        Told(entry.date, str(entry.kind), entry.title)
        for week in made.course.syllabus.weeks
        for entry in week.entries
    ]
    assert sorted(read) == sorted(drawn.told)
