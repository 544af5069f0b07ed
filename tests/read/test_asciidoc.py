import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Link, Page, Table, Where
from syllabical.read import asciidoc
from syllabical.source import Source


def read(text: str, **files: str) -> Page:
    texts = {name.replace("__", "/") + ".adoc": content for name, content in files.items()}
    return asciidoc.page(
        Source("page.adoc", text),
        lambda name: Source(name, texts[name]) if name in texts else None,
        Report(),
    )


def table(text: str) -> Table:
    [found] = read(text).tables
    return found


def grid(text: str) -> list[list[str]]:
    found = table(text)
    rows = ([found.header] if found.header else []) + list(found.rows)
    return [[cell.text for cell in row.cells] for row in rows]


def cell(text: str, style: str = "") -> Cell:
    return table(f"|===\n|Date |Topic\n\n|1/2 {style}|{text}\n|===\n").rows[0].cells[1]


ROWS = [["Date", "Topic"], ["1/2", "Trees, heaps"], ["1/9", "Graphs"]]


@pytest.mark.parametrize(
    "text",
    [
        "|===\n|Date |Topic\n\n|1/2 |Trees, heaps\n|1/9 |Graphs\n|===\n",
        "[%header,cols=2*]\n|===\n|Date\n|Topic\n\n|1/2\n|Trees, heaps\n\n|1/9\n|Graphs\n|===\n",
        '[cols="1,3",options="header"]\n|===\n|Date |Topic |1/2\n|Trees,\nheaps |1/9 |Graphs\n|===',
        ',===\nDate,Topic\n\n1/2,"Trees, heaps"\n1/9,Graphs\n,===\n',
        '[%header,format=csv]\n|===\nDate,Topic\n1/2,"Trees, heaps"\n1/9,Graphs\n|===\n',
        "[%header,format=csv,separator=;]\n|===\nDate;Topic\n1/2;Trees, heaps\n1/9;Graphs\n|===\n",
        "[%header,separator=¦]\n|===\n¦Date ¦Topic\n¦1/2 ¦Trees, heaps\n¦1/9 ¦Graphs\n|===\n",
        ":===\nDate:Topic\n\n1/2:Trees, heaps\n1/9:Graphs\n:===\n",
        "|===\r\n|Date |Topic\r\n\r\n|1/2 |Trees, heaps\r\n|1/9 |Graphs\r\n|===\r\n",
    ],
)
def test_every_way_to_write_a_table_is_read(text: str) -> None:
    assert grid(text) == ROWS
    assert table(text).header is not None


def test_without_a_blank_line_below_the_first_row_names_over_figures_are_the_header() -> None:
    text = "|===\n|Date |Topic\n|1/2 |Trees\n|1/9 |Graphs\n|===\n"

    header = table(text).header
    assert header is not None
    assert [one.text for one in header.cells] == ["Date", "Topic"]


def test_a_table_that_says_it_has_no_header_gives_none() -> None:
    assert table("[%noheader]\n|===\n|May 1 |a\n\n|May 8 |b\n|===\n").header is None


def test_cells_stand_where_their_words_do() -> None:
    found = table("= Plan\n\n[cols=2*]\n|===\n|1/2\na| *Trees*\n\n* heaps\n\n|1/9 | \n|===\n")

    assert [[(str(one.at), one.at.text) for one in row.cells] for row in found.rows] == [
        [("page.adoc:5:2", "1/2"), ("page.adoc:6:4", "*Trees*\n\n* heaps")],
        [("page.adoc:10:2", "1/9"), ("page.adoc:10:7", "")],
    ]


def test_spans_reach_over_rows_and_columns() -> None:
    text = "|===\n|A |B |C\n\n.2+|1/2 |x |y\n2+|both\n3+|Unit 2\n|1/9 2*|same\n|===\n"

    assert grid(text) == [
        ["A", "B", "C"],
        ["1/2", "x", "y"],
        ["1/2", "both", "both"],
        ["Unit 2", "Unit 2", "Unit 2"],
        ["1/9", "same", "same"],
    ]
    assert [row.heading for row in table(text).rows] == ["", "", "", "Unit 2"]


