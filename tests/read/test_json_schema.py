import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from syllabical import read
from syllabical.diagnostics import Report, Severity
from syllabical.read.trees import yaml
from syllabical.source import Source

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(json.loads(read.schedule_schema()))


def plain(text: str) -> Any:
    return yaml.plain(yaml.tree(Source("s", text).span(), Report()))


def is_read(text: str) -> bool:
    report = Report()
    read.schedule_file(Source("s", text), report)
    return not any(each.severity is Severity.ERROR for each in report)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(read.schedule_schema()))


def test_the_schema_that_is_printed_is_the_one_in_the_manual() -> None:
    assert (ROOT / "docs" / "schedule.schema.json").read_bytes() == read.schedule_schema()


def test_our_own_schedule_names_the_schema_and_fits_it() -> None:
    text = (ROOT / "schedule.yaml").read_text(encoding="utf-8")

    assert text.splitlines()[0] == ("# yaml-language-server: $schema=docs/schedule.schema.json")
    assert list(VALIDATOR.iter_errors(plain(text))) == []
    assert is_read(text)


def test_every_key_has_a_description() -> None:
    schema = json.loads(read.schedule_schema())
    mappings = [schema, *schema["$defs"].values()]
    mappings += [each for mapping in mappings for each in mapping.get("anyOf", [])]

    keys = [pair for each in mappings for pair in each.get("properties", {}).items()]

    assert len(keys) > 70
    assert [name for name, about in keys if not about["description"].endswith(".")] == []


@pytest.mark.parametrize(
    "text",
    [
        "page: info.md",
        "page: {path: info.md, table: Schedule}",
        "timezone: UTC\ntracks: {Lecture: 9-11, Lab: , Tutorial: {weekday: Sun, at: 9am – 11am}}",
        "exceptions: {2019-05-12: cancelled, 2019/5/13: {date: 2019-05-14}}",
        "exceptions: {2019-05-12: {lecture: cancelled, lab: {cancelled: yes}}}",
        "words: {no-class: strike, exam: [quest, ~]}",
        "homework: {release: hidden, due: 2 weeks}",
        "added: {title: Visit, date: 2019-05-12}",
        "course: {country: IL, url: https://example.org/}\ntimes:\nfeeds: {a: {kinds: exam}}",
    ],
)
def test_short_forms_are_in_the_schema_too(text: str) -> None:
    assert is_read(text)
    assert list(VALIDATOR.iter_errors(plain(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "timezon: UTC",
        "page: {table: 1}",
        "tracks: [Lecture]",
        "tracks: {Lecture: {at: 13:30}}",
        "tracks: {Lecture: {weekday: Sundy}}",
        "exceptions: {12/05/2019: cancelled}",
        "exceptions: {2019-05-12: moved}",
        "removed: delete",
        "added: [{title: Visit}]",
        "weekly: {office: }",
        "weekly: {office: {title: a, weekday: Monday, at: 9-11, every: 60}}\ntimezone: UTC",
        "course: {url: www.example.org}",
        "feeds: {../x: {}}",
        "homework: {due: soon}",
    ],
)
def test_what_the_schema_refuses_is_refused_in_reading(text: str) -> None:
    assert list(VALIDATOR.iter_errors(plain(text))) != []
    assert not is_read(text)


def all_keys() -> set[str]:
    schema = json.loads(read.schedule_schema())
    mappings = [schema, *schema["$defs"].values()]
    mappings += [each for mapping in mappings for each in mapping.get("anyOf", [])]
    return {name for each in mappings for name in each.get("properties", {})}


LEAVES = """ cancelled 13:30-15:30 2_weeks yes Sun exam utc 2019-05-12 info.md all-day drop
https://example.org/ day-first 24:00 13:30 Lecture"""
leaves = st.sampled_from([word.replace("_", " ") for word in LEAVES.replace("\n", " ").split(" ")])
keys = st.sampled_from([*sorted(all_keys()), "Lecture", "2019-05-12"])
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(keys, trees, max_size=2))
def test_all_that_is_read_without_an_error_fits_the_schema(drawn: dict[str, Any]) -> None:
    text = json.dumps({"timezone": "UTC", **drawn}).replace('""', "")

    if is_read(text):
        assert list(VALIDATOR.iter_errors(plain(text))) == []
