import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabical.diagnostics import Report
from syllabical.model.schedule import Schedule
from syllabical.model.table import Link, Page, Where
from syllabical.read import course_page, rst
from syllabical.source import Source


def beside(path: str) -> Source | None:
    files = {
        "plan.csv": "Date,Topic\n1/2,Trees\n",
        "roles.csv": """Date,Topic,Work
1/2,:slides:ref:`trees`,":download:`Sheet 1 out <s_1.pdf>`; **bring** `paper`_"
1/9,|heaps|,":del:`Sheet 0 due`
Sheet 1 due, 2*3"
""",
    }
    return Source(path, files[path]) if path in files else None


def read(text: str) -> Page:
    return rst.page(Source("index.rst", text), beside, Report())


def grid(text: str) -> list[list[str]]:
    [table] = read(text).tables
    rows = ([table.header] if table.header else []) + list(table.rows)
    return [[cell.text for cell in row.cells] for row in rows]


EXPECTED = [["Date", "Topic"], ["1/2", "Trees and heaps"], ["1/9", "Graphs"]]


@pytest.mark.parametrize(
    "text",
    [
        """
.. list-table:: Plan
   :header-rows: 1

   * - Date
     - Topic
   * - 1/2
     - Trees
       and heaps
   * - 1/9
     - Graphs
""",
        """
.. csv-table:: Plan
   :header: Date, Topic

   1/2, Trees and heaps
   1/9, Graphs
""",
        """
+------+-----------+
| Date | Topic     |
+======+===========+
| 1/2  | Trees     |
|      | and heaps |
+------+-----------+
| 1/9  | Graphs    |
+------+-----------+
""",
        """
====  ===============
Date  Topic
====  ===============
1/2   Trees and heaps
1/9   Graphs
====  ===============
""",
        """
.. tab-set::

   .. tab-item:: Plan
      :sync: plan

      ====  ===============
      Date  Topic
      ====  ===============
      1/2   :doc:`Trees <t>` and |heaps|
      1/9   :ref:`Graphs`
      ====  ===============

.. |heaps| replace:: heaps
""",
    ],
)
def test_every_kind_of_table_is_read(text: str) -> None:
    assert grid(text) == EXPECTED


def test_cells_stand_where_their_words_do() -> None:
    text = "Plan\n====\n\n===  =====\nDay  Topic\n===  =====\n1/2  Trees\n1/9  Trees\n===  =====\n"
    [table] = read(text).tables

    assert table.headings == ("Plan",)
    assert [[str(cell.at) for cell in row.cells] for row in table.rows] == [
        ["index.rst:7:1", "index.rst:7:6"],
        ["index.rst:8:1", "index.rst:8:6"],
    ]


def test_links_and_what_is_struck_out_are_kept_apart() -> None:
    [table] = read(
        ".. list-table::\n\n   * - 1/2\n     - `Trees <t.pdf>`_ :del:`gone`\n   * - 1/9\n     - \n"
    ).tables
    cell = table.rows[0].cells[1]

    assert (cell.lines, cell.links, cell.struck) == (
        ("Trees",),
        (Link("Trees", "t.pdf"),),
        ("gone",),
    )


def test_a_cell_over_several_columns_stands_in_each_of_them() -> None:
    text = """
+-----+-----+---+
| 1/2 | a   | b |
+-----+-----+---+
| 1/9 | break   |
+-----+---------+
"""
    assert grid(text) == [["1/2", "a", "b"], ["1/9", "break", "break"]]


def test_a_table_in_a_file_is_read_through_the_project() -> None:
    page = read("Plan\n====\n\n.. csv-table:: Fall 2025\n   :file: plan.csv\n   :header-rows: 1\n")
    [table] = page.tables

    assert table.headings == ("Plan", "Fall 2025")
    assert [str(cell.at) for cell in table.rows[0].cells] == ["plan.csv:2:1", "plan.csv:2:5"]


def test_cells_in_a_file_are_restructuredtext_too() -> None:
    [table] = read(
        ".. csv-table::\n   :file: roles.csv\n   :header-rows: 1\n\n"
        ".. |heaps| replace:: Heaps\n.. _paper: https://a.org/p\n"
    ).tables

    assert [[cell.lines for cell in row.cells] for row in table.rows] == [
        [("1/2",), ("trees",), ("Sheet 1 out; bring paper",)],
        [("1/9",), ("Heaps",), ("Sheet 1 due, 2*3",)],
    ]
    assert table.rows[0].cells[2].links == (
        Link("Sheet 1 out", "s_1.pdf"),
        Link("paper", "https://a.org/p"),
    )
    assert table.rows[1].cells[2].struck == ("Sheet 0 due",)
    assert [cell.at.text for cell in table.rows[0].cells[:2]] == ["1/2", ":slides:ref:`trees`"]


