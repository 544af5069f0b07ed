from syllabical import render
from syllabical.model.syllabus import Reason, Syllabus
from syllabical.source import Source

PAGE = Source("page.md", "one\ntwo\nthree\n")
SYLLABUS = Syllabus(
    reasons=(
        Reason("table 2", "schedule", "most of its rows begin with a date", PAGE.span(0, 3)),
        Reason("column Lecture", "classes", "its header says so", PAGE.span(0, 3)),
        Reason("column תרגול", "classes", "its header says so", PAGE.span(0, 3)),
        Reason("row 7", "no class", "`Passover` is a holiday", PAGE.span(8, 9)),
    )
)


def test_the_reasons_stand_under_what_they_are_about() -> None:
    assert render.explanation(SYLLABUS, colour=False, width=44) == (
        "table\n"
        "  2  schedule  most of its rows begin with a\n"
        "               date (line 1)\n"
        "\n"
        "column\n"
        "  Lecture  classes  its header says so (line\n"
        "                    1)\n"
        "  \u2068תרגול\u2069    classes  its header says so (line\n"
        "                    1)\n"
        "\n"
        "row\n"
        "  7  no class  `Passover` is a holiday (line\n"
        "               3)\n"
    )


def test_one_row_is_explained_alone() -> None:
    assert render.explanation(SYLLABUS, 7, colour=True, width=80) == (
        "\x1b[1mrow\x1b[0m\n  7  \x1b[2mno class\x1b[0m  `Passover` is a holiday (line 3)\n"
    )
    assert render.explanation(SYLLABUS, 8, colour=True, width=80) == ""


def test_a_long_name_of_what_it_is_is_told_whole() -> None:
    cell = PAGE.span(0, 3)
    syllabus = Syllabus(
        reasons=(Reason("row 2", "a class, homework handed out, homework due", "`A1`", cell),)
    )

    assert render.explanation(syllabus, colour=False, width=80) == (
        "row\n  2  a class, homework     `A1` (line 1)\n     handed out, homework\n     due\n"
    )
