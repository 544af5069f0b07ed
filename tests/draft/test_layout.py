from syllabical.draft.yaml_layout import Line, blank, block, remark


def test_reasons_stand_in_one_column() -> None:
    lines = [
        Line("course:"),
        Line("  name: A", "its title"),
        Line("  term: Spring 2025", "a heading"),
    ]

    assert block(lines) == (
        "course:\n  name: A             # its title\n  term: Spring 2025   # a heading\n"
    )


def test_a_blank_is_indented_as_its_neighbours_are() -> None:
    assert block([blank("  short: A", "fill in")]) == "  #short: A   # fill in\n"


def test_a_reason_too_long_for_a_line_goes_on_below_itself() -> None:
    written = block([Line("key: word", "a b c " * 16)])

    assert written.splitlines() == [
        "key: word   # " + "a b c " * 12 + "a b",
        "            # c a b c a b c a b c",
    ]


def test_the_reason_of_a_long_line_stands_above_it() -> None:
    assert block([Line("  name: " + "a" * 50, "its title")]) == (
        "  # its title\n  name: " + "a" * 50 + "\n"
    )


def test_a_command_is_not_broken_in_two() -> None:
    written = block([remark("x " * 40 + "`run this command`")])

    assert written.splitlines()[-1] == "# `run this command`"


def test_wide_letters_take_two_columns() -> None:
    assert block([Line("内容:", "a"), Line("Topic:", "b")]) == "内容:    # a\nTopic:   # b\n"
