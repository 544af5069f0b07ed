import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from syllabical.diagnostics import Report, Severity
from syllabical.read.trees import yaml as nodes
from syllabical.read.trees import yaml_repair
from syllabical.read.trees.yaml import Mapping, Node, Scalar, Series
from syllabical.source import Source, Span


def whole(text: str) -> Span:
    return Source("a.yaml", text).span()


def read(text: str) -> Node:
    report = Report()
    tree = nodes.tree(whole(text), report)
    assert list(report) == []
    assert tree is not None
    return tree


def told(text: str) -> list[tuple[str, str, str, str]]:
    report = Report()
    nodes.tree(whole(text), report)
    return [(str(each.at), each.code, each.message, each.help) for each in report]


def spans(node: Node) -> list[str]:
    match node:
        case Scalar():
            return [node.at.text]
        case Series(items):
            return [node.at.text, *(text for each in items for text in spans(each))]
        case Mapping(pairs):
            inner = [text for pair in pairs for each in pair for text in spans(each)]
            return [node.at.text, *inner]


def test_values_are_taken_as_they_are_written() -> None:
    text = "at: 10:30\nno: on\nday: 2019-02-30\nshort: 0123\nnothing: ~\nempty:\n"

    assert nodes.plain(read(text)) == {
        "at": "10:30",
        "no": "on",
        "day": "2019-02-30",
        "short": "0123",
        "nothing": None,
        "empty": None,
    }


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_value_knows_its_place(start: str, end: str) -> None:
    lines = ["# c", "é😀: [1, 'two']  # d", "b:", "  - x: &a !!str y", "  - *a", "c: |", "  l", ""]

    assert spans(read(start + end.join([*lines, "d: 4"]))) == [
        end.join([*lines, "d: 4"])[len("# c" + end) :],
        "é😀",
        "[1, 'two']",
        "1",
        "'two'",
        "b",
        end.join(["- x: &a !!str y", "  - *a"])[: -len(f"{end}  - *a")],
        "x: &a !!str y",
        "x",
        "y",
        "y",
        "c",
        f"|{end}  l",
        "d",
        "4",
    ]


def test_a_tree_may_stand_inside_a_larger_text() -> None:
    source = Source("page.md", "---\ntitle: Info\n---\n# Page\n")

    tree = nodes.tree(Span(source, 4, 16), Report())

    assert isinstance(tree, Mapping)
    assert [(str(key.at), key.text) for key, _ in tree.pairs] == [("page.md:2:1", "title")]


def test_a_key_may_come_twice() -> None:
    assert read("a: 1\na: 2") == Mapping(
        (
            (Scalar("a", whole("")), Scalar("1", whole(""))),
            (Scalar("a", whole("")), Scalar("2", whole(""))),
        ),
        whole(""),
    )


def test_a_mapping_may_be_merged_into_another() -> None:
    text = "a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\nc: {<<: [*a, {z: 4}]}\n"

    assert nodes.plain(read(text)) == {
        "a": {"x": "1", "y": "2"},
        "b": {"y": "3", "x": "1"},
        "c": {"x": "1", "y": "2", "z": "4"},
    }


def test_an_empty_text_has_no_tree_and_nothing_to_say() -> None:
    report = Report()

    assert nodes.tree(whole("# nothing\n"), report) is None
    assert list(report) == []


def test_aliases_that_stand_for_aliases_are_not_read_out() -> None:
    bomb = ["a0: &a0 [x]"]
    bomb += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]

    assert told("\n".join(bomb)) == [
        (
            "a.yaml:4:9",
            "yaml-too-large",
            "there are more than 10,000 values, those that `*` stands for counted each time",
            "write the values out without `&` and `*`",
        )
    ]


def test_a_list_without_an_end_is_told_without_a_word_of_aliases() -> None:
    assert told("\n".join(["- x"] * 10_001)) == [
        (
            "a.yaml:10001:3",
            "yaml-too-large",
            "there are more than 10,000 values",
            "keep only what belongs to the course",
        )
    ]


