import time
from collections.abc import Iterator
from typing import Any

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from syllabical.diagnostics import Report
from syllabical.model.table import Page
from syllabical.read.html import page as html_page
from syllabical.source import Source

TAGS = (
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "b",
    "s",
    "a",
    "p",
    "div",
    "span",
    "ul",
    "li",
    "br",
    "h2",
)
TAG = st.sampled_from([f"<{name}>" for name in TAGS] + [f"</{name}>" for name in TAGS])
WORD = st.sampled_from(["Trees", "1/2", "x < y", "&amp;", "&eacute", "é", " ", "\n"])
JUNK = st.sampled_from(
    ["<", ">", "</", "<!--", "-->", "<!", "<?", '"', "'", "=", "<a b='", '<td c="', "<script>",
     "{{", "}}", "{%", "%}", "<td colspan=9>", "<td rowspan=0>", "</script>", "<template>",
     "\0", "<svg>", "<svg viewbox={{x}}>", "<dl>", "<dt>", "<dd>", "</dl>", "Sep 4", "\ud800",
     "<select>", "<details>", "<time datetime=x>", "<title>", "\r\n", "\ue000"]
)  # fmt: skip


def read(text: str) -> Page:
    return html_page.page(Source("page.html", text), Report())


def browser(text: str) -> list[list[list[str]]]:
    """What html5lib, which follows the standard to the letter, makes of the tables."""
    tree: Any = html5lib.parse(f"<!doctype html>{text}", namespaceHTMLElements=False)
    grids = [padded([texts(row) for row in rows_of(table)]) for table in tree.iter("table")]
    return [list(filter(any, grid)) for grid in grids]


def texts(row: Any) -> list[str]:
    return [squeezed("".join(cell.itertext())) for cell in row if cell.tag in {"td", "th"}]


def rows_of(table: Any) -> Iterator[Any]:
    for part in table:
        if part.tag in {"thead", "tbody", "tfoot"}:
            yield from part.iter("tr")


def squeezed(text: str) -> str:
    return "".join(text.split())


def ours(page: Page) -> list[list[list[str]]]:
    return [
        [
            [squeezed(" ".join(cell.lines + cell.struck)) for cell in row.cells]
            for row in ([table.header] if table.header else []) + list(table.rows)
        ]
        for table in page.tables
    ]


def padded(grid: list[list[str]]) -> list[list[str]]:
    """A table is as wide as its widest row, be that row empty (WHATWG HTML, 4.9.12.1)."""
    width = max((len(row) for row in grid), default=0)
    return [row + [""] * (width - len(row)) for row in grid]


CELL = st.tuples(
    st.sampled_from(["<td>", "<th>", "<TD class=x>"]),
    st.lists(
        st.sampled_from(["Trees", "1/2", "<b>x</b>", "<b>", "</b>", "<p>", "</p>", "<div>",
                         "</div>", "<i>y", "</span>", "&amp;", "<ul><li>z", "</ul>", "<br>", "é"]),
        max_size=4,
    ).map("".join),
    st.sampled_from(["</td>", "</th>", "", "", "</tr>", "</div>"]),
).map("".join)  # fmt: skip
ROW = st.tuples(
    st.sampled_from(["<tr>", "<tr>", "<tbody><tr>", "</tbody><tr>", "</p><tr>"]),
    st.lists(CELL, min_size=1, max_size=4).map("".join),
    st.sampled_from(["</tr>", "", "</tbody>", "</tr></tr>"]),
)


def numbered(rows: list[tuple[str, str, str]]) -> str:
    return "".join(
        f"{opened}<td>{number}{inside}{closed}"
        for number, (opened, inside, closed) in enumerate(rows)
    )


DAMAGED = st.lists(ROW, min_size=1, max_size=5).map(lambda rows: f"<table>{numbered(rows)}</table>")


@settings(max_examples=200, deadline=None)
@given(DAMAGED)
@example("<table><tr><td>1<td>a</tr><tr><td>2<td>c</td></p></table>")
@example("<table><tr><td>0<td></tr><td></td><td></td><td></td><td></td></tr></table>")
def test_damaged_tables_are_read_as_the_standard_says(text: str) -> None:
    assert ours(read(text)) == browser(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(TAG, WORD, JUNK), max_size=60).map("".join))
def test_no_text_is_too_damaged_to_be_read(text: str) -> None:
    for table in read(text).tables:
        widths = {len(row.cells) for row in table.rows}

        assert len(widths) <= 1
        for row in table.rows:
            assert 0 <= row.at.start <= row.at.end <= len(text)
            assert all(0 <= cell.at.start <= cell.at.end <= len(text) for cell in row.cells)


@pytest.mark.parametrize(
    "piece",
    ["<a ", "<a b='", '<a b="', "<!--", "<div>", "<b>", "</b>", "<table>", "{{", "{%", '{{="',
     "<s>x", "<a href=x>y", "<script>", "<template>", "<p><li>", "<table><caption>", "<li><ul>",
     "<a = ",
     "<table><tr><td>", "<td rowspan=9999>", "<tr><td colspan=999 rowspan=999>", "{% comment %}"],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        text = "<table><tr><td>" + piece * count
        start = time.process_time()
        read(text)
        return time.process_time() - start

    small = max(min(seconds(1500) for _ in range(3)), 0.002)

    assert min(seconds(12000) for _ in range(3)) / small < 8 * 4
