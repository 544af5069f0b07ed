"""Finds the entries in a site's data: what has a date, whatever it is nested in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from syllabical.languages import one_of
from syllabical.read.data_cells import is_address, leads_somewhere
from syllabical.read.table_shape import NUMBERED, OF_MONTH, ORDINAL, YEAR_OR_MONTH
from syllabical.read.trees.yaml import Mapping, Node, Scalar, Series
from syllabical.source import Span

Field = tuple[Scalar, Node]

_DATE = re.compile(
    r"\s*(?:[^\W\d]{2,9}\.?,?\s+)?"
    rf"(?:\d{{1,4}}\s?(?:[-/.]|{YEAR_OR_MONTH})\s?\d{{1,2}}(?:\s?(?:[-/.]|{YEAR_OR_MONTH}).*)?"
    r"|[^\W\d]{3,12}\.?\s+\d{1,2}\b.*"
    rf"|\d{{1,2}}\.?{ORDINAL}?\s+(?:{OF_MONTH}\s+)?[^\W\d]{{3,12}}\b.*"
    rf"|\d{{1,2}}\s?{one_of('dates', 'month sign')}.*)",
)
_DATE_NAMES = re.compile(rf"(?:^|[_\s-]){one_of('data', 'date')}(?:$|[_\s-])", re.IGNORECASE)
_TITLES = frozenset(
    ("title", "name", "unit", "module", "section", "part", "chapter", "heading", "theme")
)
_MEETINGS = frozenset(
    (
        "classes", "days", "entries", "events", "items", "lectures", "lessons", "meetings",
        "schedule", "sessions", "weeks",
    )
)  # fmt: skip
_HIDING = frozenset(("hidden", "hide", "draft", "disabled"))
_SHOWING = frozenset(("published", "visible", "show"))
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its keys and values, those of the units around it first."""

    fields: tuple[Field, ...]
    at: Span
    heading: str = ""
    """The unit it stands in."""

    section: str = ""
    """The key of the list it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What the units around an entry say."""

    fields: tuple[Field, ...] = ()
    heading: str = ""
    section: str = ""
    depth: int = 0


def entries(node: Node) -> Iterator[Entry]:
    """All entries, in order."""
    return _entries(node, _Around())


def similar(some: Sequence[Entry], others: Sequence[Entry]) -> bool:
    """Whether two lists of entries have half of their keys in common."""
    names = {key.text for entry in some for key, _ in entry.fields}
    other_names = {key.text for entry in others for key, _ in entry.fields}
    return len(names & other_names) * 2 >= len(names | other_names)


def _entries(node: Node, around: _Around) -> Iterator[Entry]:
    if around.depth > _DEEPEST:
        return
    around = replace(around, depth=around.depth + 1)
    match node:
        case Series(items):
            for item in items:
                if isinstance(item, Mapping):
                    yield from _of_mapping(item, around)
        case Mapping(pairs) if _has_dates_for_keys(node):
            for key, value in pairs:
                yield from _on_a_date(key, value, around)
        case Mapping(pairs):
            for key, value in pairs:
                yield from _in_a_unit(key, value, around)
        case _:
            return


def _on_a_date(key: Scalar, value: Node, around: _Around) -> Iterator[Entry]:
    date = (Scalar("date", key.at), key)
    if isinstance(value, Mapping):
        at = Span(key.at.source, key.at.start, max(key.at.end, value.at.end))
        yield from (replace(entry, at=at) for entry in _of_mapping(value, _with(around, (date,))))
    elif isinstance(value, Series) and any(isinstance(item, Mapping) for item in value.items):
        yield from _entries(value, _with(around, (date,)))
    else:
        at = Span(key.at.source, key.at.start, max(key.at.end, value.at.end))
        topic = (Scalar("topic", value.at), value)
        fields = (*around.fields, date, topic)
        yield Entry(fields, at, around.heading, around.section)


def _in_a_unit(key: Scalar, value: Node, around: _Around) -> Iterator[Entry]:
    """What stands under a key that is no date: `week 1: {…}`, `lectures: […]`."""
    if isinstance(value, Scalar):
        return
    named = replace(around, heading=key.text, section=around.section or key.text)
    if isinstance(value, Mapping) and not _has_dates_for_keys(value) and _has_date(value):
        named = replace(named, section=around.section)
        yield from _of_mapping(value, named)
        return
    yield from _entries(value, named)


def _of_mapping(node: Mapping, around: _Around) -> Iterator[Entry]:
    if _is_hidden(node):
        return
    node = _opened(node)
    inside = [(key, value) for key, value in node.pairs if _is_list_of_entries(node, key, value)]
    if not inside:
        own = {key.text for key, _ in node.pairs}
        outer = tuple(field for field in around.fields if field[0].text not in own)
        yield Entry(outer + node.pairs, node.at, around.heading, around.section)
        return
    own_fields = [field for field in node.pairs if field not in inside]
    titles = [
        value.text
        for key, value in own_fields
        if key.text.lower() in _TITLES and isinstance(value, Scalar) and not value.empty
    ]
    kept = tuple(field for field in own_fields if field[0].text.lower() not in _TITLES)
    unit = replace(_with(around, kept), heading=" ".join(titles) or around.heading)
    for _, value in inside:
        yield from _entries(value, unit)


def _opened(node: Mapping) -> Mapping:
    """An entry whose date stands one level deeper, as APIs have it: `{id, attributes: {date}}`."""
    if _has_date(node):
        return node
    for at, (_, value) in enumerate(node.pairs):
        if isinstance(value, Mapping) and _has_date(value) and not _has_dates_for_keys(value):
            return replace(node, pairs=(*node.pairs[:at], *value.pairs, *node.pairs[at + 1 :]))
    return node


def _is_list_of_entries(outer: Mapping, key: Scalar, value: Node) -> bool:
    if isinstance(value, Mapping):
        return _has_dates_for_keys(value)
    if not isinstance(value, Series):
        return False
    inner = [item for item in value.items if isinstance(item, Mapping)]
    if not inner:
        return False
    if not _has_date(outer):
        return any(_has_date(item) for item in inner) or not any(map(leads_somewhere, inner))
    return key.text.lower() in _MEETINGS


def _with(around: _Around, fields: tuple[Field, ...]) -> _Around:
    new = {key.text for key, _ in fields}
    kept = tuple(field for field in around.fields if field[0].text not in new)
    return replace(around, fields=kept + fields)


def _has_dates_for_keys(node: Mapping) -> bool:
    dates = sum(1 for key, _ in node.pairs if _is_date(key.text))
    return dates * 2 > len(node.pairs)


def _has_date(node: Mapping) -> bool:
    return any(
        isinstance(value, Scalar)
        and not value.empty
        and not is_address(value)
        and (_DATE_NAMES.search(key.text) or _is_date(value.text))
        for key, value in node.pairs
    )


def _is_date(text: str) -> bool:
    return bool(_DATE.fullmatch(text)) and not NUMBERED.fullmatch(text)


def _is_hidden(node: Mapping) -> bool:
    return any(
        isinstance(value, Scalar)
        and (
            (key.text.lower() in _HIDING and value.text.lower() in {"true", "yes"})
            or (key.text.lower() in _SHOWING and value.text.lower() in {"false", "no"})
        )
        for key, value in node.pairs
    )
