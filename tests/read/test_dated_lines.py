import time

import pytest

from syllabical.diagnostics import Report
from syllabical.model.schedule import CourseInfo, Schedule
from syllabical.read import course_page
from syllabical.source import Source


def rows(path: str, text: str) -> list[tuple[str, ...]]:
    page = course_page(
        [Source(path, text)],
        Schedule(course=CourseInfo(url="https://uni.example/")),
        lambda _: None,
        Report(),
    )
    assert page is not None
    return [
        tuple(" / ".join(cell.lines) for cell in row.cells if cell.lines)
        for t in page.tables
        for row in t.rows
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- **Sep 4**: Trees\n- **Sep 11**: *Heaps*\n- **Sep 18**: No class\n",
        "* Sep 4 – Trees\n* Sep 11 – Heaps\n* Sep 18 – No class\n\n## Rules\n\n* Be on time\n",
        "### Week 1 (Sep 4)\nTrees\n### Week 2 (Sep 11)\nHeaps\n### Week 3 (Sep 18)\nNo class\n",
        "Sep 4: Trees\n============\nSep 11: Heaps\n====\nSep 18: No class\n========\n",
    ],
)
def test_lines_that_begin_with_dates_are_a_table(text: str) -> None:
    expected = [("Sep 4", "Trees"), ("Sep 11", "Heaps"), ("Sep 18", "No class")]
    assert rows("page.md", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<ul><li><b>4.9.:</b> Trees<li><b>11.9.:</b> Heaps<li><b>18.9.:</b> Sorting</ul>",
        "<div>4.9.</div><h5>Trees</h5><div>11.9.</div><h5>Heaps</h5><div>18.9.</div><h5>Sorting</h5>",
        "<h3>4.9.</h3>Trees<h3>11.9.</h3>Heaps<h3>18.9.</h3>Sorting<h3>Staff</h3><p>Ann</p>",
    ],
)
def test_elements_that_begin_with_dates_are_a_table(text: str) -> None:
    expected = [("4.9.", "Trees"), ("11.9.", "Heaps"), ("18.9.", "Sorting")]
    assert rows("page.html", f"<html><body>{text}</body></html>") == expected


def test_a_heading_ends_with_its_line() -> None:
    text = (
        "## Sep 4: Trees\n[slides](s.pdf)\n## Sep 11: Heaps\n[s](t)\nHW1 due\n## Sep 18\nGraphs\n"
    )
    expected = [("Sep 4", "Trees"), ("Sep 11", "Heaps", "s HW1 due"), ("Sep 18", "Graphs")]

    assert rows("page.md", text) == expected


def test_a_heading_ends_what_is_said_of_the_day_above_it() -> None:
    text = (
        "# Week 1\n\nSep 4: Trees\n\nRead chapter 1\n\n# Week 2\n\nSep 11 & 13: Heaps\n\n"
        "# Week 3\n\nSep 18: Sorting\n"
    )

    assert rows("page.md", text) == [
        ("Sep 4", "Trees", "Read chapter 1"),
        ("Sep 11 & 13", "Heaps"),
        ("Sep 18", "Sorting"),
    ]


def test_what_is_indented_below_a_date_belongs_to_it() -> None:
    text = (
        "- Sep 4: Trees\n  - HW1 out\n  - [slides](s.pdf)\n- Sep 11: Heaps\n  and more\n- 9/18: x\n"
    )

    assert rows("page.md", text)[:2] == [
        ("Sep 4", "Trees", "HW1 out"),
        ("Sep 11", "Heaps and more"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- Week 1: Trees\n- Week 2: Heaps\n- Week 3: Sorting\n",
        "- Read 2 papers\n- Write 3 notes\n- Give 1 talk\n",
        "| Date | Topic |\n|--|--|\n| 9/4 | Trees |\n\n- Sep 4: a\n- Sep 11: b\n- Sep 18: c\n",
        "Sep 4: Trees\n\nSep 11: Heaps\n",
    ],
)
def test_other_lines_are_none(text: str) -> None:
    assert len(rows("page.md", text)) < 2


@pytest.mark.parametrize(
    "text",
    [
        "Instructor" + "\u00a0 " * 60 + "Jane Doe",
        "".join(f"- Sep {day} {'_*' * 60}: Trees\n" for day in range(1, 5)),
        "# Week 1 (" + "&nbsp;\u00a0" * 60 + "Sep 4)",
    ],
)
def test_blanks_and_marks_cost_no_more_than_their_number(text: str) -> None:
    before = time.process_time()

    rows("page.md", text)

    assert time.process_time() - before < 1
