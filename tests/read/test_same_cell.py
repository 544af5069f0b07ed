"""A cell says the same in a Markdown table and in an HTML table, whatever stands in it."""

import pytest

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Link
from syllabical.read.html import page as html_page
from syllabical.read.markdown import page as markdown_page
from syllabical.source import Source

NOWHERE = Source("", "").span()


def in_markdown(inside: str) -> Cell:
    source = Source("page.md", f"| Date | Topic |\n|---|---|\n| 1/2 | {inside} |\n")
    [table] = markdown_page.page(source, Report()).tables
    return table.rows[0].cells[1]


def in_html(inside: str) -> Cell:
    source = Source(
        "page.html",
        "<table><tr><th>Date<th>Topic<tr><td>1/2<td>x<tr><td>1/9<td>x<tr><td>1/16<td>x"
        f"<tr><td>1/2<td>{inside}</table>",
    )
    return html_page.page(source, Report()).tables[0].rows[3].cells[1]


def said(
    *lines: str, links: tuple[Link, ...] = (), struck: tuple[str, ...] = (), stamp: str = ""
) -> Cell:
    stamps = (stamp,) if stamp else ()
    return Cell(lines=lines, links=links, struck=struck, stamps=stamps, at=NOWHERE)


@pytest.mark.parametrize(
    ("inside", "cell"),
    [
        ("Trees", said("Trees")),
        ("<b>Trees</b> and <i>heaps</i>", said("Trees and heaps")),
        ("<b>Trees <i>and <u>heaps</u></i></b>", said("Trees and heaps")),
        ("<b>Trees <i>and</b> heaps</i>", said("Trees and heaps")),
        ("a<br>b<br/>c<BR />d</br>e", said("a", "b", "c", "d", "e")),
        ("<p>Trees</p><p>Heaps</p>", said("Trees", "Heaps")),
        ("<div>Trees</div>Heaps", said("Trees", "Heaps")),
        ("Trees<hr>Heaps", said("Trees", "Heaps")),
        ("<ul><li>Trees</li><li>Heaps</li></ul>", said("Trees", "Heaps")),
        ("<ol><li>Trees<ul><li>Heaps</ul><li>Paths</ol>", said("Trees", "Heaps", "Paths")),
        ("• Trees<br>• Heaps", said("Trees", "Heaps")),
        ("- Trees<br>- Heaps", said("Trees", "Heaps")),
        ("R&amp;D&nbsp;&#8211; x &lt; y &eacute;t&eacute;", said("R&D – x < y été")),
        ("3<sup>rd</sup> quiz, H<sub>2</sub>O", said("3rd quiz, H2O")),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字</ruby>", said("漢字")),
        ("back<wbr>tracking in&shy;duc\u00adtion", said("backtracking induction")),
        ("Trees<!-- HW9 due --> today", said("Trees today")),
        ("Trees<script>x('Heaps')</script><style>.a {}</style>", said("Trees")),
        ("Trees<template><b>Heaps</b></template>", said("Trees")),
        ("Trees<span hidden>Heaps</span>", said("Trees")),
        ("Trees<span style='display: none'>Heaps</span>", said("Trees")),
        ("Trees<span style='visibility:hidden'>Heaps</span>", said("Trees")),
        ("Trees<span class='d-none'>Heaps</span>", said("Trees")),
        ("Trees<span class='sr-only'>Heaps</span>", said("Trees")),
        ("<span class='d-none d-md-inline'>Trees</span>", said("Trees")),
        ("<select><option>Trees</select>Heaps", said("Heaps")),
        ("<details><summary>Trees</summary>Heaps</details>", said("Trees")),
        ("<details open><summary>Trees</summary>Heaps</details>", said("Trees", "Heaps")),
        ("<del>Trees</del> Heaps", said("Heaps", struck=("Trees",))),
        ("<s>Trees</s> Heaps", said("Heaps", struck=("Trees",))),
        ("<strike>Trees</strike> Heaps", said("Heaps", struck=("Trees",))),
        (
            "<span style='text-decoration:line-through'>Trees</span> Heaps",
            said("Heaps", struck=("Trees",)),
        ),
        ("<span class='line-through'>Trees</span> Heaps", said("Heaps", struck=("Trees",))),
        ("<del>Trees</del> Heaps <del>Paths</del>", said("Heaps", struck=("Trees", "Paths"))),
        ("<del>Trees<br>Heaps</del>", said(struck=("Trees", "Heaps"))),
        ("<del>Trees <b>and</b> heaps</del>", said(struck=("Trees and heaps",))),
        ("<s><a href='a.pdf'>Trees</a></s>Heaps", said("Heaps", struck=("Trees",))),
        ("<a href='a.pdf'><s>Trees</s></a>Heaps", said("Heaps", struck=("Trees",))),
        ("<a href='a.pdf'>Trees</a>", said("Trees", links=(Link("Trees", "a.pdf"),))),
        ("<a href='a?b=1&amp;c=2'>Trees</a>", said("Trees", links=(Link("Trees", "a?b=1&c=2"),))),
        (
            "<a href='a.pdf'>Trees<br>Heaps</a>",
            said("Trees", "Heaps", links=(Link("Trees Heaps", "a.pdf"),)),
        ),
        (
            "<a href='a.pdf'><img src='a.png' alt='Trees'></a>",
            said("Trees", links=(Link("Trees", "a.pdf"),)),
        ),
        ("<a href='a.pdf' title='Slides'></a>", said(links=(Link("Slides", "a.pdf"),))),
        ("<a href='a.pdf'></a>", said(links=(Link("a.pdf", "a.pdf"),))),
        ("<a href=''>Trees</a><a name='b'>!</a>", said("Trees!")),
        ("<a href='#'>Trees</a>", said("Trees", links=(Link("Trees", "#"),))),
        (
            "<a href='{{ site.baseurl }}/a.pdf'>Trees</a>",
            said("Trees", links=(Link("Trees", "{{ site.baseurl }}/a.pdf"),)),
        ),
        (
            "<a href=\"{{ '/a.pdf' | relative_url }}\">Trees</a>",
            said("Trees", links=(Link("Trees", "{{ '/a.pdf' | relative_url }}"),)),
        ),
        ("{{ 'Trees' | upcase }}{% if b %} today{% endif %}", said("Trees today")),
        ("Trees{% comment %} HW9 {% endcomment %}", said("Trees")),
        ("<time datetime='2025-09-04'>Thursday</time>", said("Thursday", stamp="2025-09-04")),
        ("<del><time datetime='2025-09-04'>Thursday</time></del>", said(struck=("Thursday",))),
        ("<table><tr><td>Trees<td>Heaps<tr><td>Paths</table>", said("Trees Heaps", "Paths")),
        ("<code>a b</code> <kbd>Ctrl</kbd> 🌲🌳", said("a b Ctrl 🌲🌳")),
        ("<svg><title>Trees</title></svg>Heaps<iframe>x</iframe>", said("Heaps")),
        ("<unknown>Trees</unknown> <x-y z>Heaps</x-y>", said("Trees Heaps")),
        ("</b>Trees</div></p>Heaps", said("Trees", "Heaps")),
    ],
)  # fmt: skip
def test_a_cell_says_the_same_in_markdown_and_in_html(inside: str, cell: Cell) -> None:
    assert in_html(inside) == cell
    assert in_markdown(inside) == cell


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**Trees** *and* ~~heaps~~", "<b>Trees</b> <i>and</i> <s>heaps</s>"),
        ("[Trees](a.pdf 'Slides')", "<a href='a.pdf' title='Slides'>Trees</a>"),
        ("[![Trees](a.png)](a.pdf)", "<a href=a.pdf><img alt=Trees></a>"),
        ("`a \\| b` \\*c\\* \\| d", "<code>a | b</code> *c* | d"),
        ("~~[HW1](a)~~ [~~HW2~~](b)", "<s><a href=a>HW1</a></s> <a href=b><s>HW2</s></a>"),
        ("Trees<br>~~Heaps~~", "Trees<p><del>Heaps</del></p>"),
    ],
)
def test_markdown_says_what_its_html_says(markdown: str, html: str) -> None:
    assert in_markdown(markdown) == in_html(html)
