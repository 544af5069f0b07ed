import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical.diagnostics import Report
from syllabical.model.table import Page, Table
from syllabical.read.markdown import org
from syllabical.read.markdown import page as markdown_page
from syllabical.source import Source

Grid = list[list[str]]


def page(text: str) -> Page:
    return markdown_page.page(Source("page.md", text), Report())


def table(text: str) -> Table:
    [found] = page(text).tables
    return found


def grid(found: Table) -> Grid:
    rows = (found.header, *found.rows) if found.header else found.rows
    return [[cell.text for cell in row.cells] for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "| Date | Topic |\n|---|:-:|\n| 1 May | a |\n| 8 May | b |\n",
        "Date | Topic\n--- | ---\n1 May | a\n8 May | b",
        "|Date|Topic|\r\n|---+---|\r\n|1 May|a|\r\n|8 May|b|\r\n",
        "|--|--|\n| Date | Topic |\n|--|--|\n| 1 May | a |\n|--|--|\n| 8 May | b |\n|--|--|",
        "| Date | Topic |\n|===|===|\n| 1 May | a |\n| --- |  |\n| 8 May | b |\n|===|===|",
        "| Date | Topic |\n| 1 May | a |\n| 8 May | b |",
        "> | Date | Topic |\n> |---|---|\n> | 1 May | a |\n>| 8 May | b |",
        "- | Date | Topic |\n  |---|---|\n  | 1 May | a |\n  | 8 May | b |",
        "1. Plan:\n\n    | Date | Topic |\n    |---|---|\n    | 1 May | a |\n    | 8 May | b |",
        "::: {.wide}\n| Date | Topic |\n|---|---|\n| 1 May | a |\n| 8 May | b |\n:::",
        "```{table} Plan\n| Date | Topic |\n|---|---|\n| 1 May | a |\n| 8 May | b |\n```",
        "{: .wide}\n| Date | Topic |\n|---|---|\n| 1 May | a |\n| 8 May | b |\n{: .wide}",
        "\ufeff| Date | Topic |\n|---|---|\n|\u00a01 May | a\u200b |\n| 8 May\t|\tb |",
        "｜ Date ｜ Topic ｜\n｜－－｜－－｜\n｜ 1 May ｜ a ｜\n｜ 8 May ｜ b ｜",
        "| Date | Topic |\n|---|---|\n| 1 May | a |\n\n| 8 May | b |\n",
        "| Date | Topic |\n|---|---|\n| 1 May | a |\n<!-- | 2 May | x | -->\n| 8 May | b |\n",
        "| Date | Topic |\n|---|---|\n| 1 May | a |\n{# x\n| 2 |\n#}\n| 8 May | b |",
        "+--+--+\n| Date | Topic |\n+==+==+\n| 1 | a |\n| May | |\n+--+--+\n| 8 May | b |\n+--+--+",
        "Mon | Wed | Fri\nDate | Topic\n--- | ---\n1 May | a\n8 May | b",
    ],
)
def test_a_table_is_one_in_any_of_its_dresses(text: str) -> None:
    assert grid(table(text)) == [["Date", "Topic"], ["1 May", "a"], ["8 May", "b"]]
    assert table(text).header is not None


@pytest.mark.parametrize(
    "text",
    [
        "```\n| a | b |\n|---|---|\n| 1 | 2 |\n```",
        "~~~ text\n| a | b |\n|---|---|\n| 1 | 2 |\n~~~",
        "```{code-cell}\n| a | b |\n|---|---|\n```",
        "text\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n",
        "<!--\n| a | b |\n|---|---|\n| 1 | 2 |\n-->",
        "{% comment %}\n| a | b |\n|---|---|\n| 1 | 2 |\n{% endcomment %}",
        "<div style='display:none'>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n</div>",
        "<del>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n</del>",
        "Office | Room 5\n",
        "- Mon | Room 5 | x\n- Tue | Room 6 | y\n- Wed | Room 7 | z\n",
        "Title\n-----\n\n---\n",
    ],
)
def test_what_only_looks_like_a_table_is_none(text: str) -> None:
    assert page(text).tables == ()


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| a \\| b | c |", ["a | b", "c"]),
        ("| `a | b` | c |", ["a | b", "c"]),
        ("| `a | b`   |", ["`a", "b`"]),
        ("| `a \\| b` | c |", ["a | b", "c"]),
        ('| {{ "x" | relative_url }} | c |', ["x", "c"]),
        ("| $P(a|b)$ | c |", ["P(a|b)", "c"]),
        ("| [a]({{ '/x' | relative_url }}) | c |", ["a", "c"]),
        ("| {{< button a | b >}}x | c |", ["x", "c"]),
        ("| [[Week 1|Intro]] | c |", ["Intro", "c"]),
        ('| <a title="x|y">a</a> | c |', ["a", "c"]),
        ("| [a](b|d) | c |", ["a", "c"]),
        ("|| c |", ["", "c"]),
        ("| a |", ["a", ""]),
        ("| a", ["a", ""]),
        ("a | c", ["a", "c"]),
        ("`a | c` |", ["a | c", ""]),
    ],
)
def test_a_pipe_divides_where_a_reader_means_it_to(row: str, cells: list[str]) -> None:
    assert grid(table(f"| H | I |\n|---|---|\n{row}\n"))[1] == cells


