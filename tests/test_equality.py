"""Two records are equal when what is compared is, and unequal when it is not; `!=` says so too."""

import importlib
import pkgutil
from dataclasses import Field, fields, is_dataclass
from typing import Any

import pytest

import syllabical


def records() -> list[type]:
    """Every dataclass of the package that leaves a field out of comparisons."""
    names = [
        each.name
        for each in pkgutil.walk_packages(syllabical.__path__, "syllabical.")
        if not each.name.endswith("__main__")
    ]
    found = [
        cls
        for name in names
        for cls in vars(importlib.import_module(name)).values()
        if isinstance(cls, type) and cls.__module__ == name and is_dataclass(cls)
    ]
    return [cls for cls in found if not all(field.compare for field in fields(cls))]


def made(cls: type, mark: str, *, other: Field[Any] | None = None) -> Any:
    """A record whose uncompared fields hold `mark`, and `other` something of its own."""
    values: dict[str, Any] = {
        field.name: field.name if field.compare else mark for field in fields(cls) if field.init
    }
    if other is not None:
        values[other.name] = "other"
    return cls(**values)


def test_there_are_such_records() -> None:
    assert {cls.__name__ for cls in records()} >= {"Cell", "Event", "Row", "Scalar", "Week"}


@pytest.mark.parametrize("cls", records(), ids=lambda cls: cls.__qualname__)
def test_a_place_makes_no_two_of_equal_records(cls: type) -> None:
    one, two = made(cls, "here"), made(cls, "there")

    assert (one == two, one != two, hash(one) == hash(two)) == (True, False, True)


@pytest.mark.parametrize(
    ("cls", "field"),
    [(cls, f) for cls in records() for f in fields(cls) if f.compare and f.init],
    ids=lambda each: each.__qualname__ if isinstance(each, type) else each.name,
)
def test_what_is_compared_does(cls: type, field: Field[Any]) -> None:
    one, two = made(cls, "here"), made(cls, "here", other=field)

    assert (one == two, one != two) == (False, True)
