import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from syllabical import render
from syllabical.diagnostics import Diagnostic, Fix, Note, Report, Severity
from syllabical.source import Source, Span


def mark(source: Source, text: str) -> Span:
    start = source.text.index(text)
    return source.span(start, start + len(text))


def told(source: Source, text: str, width: int = 80) -> str:
    report = Report()
    report.warning("unlucky-day", "a day", mark(source, text))
    return render.diagnostics_for_terminal(report, colour=False, width=width)


def test_a_diagnostic_shows_both_places_and_what_could_be_done() -> None:
    source = Source(
        "_pages/info.md",
        "# Course\n\n| 11 | `27/01/2025` | Diffusion |\n| 12 | `03/01/2025` | Multi |\n",
    )
    report = Report()
    report.add(
        Diagnostic(
            code="date-goes-backwards",
            severity=Severity.ERROR,
            message="03/01/2025 comes before 27/01/2025, the row above it",
            at=mark(source, "`03/01/2025`"),
            notes=(Note("the row above it", mark(source, "`27/01/2025`")),),
            help="check the day, month and year of both rows",
            fix=Fix(mark(source, "03/01/2025"), "03/02/2025", sure=True),
        )
    )

    assert render.diagnostics_for_terminal(report, colour=False, width=80) == (
        "error[date-goes-backwards]: 03/01/2025 comes before 27/01/2025, the row above it\n"
        "  --> _pages/info.md:4:8\n"
        " 4 | | 12 | `03/01/2025` | Multi |\n"
        "   |        ^^^^^^^^^^^^\n"
        "note: the row above it\n"
        "  --> _pages/info.md:3:8\n"
        " 3 | | 11 | `27/01/2025` | Diffusion |\n"
        "   |        ^^^^^^^^^^^^\n"
        "help: check the day, month and year of both rows\n"
        "\n"
        "1 error; 1 can be corrected with `syllabical check --fix`\n"
    )


def test_nothing_to_say_is_nothing() -> None:
    assert render.diagnostics_for_terminal(Report(), colour=True, width=80) == ""


def test_the_report_is_told_from_the_top_of_each_file_down() -> None:
    page, rules = Source("page.md", "one\ntwo\n"), Source("schedule.yaml", "three\n")
    report = Report()
    report.note("later", "second", mark(page, "two"))
    report.warning("other-file", "third", mark(rules, "three"))
    report.error("earlier", "first", mark(page, "one"))
    report.error("nowhere", "before all", None, help="one thing\nanother")

    assert render.diagnostics_for_terminal(report, colour=False, width=80) == (
        "error[nowhere]: before all\n"
        "help: one thing\n"
        "      another\n"
        "\n"
        "error[earlier]: first\n"
        "  --> page.md:1:1\n"
        " 1 | one\n"
        "   | ^^^\n"
        "\n"
        "note[later]: second\n"
        "  --> page.md:2:1\n"
        " 2 | two\n"
        "   | ^^^\n"
        "\n"
        "warning[other-file]: third\n"
        "  --> schedule.yaml:1:1\n"
        " 1 | three\n"
        "   | ^^^^^\n"
        "\n"
        "2 errors, 1 warning, 1 note\n"
    )


def test_colour_marks_severity_place_and_carets() -> None:
    report = Report()
    report.error("bad-row", "a row", mark(Source("page.md", "| x |"), "x"))

    assert render.diagnostics_for_terminal(report, colour=True, width=80) == (
        "\x1b[1;31merror[bad-row]\x1b[0m\x1b[1m: a row\x1b[0m\n"
        "\x1b[34m  -->\x1b[0m page.md:1:3\n"
        " \x1b[34m1\x1b[0m \x1b[34m|\x1b[0m | x |\n"
        "   \x1b[34m|\x1b[0m   \x1b[1;31m^\x1b[0m\n"
        "\n"
        "1 error\n"
    )


