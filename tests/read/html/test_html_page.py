import pytest

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Link, Page, Passage, Row, Table, Where
from syllabical.read.html import dom
from syllabical.read.html import page as html_page
from syllabical.read.markdown import inline
from syllabical.source import Source


def read(text: str) -> Page:
    return html_page.page(Source("page.html", text), Report())


def only_table(text: str) -> Table:
    [table] = read(text).tables
    return table


def texts(text: str) -> list[list[str]]:
    table = only_table(text)
    rows = ([table.header] if table.header else []) + list(table.rows)
    return [[cell.text for cell in row.cells] for row in rows]


def cell(inside: str) -> Cell:
    return only_table(f"<table><tr><td>1/2<td>{inside}</table>").rows[0].cells[1]


def at(text: str, part: str) -> str:
    start = text.index(part)
    return str(Source("page.html", text).span(start, start + len(part)))


def test_a_table_becomes_a_header_and_rows() -> None:
    text = (
        "<table><thead><tr><th>Date<th>Topic</thead>"
        "<tbody><tr><td>1/2</td><td><a href='t.pdf'>Trees</a></td></tr></tbody></table>"
    )
    span = Source("page.html", text).span()

    assert only_table(text) == Table(
        header=Row(
            cells=(Cell(lines=("Date",), at=span), Cell(lines=("Topic",), at=span)), at=span
        ),
        rows=(
            Row(
                cells=(
                    Cell(lines=("1/2",), at=span),
                    Cell(lines=("Trees",), links=(Link("Trees", "t.pdf"),), at=span),
                ),
                at=span,
            ),
        ),
        at=span,
    )


def test_a_cell_stands_where_its_words_do() -> None:
    text = "<table>\n<tr><td> 1/2 </td>\n<td>\n  Trees\n</td></tr></table>"
    [row] = only_table(text).rows

    assert [cell.at.text for cell in row.cells] == ["1/2", "Trees"]
    assert [str(cell.at) for cell in row.cells] == ["page.html:2:10", "page.html:4:3"]
    assert row.at.text == text[8 : text.index("</table>")]


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><td>a<td>b<tr><td>c<td>d",
        "<table><tbody><tr><td>a</td></div></span><td>b</tr></p><tr><td>c<td>d</tbody></table>",
        "<table><tr><td><div>a<td><p>b<tr><td><b>c<td><span><i>d</table>",
        "<TABLE><TR><TD>a</TH><TD>b</TR><TR><TD>c<TD>d</TABLE>",
        "<table><tr><td>a</td></td></tr></tr></td><tr><td>c</table>".replace(
            "a<", "a<td>b<", 1
        ).replace("<td>c", "<td>c<td>d"),
    ],
)
def test_unclosed_and_stray_tags_come_out_as_browsers_show_them(text: str) -> None:
    assert texts(text) == [["a", "b"], ["c", "d"]]


def test_a_cell_over_several_rows_stands_in_each_of_them() -> None:
    table = only_table("<table><tr><td rowspan=2>Week 1<td>a<tr><td>b<tr><td>Week 2<td>c</table>")

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Week 1", "a"],
        ["Week 1", "b"],
        ["Week 2", "c"],
    ]
    assert table.rows[0].cells[0] is table.rows[1].cells[0]


def test_a_cell_reaches_no_further_than_its_group_of_rows() -> None:
    assert texts(
        "<table><tbody><tr><td rowspan=0>1<td>a<tr><td>b<tbody><tr><td>2<td>c</table>"
    ) == [["1", "a"], ["1", "b"], ["2", "c"]]


def test_a_row_that_is_one_cell_is_the_heading_of_those_below() -> None:
    table = only_table(
        "<table><tr><th>Date<th>Topic<tr><td colspan=2>Part 1<tr><td>1/2<td>a</table>"
    )

    assert [(row.heading, [cell.text for cell in row.cells]) for row in table.rows] == [
        ("", ["Part 1", "Part 1"]),
        ("Part 1", ["1/2", "a"]),
    ]


def test_columns_in_which_no_cell_begins_are_left_out() -> None:
    assert texts("<table><tr><td colspan=9>Break<tr><td>1/2<td colspan=8>a</table>") == [
        ["Break", "Break"],
        ["1/2", "a"],
    ]


