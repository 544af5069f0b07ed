import ast
import re
import sys
from pathlib import Path

import pytest

import house

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "syllabical"
PAGE = (ROOT / "docs" / "how-it-works.md").read_text("utf-8")
SECTIONS = dict(part.split("\n", 1) for part in re.split(r"(?m)^## ", PAGE)[1:])


def rows(section: str) -> list[list[str]]:
    lines = re.findall(r"(?m)^\| (.+) \|$", SECTIONS[section])[1:]
    return [line.split(" | ") for line in lines]


def quoted(text: str) -> list[str]:
    without_blocks = re.sub(r"(?ms)^```.*?^```$", "", text)
    return re.findall(r"`([^`]+)`", without_blocks)


DECIDED = [
    (file, function)
    for _, files, functions in (row for row in rows("Where is … decided") if len(row) == 3)
    for file in quoted(files)
    for function in quoted(functions)
]


@pytest.mark.parametrize(("file", "function"), DECIDED, ids=str)
def test_what_decides_stands_where_the_page_says(file: str, function: str) -> None:
    tree = ast.parse((SOURCE / file).read_text("utf-8"))

    assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_most_asked_questions_have_an_answer() -> None:
    assert len(DECIDED) > 50


@pytest.mark.parametrize("page", ["docs/how-it-works.md", "CONTRIBUTING.md"])
def test_every_path_leads_to_a_file_or_a_folder(page: str) -> None:
    named = [name for name in quoted((ROOT / page).read_text("utf-8")) if is_path(name)]

    assert named
    for name in named:
        assert (ROOT / name).exists() or (SOURCE / name).exists(), f"{page} names {name}"


def is_path(name: str) -> bool:
    return bool(re.fullmatch(r"[\w./-]+(?:/|\.py)", name))


def test_the_floors_are_those_that_are_held() -> None:
    drawn = re.findall(r"(?m)^\d  \w+ +(.+)$", SECTIONS["The floors"])

    held = [house.TOP, ("compile",), house.ROOMS, house.NOUNS, sum(house.GROUND, ())]
    assert [set(floor.split()) for floor in drawn] == [
        {part for part in floor if not part.startswith("__")} for floor in held
    ]


def test_the_doors_are_those_that_are_held() -> None:
    listed = {package: tuple(quoted(doors)) for package, doors in rows("The doors")}

    assert listed == {
        package: doors
        for package, doors in house.DOORS.items()
        if package.split(".")[0] not in sys.stdlib_module_names
    }
