from wcwidth import wcswidth

from published_term import TERM
from syllabical import render


def test_the_table_leaves_out_columns_that_say_nothing() -> None:
    assert render.table(TERM[:2], width=60) == (
        "date        hours        what       title         place\n"
        "----------  -----------  ---------  ------------  ------\n"
        "2019-03-17  13:30–15:30  Lecture 1  Introduction  Taub 7\n"
        "2019-03-17  15:30–16:30  Lab 1      Python        Taub 7\n"
    )
    assert render.table(TERM[3:4], width=60) == (
        "date        what  title\n----------  ----  -----\n2019-03-24  out   HW1\n"
    )


def test_no_events_are_nothing() -> None:
    assert render.table((), width=80) == ""


def test_no_line_is_wider_than_the_terminal() -> None:
    lines = render.table(TERM, width=62).split("\n")

    assert max(wcswidth(line) for line in lines) <= 62