def test_short_rows_are_filled_up_with_empty_cells() -> None:
    assert texts("<table><tr><td>1/2<tr><td>1/9<td>a<td>b</table>") == [
        ["1/2", "", ""],
        ["1/9", "a", "b"],
    ]


@pytest.mark.parametrize(
    "first",
    [
        "<tr><th>Date<th>Topic</tr>",
        "<tr><td><b>Date</b><td><strong>Topic</strong></tr>",
        "<tr class='table-header'><td>Date<td>Topic</tr>",
        "<tr><td style='font-weight: bold'>Date<td style='font-weight:700'>Topic</tr>",
        "<tr><td>Date<td>Topic</tr>",
    ],
)
def test_a_first_row_of_names_is_the_header(first: str) -> None:
    table = only_table(f"<table>{first}<tr><td>1/2<td>a<tr><td>1/9<td>b</table>")

    assert table.header is not None
    assert [cell.text for cell in table.header.cells] == ["Date", "Topic"]
    assert len(table.rows) == 2


def test_a_first_row_with_a_date_is_no_header() -> None:
    assert only_table("<table><tr><td>1/2<td>a<tr><td>1/9<td>b</table>").header is None


def test_two_rows_of_headers_are_one() -> None:
    table = only_table(
        "<table><tr><th rowspan=2>Date<th colspan=2>Lecture<tr><th>Topic<th>Slides"
        "<tr><td>1/2<td>a<td>b</table>"
    )

    assert table.header is not None
    assert [cell.text for cell in table.header.cells] == ["Date", "Lecture Topic", "Lecture Slides"]
    assert len(table.rows) == 1


def test_a_header_said_again_is_no_row() -> None:
    table = only_table(
        "<table><tr><th>Date<th>Topic<tr><td>1/2<td>a<tr><th>Date<th>Topic<tr><td>1/9<td>b</table>"
    )

    assert [row.cells[0].text for row in table.rows] == ["1/2", "1/9"]


def test_titles_inside_a_table_and_its_caption_are_headings() -> None:
    table = only_table(
        "<h2>Course</h2><table><caption>Plan</caption><tr><td colspan=2>Fall 2025"
        "<tr><th>Date<th>Topic<tr><td>1/2<td>a</table>"
    )

    assert table.headings == ("Course", "Plan", "Fall 2025")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["1/2", "a"]]


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("a<br>b", ("a", "b")),
        ("<p>a</p><p>b</p>", ("a", "b")),
        ("<ul><li>a<li>b</ul>", ("a", "b")),
        ("<div>a</div>b", ("a", "b")),
        ("3<sup>rd</sup> a &amp; b&nbsp;c", ("3rd a & b c",)),
        ("a\n   b", ("a b",)),
        ("x < y", ("x < y",)),
        ("a<!-- b -->c", ("ac",)),
        ("a<span hidden>b</span>c", ("ac",)),
        ("a<div style='display: none'>b</div>c", ("a", "c")),
        ("a<script>if (a < b) '</td>'</script>", ("a",)),
        ("a<template><td>b</td></template>", ("a",)),
        ("<span class='d-none'>a</span>b", ("b",)),
        ("<span class='d-none d-md-inline'>a</span>b", ("ab",)),
        ("<details><summary>a</summary>b</details>", ("a",)),
        ("<details open><summary>a</summary>b</details>", ("a", "b")),
        ("{{ page.title }}a{% if b %}", ("a",)),
        ("{% comment %}<b>a</b>{% endcomment %}b", ("b",)),
        ("<a title='>'>a</a>", ("a",)),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ("a b", "c")),
    ],
)
def test_the_lines_of_a_cell_are_what_a_browser_shows(inside: str, lines: tuple[str, ...]) -> None:
    text = "<table><tr><td>1/2<td>x<tr><td>1/9<td>x<tr><td>1/16<td>" + inside + "</table>"

    assert read(text).tables[0].rows[2].cells[1].lines == lines


@pytest.mark.parametrize(
    ("inside", "lines", "struck"),
    [
        ("<s>a</s> b", ("b",), ("a",)),
        ("<del>a <b>b</b></del>", (), ("a b",)),
        ("<strike>a</strike><br>b", ("b",), ("a",)),
        ("<span style='text-decoration: line-through'>a</span>", (), ("a",)),
        ("<p><s>a</p>b", (), ("a", "b")),
        ("<s><a href=x>a</a></s>b", ("b",), ("a",)),
    ],
)
def test_what_is_struck_out_is_kept_apart(
    inside: str, lines: tuple[str, ...], struck: tuple[str, ...]
) -> None:
    found = cell(inside)

    assert (found.lines, found.struck, found.links) == (lines, struck, ())


