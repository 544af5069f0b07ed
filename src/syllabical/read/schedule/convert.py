"""A tree of YAML as Structs, with every problem told at its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

from msgspec import inspect

from syllabical.diagnostics import Note, Report
from syllabical.model.schedule import Placed, Places, Schedule
from syllabical.read.schedule import suggestions
from syllabical.read.schedule.refusals import quoted
from syllabical.read.schedule.scalars import UNREAD, leaf, refuse_shape
from syllabical.read.trees.yaml import Mapping, Node, Scalar, Series
from syllabical.source import Span


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value goes: the places of the mapping that it belongs to, and its name there."""

    places: Places
    name: str

    @property
    def key(self) -> str:
        """The key of the model that the value stands behind."""
        return next((part for part in reversed(self.name.split(".")) if not part.isdigit()), "")


def struct(node: Node, kind: inspect.StructType, report: Report) -> Any:  # noqa: ANN401 (a Placed of any kind)
    """The Struct that a mapping describes."""
    fields = {field.encode_name: field for field in kind.fields if field.name != "places"}
    node = _written_out(node, cast("type[Placed]", kind.cls), fields)
    if not isinstance(node, Mapping):
        refuse_shape(node, kind, report)
        return UNREAD
    places = Places({"": node.at})
    values: dict[str, Any] = {}
    for name, value_ in _own(node, fields, report):
        places[name] = value_.at
        read = value(value_, fields[name].type, Spot(places, name), report)
        values[fields[name].name] = read
    if not _complete(kind, values, node.at, report):
        return UNREAD
    return kind.cls(**{k: v for k, v in values.items() if v is not UNREAD}, places=places)


def _written_out(node: Node, cls: type[Placed], fields: dict[str, inspect.Field]) -> Node:
    """A bare word as the mapping that it is short for."""
    if not isinstance(node, Scalar):
        return node
    if node.empty:
        return Mapping((), node.at)
    for name in cls.shorthand:
        if _may_stand(node.text, name, fields[name].type, cls.shorthand):
            is_truth = isinstance(fields[name].type, inspect.BoolType)
            said = replace(node, text="yes") if is_truth else node
            return Mapping(((Scalar(name, node.at), said),), node.at)
    return node


def _may_stand(text: str, name: str, kind: inspect.Type, names: tuple[str, ...]) -> bool:
    """Whether a bare word stands for this key, rather than for another of several."""
    kinds = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    if isinstance(kind, inspect.BoolType):
        return suggestions.key(text, (name,)) is not None
    if any(isinstance(each, inspect.DateType) for each in kinds):
        return re.match("[0-9]{4}[-/.]", text) is not None
    return len(names) == 1 or any(character.isdigit() for character in text)


def _own(
    node: Mapping, fields: dict[str, inspect.Field], report: Report
) -> Iterator[tuple[str, Node]]:
    """The keys that a Struct has, with their values. Others are told, and taken as meant."""
    first: dict[str, Scalar] = {}
    for key, value_ in node.pairs:
        name = key.text if key.text in fields else _meant(key, fields, report)
        if name is None:
            continue
        if name in first:
            if name == key.text:
                _tell_duplicate(key, first[name], report)
            continue
        first[name] = key
        if not (isinstance(value_, Scalar) and value_.empty):
            yield name, value_


def _meant(key: Scalar, fields: dict[str, inspect.Field], report: Report) -> str | None:
    guess = suggestions.key(key.text, fields)
    listed = ", ".join(f"`{name}`" for name in fields)
    help_ = f"did you mean `{guess}`?" if guess else f"the keys here are {listed}"
    if guess is None and (elsewhere := _elsewhere(key.text, fields)):
        help_ = elsewhere
    report.error("unknown-key", f"{quoted(key.text)} is no key here", key.at, help=help_)
    return guess


def _elsewhere(written: str, fields: dict[str, inspect.Field]) -> str:
    """Where a key belongs that is known in another place: below one of these, or at the top."""
    for name, field in fields.items():
        for below in _below(field.type):
            guess = suggestions.sense(written, [each.encode_name for each in below.fields])
            if guess:
                return f"did you mean `{guess}` under `{name}`?"
    top = [name.replace("_", "-") for name in Schedule.__struct_fields__]
    if "tracks" not in fields and (guess := suggestions.sense(written, top)):
        return f"did you mean `{guess}`, at the start of a line of its own?"
    return ""