def test_every_row_is_as_wide_as_the_widest() -> None:
    assert grid(table("| H | I |\n|---|---|\n| a |\n| a | b | c |\n")) == [
        ["H", "I", ""],
        ["a", "", ""],
        ["a", "b", "c"],
    ]


def test_a_column_beyond_the_rule_that_is_empty_throughout_is_none() -> None:
    assert grid(table("| H | I |\n|---|---|\n| a | b | | |\n|||||\n| c |\n")) == [
        ["H", "I"],
        ["a", "b"],
        ["", ""],
        ["c", ""],
    ]


def test_a_table_may_have_no_header() -> None:
    found = table("|---|---|\n| 1 May | a |\n| 8 May | b |\n")

    assert found.header is None
    assert grid(found) == [["1 May", "a"], ["8 May", "b"]]


def test_a_cell_knows_its_own_characters() -> None:
    text = "intro\n\n>  |  `1 May`|  a \\| b\t|\n>  |---|---|\n>  | x ||\n"
    header = table(text).header

    assert header is not None
    assert [(cell.at.text, cell.at.place) for cell in header.cells] == [
        ("`1 May`", (3, 7)),
        ("a \\| b", (3, 17)),
    ]
    assert header.at.text == "|  `1 May`|  a \\| b\t|"


def test_a_row_may_be_silenced() -> None:
    found = table(
        "| H | I |\n|---|---|\n"
        "| a | b | <!-- syllabical: allow off-rhythm, date-repeated -->\n| c | d |\n"
    )

    assert [row.silenced for row in found.rows] == [
        frozenset({"off-rhythm", "date-repeated"}),
        frozenset(),
    ]
    assert grid(found) == [["H", "I"], ["a", "b"], ["c", "d"]]


WORDS = st.text(alphabet="abz019 .,;()/äß日한שλ-", max_size=12).map(str.strip)
CELLS = WORDS.filter(lambda text: not text.startswith("-") and " - " not in text)
GRIDS = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(CELLS, min_size=width, max_size=width).filter(any), min_size=2, max_size=6
    )
)


def folded(rows: Sequence[Sequence[str]]) -> Grid:
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def outer(row: Sequence[str]) -> str:
    return f"| {' | '.join(row)} |"


def bare(row: Sequence[str]) -> str:
    return " | ".join(row)


@given(GRIDS)
def test_a_table_with_outer_pipes_reads_back(rows: Grid) -> None:
    rule = "|" + "---|" * len(rows[0])

    assert grid(table("\n".join([outer(rows[0]), rule, *map(outer, rows[1:])]))) == folded(rows)


@given(GRIDS.filter(lambda rows: all(row[0] and row[-1] for row in rows)))
def test_a_table_without_outer_pipes_reads_back(rows: Grid) -> None:
    rule = "---|" * (len(rows[0]) - 1) + "---"

    assert grid(table("\n".join([bare(rows[0]), rule, *map(bare, rows[1:])]))) == folded(rows)


@given(GRIDS)
def test_a_table_that_is_ruled_all_over_reads_back(rows: Grid) -> None:
    rule = "|" + "-----|" * len(rows[0])
    lines = [line for row in rows for line in (rule, outer(row))]

    assert grid(table("\n".join([*lines, rule]))) == folded(rows)


@given(GRIDS)
def test_an_org_table_reads_back(drawn: Grid) -> None:
    rows = [[cell.replace("/", ".") for cell in row] for row in drawn]
    rule = "|" + "+".join(["---"] * len(rows[0])) + "|"
    text = "\n".join([outer(rows[0]), rule, *map(outer, rows[1:])])

    [found] = org.page(Source("page.org", text), Report()).tables

    assert grid(found) == folded(rows)


DAMAGE = st.lists(
    st.sampled_from([
        "|", "---", "\n", "\r", "`", "```\n", "<table>", "</table>", "<!--", "-->", "{{", "}}",
        "{%", "%}", "[", "](", "**", "> ", "- ", "    ", "$", "\\", "\x00", "\ufeff", "｜", "1 May",
        "#", "=", "<del>", "~~", "&#", ":::", "+--", "\ud800", "#+begin_", "* ", "\u2028", "é",
    ]),
    max_size=40,
).map("".join)  # fmt: skip


@given(DAMAGE)
def test_no_damage_stops_the_reader(text: str) -> None:
    assert page(text).source.text == text
    assert org.page(Source("page.org", text), Report()).source.text == text


def test_blanks_behind_a_silencing_cost_no_more_than_their_number() -> None:
    before = time.process_time()

    page("| a | <!-- syllabical: allow" + " " * 50_000 + "x |\n|--|--|\n| b | c |\n")

    assert time.process_time() - before < 2
