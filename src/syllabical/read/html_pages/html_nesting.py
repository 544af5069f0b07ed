"""Nests tags as browsers do: what is left open is closed, what closes nothing is ignored.

Tables have frames of their own (table, rows' group, row, cell), so that no tag inside a cell
can close anything outside it; bold, struck and linked text is a state of the innermost frame that
holds text, as in the browsers' list of active formatting elements.
"""

import re
from dataclasses import dataclass, field

from syllabical.read.html_pages.html_tokens import attributes

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STRUCK = frozenset(("s", "strike", "del"))
_BOLD = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_STRIKING = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_EMBOLDENING = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SHOWN_SOMEWHERE = re.compile(r"\bd-(?:\w\w-)?(?:block|table|flex|inline|grid)")
_HIDDEN_CLASSES = frozenset(("d-none", "hidden", "sr-only", "visually-hidden"))
_DEEPEST = 200


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
FORMATTING = _names("a b big code em font i s small strike strong tt u")
BLOCKS = _names(
    "address article aside blockquote center details dialog dir div dl dt dd fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search "
    "section summary table ul"
)
_DEAD = _names(
    "title script style template noscript noembed noframes iframe object select option textarea "
    "xmp svg rt rp annotation datalist audio video canvas"
)


@dataclass(frozen=True, slots=True)
class Look:
    """How an element and all in it looks."""

    name: str = ""
    hidden: bool = False
    struck: bool = False
    bold: bool = False
    folded: bool = False
    """Whether it is only shown after a click on its summary."""

    classed: bool = False
    """Whether it is a `div` or the like with a class or a style of its own."""

    level: int = 0
    """The level of the heading it stands in."""

    url: str = ""


PLAIN = Look()


@dataclass(slots=True)
class Scope:
    """The open elements of one frame, outermost first, and the formatting in force."""

    look: Look = PLAIN
    elements: list[Look] = field(default_factory=list)
    formatting: list[Look] = field(default_factory=list)

    @property
    def block(self) -> Look:
        """The innermost open element that is no mere formatting."""
        return self.elements[-1] if self.elements else self.look

    @property
    def now(self) -> Look:
        """How text looks that stands here."""
        block, formatting = self.block, self.formatting
        if not formatting:
            return block
        return Look(
            block.name,
            block.hidden or any(mark.hidden for mark in formatting),
            block.struck or any(mark.struck for mark in formatting),
            block.bold or any(mark.bold for mark in formatting),
            block.folded,
            block.classed,
            block.level,
            next((mark.url for mark in reversed(formatting) if mark.url), ""),
        )

    def open(self, name: str, raw: str) -> None:
        """Open an element, closing what it cannot stand in."""
        if name in FORMATTING:
            self._open_formatting(look(PLAIN, name, raw))
            return
        self._close_implied(name)
        if name not in VOID and len(self.elements) < _DEEPEST:
            self.elements.append(look(self.block, name, raw))

    def close(self, name: str) -> None:
        """Close an element and all in it; nothing when none of that name is open."""
        if name in FORMATTING:
            self._close_formatting(name)
            return
        names = HEADINGS if name in HEADINGS else {name}
        blocks = frozenset() if name in BLOCKS else BLOCKS
        self._close_to(names, blocks)

    def _open_formatting(self, mark: Look) -> None:
        if mark.name == "a":
            self._close_formatting("a")
        if len(self.formatting) < _DEEPEST // 4:
            self.formatting.append(mark)

    def _close_formatting(self, name: str) -> None:
        for at in range(len(self.formatting) - 1, -1, -1):
            if self.formatting[at].name == name:
                del self.formatting[at]
                return

    def _close_implied(self, name: str) -> None:
        if name in BLOCKS:
            self._close_to({"p"}, frozenset(("button",)))
        match name:
            case "li":
                self._close_to({"li"}, BLOCKS - {"li", "address", "div", "p"})
            case "dt" | "dd":
                self._close_to({"dt", "dd"}, BLOCKS - {"dt", "dd", "address", "div", "p"})
            case _ if name in HEADINGS and self.block.name in HEADINGS:
                del self.elements[-1]
            case _:
                pass

    def _close_to(self, names: frozenset[str] | set[str], walls: frozenset[str]) -> None:
        for at in range(len(self.elements) - 1, -1, -1):
            if self.elements[at].name in names:
                del self.elements[at:]
                return
            if self.elements[at].name in walls:
                return


def look(inside: Look, name: str, raw: str) -> Look:
    """How an element looks inside another."""
    found = attributes(raw) if "=" in raw or "hidden" in raw else {}
    style = found.get("style", "")
    return Look(
        name,
        inside.hidden or name in _DEAD or "hidden" in found or _hides(style, found),
        inside.struck or name in _STRUCK or bool(style and _STRIKING.search(style)),
        inside.bold or name in _BOLD or bool(style and _EMBOLDENING.search(style)),
        (inside.folded or (name == "details" and "open" not in raw)) and name != "summary",
        name in {"div", "p"} and ("class" in found or "style" in found),
        int(name[1]) if name in HEADINGS else inside.level,
        found.get("href", "").strip() if name == "a" else "",
    )


def _hides(style: str, found: dict[str, str]) -> bool:
    if style and _HIDING.search(style):
        return True
    classes = found.get("class", "")
    return bool(
        classes and _HIDDEN_CLASSES & set(classes.split()) and not _SHOWN_SOMEWHERE.search(classes)
    )
