import time

import pytest

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Link, Page, Passage, Where
from syllabical.read.markdown import org
from syllabical.source import Source

COURSE = """#+TITLE: Graphs
#+DATE: Fall 2025

* Plan :course:
Mondays at 10:30.
:PROPERTIES:
:CREATED: [2019-01-01]
:END:

#+ATTR_HTML: :width 100%
| Week | Date             | Topic          |
|------+------------------+----------------|
|    / | <l>              |                |
|    1 | <2025-09-01 Mon> | *Trees* [[https://a.example][notes]] |
|    2 | [2025-09-08 Mon] | +Heaps+ =sort= |
#+TBLFM: $1=@#

# | 3 | 2025-09-15 | commented |

#+BEGIN_COMMENT
| 4 | 2025-09-22 | commented |
#+END_COMMENT
#+begin_src org
| 5 | 2025-09-29 | code |
#+end_src

* COMMENT Old
** 2019
| 6 | 2019-09-29 | old |

* Notes :noexport:
| 7 | 2019-09-29 | old |
"""


def page(text: str) -> Page:
    return org.page(Source("page.org", text), Report())


def lines(cells: tuple[Cell, ...]) -> list[tuple[str, ...]]:
    return [cell.lines for cell in cells]


def test_an_org_page_has_its_live_tables() -> None:
    [table] = page(COURSE).tables

    assert table.headings == ("Graphs", "Plan")
    assert table.header is not None
    assert lines(table.header.cells) == [("Week",), ("Date",), ("Topic",)]
    assert [lines(row.cells) for row in table.rows] == [
        [("1",), ("2025-09-01 Mon",), ("Trees notes",)],
        [("2",), ("2025-09-08 Mon",), ("sort",)],
    ]
    assert table.rows[0].cells[2].links == (Link("notes", "https://a.example"),)
    assert table.rows[1].cells[2].struck == ("Heaps",)
    assert table.rows[0].cells[1].at.text == "<2025-09-01 Mon>"


def test_what_stands_around_the_tables_is_told() -> None:
    found = page(COURSE)

    assert found.title == "Graphs"
    assert [(passage.where, passage.text) for passage in found.passages] == [
        (Where.TITLE, "Graphs"),
        (Where.FRONT_MATTER, "Fall 2025"),
        (Where.HEADING, "Plan"),
        (Where.PROSE, "Mondays at 10:30."),
    ]


def test_without_a_rule_there_is_no_header() -> None:
    [table] = page("| Lecture | Feb. 4 |\n| Lecture | Feb. 6 |\n").tables

    assert table.header is None
    assert [lines(row.cells) for row in table.rows] == [
        [("Lecture",), ("Feb. 4",)],
        [("Lecture",), ("Feb. 6",)],
    ]


def test_front_matter_that_is_exported_is_the_pages() -> None:
    text = (
        "#+BEGIN_EXPORT html\n---\ntitle: Plan\nyear: 2020\n---\n#+END_EXPORT\n"
        "| a | 1 |\n| b | 2 |\n"
    )
    source = Source("page.org", text)
    found = page(text)

    assert found.title == "Plan"
    assert found.tables[0].headings == ("Plan",)
    assert found.passages == (
        Passage(Where.FRONT_MATTER, "Plan", source.span(31, 35)),
        Passage(Where.FRONT_MATTER, "2020", source.span(42, 46)),
    )


def test_todo_states_and_priorities_are_no_words_of_a_heading() -> None:
    assert page("* TODO [#A] Plan [1/3]\n** 2025\n").passages[0].text == "Plan"


def test_tags_are_no_words_of_a_heading() -> None:
    assert page("* Plan of 2025  :plan:fall:  \n").passages[0].text == "Plan of 2025"


@pytest.mark.parametrize("text", ["* " + " " * 50_000 + "a", "*a /b " * 10_000])
def test_blanks_and_marks_cost_no_more_than_their_number(text: str) -> None:
    before = time.process_time()

    page(text)

    assert time.process_time() - before < 4
