import re

import pytest

from syllabical.pattern import pattern


def test_a_pattern_is_a_regular_expression() -> None:
    digits = pattern(r"(\d+)", re.ASCII)

    assert digits.findall("7 of 12") == ["7", "12"]
    assert digits.sub(r"<\1>", "7 of 12") == "<7> of <12>"
    assert digits.pattern == r"(\d+)"
    assert digits.groups == 1
    assert pattern(rb"\d").findall(b"7 of 12") == [b"7", b"1", b"2"]


def test_a_pattern_is_compiled_when_it_is_asked() -> None:
    broken = pattern("(")

    with pytest.raises(re.error):
        broken.search("(")