def test_an_incomplete_row_is_kept() -> None:
    assert grid("|===\n|A |B\n\n|1/2 |x\n|1/9\n|===\n")[-1] == ["1/9", ""]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("*Trees* and _heaps_", "Trees and heaps"),
        ("**T**rees with `code`", "Trees with code"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("C{pp} or C++", "C++ or C++"),
        ("a \\| b", "a | b"),
        ("\\*not bold*", "*not bold*"),
        ("1^st^ H~2~O", "1st H2O"),
        ("[.underline]#Quiz# 1", "Quiz 1"),
        ("+{term}+ and `+*x*+`", "{term} and *x*"),
        ("pass:[<b>raw</b>] +++<i>x</i>+++", "raw x"),
        ("Trees anchor:w1[] [[w2]]here", "Trees here"),
        ("Trees footnote:[not here]", "Trees"),
        ("((trees)) (((tree,kinds)))now", "trees now"),
        ("image:tree.png[A tree,200]", "A tree"),
        ("R&amp;D {nbsp} a&#8217;s", "R&D a’s"),
        ("9--10 -- `x` -> y...", "9—10 — x → y…"),
        ('"`Trees`"', "“Trees”"),
        ("stem:[n^2] is *O(n)*", "n^2 is O(n)"),
        ("{unknown}", "{unknown}"),
        ("HW #1 and #2", "HW #1 and #2"),
        ("[TBD]", "[TBD]"),
        ("--", "--"),
    ],
)
def test_marks_vanish_and_words_stay(written: str, shown: str) -> None:
    assert cell(written).lines == (shown,)


@pytest.mark.parametrize(
    ("written", "shown", "link"),
    [
        ("link:a_b_c.html[Sheet *1*]", "Sheet 1", Link("Sheet 1", "a_b_c.html")),
        ("https://a.org/x_y_z[slides^]", "slides", Link("slides", "https://a.org/x_y_z")),
        ('link:a.html["Sheet 1, part 2",role=x]', "Sheet 1, part 2", None),
        (
            "see https://a.org/b.",
            "see https://a.org/b.",
            Link("https://a.org/b", "https://a.org/b"),
        ),
        ("link:a.pdf[]", "a.pdf", Link("a.pdf", "a.pdf")),
        ("link:++a b.pdf++[slides]", "slides", Link("slides", "a b.pdf")),
        ("xref:unit/two.adoc#top[Unit 2]", "Unit 2", Link("Unit 2", "unit/two.html#top")),
        ("<<week-2,Week 2>>", "Week 2", Link("Week 2", "#week-2")),
        ("mailto:a@b.org[Ada]", "Ada", None),
    ],
)
def test_links_keep_their_words_and_address(written: str, shown: str, link: Link | None) -> None:
    found = cell(written)

    assert found.lines == (shown,)
    if link:
        assert found.links == (link,)


@pytest.mark.parametrize(
    "written",
    [
        "[line-through]#Trees# Heaps",
        "[.line-through]##Trees## Heaps",
        "+++<del>Trees</del>+++ Heaps",
        "[.big.strike]#Trees# Heaps",
    ],
)
def test_what_is_struck_out_is_kept_apart(written: str) -> None:
    found = cell(written)

    assert (found.lines, found.struck) == (("Heaps",), ("Trees",))


def test_lists_and_paragraphs_in_a_cell_are_lines() -> None:
    written = """*Trees*

* Read: chapter
1
** page 2
. Sheet 1 +
due now

Due:: Sheet 0
[.note]
.More
====
text
===="""

    assert cell(written, "a").lines == (
        "Trees", "Read: chapter 1", "page 2", "Sheet 1", "due now", "Due: Sheet 0", "More", "text",
    )  # fmt: skip


def test_a_day_of_the_month_is_no_list_number() -> None:
    assert cell("4. September\n11. September").lines == ("4. September 11. September",)


def test_a_table_in_a_cell_is_read_as_lines() -> None:
    assert cell("Trees\n\n!===\n!a !b\n!===", "a").lines == ("Trees", "a", "b")


def test_attributes_stand_for_what_they_say() -> None:
    text = """= {course}
:course: Trees
:hw1: link:1.html[Sheet 1]
:day: January 2, \\
January 4
:gone: x
:!gone:

|===
|Week |Date |Topic

|{counter:week} |{day} |{hw1}
|{counter:week} |{gone} |{course}
|===
"""

    assert read(text).title == "Trees"
    assert grid(text)[1:] == [
        ["1", "January 2, January 4", "Sheet 1"],
        ["2", "{gone}", "Trees"],
    ]
    assert table(text).rows[0].cells[1].at.text == "{day}"


def test_what_a_condition_or_comment_hides_is_not_read() -> None:
    text = """:public:

ifdef::solutions[]
|===
|Date |Hidden
|===
endif::[]
////
|===
|Date |Hidden
|===
////
----
|===
|Date |Hidden
|===
----
ifdef::public,other[]
|===
|Date |Topic

// |1/1 |Hidden
|1/2 |Trees
ifndef::backend-html5[]
|1/3 |Hidden
endif::[]
ifeval::["{public}" == "no"]
|1/4 |Hidden
endif::[]
|===
endif::[]
"""

    assert grid(text) == [["Date", "Topic"], ["1/2", "Trees"]]


