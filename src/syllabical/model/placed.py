"""A mapping of schedule.yaml that knows where each of its values stands."""

from typing import ClassVar

import msgspec

from syllabical.source import Span


class Places(dict[str, Span]):
    """Where values stand. Any two are equal: a line added above changes no schedule."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dict)

    __hash__ = None


class Placed(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """A mapping of schedule.yaml that knows where each of its values stands."""

    shorthand: ClassVar[tuple[str, ...]] = ()
    """The keys that a bare word may stand for: `13:30-15:30` for `{at: 13:30-15:30}`."""

    for_every: ClassVar[bool] = False
    """Whether one of these without a name stands for every name: one change for every track."""

    places: Places = msgspec.field(default_factory=Places)
    """The place of each value by its key, and of the whole mapping by ``""``; the place of a key
    that its author chose by both, as in `tracks.Lecture`. Not itself a key."""

    def where(self, key: str = "") -> Span | None:
        """Where a value stands; where the whole mapping does, if the value is a default."""
        return self.places.get(key) or self.places.get(key.replace("_", "-")) or self.places.get("")
