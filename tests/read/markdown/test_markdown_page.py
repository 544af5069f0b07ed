import pytest

from syllabical.diagnostics import Report
from syllabical.model.table import Page
from syllabical.read.markdown import page as markdown_page
from syllabical.source import Source

TABLE = "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"


def page(text: str) -> Page:
    return markdown_page.page(Source("page.md", text), Report())


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# A\n## B", ("A", "B")),
        ("A\n===\nB\n---", ("A", "B")),
        ("# A #\n## B ##\n# C", ("A", "C")),
        ("## [B](x) `c` {#id .cls}", ("B c",)),
        ("##Tight", ("Tight",)),
        ("<h1>A</h1>\n<H2 class='x'>B &amp; C</H2>", ("A", "B & C")),
        ("# A\n\n**Plan**", ("A", "Plan")),
        ("# A\n\n**Plan**\n\n**Exams:**", ("A", "Exams")),
        ("# A\n\n**Plan**\n\n## B", ("A", "B")),
        ('=== "Group 1"', ("Group 1",)),
        ("<details><summary>Old</summary>", ("Old",)),
        ("<details><summary>Old</summary>\n</details>", ()),
        (":::{tab-item} Spring\n:::\n:::{tab-item} Fall", ("Fall",)),
        ("---\ntitle: T\n---\n# A", ("T", "A")),
        ("---\ntitle: T\n---\n# T\n## B", ("T", "B")),
        ("+++\ntitle = 'T'\n+++", ("T",)),
        ("* * *", ()),
        ("- item\n---", ()),
    ],
)
def test_a_table_knows_the_headings_it_stands_under(text: str, headings: tuple[str, ...]) -> None:
    [table] = page(text + TABLE).tables

    assert table.headings == headings


def test_the_title_is_the_front_matters_or_the_first_great_heading() -> None:
    assert page("---\ntitle: 'Don''t'\n---\n# A").title == "Don't"
    assert page("## B\n# A\n# C").title == "A"
    assert page("text").title == ""


def test_tables_come_in_the_pages_order() -> None:
    html = "<table>\n<tr><td>x</td><td>y</td></tr>\n</table>"

    assert [table.at.place[0] for table in page(TABLE + html + TABLE).tables] == [3, 7, 11]


def test_after_an_unclosed_fence_the_page_goes_on() -> None:
    assert len(page(f"```\n{TABLE}").tables) == 1


def test_a_fence_in_a_list_or_quote_is_code() -> None:
    assert page("- x\n\n  ```\n  | a | b |\n  |---|---|\n  ```\n").tables == ()
    assert page("> ```\n> | a | b |\n> |---|---|\n> ```\n").tables == ()


def test_reference_links_are_known_wherever_they_stand() -> None:
    definitions = "[HW  1]: <h1.pdf> 'x'\n[y]: {{ site.baseurl }}/y1\n"
    found = page(f"| a | b | c |\n|---|---|---|\n| [HW 1] | [x][hw 1] | [y] |\n\n{definitions}")

    assert [link.url for cell in found.tables[0].rows[0].cells for link in cell.links] == [
        "h1.pdf",
        "h1.pdf",
        "{{ site.baseurl }}/y1",
    ]
    assert found.passages == ()


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        "class='d-none'",
        "style='visibility: hidden'",
        "style='text-decoration: line-through'",
        "class='line-through'",
    ],
)
def test_a_table_that_is_hidden_or_struck_out_is_not_there(attributes: str) -> None:
    assert not page(f"<div {attributes}>\n{TABLE}</div>\n").tables
    assert page(f"<div id='x'>\n{TABLE}</div>\n").tables


def test_a_table_in_a_cell_of_lines_with_pipes_is_what_the_cell_says() -> None:
    [found] = page("| a | b |\n|---|---|\n| 1 | <table><tr><td>2<td>3</table> |\n").tables

    assert [cell.lines for cell in found.rows[0].cells] == [("1",), ("2 3",)]