TOO_DEEP = (
    "yaml-too-large",
    "values stand more than 100 deep inside one another",
    "close each `[` and `{`, and indent a line only under what it belongs to",
)
DEPTHS = {
    "flow sequences": "[" * 100_000,
    "flow sequences that are closed": "[" * 2_000 + "]" * 2_000,
    "flow mappings": "{a: " * 5_000,
    "block sequences": "- " * 5_000,
    "block mappings": "".join("  " * level + "a:\n" for level in range(1_500)),
    "complex keys": "? " * 5_000,
    "both brackets": "[{a: " * 3_000,
    "brackets in a block": "- " * 50 + "[" * 5_000,
    "brackets under keys": "a:\n  b: " + "[" * 5_000,
}


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize("text", list(DEPTHS.values()), ids=list(DEPTHS))
def test_nesting_ends_with_its_own_words_in_every_parser(
    monkeypatch: pytest.MonkeyPatch, loader: object, text: str
) -> None:
    monkeypatch.setattr(nodes, "_LOADER", loader)

    [(place, *said)] = told(text)

    assert (place.split(":")[0], tuple(said)) == ("a.yaml", TOO_DEEP)
    report = Report()
    nodes.loose_tree(whole(text), report)
    assert [(each.severity, each.code) for each in report] == [(Severity.WARNING, "yaml-too-large")]
    report = Report()
    yaml_repair.tree(Source("a.yaml", text), report)
    assert {each.code for each in report} == {"yaml-too-large"}


@pytest.mark.parametrize("level", ["flow", "block"])
def test_nesting_that_the_library_ends_by_itself_is_told_alike(
    monkeypatch: pytest.MonkeyPatch, level: str
) -> None:
    """As PyYAML 6.0.4 says it, where that limit stands below ours."""

    def parse(text: str, _: object) -> None:
        mark = yaml.Mark("a.yaml", 7, 0, 7, text, 7)
        words = f"while increasing {level} level", "exceeded maximum nesting depth"
        raise yaml.scanner.ScannerError(words[0], mark, words[1], mark)

    monkeypatch.setattr(yaml, "parse", parse)

    assert told("[[[\t[[[[[[") == [("a.yaml:1:8", *TOO_DEEP)]


@pytest.mark.parametrize(
    ("text", "place", "message", "help_"),
    [
        (
            "a:\n\tb: 1",
            "a.yaml:2:1",
            "a tab indents this line",
            "indent with blanks; YAML does not take tabs",
        ),
        (
            "title: Part 2: trees",
            "a.yaml:1:14",
            "a second `:` stands in one value",
            "put the whole value in quotes, as in `'Part 2: trees'`",
        ),
        (
            "{title: Part 2: trees}",
            "a.yaml:1:15",
            "a second `:` stands in one value",
            "put the whole value in quotes, as in `'Part 2: trees'`",
        ),
        ("course\nb: 1", "a.yaml:1:1", "`course` has no `:`", "write it as `key: value`"),
        ("b: 1\ncourse", "a.yaml:2:1", "`course` has no `:`", "write it as `key: value`"),
        ("a: 'x\nb: 1", "a.yaml:1:4", "`'` is opened and not closed", "close it"),
        ("a: [1, 2\nb: 1", "a.yaml:1:4", "`[` is opened and not closed", "close it"),
        (
            "a:\n   b: 1\n  c: 2",
            "a.yaml:3:3",
            "this line does not line up with those above",
            "give keys that belong together the same number of blanks in front",
        ),
        (
            "a: 1\n  b: 2",
            "a.yaml:2:3",
            "this line is indented under a value",
            "give keys that belong together the same number of blanks in front",
        ),
        (
            "a: @x",
            "a.yaml:1:4",
            "a value may not start with `@`",
            "put the whole value in quotes, as in `'Part 2: trees'`",
        ),
        (
            r'a: "\d"',
            "a.yaml:1:5",
            r"`\d` means nothing in double quotes",
            r"use single quotes, in which `\` is a character like any other",
        ),
        (
            "a: é\x07",
            "a.yaml:1:5",
            "a control character (U+0007) stands here",
            "delete it",
        ),
        (
            "a: 1\n---\nb: 2",
            "a.yaml:2:1",
            "`---` starts a second document",
            "keep one, and delete this line",
        ),
        (
            "a: 1\n...\nrest",
            "a.yaml:3:1",
            "`rest` follows the end of the document",
            "keep one document, without `...` at its end",
        ),
        (
            'a: "b" c',
            "a.yaml:1:8",
            "`c` follows a value that has ended",
            "put the whole value in quotes, as in `'Part 2: trees'`",
        ),
        (
            "a: &x [*x]",
            "a.yaml:1:8",
            "`*x` points to nothing above",
            "put the value in quotes if `*` is part of it",
        ),
    ],
)
def test_what_is_no_yaml_is_told_in_plain_words(
    text: str, place: str, message: str, help_: str
) -> None:
    assert told(text) == [(place, "yaml-syntax", message, help_)]


