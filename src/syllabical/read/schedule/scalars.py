"""One word of schedule.yaml as a value: a date, hours, yes or no, one of several words."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import Any, Final

from msgspec import inspect

from syllabical.diagnostics import Report
from syllabical.model.schedule import WEEKDAYS
from syllabical.read.schedule import suggestions, times
from syllabical.read.schedule.refusals import Refusal, quoted
from syllabical.read.trees.yaml import Node, Scalar, Series
from syllabical.source import Span

_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})

_MARKS = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
"""Marks of direction, of joining and of width, all invisible."""
_AROUND = "".join(filter(str.isspace, map(chr, range(0x3001)))) + _MARKS


def trimmed(text: str) -> str:
    """A value without the blanks and the invisible marks around it.

    Marks of direction and width come along when a value is copied from a page or a message, and
    nobody sees them, in quotes or not: they are no part of any value. Inside it they stay.
    """
    return text.strip(_AROUND)


def number(text: str) -> int | Refusal:
    """A whole number."""
    if re.fullmatch(r"[+-]?[0-9]{1,9}", text):
        return int(text)
    return Refusal("wrong-type", f"{quoted(text)} is no whole number", "write digits alone")


def truth(text: str) -> bool | Refusal:
    """Yes or no."""
    folded = text.casefold()
    if folded in _TRUE | _FALSE:
        return folded in _TRUE
    return Refusal("wrong-type", f"{quoted(text)} is neither yes nor no", "write `yes` or `no`")


def choice(text: str, options: Sequence[str], key: str) -> str | Refusal:
    """One of several words, upper and lower case alike."""
    folded = "-".join(text.casefold().split())
    for option in options:
        if folded == option.casefold():
            return option
    if tuple(options) == WEEKDAYS and (weekday := times.weekday(folded)):
        return weekday
    near = suggestions.word(text, options)
    listed = ", ".join(f"`{option}`" for option in options)
    help_ = f"did you mean `{near}`?" if near else f"write one of {listed}"
    return Refusal("unknown-word", f"{quoted(text)} is no `{key}`", help_, near=bool(near))


def formed(text: str, pattern: str, example: str, meaning: str) -> str | Refusal:
    """A word of a certain form."""
    if re.search(pattern, text):
        return text
    help_ = f"write it as in `{example}`"
    meaning = meaning[0].lower() + meaning[1:].split(", as in", maxsplit=1)[0]
    return Refusal("wrong-type", f"{quoted(text)} is not {meaning}", help_)


class _Unread(Enum):
    UNREAD = "unread"


UNREAD: Final = _Unread.UNREAD
"""What stands for a value that could not be read; the report says why."""


def leaf(node: Node, kind: inspect.Type, key: str, report: Report) -> Any:  # noqa: ANN401 (whatever the type says)
    """The value of a single word."""
    if not isinstance(node, Scalar):
        refuse_shape(node, kind, report)
        return UNREAD
    kinds = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    refusals: list[Refusal] = []
    for each in _narrowest_first(kinds, node):
        read = _word(trimmed(node.text), each, key)
        if not isinstance(read, Refusal):
            return read
        refusals.append(read)
    told = next((each for each in refusals if each.near), refusals[-1])
    report.error(told.code, told.message, node.at, help=told.help)
    return UNREAD


def _narrowest_first(kinds: tuple[inspect.Type, ...], node: Scalar) -> list[inspect.Type]:
    """The alternatives without ``None``, text last, and no numbers for what stands in quotes."""
    kept = [each for each in kinds if not isinstance(each, inspect.NoneType)]
    if len(kept) > 1 and node.quoted:
        kept = [each for each in kept if not isinstance(each, inspect.IntType)]
    return sorted(kept, key=lambda each: isinstance(each, inspect.StrType))


def _word(text: str, kind: inspect.Type, key: str) -> Any:  # noqa: ANN401, PLR0911 (whatever the type says; a line for each type)
    match kind:
        case inspect.Metadata(inner, schema, extra):
            return _formed(text, inner, schema or {}, (extra or {}).get("form", ""))
        case inspect.IntType():
            return _bounded(number(text), kind)
        case inspect.BoolType():
            return truth(text)
        case inspect.DateType():
            return times.day(text)
        case inspect.LiteralType(values):
            return choice(text, _listed(values), key)
        case inspect.EnumType(cls):
            found = choice(text, [each.value for each in cls], key)
            return found if isinstance(found, Refusal) else cls(found)
        case _:
            return text


def _listed(values: tuple[object, ...]) -> list[str]:
    """The words in the order in which people know them."""
    return list(WEEKDAYS) if set(values) == set(WEEKDAYS) else [str(each) for each in values]


def _formed(text: str, kind: inspect.Type, schema: dict[str, Any], form: str) -> str | Refusal:
    """A word of a form that the model names."""
    match form:
        case "hours":
            return times.hours(text)
        case "clock":
            return times.clock(text)
        case "country":
            text = text.upper()
        case "file name":
            text = text.removesuffix(".ics")
        case "language" if near := suggestions.LANGUAGES.get(text.casefold()):
            return Refusal("wrong-type", f"{quoted(text)} is a name", f"did you mean `{near}`?")
        case _:
            pass
    pattern = kind.pattern if isinstance(kind, inspect.StrType) else None
    example, meaning = schema["examples"][0], schema["description"]
    return formed(text, pattern or "", example, meaning)


def _bounded(number: int | Refusal, kind: inspect.IntType) -> int | Refusal:
    """A number that lies between the ends that the model sets."""
    if isinstance(number, Refusal):
        return number
    least, most = kind.ge, kind.le
    if (least is None or number >= least) and (most is None or number <= most):
        return number
    message = f"`{number}` is not between {least} and {most}"
    return Refusal("wrong-type", message, f"write a number from {least} to {most}")


def refuse_shape(node: Node, kind: inspect.Type, report: Report) -> None:
    """Say that a list, a mapping or a word stands where something else belongs."""
    match node:
        case Scalar():
            is_, at = quoted(node.text), node.at
        case Series():
            is_, at = "a list", _first_line(node.at)
        case _:
            is_, at = "a group of keys", _first_line(node.at)
    message = f"{is_} stands where {_belongs(kind)} belongs"
    named = isinstance(node, Series) and isinstance(kind, inspect.DictType)
    help_ = "write `name: value`, one a line, without dashes" if named else _example(kind)
    report.error("wrong-type", message, at, help=help_)


def _first_line(at: Span) -> Span:
    return Span(at.source, at.start, at.start + len(at.text.split("\n")[0].rstrip()))


def _belongs(kind: inspect.Type) -> str:
    match kind:
        case inspect.StructType() | inspect.DictType():
            return "a group of keys"
        case inspect.DateType():
            return "a date"
        case _:
            return "a single value"


def _example(kind: inspect.Type) -> str:
    match kind:
        case inspect.StructType(fields=fields):
            names = ", ".join(f"`{field.encode_name}:`" for field in fields[1:5])
            return f"write its keys below it, indented: {names}"
        case inspect.DictType():
            return "write `name: value` below it, one a line, indented"
        case _:
            return "write one value"
