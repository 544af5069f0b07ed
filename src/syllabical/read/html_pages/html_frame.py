"""What is open at a place in HTML: the page, and tables, rows and cells inside it."""

from dataclasses import dataclass

from syllabical.read.html_pages.html_draft import Draft
from syllabical.read.html_pages.html_grid import DraftRow
from syllabical.read.html_pages.html_headings import Headings
from syllabical.read.html_pages.html_nesting import Scope
from syllabical.read.html_pages.html_text import Writing

GROUPS = frozenset(("thead", "tbody", "tfoot"))
CELLS = frozenset(("td", "th"))
INSIDE = {
    "tr": frozenset(("table", *GROUPS)),
    "td": frozenset(("table", "tr", *GROUPS)),
    "th": frozenset(("table", "tr", *GROUPS)),
    **dict.fromkeys((*GROUPS, "caption"), frozenset(("table",))),
}
"""What a part of a table may stand in."""


@dataclass(slots=True)
class Frame:
    """The page, or an open table, rows' group, row, cell or caption."""

    name: str
    """The tag; empty for the page."""

    start: int
    scope: Scope
    text: Writing
    """Its text; for the parts of a table, that of the page or cell around the table."""

    headings: Headings
    draft: Draft | None
    """The table it is, or is part of."""

    row: DraftRow | None = None
    raw: str = ""

    @property
    def holds_text(self) -> bool:
        """Whether text may stand in it."""
        return not self.name or self.name in CELLS or self.name == "caption"