def test_a_tag_is_told_and_does_nothing() -> None:
    assert told("a: !!python/object/apply:os.system [ls]") == [
        (
            "a.yaml:1:4",
            "yaml-tag",
            "`!!python/object/apply:os.system` asks for a type that is not read here",
            "delete it, or put the value in quotes if `!` is part of it",
        )
    ]


def test_a_loose_tree_reads_what_it_can_and_only_warns() -> None:
    report = Report()

    tree = nodes.loose_tree(whole("- a: 1\n- b: 2\n- [\n"), report)

    assert nodes.plain(tree) == [{"a": "1"}, {"b": "2"}, []]
    assert [(each.severity, each.code) for each in report] == [(Severity.WARNING, "yaml-syntax")]


def test_a_loose_tree_takes_tabs_for_blanks() -> None:
    report = Report()

    tree = nodes.loose_tree(whole("- a:\t1\n \tb: 2\n"), report)

    assert (nodes.plain(tree), list(report)) == ([{"a": "1", "b": "2"}], [])


words = st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029"), max_size=5)
values = st.recursive(
    words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4)
)


@given(values, st.tuples(st.booleans(), st.booleans()))
def test_what_yaml_writes_reads_back(value: object, style: tuple[bool, bool]) -> None:
    brackets, escaped = style
    text = yaml.safe_dump(value, default_flow_style=brackets, allow_unicode=not escaped)
    report = Report()

    assert nodes.plain(nodes.tree(whole(text), report)) == value
    assert list(report) == []


yamlish = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                ": ",
                ":",
                "- ",
                "\n",
                "  ",
                "\t",
                "'",
                '"',
                "[",
                "]",
                "{",
                "}",
                ",",
                "&a ",
                "*a",
            ),
            *("!", "!!str ", "|", ">", "#", " ", "---", "? ", "<<", "%", "@", "é", "😀", "\0", "~"),
            *("\ud800", "\ufeff", "\r\n", "\r", "\u2028", "\x85", "\\x", "..."),
        ]
    ),
    max_size=30,
).map("".join)


@given(yamlish | st.text())
def test_no_text_raises_and_every_place_lies_in_it(text: str) -> None:
    source = Source("a.yaml", f"<<{text}>>")
    inside = Span(source, 2, 2 + len(text))
    report = Report()

    nodes.tree(inside, report)
    nodes.loose_tree(inside, report)

    for said in report:
        for at in (said.at, *(note.at for note in said.notes)):
            assert at is not None
            assert 2 <= at.start <= at.end <= inside.end


@given(yamlish)
def test_the_parser_in_python_would_find_the_same_places(text: str) -> None:
    assume("\ufeff" not in text)
    try:
        composed = yaml.compose(text, yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeError):
        return
    report = Report()
    tree = nodes.tree(whole(text), report)
    if not isinstance(tree, Scalar) or not isinstance(composed, yaml.ScalarNode):
        return

    assert composed.start_mark is not None
    assert tree.at.start >= composed.start_mark.index
    assert tree.text == composed.value
