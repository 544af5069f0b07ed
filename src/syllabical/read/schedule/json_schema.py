"""The JSON Schema of schedule.yaml, by which editors complete and check it."""

import ast
import inspect as source_code
import json
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent
from typing import Any, cast

from msgspec import inspect

from syllabical.model.schedule import WEEKDAYS, Placed, Schedule

_Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_WORD = ["string", "number", "boolean"]
_NOTHING: _Schema = {"type": "null"}
_DAY = "^[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}$"


def schedule_schema() -> bytes:
    """The schema, as a file."""
    return (json.dumps(draft(), indent=2, ensure_ascii=False) + "\n").encode()


def draft() -> _Schema:
    """The schema, as a mapping. It accepts all that is read without an error, and little more."""
    kinds = {kind.cls.__name__: kind for kind in _structs(inspect.type_info(Schedule))}
    definitions = {name: _definition(kinds[name]) for name in sorted(kinds)}
    top = definitions.pop("Schedule")
    head = {"$schema": _DRAFT, "$id": "urn:syllabical:schedule", "title": "schedule.yaml"}
    return {**head, **_without(top, "title"), "$defs": definitions}


def _structs(kind: inspect.Type) -> Iterator[inspect.StructType]:
    """Every kind of mapping there is in a type."""
    match kind:
        case inspect.StructType(fields=fields):
            yield kind
            for field in fields:
                yield from _structs(field.type)
        case inspect.DictType(value_type=inner) | inspect.VarTupleType(item_type=inner):
            yield from _structs(inner)
        case inspect.UnionType(types):
            for each in types:
                yield from _structs(each)
        case _:
            pass


def _definition(kind: inspect.StructType) -> _Schema:
    """One kind of mapping, and the bare words that it may be written as."""
    cls = cast("type[Placed]", kind.cls)
    said = described(cls)
    fields = [field for field in kind.fields if field.name != "places"]
    properties = {field.encode_name: _property(field, said.get(field.name, "")) for field in fields}
    mapping: _Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [field.encode_name for field in fields if field.required]
    if required:
        mapping["required"] = required
    about: _Schema = {"title": cls.__name__, "description": cls.__doc__ or ""}
    if not cls.shorthand:
        return {**about, **mapping}
    short = [_shorthand(field) for field in fields if field.encode_name in cls.shorthand]
    return {**about, "anyOf": [mapping, *short]}


def _shorthand(field: inspect.Field) -> _Schema:
    """What may stand for a mapping with this key alone."""
    if isinstance(field.type, inspect.BoolType):
        return {"const": field.encode_name}
    return _kind(field.type)


def _property(field: inspect.Field, said: str) -> _Schema:
    """What may stand behind a key; nothing may, where there is a default."""
    found = _kind(field.type)
    if not field.required:
        found = _or_nothing(found)
        if isinstance(field.default, str | int | float) and field.default != "":
            found["default"] = field.default
    return {"description": said, **_without(found, "description")}


def _or_nothing(found: _Schema) -> _Schema:
    if isinstance(found.get("type"), list):
        return {**found, "type": [*found["type"], "null"]}
    if "anyOf" in found:
        return {**found, "anyOf": [*found["anyOf"], _NOTHING]}
    return {"anyOf": [found, _NOTHING]}


def _kind(kind: inspect.Type) -> _Schema:  # noqa: PLR0911 (a line for each type)
    """What may be written for a type; the mirror of `fields.value` and `leaves.leaf`."""
    match kind:
        case inspect.StructType(cls):
            return {"$ref": f"#/$defs/{cls.__name__}"}
        case inspect.DictType(key_type, value_type):
            return _named(key_type, value_type)
        case inspect.VarTupleType(item_type):
            one = _kind(item_type)
            return {"anyOf": [{"type": "array", "items": _or_nothing(one)}, one]}
        case inspect.UnionType(types):
            kinds = [_kind(each) for each in types if not isinstance(each, inspect.NoneType)]
            return {"anyOf": kinds} if len(kinds) > 1 else kinds[0]
        case inspect.Metadata(inspect.StrType(pattern=pattern), about, extra):
            numeric = (extra or {}).get("form") == "clock"
            type_ = ["string", "number"] if numeric else "string"
            return {"type": type_, "pattern": pattern, **(about or {})}
        case inspect.LiteralType(values) if set(values) == set(WEEKDAYS):
            return {
                "anyOf": [{"enum": list(WEEKDAYS)}, {"type": "string", "pattern": _short_weekday()}]
            }
        case inspect.LiteralType(values):
            return {"enum": list(values)}
        case inspect.EnumType(cls):
            return {"enum": [each.value for each in cls]}
        case _:
            return _scalar(kind)


def _short_weekday() -> str:
    """A pattern for `Su`, `sun.` and `Sundays`."""
    spelled = []
    for day in WEEKDAYS:
        rest = ""
        for letter in reversed(day[2:] + "s"):
            rest = f"({letter}{rest})?"
        spelled.append(f"[{day[0]}{day[0].lower()}]{day[1]}{rest}")
    return f"^({'|'.join(spelled)})[.]?$"


def _scalar(kind: inspect.Type) -> _Schema:
    match kind:
        case inspect.BoolType():
            return {"enum": [True, False, "yes", "no"]}
        case inspect.DateType():
            return {"type": "string", "pattern": _DAY, "examples": ["2019-05-12"]}
        case inspect.IntType(ge=least, le=most):
            ends = {"minimum": least, "maximum": most}
            return {"type": "integer", **{k: v for k, v in ends.items() if v is not None}}
        case _:
            return {"type": list(_WORD)}


def _named(key: inspect.Type, value: inspect.Type) -> _Schema:
    """Values by a name that the author chooses."""
    inner = _kind(value)
    if isinstance(value, inspect.StructType) and not any(f.required for f in value.fields):
        inner = _or_nothing(inner)
    found: _Schema = {"type": "object", "additionalProperties": inner}
    if not isinstance(key, inspect.StrType):
        found["propertyNames"] = _kind(key)
    if isinstance(value, inspect.StructType) and cast("type[Placed]", value.cls).for_every:
        return {"anyOf": [_kind(value), found]}
    return found


def described(cls: type[Placed]) -> dict[str, str]:
    """What the words under each field of a Struct say of it."""
    said: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        if not issubclass(each, Placed):
            continue
        body = cast("ast.ClassDef", ast.parse(dedent(source_code.getsource(each))).body[0]).body
        for field, words in pairwise(body):
            match field, words:
                case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                    said[name] = " ".join(text.split())
                case _:
                    pass
    return said


def _without(found: _Schema, key: str) -> _Schema:
    return {name: value for name, value in found.items() if name != key}