@pytest.mark.parametrize(
    ("line", "marked", "shown"),
    [
        ("|\tx |", "x", " 1 | |    x |\n   |      ^\n"),
        ("| 期末考试 | x |", "x", " 1 | | 期末考试 | x |\n   |              ^\n"),
        ("| 期末考试 |", "考试", " 1 | | 期末考试 |\n   |       ^^^^\n"),
        ("| cafe\u0301 | x |", "x", " 1 | | cafe\u0301 | x |\n   |          ^\n"),
        ("| 👩‍💻 | x |", "x", " 1 | | 👩‍💻 | x |\n   |        ^\n"),
        (
            "| תרגול | x |",
            "x",
            " 1 | | \u2068תרגול\u2069 | x |\n   |           ^\n",
        ),
        ("| \x1b[2J | x |", "x", " 1 | | ␛[2J | x |\n   |          ^\n"),
        ("| \u202eabc | x |", "x", " 1 | | \ufffdabc | x |\n   |          ^\n"),
    ],
)
def test_carets_stand_under_what_they_mark_in_every_script(
    line: str, marked: str, shown: str
) -> None:
    assert told(Source("p", line), marked).split("\n", 2)[2] == f"{shown}\n1 warning\n"


@pytest.mark.parametrize(
    ("line", "marked", "shown"),
    [
        (
            f"| here | {'long ' * 30}|",
            "here",
            " 1 | | here | long long long lo…\n   |   ^^^^\n",
        ),
        (
            f"| {'long ' * 30}| here | {'more ' * 30}|",
            "here",
            " 1 | …ong long | here | more mo…\n   |             ^^^^\n",
        ),
        (
            f"| {'here' * 30} |",
            "here" * 30,
            " 1 | | herehereherehereherehere…\n   |   ^^^^^^^^^^^^^^^^^^^^^^^^^\n",
        ),
        (
            f"| {'中' * 30} | 考试 |",
            "考试",
            " 1 | …中中中中中中中中 | 考试 |\n   |                     ^^^^\n",
        ),
    ],
)
def test_a_long_line_is_cut_around_what_is_marked(line: str, marked: str, shown: str) -> None:
    assert told(Source("p", line), marked, width=32).split("\n", 2)[2] == f"{shown}\n1 warning\n"


def test_an_empty_stretch_gets_a_caret_and_an_empty_line_none() -> None:
    source = Source("p", "a\n\nb")
    report = Report()
    report.error("one", "here", source.span(1, 1))
    report.error("two", "here", source.span(2, 2))
    report.error("three", "here", source.span(0, 4))

    assert render.diagnostics_for_terminal(report, colour=False, width=80) == (
        "error[three]: here\n  --> p:1:1\n 1 | a\n   | ^\n\n"
        "error[one]: here\n  --> p:1:2\n 1 | a\n   |  ^\n\n"
        "error[two]: here\n  --> p:2:1\n\n"
        "3 errors\n"
    )


@given(st.text(max_size=60), st.data(), st.integers(24, 100))
def test_no_text_overflows_the_terminal_or_commands_it(
    text: str, data: st.DataObject, width: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    report = Report()
    report.error("any", "thing", Source("p", text).span(start, end))

    lines = render.diagnostics_for_terminal(report, colour=False, width=width).split("\n")

    kept = [line.replace("\u2068", "").replace("\u2069", "") for line in lines]
    assert all(wcswidth(line) >= 0 for line in kept)
    assert all(wcswidth(line) <= max(width, 26) for line in kept)


def test_a_correction_is_shown_with_a_line_around_it() -> None:
    before = Source("page.md", "one\ntwo\n| 03/01 |\nfour\nfive\n")

    assert render.difference(before, before.text.replace("01", "02"), colour=False) == (
        "--- page.md\n+++ page.md\n@@ -2,3 +2,3 @@\n two\n-| 03/01 |\n+| 03/02 |\n four\n"
    )


def test_no_correction_is_no_difference() -> None:
    assert render.difference(Source("page.md", "a\n"), "a\n", colour=True) == ""


def test_line_ends_are_no_part_of_the_difference() -> None:
    before = Source("page.md", "one\r\n03/01\r\n")

    assert render.difference(before, "one\r\n03/02\r\n", colour=True) == (
        "\x1b[1m--- page.md\x1b[0m\n\x1b[1m+++ page.md\x1b[0m\n\x1b[36m@@ -1,2 +1,2 @@\x1b[0m\n"
        " one\n\x1b[31m-03/01\x1b[0m\n\x1b[32m+03/02\x1b[0m\n"
    )
