import re
from pathlib import Path

import pytest
from msgspec.structs import fields

from syllabical import read
from syllabical.diagnostics import Report
from syllabical.model import schedule as model
from syllabical.model.schedule import Placed
from syllabical.source import Source

MANUAL = (Path(__file__).parents[2] / "docs" / "schedule.md").read_text(encoding="utf-8")
SECTIONS: dict[str, type[Placed]] = {
    "The keys": model.Schedule,
    "Course": model.CourseInfo,
    "Page": model.PageRef,
    "Dates": model.Dates,
    "Slot": model.Slot,
    "Tracks": model.Track,
    "Homework": model.Homework,
    "Due": model.Due,
    "Words": model.Words,
    "Exceptions": model.Change,
    "Added": model.Added,
    "Weekly": model.Weekly,
    "Feeds": model.Feed,
    "Checks": model.Rules,
}


def sections() -> dict[str, str]:
    return dict(part.split("\n", 1) for part in re.split(r"(?m)^## ", MANUAL)[1:])


def rows(section: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^\| `([a-z-]+)` \| ([^|]*?) ?\|", section))


def keys(struct: type[Placed]) -> set[str]:
    return set(struct.__struct_encode_fields__) - {"places"}


def test_every_kind_of_mapping_has_its_section_and_every_section_its_kind() -> None:
    assert list(sections()) == list(SECTIONS)
    assert set(SECTIONS.values()) == {
        kind
        for kind in vars(model).values()
        if isinstance(kind, type) and issubclass(kind, Placed) and kind is not Placed
    }


@pytest.mark.parametrize("name", SECTIONS)
def test_every_key_has_its_row_and_every_row_its_key(name: str) -> None:
    assert set(rows(sections()[name])) == keys(SECTIONS[name])


@pytest.mark.parametrize("name", SECTIONS)
def test_what_is_required_is_said_to_be_and_nothing_else(name: str) -> None:
    required = {each.encode_name for each in fields(SECTIONS[name]) if each.required}

    said = {key for key, default in rows(sections()[name]).items() if default == "required"}

    assert said == required


@pytest.mark.parametrize("name", SECTIONS)
def test_a_default_that_is_a_word_is_the_real_one(name: str) -> None:
    real = {each.encode_name: spelled(each.default) for each in fields(SECTIONS[name])}

    said = {key: text.strip("`") for key, text in rows(sections()[name]).items() if "`" in text}

    assert said == {key: real[key] for key in said}


def spelled(default: object) -> str:
    return {True: "yes", False: "no"}[default] if isinstance(default, bool) else str(default)


@pytest.mark.parametrize("text", re.findall(r"```yaml\n(.*?)```", MANUAL, re.DOTALL))
def test_every_example_is_read(text: str) -> None:
    report = Report()

    zone = "" if "timezone:" in text else "timezone: Europe/Paris\n"
    groups = "" if "tracks:" in text else "tracks: {Tutorial: {groups: {11: }}}\n"
    assert read.schedule_file(Source("schedule.yaml", zone + groups + text), report) is not None
    assert [each.message for each in report] == []