def _below(kind: inspect.Type) -> Iterator[inspect.StructType]:
    """The mappings right below a key."""
    match kind:
        case inspect.StructType():
            yield kind
        case inspect.DictType(value_type=inner) | inspect.VarTupleType(item_type=inner):
            yield from _below(inner)
        case inspect.UnionType(types):
            for each in types:
                yield from _below(each)
        case _:
            pass


def _tell_duplicate(key: Scalar, first: Scalar, report: Report) -> None:
    report.error(
        "duplicate-key",
        f"{quoted(key.text)} is given twice",
        key.at,
        Note("the first one", first.at),
        help="keep one of them",
    )


def _complete(kind: inspect.StructType, values: dict[str, Any], at: Span, report: Report) -> bool:
    """Whether all that is required was read; what is not there is told."""
    required = [field for field in kind.fields if field.required]
    missing = [field.encode_name for field in required if field.name not in values]
    if missing:
        listed = " and ".join(", ".join(f"`{name}`" for name in missing).rsplit(", ", 1))
        line = Span(at.source, at.start, at.start + len(at.text.split("\n")[0].rstrip()))
        message = f"{listed} {'is' if len(missing) == 1 else 'are'} missing here"
        report.error("missing-key", message, line, help=f"add {listed}")
    return not missing and all(values[field.name] is not UNREAD for field in required)


def value(node: Node, kind: inspect.Type, spot: Spot, report: Report) -> Any:  # noqa: ANN401 (whatever the type says)
    """The value of a type that a node describes."""
    match kind:
        case inspect.StructType():
            return struct(node, kind, report)
        case inspect.DictType():
            return _mapping(node, kind, spot, report)
        case inspect.VarTupleType():
            return _series(node, kind, spot, report)
        case inspect.UnionType(types):
            others = [each for each in types if not isinstance(each, inspect.NoneType)]
            if len(others) == 1:
                return value(node, others[0], spot, report)
            return leaf(node, kind, spot.key, report)
        case _:
            return leaf(node, kind, spot.key, report)


def _mapping(node: Node, kind: inspect.DictType, spot: Spot, report: Report) -> Any:  # noqa: ANN401 (a dict, or UNREAD)
    """Values by a name that the author chose; one change alone is every track's."""
    if not isinstance(node, Mapping) or _is_every(node, kind):
        inner = kind.value_type
        if isinstance(inner, inspect.StructType) and cast("type[Placed]", inner.cls).for_every:
            read = struct(node, inner, report)
            return UNREAD if read is UNREAD else {"": read}
    if not isinstance(node, Mapping):
        refuse_shape(node, kind, report)
        return UNREAD
    found: dict[Any, Any] = {}
    first: dict[Any, Scalar] = {}
    for key, value_ in node.pairs:
        name = leaf(key, kind.key_type, spot.key, report)
        if name is UNREAD:
            continue
        if name in first:
            _tell_duplicate(key, first[name], report)
            continue
        first[name] = key
        below = f"{spot.name}.{name}"
        spot.places[below] = key.at
        unsaid = isinstance(value_, Scalar) and value_.empty
        told = replace(value_, at=key.at) if unsaid else value_
        read = value(told, kind.value_type, Spot(spot.places, below), report)
        if read is not UNREAD:
            found[name] = read
    return found


def _is_every(node: Mapping, kind: inspect.DictType) -> bool:
    inner = kind.value_type
    if not isinstance(inner, inspect.StructType) or not node.pairs:
        return False
    names = {field.encode_name for field in inner.fields}
    return all(key.text in names for key, _ in node.pairs)


def _series(node: Node, kind: inspect.VarTupleType, spot: Spot, report: Report) -> Any:  # noqa: ANN401 (a tuple)
    """Several values; one alone needs no dash."""
    items = node.items if isinstance(node, Series) else (node,)
    found = []
    for index, each in enumerate(items):
        if isinstance(each, Scalar) and each.empty:
            continue
        below = f"{spot.name}.{index}"
        spot.places[below] = each.at
        read = value(each, kind.item_type, Spot(spot.places, below), report)
        if read is not UNREAD:
            found.append(read)
    return tuple(found)