@pytest.mark.parametrize(
    "text",
    [
        """
Week 1
------
Jan. 6: Trees :download:`slides <t.pdf>`

Read chapter 1

Jan. 8: Heaps_
and more

Week 2
------
Jan. 13 & 15: No class

.. _heaps: h.html
""",
        """
* Jan. 6: Trees `slides <t.pdf>`_

  Read chapter 1
* Jan. 8: *Heaps*
  and more
* Jan. 13 & 15: No class
""",
    ],
)
def test_dated_paragraphs_and_items_are_rows(text: str) -> None:
    [table] = read(f"Plan\n====\n{text}").tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Jan. 6", "Trees slides", "Read chapter 1"],
        ["Jan. 8", "Heaps and more", ""],
        ["Jan. 13 & 15", "No class", ""],
    ]
    assert [row.cells[0].at.text for row in table.rows] == ["Jan. 6", "Jan. 8", "Jan. 13 & 15"]
    assert table.rows[0].cells[1].links == (Link("slides", "t.pdf"),)
    assert table.headings == ("Plan",)


def test_a_file_that_is_missing_is_warned_of() -> None:
    report = Report()
    rst.page(Source("index.rst", ".. csv-table::\n   :file: gone.csv\n"), beside, report)

    assert [(said.severity, said.code, str(said.at)) for said in report] == [
        ("warning", "file-missing", "index.rst:2:11")
    ]


def test_no_file_is_opened_and_nothing_raw_is_kept() -> None:
    page = read(
        ".. include:: /etc/passwd\n\n.. raw:: html\n   :file: /etc/passwd\n\n"
        ".. literalinclude:: /etc/passwd\n\n.. csv-table::\n   :url: http://localhost/\n\nend\n"
    )

    assert (page.tables, [said.text for said in page.passages]) == ((), ["end"])


def test_headings_and_prose_are_passages() -> None:
    page = read("Course\n======\n\nFall 2025\n\n.. note:: Bring :math:`x`\n")

    assert page.title == "Course"
    assert [(said.where, said.text) for said in page.passages] == [
        (Where.HEADING, "Course"),
        (Where.PROSE, "Fall 2025"),
        (Where.PROSE, "Bring x"),
    ]


def test_without_docutils_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "syllabical.read.rst_document", None)
    monkeypatch.delattr("syllabical.read.rst_document", raising=False)
    report = Report()
    source = Source("index.rst", "Course\n")

    assert rst.page(source, beside, report) == Page(source=source)
    assert [(said.severity, said.code, said.help) for said in report] == [
        ("error", "extra-missing", "install it: `pip install docutils`")
    ]


def test_a_page_that_cannot_be_read_is_not_also_without_a_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "syllabical.read.rst_document", None)
    monkeypatch.delattr("syllabical.read.rst_document", raising=False)
    report = Report()
    source = Source("index.rst", "Course\n")

    assert course_page([source], Schedule(), beside, report) is None
    assert [said.code for said in report] == ["extra-missing"]


WORDS = st.text(st.sampled_from("abcdefgé漢 "), min_size=1, max_size=8).map(str.strip).filter(bool)
GRID = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=5)
)


@settings(max_examples=40, deadline=None)
@given(GRID)
def test_any_grid_written_as_a_list_table_reads_back_as_itself(rows: list[list[str]]) -> None:
    wanted = [["Date", "Topic", "Homework", "Notes"][: len(rows[0])]]
    wanted += [
        [f"{at}/3", *(" ".join(text.split()) for text in row[1:])] for at, row in enumerate(rows, 1)
    ]
    text = ".. list-table::\n   :header-rows: 1\n\n" + "".join(
        f"   {'* -' if not column else '  -'} {cell}\n"
        for row in wanted
        for column, cell in enumerate(row)
    )

    assert grid(text) == wanted


PIECE = st.sampled_from(
    ["====  ====\n", "1/2   a\n", "+---+---+\n", "| a | b |\n", ".. list-table::\n", "   * - a\n",
     "     - b\n", "\n", "`a`_ ", "|x| ", ":x:`y` ", "a\n===\n", "..\n", "::\n", "*", "`", "\0"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECE, max_size=25).map("".join))
def test_no_page_is_too_damaged_to_be_read(text: str) -> None:
    for table in read(text).tables:
        for cell in (cell for row in table.rows for cell in row.cells):
            assert 0 <= cell.at.start <= cell.at.end <= len(text)
