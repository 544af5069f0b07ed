import pytest

from syllabical.record import field, record, replace


@record(kw_only=True)
class Lecture:
    title: str
    room: str = ""
    line: int = field(compare=False)
    links: tuple[str, ...] = field(default_factory=tuple)

    @property
    def name(self) -> str:
        return f"{self.title} in {self.room}"


@record
class Hours:
    first: int
    last: int


@record(frozen=False)
class Board:
    lines: list[str] = field(default_factory=list)


def test_a_record_is_its_values() -> None:
    graphs = Lecture(title="Graphs", room="Taub 7", line=3)

    assert (graphs.title, graphs.room, graphs.line, graphs.links) == ("Graphs", "Taub 7", 3, ())
    assert graphs.name == "Graphs in Taub 7"
    assert repr(Hours(10, 12)) == "Hours(first=10, last=12)"


def test_a_record_stays_as_it_is() -> None:
    with pytest.raises(AttributeError):
        Hours(10, 12).first = 11  # type: ignore[misc]  # that is what is tested


def test_a_board_does_not() -> None:
    one, other = Board(), Board()

    one.lines.append("Graphs")

    assert (one.lines, other.lines) == (["Graphs"], [])


def test_records_of_the_same_values_are_equal() -> None:
    assert Hours(10, 12) == Hours(10, 12) != Hours(10, 13)
    assert len({Hours(10, 12), Hours(10, 12), Hours(10, 13)}) == 2


def test_what_is_set_aside_does_not_count() -> None:
    graphs, moved = Lecture(title="Graphs", line=3), Lecture(title="Graphs", line=4)

    assert graphs == moved
    assert len({graphs, moved}) == 1
    assert graphs != Lecture(title="Trees", line=3)


def test_a_value_is_replaced_in_another_record() -> None:
    graphs = Lecture(title="Graphs", line=3)

    moved = replace(graphs, room="Taub 4", line=5)

    assert (graphs.room, moved.room, moved.title, moved.line) == ("", "Taub 4", "Graphs", 5)


def test_a_record_matches_by_place() -> None:
    match Hours(10, 12):
        case Hours(first, last):
            assert (first, last) == (10, 12)