def test_what_is_struck_out_ends_with_its_cell() -> None:
    assert texts("<table><tr><td>1/2<td><s>a<tr><td>1/9<td>b</table>") == [
        ["1/2", ""],
        ["1/9", "b"],
    ]


def test_a_struck_row_is_struck_in_every_cell() -> None:
    [row] = only_table("<table><tr style='text-decoration:line-through'><td>1/2<td>a</table>").rows

    assert [(cell.lines, cell.struck) for cell in row.cells] == [((), ("1/2",)), ((), ("a",))]


def test_hidden_rows_and_cells_are_not_there() -> None:
    assert texts(
        "<table><tr hidden><td>1/2<td>a<tr><td>1/9<td style='display:none'>x<td>b</table>"
    ) == [["1/9", "b"]]


def test_time_tags_are_kept_as_stamps() -> None:
    assert cell("<time datetime='2025-09-04'>Thursday</time>").stamps == ("2025-09-04",)


def test_a_link_without_words_is_called_by_its_title_or_address() -> None:
    assert cell("<a href='a.pdf' title='Slides'><img></a><a href=b.pdf></a>").links == (
        Link("Slides", "a.pdf"),
        Link("b.pdf", "b.pdf"),
    )


def test_each_table_has_the_headings_above_it() -> None:
    page = read(
        "<h1>Course</h1><h2>Staff</h2><table><tr><td>A<td>B</table>"
        "<h2>Plan</h2><p>All rooms may change.<table><tr><td>1/2<td>a</table>"
        "<div class=subtitle>Homework</div><table><tr><td>1/2<td>h</table>"
    )

    assert [table.headings for table in page.tables] == [
        ("Course", "Staff"),
        ("Course", "Plan"),
        ("Course", "Plan", "Homework"),
    ]


def test_a_table_that_arranges_the_page_gives_only_the_tables_inside_it() -> None:
    page = read(
        "<table><tr><td>Menu<td><h2>Plan</h2>"
        "<table><tr><td>1/2<td>a<tr><td>1/9<td>b</table></td></tr></table>"
    )

    assert [[cell.text for cell in row.cells] for table in page.tables for row in table.rows] == [
        ["1/2", "a"],
        ["1/9", "b"],
    ]
    assert [table.headings for table in page.tables] == [("Plan",)]
    assert [said.text for said in page.passages] == ["Menu", "Plan"]


@pytest.mark.parametrize(
    "frame",
    [
        "<table><tr><td>{}</table>",
        "<table role=presentation><tr><td>Menu<td>{}</table>",
        "<table><tr><td>Menu<td><div>{}</div></table>",
    ],
)
def test_a_table_around_a_table_is_a_mere_frame(frame: str) -> None:
    page = read(frame.format("<table><tr><td>1/2<td>a<tr><td>1/9<td>b</table>Fall 2025"))

    assert [[cell.text for cell in row.cells] for table in page.tables for row in table.rows] == [
        ["1/2", "a"],
        ["1/9", "b"],
    ]
    assert page.passages[-1].text == "Fall 2025"


def test_a_table_of_one_row_frames_a_table_of_one_row() -> None:
    page = read("<table><tr><td>Menu<td><table><tr><td>1/2<td>a</table></table>")

    assert [[cell.text for cell in row.cells] for table in page.tables for row in table.rows] == [
        ["1/2", "a"]
    ]


def test_a_table_in_a_cell_is_read_and_said_there() -> None:
    page = read("<table><tr><td>1/2<td>a<table><tr><td>x<td>y</table>b<tr><td>1/9<td>c</table>")

    assert [[cell.lines for cell in row.cells] for table in page.tables for row in table.rows] == [
        [("1/2",), ("a", "x y", "b")],
        [("1/9",), ("c",)],
        [("x",), ("y",)],
    ]


def test_the_foot_of_a_table_comes_last() -> None:
    assert texts("<table><tfoot><tr><td>1/9<td>b<tbody><tr><td>1/2<td>a</table>") == [
        ["1/2", "a"],
        ["1/9", "b"],
    ]


