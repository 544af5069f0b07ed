import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Link, Page, Row, Where
from syllabical.read import modules
from syllabical.source import Source


def read(*texts: str) -> Page:
    sources = [Source(f"_modules/week-{at}.md", text) for at, text in enumerate(texts, start=1)]
    return modules.page(sources, Report())


def rows(*texts: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for t in read(*texts).tables for row in t.rows]


def test_a_term_is_a_date_and_its_definitions_are_entries() -> None:
    text = (
        "---\ntitle: Week 1\n---\n\nSep 4\n"
        ": **Lecture**{: .label .label-blue }[Trees](t.pdf)\n"
        "  : **Read**{: .label .label-green }[Ch 1](c1), [Ch 2](c2)\n"
        ": **HW 1 due**{: .label .label-red }\n"
    )
    source = Source("_modules/week-1.md", text)
    at = source.span()

    [table] = modules.page([source], Report()).tables

    def cell(*lines: str, links: tuple[Link, ...] = ()) -> Cell:
        return Cell(lines=lines, links=links, at=at)

    assert [cell.text for cell in table.header.cells] == ["Date", "Type", "Topic", "Resources"]  # type: ignore[union-attr]
    assert table.rows == (
        Row(
            cells=(
                cell("Sep 4"),
                cell("Lecture"),
                cell("Trees", links=(Link("Trees", "t.pdf"),)),
                cell("Read: Ch 1, Ch 2", links=(Link("Ch 1", "c1"), Link("Ch 2", "c2"))),
            ),
            heading="Week 1",
            at=at,
        ),
        Row(
            cells=(cell("Sep 4"), cell("HW 1 due"), cell("HW 1 due"), cell()),
            heading="Week 1",
            at=at,
        ),
    )
    assert [str(cell.at) for cell in table.rows[0].cells] == [
        "_modules/week-1.md:5:1",
        "_modules/week-1.md:6:3",
        "_modules/week-1.md:6:37",
        "_modules/week-1.md:7:5",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (": [Trees](t) **Lecture**{: .label }", [["Lecture", "Trees", ""]]),
        (": **Lecture**{: .label }**2**{: .label } Trees", [["Lecture 2", "Trees", ""]]),
        (": **2**{: .label } Trees", [["", "2 Trees", ""]]),
        (
            ": **Lecture**{: .label } Trees **HW1**{: .label } due",
            [["Lecture", "Trees", ""], ["HW1", "due", ""]],
        ),
        (
            ": **Lecture**{: .label } Trees **Slides**{: .label } [pdf](t)",
            [["Lecture", "Trees", "pdf"]],
        ),
        (": <span>Holiday</span>{:.label.label-red} No class", [["Holiday", "No class", ""]]),
        (": Trees", [["", "Trees", ""]]),
        (": **Lecture**{: .label } Trees\n: &emsp;\n  : Paper", [["Lecture", "Trees", "Paper"]]),
        (
            ": **Lecture**{: .label } Trees\n\n: Graphs",
            [["Lecture", "Trees", ""], ["", "Graphs", ""]],
        ),
        (": {% lec 1 %}\n<!-- : dead -->", [["", "lec 1", ""]]),
        (": ~~Trees~~", [["", "", ""]]),
        (":", [["", "", ""]]),
    ],
)
def test_what_a_definition_says(text: str, found: list[list[str]]) -> None:
    assert rows(f"Sep 4\n{text}\n") == [["Sep 4", *row] for row in found]


def test_weeks_come_in_their_order() -> None:
    second, first = "---\nweekNumber: 2\n---\n9/11\n: b\n", "---\nweekNumber: 1\n---\n9/4\n: a\n"

    assert rows(second, first) == [["9/4", "", "a", ""], ["9/11", "", "b", ""]]


def test_without_numbers_weeks_come_by_name() -> None:
    sources = [Source(f"week-{at}.md", f"9/{at}\n: x\n") for at in (10, 2)]
    [table] = modules.page(sources, Report()).tables

    assert [row.cells[0].text for row in table.rows] == ["9/2", "9/10"]


def test_days_may_stand_in_the_front_matter() -> None:
    text = (
        "---\n  title: Week 1\n  days:\n    - date: 2025-9-4\n      events:\n"
        '        "**LEC 1**{: .label } Trees": "[slides](t.pdf)"\n'
        '        "**HW 1**{: .label }":\n'
        "    - date: 2025-9-9\n      items:\n        - {type: lab, title: Git}\n---\n"
    )

    assert rows(text) == [
        ["2025-9-4", "LEC 1", "Trees", "slides"],
        ["2025-9-4", "HW 1", "HW 1", ""],
        ["2025-9-9", "lab", "Git", ""],
    ]


def test_a_list_whose_points_begin_with_dates_is_read_alike() -> None:
    assert rows("- Jan 26: Logic\n- **1/28** – Sets\n- Bring a pen: always\n") == [
        ["Jan 26", "", "Logic", ""],
        ["1/28", "", "Sets", ""],
    ]


def test_terms_that_are_no_dates_belong_to_the_date_in_the_title() -> None:
    text = "---\ntitle: Week 1 (August 22)\n---\nClass\n: Trees\n: Graphs\n"

    assert rows(text) == [["Week 1 (August 22)", "Class", "Trees Graphs", ""]]


def test_terms_that_are_no_dates_are_nothing_where_no_date_is() -> None:
    assert read("---\ntitle: Week 1\n---\nReading\n: Chapter 1\n").tables == ()


def test_the_words_around_are_passages() -> None:
    page = read("---\ntitle: Week 1\n---\n# Trees\n\nAll in room 5.\n\n9/4\n: a\n")

    assert [
        (said.where, said.text) for said in page.passages if said.where != Where.FRONT_MATTER
    ] == [
        (Where.HEADING, "Week 1"),
        (Where.HEADING, "Trees"),
        (Where.PROSE, "All in room 5."),
    ]


PIECE = st.sampled_from(
    ["Sep 4\n", ": ", "  : ", "**Lecture**{: .label }", "[a](b)", "\n", "{:", "}", "**", "<!--",
     "-->", "---\n", "- 9/4: x\n", "é", "\t", "\0", "{% x %}", "days:\n  - date: 9/4\n", "\r"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECE, max_size=30).map("".join))
def test_no_module_is_too_damaged_to_be_read(text: str) -> None:
    for table in read(text).tables:
        for cell in (cell for row in table.rows for cell in row.cells):
            assert 0 <= cell.at.start <= cell.at.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["Sep 4\n: a\n", "a\n\n", ": a\n", "**a**{: .label }", "[a](b), ", "- 9/4", "Sep 4\n"]
)
def test_time_grows_with_the_modules_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        read("Sep 4\n: " + piece * count)
        return time.process_time() - start

    small = max(min(seconds(400) for _ in range(3)), 0.002)

    assert min(seconds(3200) for _ in range(2)) / small < 8 * 4
