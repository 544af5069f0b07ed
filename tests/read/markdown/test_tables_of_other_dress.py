import time

from hypothesis import given, settings
from hypothesis import strategies as st

from syllabical.diagnostics import Report
from syllabical.model.table import Page
from syllabical.read.markdown import page
from syllabical.source import Source


def read(text: str) -> Page:
    return page.page(Source("page.md", text), Report())


def shown(text: str) -> list[list[str]]:
    [table] = read(text).tables
    rows = [table.header, *table.rows] if table.header else [*table.rows]
    return [[" / ".join(cell.lines) for cell in row.cells] for row in rows]


def test_columns_stand_under_rules_of_dashes() -> None:
    text = (
        "# Plan\n\nDate    Topic      Due\n------  ---------  ----\nSep 4   **Trees**\n"
        "Sep 11  No class   HW1\n\nx\n"
    )

    assert shown(text) == [
        ["Date", "Topic", "Due"],
        ["Sep 4", "Trees", ""],
        ["Sep 11", "No class", "HW1"],
    ]


def test_without_a_header_a_rule_closes_the_table() -> None:
    rule = "------  ------\n"

    assert shown(f"{rule}Sep 4   Trees\nSep 11  Heaps\n{rule}") == [
        ["Sep 4", "Trees"],
        ["Sep 11", "Heaps"],
    ]
    assert not read(f"{rule}Sep 4   Trees\n").tables


def test_between_rules_a_blank_line_ends_a_row() -> None:
    text = (
        "-----------------------\n Date    Topic of\n         the day\n------- ---------------\n"
        " Sep 4   Trees and\n         forests\n\n Sep 11  Heaps\n-----------------------\nafter 9\n"
    )

    assert shown(text) == [
        ["Date", "Topic of the day"],
        ["Sep 4", "Trees and forests"],
        ["Sep 11", "Heaps"],
    ]


def test_lines_of_a_grid_cell_are_one_text() -> None:
    text = (
        "+------+----------+\n| Date | Topic    |\n+======+==========+\n| 9/4  | **Final  |\n"
        "|      | exam**   |\n|      |          |\n|      | HW1 due  |\n+------+----------+\n"
        "| 9/11 | a:       |\n|      |          |\n|      | - b      |\n"
        "|      | - c      |\n+------+----------+\n"
    )

    assert shown(text) == [
        ["Date", "Topic"],
        ["9/4", "Final exam / HW1 due"],
        ["9/11", "a: / b / c"],
    ]


def test_a_list_table_has_a_row_an_item() -> None:
    text = (
        "# Plan\n\n```{list-table} Classes\n:header-rows: 1\n\n* - Date\n  - Topic\n* - Sep 4\n"
        "  - *Trees*, and\n    forests\n* - Sep 11\n  - - HW1\n    - HW2\n* - Sep 18\n```\n"
    )

    assert shown(text) == [
        ["Date", "Topic"],
        ["Sep 4", "Trees, and forests"],
        ["Sep 11", "HW1 / HW2"],
        ["Sep 18", ""],
    ]
    assert read(text).tables[0].headings == ("Plan", "Classes")


def test_a_csv_table_is_read_where_it_stands() -> None:
    text = (
        '```{csv-table}\n:header: "Date", "Topic"\n:widths: 1 2\n\n'
        '"Sep 4", "Trees, forests"\n"Sep 11", Heaps\n```\n'
    )

    assert shown(text) == [["Date", "Topic"], ["Sep 4", "Trees, forests"], ["Sep 11", "Heaps"]]
    [table] = read(text).tables
    assert [cell.at.text for row in table.rows for cell in row.cells] == [
        "Sep 4",
        "Trees, forests",
        "Sep 11",
        "Heaps",
    ]


PIECES = [
    "```{list-table}\n", "```{csv-table}\n", ":header-rows: 1\n", ":header: a,b\n", "* - a\n",
    "  - b\n", "    - c\n", "```\n", "---- ----\n", "---------\n", "a    b\n", "\n", "+--+--+\n",
    "|a |b |\n", "---\n", "x", "|",
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_no_table_is_too_damaged_to_be_read(text: str) -> None:
    for table in read(text).tables:
        for cell in (cell for row in table.rows for cell in row.cells):
            assert 0 <= cell.at.start <= cell.at.end <= len(text)


def test_time_grows_with_the_rules_and_no_faster() -> None:
    before = time.process_time()
    for piece in ("---- ----\n", "a\n---- ----\n", "```{list-table}\n* - a\n", "a  b\n"):
        read(piece * 3000)

    assert time.process_time() - before < 10
