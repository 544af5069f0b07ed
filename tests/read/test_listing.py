import csv
import io
import json
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Link, Page, Row, Table
from syllabical.read import data_files, spreadsheet
from syllabical.source import Source


def listing(source: Source, report: Report) -> Page:
    if source.path.endswith((".csv", ".tsv")):
        return spreadsheet.page(source)
    return data_files.page(source, report)


def read(path: str, text: str) -> Page:
    return listing(Source(path, text), Report())


def grid(page: Page) -> list[list[str]]:
    [table] = page.tables
    rows = ([table.header] if table.header else []) + list(table.rows)
    return [[cell.text for cell in row.cells] for row in rows]


def told(path: str, text: str) -> list[tuple[str, str, str]]:
    report = Report()
    listing(Source(path, text), report)
    return [(said.severity, said.code, str(said.at)) for said in report]


def test_csv_becomes_a_table_with_the_place_of_every_cell() -> None:
    source = Source("plan.csv", 'Date,Topic\r\n1/2,"Trees, and ""more"""\r\n')
    page = listing(source, Report())
    at = source.span()

    assert page.tables == (
        Table(
            header=Row(cells=(Cell(lines=("Date",), at=at), Cell(lines=("Topic",), at=at)), at=at),
            rows=(
                Row(
                    cells=(
                        Cell(lines=("1/2",), at=at),
                        Cell(lines=('Trees, and "more"',), at=at),
                    ),
                    at=at,
                ),
            ),
            at=at,
        ),
    )
    assert [str(cell.at) for cell in page.tables[0].rows[0].cells] == [
        "plan.csv:2:1",
        "plan.csv:2:6",
    ]
    assert page.tables[0].rows[0].cells[1].at.text == 'Trees, and ""more""'


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.csv", "Date;Topic\n1/2;Trees, graphs\n"),
        ("a.csv", "sep=;\nDate;Topic\n1/2;Trees, graphs\n"),
        ("a.tsv", "Date\tTopic\n1/2\tTrees, graphs"),
        ("a.csv", "Date|Topic\n1/2|Trees, graphs\n"),
        ("a.csv", '\ufeffDate,Topic\n1/2,"Trees, graphs"\n'),
        ("a.csv", 'Date,Topic\n,\n"1/2" , "Trees, graphs"\n\n'),
        ("a.csv", "Date;Topic\n'1/2;Trees, graphs\n"),
        ("a.csv", ',Date,Topic,,\n,1/2,"Trees, graphs",,\n'),
    ],
)
def test_every_spreadsheet_has_its_own_habits(path: str, text: str) -> None:
    assert grid(read(path, text)) == [["Date", "Topic"], ["1/2", "Trees, graphs"]]


def test_lines_above_the_header_are_headings() -> None:
    page = read(
        "a.csv", "CS 1 plan,,\nFall 2025,,\n,,\nDate,Topic,HW\n1/2,Trees,\n1/9,Graphs,HW1\n"
    )

    assert page.title == "CS 1 plan"
    assert [said.text for said in page.passages] == ["CS 1 plan", "Fall 2025"]
    assert page.tables[0].headings == ("CS 1 plan", "Fall 2025")
    assert grid(page)[0] == ["Date", "Topic", "HW"]


def test_a_cell_may_have_several_lines() -> None:
    page = read("a.csv", 'Date,Topic\n1/2,"Trees\nGraphs"\n')

    assert page.tables[0].rows[0].cells[1].lines == ("Trees", "Graphs")


def test_a_row_with_only_a_first_cell_is_the_heading_of_those_below() -> None:
    page = read("a.csv", "Date,Topic\nPart 1,\n1/2,Trees\n")

    assert [row.heading for row in page.tables[0].rows] == ["", "Part 1"]


def test_a_quote_that_is_never_closed_is_just_a_character() -> None:
    assert grid(read("a.csv", 'Date,Topic\n1/2,"Trees\n1/9,Graphs\n')) == [
        ["Date", "Topic"],
        ["1/2", '"Trees'],
        ["1/9", "Graphs"],
    ]


def test_a_list_of_entries_is_a_table() -> None:
    source = Source(
        "plan.yml",
        "- date: 2025-09-01\n  topic: Trees\n- date: 2025-09-08\n  homework: '1'\n  topic: ''\n",
    )
    page = listing(source, Report())
    at = source.span()

    def cell(*lines: str) -> Cell:
        return Cell(lines=lines, at=at)

    assert page.tables == (
        Table(
            header=Row(cells=(cell("date"), cell("topic"), cell("homework")), at=at),
            rows=(
                Row(cells=(cell("2025-09-01"), cell("Trees"), cell()), at=at),
                Row(cells=(cell("2025-09-08"), cell(), cell("1")), at=at),
            ),
            at=at,
        ),
    )
    assert [str(cell.at) for cell in page.tables[0].rows[0].cells[:2]] == [
        "plan.yml:1:9",
        "plan.yml:2:10",
    ]


