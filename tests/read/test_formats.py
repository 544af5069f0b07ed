from collections.abc import Sequence

import pytest

from syllabical import read
from syllabical.diagnostics import Diagnostic, Report, Severity
from syllabical.model.schedule import CourseInfo, Schedule
from syllabical.model.table import Link, Page, Passage, Where
from syllabical.source import Source

TABLE = "| Date | Topic |\n|---|---|\n| 1 May | a |\n"
PAGE_OF_DATA = (
    "---\ntitle: Plan\n---\n{% for week in site.data.weeks %}| {{ week.date }} |\n{% endfor %}\n"
)


def page(path: str, text: str, **files: str) -> Page:
    texts = {name.replace("__", "/"): content for name, content in files.items()}
    found = read.course_page(
        [Source(path, text)],
        Schedule(course=CourseInfo(url="https://uni.example/c/")),
        lambda name: Source(name, texts[name]) if name in texts else None,
        Report(),
    )
    assert found is not None
    return found


def grid(found: Page) -> list[list[str]]:
    [table] = found.tables
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("page.md", TABLE),
        ("README", TABLE),
        ("index.qmd", TABLE),
        ("page.org", TABLE),
        ("page.adoc", "|===\n|Date |Topic\n\n|1 May |a\n|===\n"),
        ("page.asciidoc", "|===\n|Date |Topic\n\n|1 May |a\n|===\n"),
        ("page.tex", "\\begin{tabular}{ll}Date & Topic \\\\ 1 May & a\\\\ \\end{tabular}"),
        ("page.html", "<table><tr><th>Date<th>Topic<tr><td>1 May<td>a</table>"),
        ("page", "<!doctype html><table><tr><th>Date<th>Topic<tr><td>1 May<td>a</table>"),
        ("page.md", "# Plan\n<table><tr><th>Date<th>Topic<tr><td>1 May<td>a</table>\n"),
        ("plan.csv", "Date,Topic\n1 May,a\n"),
        ("plan.yml", "- Date: 1 May\n  Topic: a\n"),
    ],
)
def test_every_format_has_its_reader(path: str, text: str) -> None:
    assert grid(page(path, text)) == [["1 May", "a"]]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_data__weeks.yml", "- date: 1 May\n  topic: a\n"),
        ("../_data__weeks.csv", "date,topic\n1 May,a\n"),
        ("data__weeks.json", '[{"date": "1 May", "topic": "a"}]'),
    ],
)
def test_a_page_drawn_from_site_data_has_the_tables_of_the_data(name: str, text: str) -> None:
    files = {name.replace(".yml", "").replace(".csv", "").replace(".json", ""): text}
    suffix = name[name.rindex(".") :]
    found = page(
        "plan.md", PAGE_OF_DATA, **{f"{key}{suffix}": value for key, value in files.items()}
    )

    assert found.title == "Plan"
    assert grid(found) == [["1 May", "a"]]
    assert found.tables[0].at.source.path.endswith(f"weeks{suffix}")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{% include plan.md %}", "_includes__plan.md"),
        ("{% include_relative plan.md %}", "plan.md"),
        ("{{< include _plan.qmd >}}", "_plan.qmd"),
        ("```{include} ../plan.md\n```", "..__plan.md"),
    ],
)
def test_a_page_that_includes_another_has_its_tables(text: str, name: str) -> None:
    assert grid(page("page.md", text, **{name: TABLE})) == [["1 May", "a"]]


def test_a_page_that_includes_itself_has_no_tables() -> None:
    text = "{% include_relative page.md %}"

    assert page("page.md", text, **{"page.md": text}).tables == ()


def test_a_page_of_definitions_has_a_table() -> None:
    found = page("week-1.md", "---\ntitle: Week 1\n---\n\nMay 1\n: **Trees**\n")

    assert [row.cells[0].text for row in found.tables[0].rows] == ["May 1"]


def test_a_page_with_a_colon_and_no_table_keeps_its_words() -> None:
    found = page("page.md", "# Plan 2025\n\nterm\n: : nothing\n")

    assert "Plan 2025" in [passage.text for passage in found.passages]


def test_links_are_led_from_the_courses_address() -> None:
    found = page("page.md", f"{TABLE}| 8 May | [b](b.pdf) |\n")

    assert found.tables[0].rows[1].cells[1].links == (Link("b", "https://uni.example/c/b.pdf"),)


def test_the_path_and_the_configuration_are_passages() -> None:
    found = page("2025/page.md", TABLE, **{"_config.yml": "title: Graphs\n"})

    assert [(passage.where, passage.text) for passage in found.passages] == [
        (Where.PATH, "2025/page.md"),
        (Where.CONFIG, "Graphs"),
    ]


@pytest.mark.parametrize("texts", [[], [""], ["\ufeff \r\n\t"], ["", "\n"]])
def test_an_empty_page_is_an_error(texts: Sequence[str]) -> None:
    sources = [Source("page.md", text) for text in texts]
    report = Report()

    assert read.course_page(sources, Schedule(), lambda _path: None, report) is None
    assert list(report) == [
        Diagnostic(
            code="page-empty",
            severity=Severity.ERROR,
            message="the page is empty" if texts else "the folder holds no page",
            at=sources[0].span(0, 0) if sources else None,
            help="give the file that holds the schedule table",
        )
    ]


def test_passages_hold_what_is_said_around_the_tables() -> None:
    text = (
        "---\ntitle: Graphs\nyear: 2025\nlayout: page3\n---\n# Plan\n\nMondays **10:30**.\n"
        "No figures here.\n\n```\ncode 1\n```\n<!-- 2019 -->\n"
    )
    source = Source("page.md", text)
    found = page("page.md", text)

    assert found.title == "Graphs"
    assert found.passages == (
        Passage(Where.FRONT_MATTER, "Graphs", source.span(11, 17)),
        Passage(Where.FRONT_MATTER, "2025", source.span(24, 28)),
        Passage(Where.TITLE, "Graphs", source.span(11, 17)),
        Passage(Where.HEADING, "Plan", source.span(48, 54)),
        Passage(Where.PROSE, "Mondays 10:30.", source.span(56, 74)),
        Passage(Where.PATH, "page.md", source.span(0, 0)),
    )
