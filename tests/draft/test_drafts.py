import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical import draft, read
from syllabical.cli import init
from syllabical.diagnostics import Report
from syllabical.model.course import Course
from syllabical.model.event import Event
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Certainty, Entry, Kind, Syllabus, Week
from syllabical.model.table import Page
from syllabical.project import Compiled, Opened, compiled, opened
from syllabical.read.schedule.scalars import trimmed
from syllabical.source import Source
from syllabical.text import one_line

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))


def pages() -> Iterator[Path]:
    yield from sorted(ROOT.glob("examples/*/*.md"))
    yield from sorted(ROOT.glob("examples/*/*.html"))
    yield from sorted(ROOT.glob("tests/golden/*/page.*"))
    for truth in sorted(CORPUS.glob("*/truth.json")):
        named = json.loads((truth.parent / "source.json").read_text("utf-8")).get("main_file", "")
        single = sorted(truth.parent.glob("page.*"))
        file = single[0] if single else truth.parent / named
        yield file.parent if file.parent.name == "_modules" else file


def course_of(page: Path, report: Report) -> Opened:
    course = opened(page, report)
    assert course is not None
    return course


def faces(events: tuple[Event, ...]) -> list[tuple[object, ...]]:
    return [(e.kind, e.track, e.number, e.title, e.date, e.url) for e in events]


def alone(course: Opened, report: Report) -> Compiled:
    return compiled(course, report, now=NOW)


@pytest.mark.parametrize("page", list(pages()), ids=lambda page: "/".join(page.parts[-3:]))
def test_a_draft_gives_the_same_events_and_leaves_no_guess_unsaid(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{NOW.timestamp():.0f}")
    report = Report()
    course = course_of(page, report)
    before = alone(course, report)
    if before.course is None or init.is_unreadable(report):
        pytest.skip("the page cannot be read")

    text, after = init.drafted(course, course.path.parent, None, Report())

    said = Report()
    schedule = read.schedule_file(Source("schedule.yaml", text), said)
    assert [each.message for each in said] == []
    assert schedule is not None
    assert after.course is not None
    assert after.course.syllabus.weeks == before.course.syllabus.weeks
    # Columns that are named come before the others.
    assert set(after.course.syllabus.tracks) == set(before.course.syllabus.tracks)
    assert faces(after.course.events) == faces(before.course.events)
    reading = after.course.syllabus.reading
    undecided = any(each.code == "date-order-undecidable" for each in report)
    assert reading is not None
    assert undecided or reading.order_certainty is not Certainty.GUESSED
    assert reading.year_certainty is not Certainty.GUESSED
    assert max(len(line) for line in text.splitlines() if " # " in line) <= 90


def drafted(page: str, schema: str = "") -> str:
    source = Source("page.md", page)
    course = Opened(schedule=Schedule(), page=[source], beside=lambda _: None, path=Path("page.md"))
    report = Report()
    understood = compiled(course, report, now=NOW).course
    read_page = read.course_page(course.page, Schedule(), course.beside, Report())
    assert understood is not None
    assert read_page is not None
    return draft.schedule(understood, read_page, report, path="page.md", schema=schema)


def rows(*cells: str) -> str:
    return "| Date | Topic |\n|---|---|\n" + "".join(f"| {cell} | {cell} |\n" for cell in cells)


def test_a_column_of_remarks_that_names_an_exam_is_no_track() -> None:
    page = (
        "| Week | Lectures | Notes |\n|---|---|---|\n| 2022-03-14 | Sets | |\n"
        "| 2022-03-21 | Maps | Midterm Exam: see the policies |\n| 2022-03-28 | Trees | |\n"
    )

    text = drafted(page)

    assert re.findall(r"^  (\w+):", text.partition("tracks:")[2], re.MULTILINE) == ["Lectures"]
    assert "# 1 exam, on 21 Mar 2022" in text


def test_a_guessed_year_and_order_are_written_down() -> None:
    text = drafted("# Spring quarter\n\n" + rows("3/4", "4/5", "5/6"))

    assert "  order: month-first   # guessed: `3/4` is Wed 4 Mar 2026; is it?\n" in text
    assert "  year: 2026           # guessed from today's date; the year of the first row\n" in text


def test_an_order_that_nothing_decides_is_left_open() -> None:
    text = drafted(rows("1/2/2026", "3/4/2026", "5/6/2026"))

    assert "\n  #order: day-first   # fill in, or `month-first`: `1/2/2026` may be either" in text


def test_dates_that_are_sure_need_no_section() -> None:
    assert "dates:" not in drafted(rows("2026-03-02", "2026-03-09", "2026-03-16"))


def test_the_table_is_named_by_its_heading_where_there_are_several() -> None:
    staff = "## Staff\n\n| Name | Mail |\n|---|---|\n| A | a@b |\n\n## Plan\n\n"

    text = drafted(staff + rows("2026-03-02", "2026-03-09", "2026-03-16"))

    assert re.search(r"page:\n  path: page.md\n  table: Plan +# table 2 of 2: 3 of its", text)


def test_a_zone_that_nobody_knows_is_a_blank() -> None:
    text = drafted(rows("2026-03-02", "2026-03-09", "2026-03-16"))

    assert "\n#timezone: Europe/Berlin   # fill in" in text


def test_the_schema_is_named_where_it_is_there() -> None:
    text = drafted(rows("2026-03-02", "2026-03-09", "2026-03-16"), schema="schedule.schema.json")

    assert text.startswith("# yaml-language-server: $schema=schedule.schema.json\n")


@given(
    track=st.text(min_size=1, max_size=20).map(one_line).map(trimmed).filter(bool),
    title=st.text(max_size=30),
    path=st.text(min_size=1, max_size=30).map(one_line).map(trimmed).filter(bool),
)
def test_whatever_things_are_called_the_draft_is_read_as_it_was_meant(
    track: str, title: str, path: str
) -> None:
    at = Source("page.md", "").span()
    entry = Entry(kind=Kind.CLASS, track=track, title="A", date=dt.date(2026, 3, 2), at=at)
    week = Week(date=entry.date, entries=(entry,), at=at, date_at=at)
    syllabus = Syllabus(title=title, weeks=(week,), tracks=(track,))
    course = Course(syllabus=syllabus, schedule=Schedule())

    text = draft.schedule(course, Page(source=at.source, title=title), Report(), path=path)

    report = Report()
    schedule = read.schedule_file(Source("schedule.yaml", text), report)
    assert [each.message for each in report] == []
    assert schedule is not None
    assert schedule.page is not None
    assert schedule.page.path == path
    assert list(schedule.tracks) == [track]