def test_included_files_are_part_of_the_page() -> None:
    page = read(
        "= Plan\ninclude::dates.adoc[]\n\n== Weeks\n\ninclude::parts/{part}.adoc[]\n",
        dates=":part: table\n:day: 1/2\n",
        parts__table="|===\n|Date |Topic\ninclude::rows.adoc[]\n|===\n",
        parts__rows="\n|{day} |Trees\n",
    )
    [found] = page.tables

    assert found.headings == ("Plan", "Weeks")
    assert [[str(one.at) for one in row.cells] for row in found.rows] == [
        ["parts/rows.adoc:2:2", "parts/rows.adoc:2:9"]
    ]
    assert [one.text for one in found.rows[0].cells] == ["1/2", "Trees"]


def test_a_page_that_another_includes_knows_what_that_one_defines() -> None:
    page = read(
        "|===\n|Date |Topic\n\n|{day} |Trees\n|===\n",
        index="include::dates.adoc[]\n= Plan of {term}\n\ninclude::page.adoc[]\n:day: 9/9\n",
        dates=":day: 1/2\n:term: Fall 2025\n",
    )

    assert page.tables[0].rows[0].cells[0].text == "1/2"
    assert [(said.where, said.text) for said in page.passages] == [
        (Where.FRONT_MATTER, "Fall 2025"),
    ]


def test_a_page_that_includes_itself_comes_to_an_end() -> None:
    text = "include::page.adoc[]\ninclude::page.adoc[]\n\nEnd.\n"

    assert read(text, page=text).passages


def test_a_missing_include_is_told_where_the_page_has_no_table() -> None:
    report = Report()
    asciidoc.page(Source("page.adoc", "include::rows.adoc[]\n"), lambda _: None, report)

    [told] = report
    assert (told.code, told.message) == ("file-missing", "`rows.adoc` is not there")


def test_passages_hold_what_is_said_around_the_tables() -> None:
    text = """= Trees
Ada Shade <a@b.org>
:semester: Fall 2025

Lectures: *Mon* 10:30,
room 5.

Weeks
-----

.The plan
|===
|Date |Topic

|1/2 |x
|===

* HW due on Fridays
"""
    page = read(text)

    assert page.title == "Trees"
    assert page.tables[0].headings == ("Trees", "Weeks", "The plan")
    assert [(said.where, said.text, said.at.text) for said in page.passages] == [
        (Where.FRONT_MATTER, "Fall 2025", "Fall 2025"),
        (Where.TITLE, "Trees", "Trees"),
        (Where.PROSE, "Ada Shade <a@b.org>", "Ada Shade <a@b.org>"),
        (Where.PROSE, "Lectures: Mon 10:30, room 5.", "Lectures: *Mon* 10:30,\nroom 5."),
        (Where.HEADING, "Weeks", "Weeks"),
        (Where.PROSE, "HW due on Fridays", "* HW due on Fridays"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "* *Jan 6*: Trees link:a.pdf[slides]\n* Jan 8: Heaps\n* Jan 13: Graphs\n",
        (
            "=== Week 1 (Jan 6)\nTrees link:a.pdf[slides]\n\n=== Week 2 (Jan 8)\nHeaps\n\n"
            "=== Week 3 (Jan 13)\nGraphs\n"
        ),
    ],
)
def test_dated_items_and_headings_are_rows(text: str) -> None:
    found = table(text)

    assert [[one.text for one in row.cells[:2]] for row in found.rows] == [
        ["Jan 6", "Trees slides"],
        ["Jan 8", "Heaps"],
        ["Jan 13", "Graphs"],
    ]
    assert found.rows[0].cells[0].at.text == "Jan 6"


PIECES = (
    "|", "|===\n", "[%header]\n", "[cols=2*]\n", "\n", "\n\n", " ", "a|", "2+|", ".2+|", "3*|", "*",
    "_", "`", "#", "+", "++", "[x]", "[", "link:a[", "b]", "http://x.y", "{a}", ":a: {a}{a}\n",
    "{counter:x}", "<<a>>", "//", "////\n", "ifdef::a[]", "endif::[]", "include::page.adoc[]", "1",
    "= T\n", ".C\n", "----\n", ",===\n", ":===\n", '"', ",", ":", "\\", "!===\n", "* ", "x::", "--",
    "<del>", "pass:[", "é", "\ue000", "\ue001", "\r\n", "\0",
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
@settings(deadline=None, max_examples=200)
def test_no_text_is_too_damaged(text: str) -> None:
    page = read(text, page=text)

    for found in page.tables:
        rows = ([found.header] if found.header else []) + list(found.rows)
        assert len({len(row.cells) for row in rows}) == 1
        for one in (one for row in rows for one in row.cells):
            assert 0 <= one.at.start <= one.at.end <= len(one.at.source.text)
