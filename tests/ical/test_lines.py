import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabical.ical.lines import ContentLine, FeedText, FoldedLine


def lines(feed: bytes) -> list[ContentLine]:
    return list(FeedText(feed, "feed.ics").lines())


def told(feed: bytes) -> list[tuple[str, int, int]]:
    return [(line.text, line.number, line.last) for line in lines(feed)]


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_lines_keep_their_numbers_whatever_their_ends_became(end: bytes, mark: bytes) -> None:
    feed = mark + end.join([b"BEGIN:VCALENDAR", b"", b"NAME:Al", b" go", b"\trithms", b"X:1", b""])

    assert told(feed) == [("BEGIN:VCALENDAR", 1, 1), ("NAME:Algorithms", 3, 5), ("X:1", 6, 6)]
    assert [line.at.text for line in lines(feed)][::2] == ["BEGIN:VCALENDAR", "X:1"]


def test_a_fold_inside_a_character_is_undone() -> None:
    assert told("NAME:é".encode()[:-1] + b"\r\n " + "é".encode()[1:]) == [("NAME:é", 1, 2)]


def test_a_line_that_is_not_utf_8_is_latin_1_and_the_others_are_not() -> None:
    feed = "NAME:für\n".encode() + "X:für\n".encode("latin-1")

    assert [text for text, _, _ in told(feed)] == ["NAME:für", "X:für"]
    assert [line.at.text for line in lines(feed)] == ["NAME:für", "X:für"]


def test_a_line_points_at_its_folds_too() -> None:
    [_, line] = lines(b"X:1\r\nNAME:Al\r\n go\r\n")

    assert (line.at.text, line.at.place) == ("NAME:Al\r\n go", (2, 1))


@pytest.mark.parametrize(
    ("text", "name", "parameters", "value"),
    [
        ("summary:a;b:c", "SUMMARY", {}, "a;b:c"),
        ("DTSTART;TZID=Asia/Tokyo:20260101", "DTSTART", {"TZID": "Asia/Tokyo"}, "20260101"),
        ('X-A;b="1:2;3";C=4,5:6\\,7', "X-A", {"B": "1:2;3", "C": "4,5"}, "6\\,7"),
        ("NAME:", "NAME", {}, ""),
    ],
)
def test_a_line_is_taken_apart(
    text: str, name: str, parameters: dict[str, str], value: str
) -> None:
    [line] = lines(text.encode())
    said = line.parsed()

    assert said
    assert (said.name, said.parameters, said.value) == (name, parameters, value)
    assert line.name == name


@pytest.mark.parametrize("text", ["at all", "", ":x", 'A;B="c:d', "A;B:c", "<p>404</p>"])
def test_what_is_no_content_line_is_none(text: str) -> None:
    assert [line.parsed() for line in lines(text.encode())] == [None] * bool(text)


@given(st.text(st.sampled_from("a\\;,é漢😀\u200f") | st.characters(codec="utf-8"), max_size=400))
def test_whatever_is_folded_is_whole_again_and_short(text: str) -> None:
    line = "X:" + "".join(text.splitlines())
    folded = FoldedLine(line).to_ical()  # type: ignore[no-untyped-call]
    first, *others = [len(piece.decode().encode()) for piece in folded.split(b"\r\n ")]

    assert folded.replace(b"\r\n ", b"").decode() == line
    assert first <= 75
    assert all(length <= 74 for length in others)
    assert all(length >= 70 for length in [first, *others][:-1])


def test_no_fold_parts_a_backslash_from_what_it_escapes() -> None:
    for length in range(60, 80):
        line = FoldedLine("x" * length + r"\\\n" * 3)  # type: ignore[no-untyped-call]

        for piece in line.to_ical().split(b"\r\n ")[:-1]:
            assert (len(piece) - len(piece.rstrip(b"\\"))) % 2 == 0