def test_scalars_stay_as_they_were_written() -> None:
    assert grid(read("a.yml", "- date: 2025-09-01\n  at: 10:30\n  no: 007\n  yes: off\n")) == [
        ["date", "at", "no", "yes"],
        ["2025-09-01", "10:30", "007", "off"],
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "- unit: P 1\n  days: [{date: 1/2, title: a}]\n- unit: P 2\n  days: [{date: 1/9}]\n",
            [("P 1", ["1/2", "a"]), ("P 2", ["1/9", ""])],
        ),
        (
            "Part 1:\n  - {date: 1/2, title: Trees}\nPart 2:\n  - {date: 1/9, title: Graphs}\n",
            [("Part 1", ["1/2", "Trees"]), ("Part 2", ["1/9", "Graphs"])],
        ),
        (
            "week 1: {date: 1/2, title: Trees}\nweek 2: {date: 1/9, title: Graphs}\n",
            [("week 1", ["1/2", "Trees"]), ("week 2", ["1/9", "Graphs"])],
        ),
        (
            "- week: 1\n  days:\n   - {date: 1/2, title: Trees}\n   - {date: 1/4, title: Heap}\n",
            [("", ["1", "1/2", "Trees"]), ("", ["1", "1/4", "Heap"])],
        ),
        (
            "2025-09-01: Trees\n2025-09-08: [Graphs, Paths]\n",
            [("", ["2025-09-01", "Trees"]), ("", ["2025-09-08", "Graphs Paths"])],
        ),
        (
            "Sep 1: {topic: Trees}\nSep 8: {topic: Graphs}\n",
            [("", ["Sep 1", "Trees"]), ("", ["Sep 8", "Graphs"])],
        ),
        (
            "- date: 1/2\n  events:\n   - {type: talk, title: Trees}\n   - {type: lab, title: G}\n",
            [("", ["1/2", "talk", "Trees"]), ("", ["1/2", "lab", "G"])],
        ),
        ("- [Date, Topic]\n- [1/2, Trees]\n", [("", ["1/2", "Trees"])]),
        ("schedule:\n  - {date: 1/2, topic: Trees}\n", [("", ["1/2", "Trees"])]),
        ("- {date: 1/2, topic: a}\n- {date: 1/9, topic: b, hidden: true}\n", [("", ["1/2", "a"])]),
    ],
)
def test_entries_are_found_in_whatever_they_are_nested(
    text: str, rows: list[tuple[str, list[str]]]
) -> None:
    [table] = read("a.yml", text).tables

    assert [(row.heading, [cell.text for cell in row.cells]) for row in table.rows] == rows


def test_lists_of_different_things_are_different_tables() -> None:
    page = read(
        "a.yml",
        "year: 2025\nlectures:\n  - {date: 1/2, topic: Trees}\n"
        "homework:\n  - {name: HW1, out: 1/2, due: 1/9}\n",
    )

    assert [said.text for said in page.passages] == ["2025"]
    assert [table.headings for table in page.tables] == [("lectures",), ("homework",)]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("[a, '[b](c)']", (("a", "b"), (Link("b", "c"),))),
        ("[{name: slides, url: a.pdf}]", (("slides",), (Link("slides", "a.pdf"),))),
        ("{slides: /a.pdf, video: 'https://b.org/'}",
         ((), (Link("slides", "/a.pdf"), Link("video", "https://b.org/")))),
        ("https://b.org/a", ((), (Link("topic", "https://b.org/a"),))),
        ("{name: HW1, due: 1/9}", (("HW1 due: 1/9",), ())),
        ("|\n    one\n    two\n", (("one", "two"), ())),
        ("~", ((), ())),
    ],
)  # fmt: skip
def test_what_a_value_says_and_where_it_leads(
    value: str, cell: tuple[tuple[str, ...], tuple[Link, ...]]
) -> None:
    [table] = read("a.yml", f"- date: 1/2\n  topic: {value}\n- date: 1/9\n").tables

    assert (table.rows[0].cells[1].lines, table.rows[0].cells[1].links) == cell


def test_a_text_that_was_wrapped_in_the_file_is_one_line() -> None:
    words = "a very long line that goes on and on until the editor"
    [table] = read("a.yml", f"- date: 1/2\n  topic: |\n    {words}\n    wraps it\n").tables

    assert table.rows[0].cells[1].lines == (f"{words} wraps it",)


@pytest.mark.parametrize(
    ("slip", "topic"),
    [
        ("\ttopic: Trees", "Trees"),
        ("  topic: Trees: part 2", "Trees: part 2"),
        ("  topic: @home", "@home"),
        ("  topic: [Trees](t.pdf)", "Trees"),
        ("  topic: **Trees**", "Trees"),
        ('  topic: "Trees" and more', '"Trees" and more'),
        ("  topic: {{ site.x }} Trees", "Trees"),
        ("  topic: 'Trees", "'Trees"),
    ],
)
def test_a_slip_is_warned_of_and_read_as_it_was_meant(slip: str, topic: str) -> None:
    text = f"- date: 1/2\n{slip}\n- date: 1/9\n  topic: Graphs\n"
    page = read("a.yml", text)

    assert grid(page) == [["date", "topic"], ["1/2", topic], ["1/9", "Graphs"]]
    assert [(severity, code) for severity, code, _ in told("a.yml", text)] == [
        ("warning", "yaml-syntax")
    ]
    assert page.tables[0].rows[1].cells[1].at.text == "Graphs"