def test_the_words_around_are_passages() -> None:
    text = "<title>ML &amp; co</title><h1>Machine <i>learning</i></h1><p>Fall 2025, room 5"
    page = read(text)

    assert page.title == "ML & co"
    assert [(said.where, said.text, str(said.at)) for said in page.passages] == [
        (Where.TITLE, "ML & co", at(text, "ML &amp;")),
        (Where.HEADING, "Machine learning", at(text, "Machine")),
        (Where.PROSE, "Fall 2025, room 5", at(text, "Fall")),
    ]


def test_a_calendar_keeps_its_weeks_and_weekdays() -> None:
    assert texts(
        "<table><tr><th><th>Mon<th>Tue<tr><th>Week 1<td>1/2<br>Trees<td>1/3"
        "<tr><th>Week 2<td>1/9<td>1/10<br>Graphs</table>"
    ) == [
        ["", "Mon", "Tue"],
        ["Week 1", "1/2 Trees", "1/3"],
        ["Week 2", "1/9", "1/10 Graphs"],
    ]


def test_rules_may_be_silenced_on_a_row() -> None:
    [first, second] = only_table(
        "<table><tr><td>1/2<td>a <!-- syllabical: allow off-rhythm, weekday-differs -->"
        "<tr><td>1/9<td>b</table>"
    ).rows

    assert first.silenced == {"off-rhythm", "weekday-differs"}
    assert second.silenced == set()


def test_a_stretch_of_a_page_stands_under_the_headings_it_is_given() -> None:
    source = Source("page.md", "before <table><tr><td>1/2<td>a</table> <table><tr><td>after")

    end = source.text.index(" <table><tr><td>after")
    reader = html_page.Reader(source, ("Plan",))
    reader.read(dom.parse(source.text, 7, end))
    [table] = reader.tables

    assert table.headings == ("Plan",)
    assert table.at.text == "<table><tr><td>1/2<td>a</table>"


def test_front_matter_is_not_part_of_the_page() -> None:
    page = read("---\ntitle: x\n---\n<p>Fall 2025</p>")

    nowhere = Source("page.html", "").span()
    assert page.title == "x"
    assert page.passages == (
        Passage(Where.FRONT_MATTER, "x", nowhere),
        Passage(Where.PROSE, "Fall 2025", nowhere),
    )


def test_definition_lists_whose_terms_are_dates_are_a_table() -> None:
    text = (
        "<h2>Week 1</h2><dl><dt>Sep 4</dt>"
        "<dd><dl><dt><strong class='label label-blue'>Lecture</strong><a href=t.pdf>Trees</a></dt>"
        "<dd><strong class='label'>Read</strong> Ch\n1</dd></dl></dd>"
        "<dd><b class=label>HW 1 due</b></dd><dt>Sep 6<dd>Graphs</dl><dl><dt>Staff<dd>Ann</dl>"
    )
    table = only_table(text)

    assert [
        (row.heading, [cell.text for cell in row.cells], str(row.cells[2].at)) for row in table.rows
    ] == [
        ("Week 1", ["Sep 4", "Lecture", "Trees", "Read Ch 1"], at(text, "<a href=t.pdf>")),
        ("Week 1", ["Sep 4", "HW 1 due", "HW 1 due", ""], at(text, "<b class=label>")),
        ("Week 1", ["Sep 6", "", "Graphs", ""], at(text, "Graphs")),
    ]
    assert table.rows[0].cells[2].links == (Link("Trees", "t.pdf"),)


def test_a_term_without_a_definition_under_a_date_is_no_row() -> None:
    page = read("<h2>Sep 4</h2><dl><dt>Trees<dd>Intro<dt>Heaps</dl>")

    assert [row.cells[1].text for row in page.tables[0].rows] == ["Trees"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("<table><tr><td>1/2<td>\n\n[Trees](t) ~~x~~\n* a\n\n</td></tr></table>", ("Trees", "a")),
        ("<table markdown='1'><tr><td>1/2<td>[Trees](t)</table>", ("Trees",)),
        ("<table><tr><td>1/2<td>[Trees](t)</table>", ("[Trees](t)",)),
    ],
)
def test_cells_of_a_markdown_page_hold_markdown_where_it_is_set_apart(
    text: str, cell: tuple[str, ...]
) -> None:
    reader = html_page.Reader(Source("page.md", text), (), inline.html_cell)
    reader.read(dom.parse(text))
    [table] = reader.tables

    assert table.rows[0].cells[1].lines == cell
