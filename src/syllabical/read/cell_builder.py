"""Puts a cell together from words, links and struck words, in the order in which they are read."""

from dataclasses import dataclass, field

from syllabical.model.table import Cell, Link
from syllabical.source import Span
from syllabical.text import collapsed


@dataclass(slots=True, eq=False)
class CellBuilder:
    """What has been read of a cell so far."""

    _lines: list[str] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)
    _struck: list[str] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _dead: list[str] = field(default_factory=list)
    _linked: list[str] = field(default_factory=list)
    _address: str = ""
    _depth: int = 0
    """How many struck stretches are open, one inside the other."""

    def say(self, text: str) -> None:
        """Read words."""
        if self._depth:
            self._dead.append(text)
            return
        self._line.append(text)
        if self._address:
            self._linked.append(text)

    def end_line(self) -> None:
        """Go to the next line of the cell."""
        if self._depth:
            self._dead.append(" ")
        text = collapsed("".join(self._line))
        self._line.clear()
        if text:
            self._lines.append(text)
        if self._address:
            self._linked.append(" ")

    def begin_link(self, address: str) -> None:
        """Begin a link; one that is still open ends."""
        self.end_link()
        self._address = address.strip()

    def end_link(self) -> None:
        """End the link that is open, if one is; one inside struck words is none."""
        text = collapsed("".join(self._linked))
        if self._address and text:
            self._links.append(Link(text, self._address))
        self._address = ""
        self._linked.clear()

    def begin_struck(self) -> None:
        """Begin words that are struck out."""
        self._depth += 1

    def end_struck(self) -> None:
        """End words that are struck out, if any are open."""
        self._depth = max(0, self._depth - 1)
        if not self._depth:
            self._keep_struck()

    def cell(self, at: Span) -> Cell:
        """The cell that was read, which stands at `at`."""
        self.end_line()
        self.end_link()
        self._keep_struck()
        return Cell(
            lines=tuple(self._lines),
            links=tuple(self._links),
            struck=tuple(self._struck),
            at=at,
        )

    def _keep_struck(self) -> None:
        text = collapsed("".join(self._dead))
        self._dead.clear()
        if text:
            self._struck.append(text)
