import json

from syllabical.diagnostics import Report
from syllabical.model.schedule import CourseInfo, Schedule
from syllabical.model.table import Table
from syllabical.read import course_page
from syllabical.source import Source


def read(path: str, text: str) -> Table:
    schedule = Schedule(course=CourseInfo(url="https://uni.example/"))
    page = course_page([Source(path, text)], schedule, lambda _: None, Report())
    assert page is not None
    [table] = page.tables
    return table


def shown(table: Table) -> list[list[str]]:
    assert table.header is not None
    return [[cell.text for cell in row.cells] for row in (table.header, *table.rows)]


def test_halves_side_by_side_are_one_below_the_other() -> None:
    text = "|Date|Topic|Date|Topic|\n|-|-|-|-|\n|9/4|Trees|9/18|Heaps|\n|9/11|Graphs|||\n"
    rows = [["Date", "Topic"], ["9/4", "Trees"], ["9/11", "Graphs"], ["9/18", "Heaps"]]

    assert shown(read("page.md", text)) == rows


def test_a_table_with_its_dates_across_the_top_is_turned() -> None:
    text = "||9/4|9/11|9/18|\n|-|-|-|-|-|\n|Topic|Trees|Heaps|No class|\n|Due|||HW1|\n"

    assert shown(read("page.md", text)) == [
        ["Date", "Topic", "Due"],
        ["9/4", "Trees", ""],
        ["9/11", "Heaps", ""],
        ["9/18", "No class", "HW1"],
    ]


def test_a_table_whose_rows_have_dates_stays() -> None:
    text = "|Week|9/4|9/11|9/18|\n|-|-|-|-|-|\n|9/4|a|b|c|\n"

    assert shown(read("page.md", text))[1] == ["9/4", "a", "b", "c"]


def test_a_notebook_is_its_markdown() -> None:
    lines = [
        "# Pl\u00e4ne\n",
        "\n",
        "| Date | Topic |\n",
        "|--|--|\n",
        '| 9/4 | "Trees" |\n',
        "|9/11|Bäume|",
    ]
    cells = [
        {"cell_type": "code", "source": ["print('| 1 | 2 |')"]},
        {"cell_type": "markdown", "source": lines},
    ]
    text = json.dumps({"cells": cells}, indent=1)
    table = read("page.ipynb", text)

    assert table.headings == ("Pläne",)
    assert shown(table) == [["Date", "Topic"], ["9/4", '"Trees"'], ["9/11", "Bäume"]]
    assert table.rows[0].cells[1].at.text == '\\"Trees\\"'
    assert (
        str(table.rows[0].cells[0].at)
        == f"page.ipynb:{text[: text.index('9/4')].count(chr(10)) + 1}:8"
    )


def test_an_entry_may_have_its_date_one_level_deeper() -> None:
    entries = [
        {"id": n, "attributes": {"date": f"2025-09-0{n}", "title": f"Topic {n}"}} for n in (1, 2)
    ]

    assert shown(read("page.json", json.dumps({"data": entries})))[1] == [
        "1",
        "2025-09-01",
        "Topic 1",
    ]
