from syllabical import render
from syllabical.source import Source


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
