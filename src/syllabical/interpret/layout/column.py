"""A column of a table, and all of them together."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it was taken for."""

    index: int
    header: str
    role: str
    why: str
    track: str = ""
    is_topic: bool = False
    """Whether it is a session for want of a column that is called one."""

    asked: bool = False
    """Whether schedule.yaml names it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table."""

    all: tuple[Column, ...] = field(default=())
    known: dict[tuple[str, ...], tuple[Column, ...]] = field(default_factory=dict, compare=False)
    """What was asked before; every row asks the same."""

    def first(self, *roles: str) -> Column | None:
        """The first column of one of these roles."""
        found = self.of(*roles)
        return found[0] if found else None

    def of(self, *roles: str) -> tuple[Column, ...]:
        """All columns of these roles, from left to right."""
        found = self.known.get(roles)
        if found is None:
            found = self.known[roles] = tuple(c for c in self.all if c.role in roles)
        return found

    def index(self, *roles: str) -> int | None:
        """Where the first of these roles stands."""
        column = self.first(*roles)
        return column.index if column else None