def test_an_entry_that_cannot_be_read_is_an_error_and_costs_no_other() -> None:
    text = "- date: 1/2\n  topic: a\n bad\n- date: 1/9\n  topic: b\n"

    assert grid(read("a.yml", text)) == [["date", "topic"], ["1/2", "a"], ["1/9", "b"]]
    assert told("a.yml", text) == [("error", "yaml-syntax", "a.yml:3:2")]


def test_a_key_given_twice_is_warned_of() -> None:
    text = "- date: 1/2\n  topic: a\n  topic: b\n"

    assert grid(read("a.yml", text)) == [["date", "topic"], ["1/2", "b"]]
    assert told("a.yml", text) == [("warning", "duplicate-key", "a.yml:3:3")]


def test_json_is_read_to_the_letter() -> None:
    page = read(
        "a.json", '{"weeks": [\n\t{"date": "1\\/2", "topic": "a \\ud83d\\ude00", "n": null}]}'
    )

    assert grid(page) == [["date", "topic", "n"], ["1/2", "a 😀", ""]]
    assert [str(cell.at) for cell in page.tables[0].rows[0].cells] == [
        "a.json:2:12",
        "a.json:2:29",
        "a.json:2:51",
    ]


WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_characters="\\`*_[]<>&{}~$^=|:#-+'\"", categories=["L", "N"]
    ),
    min_size=1,
    max_size=8,
)
GRID = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=6)
)


def with_header(rows: list[list[str]]) -> list[list[str]]:
    names = ["Date", "Topic", "Homework", "Notes"][: len(rows[0])]
    return [names, *([f"{at}/3", *row[1:]] for at, row in enumerate(rows, start=1))]


@settings(max_examples=100, deadline=None)
@given(GRID, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_any_grid_written_as_csv_reads_back_as_itself(
    rows: list[list[str]], delimiter: str, end: str, quoted: object
) -> None:
    wanted = with_header(rows)
    file = io.StringIO()
    dialect = csv.unix_dialect if quoted else csv.excel
    csv.writer(file, dialect, delimiter=delimiter, lineterminator=end).writerows(wanted)

    assert grid(read("a.csv", file.getvalue())) == wanted


@settings(max_examples=60, deadline=None)
@given(GRID, st.booleans())
def test_any_grid_written_as_data_reads_back_as_itself(rows: list[list[str]], flow: object) -> None:
    names, *wanted = with_header(rows)
    entries = [dict(zip(names, row, strict=True)) for row in wanted]

    as_yaml = yaml.safe_dump(
        entries, sort_keys=False, allow_unicode=True, default_flow_style=bool(flow), width=9999
    )
    as_json = json.dumps(entries)

    assert grid(read("a.yml", as_yaml)) == [names, *wanted]
    assert grid(read("a.json", as_json)) == [names, *wanted]
    assert grid(read("a.yml", as_json)) == [names, *wanted]


PIECE = st.sampled_from(
    ["- date: 1/2\n", "  topic: a\n", "\t", '"', "'", ",", ";", "\n", "[", "]", "{", "}", ": ",
     "- ", "&a ", "*a", "!x ", "|\n", "---\n", "2025-09-01:", "%", "é", "\0", "\r", "<<", "? "]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    st.lists(PIECE, max_size=40).map("".join),
    st.sampled_from(["a.csv", "a.tsv", "a.yml", "a.json"]),
)
def test_no_listing_is_too_damaged_to_be_read(text: str, path: str) -> None:
    for table in read(path, text).tables:
        rows = ([table.header] if table.header else []) + list(table.rows)

        assert len({len(row.cells) for row in rows}) == 1
        for cell in (cell for row in rows for cell in row.cells):
            assert 0 <= cell.at.start <= cell.at.end <= len(text)


@pytest.mark.parametrize(
    ("path", "piece"),
    [("a.csv", ',"a'), ("a.csv", '"a""'), ("a.csv", "a,b\n"), ("a.yml", "- a: b: c\n"),
     ("a.yml", "- a: b\n\tc: d\n"), ("a.json", "["), ("a.yml", "- {a: 1/2\n"), ("a.yml", " - a")],
)  # fmt: skip
def test_time_grows_with_the_listing_and_no_faster(path: str, piece: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        read(path, piece * count)
        return time.process_time() - start

    small = max(min(seconds(500) for _ in range(3)), 0.002)

    assert min(seconds(4000) for _ in range(2)) / small < 8 * 4
