"""What YAML is made of: single values, series and mappings, each with its place."""

from dataclasses import dataclass, field
from typing import Any

from syllabical.source import Span

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as its author wrote it: `no` is a word, and `10:30` is no number."""

    text: str
    at: Span = field(compare=False)
    quoted: bool = field(compare=False, default=False)

    @property
    def empty(self) -> bool:
        """Whether nothing is said."""
        return not self.quoted and self.text in _EMPTY


@dataclass(frozen=True, slots=True)
class Series:
    """Several values in a row."""

    items: tuple["Node", ...]
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in order; a key may come twice."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    at: Span = field(compare=False)


Node = Scalar | Series | Mapping


def plain(node: Node | None) -> Any:  # noqa: ANN401 (whatever the text holds)
    """Dicts, lists, strings, and ``None`` where nothing is said; a key's last value counts."""
    match node:
        case Scalar():
            return None if node.empty else node.text
        case Series(items):
            return [plain(each) for each in items]
        case Mapping(pairs):
            return {key.text: plain(value) for key, value in pairs}
        case None:
            return None
