"""Judges how an HTML element looks: hidden, struck out, bold, folded away, a heading, a link.

By its name, its attributes and the styles in them; style sheets are not read, but for the classes
that Bootstrap and Tailwind made common.
"""

import re
from dataclasses import dataclass

from syllabical.read.html.dom import Element

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
STRUCK = frozenset(("s", "strike", "del"))
"""The elements that strike out what is in them."""

STRUCK_CLASSES = frozenset((
    "line-through", "strike", "strikethrough", "struck", "text-decoration-line-through",
))  # fmt: skip
"""The classes that sites, Bootstrap and Tailwind strike out with."""

BLOCKS = HEADINGS | frozenset((
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header",
    "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tr", "ul",
))  # fmt: skip
"""The elements that begin a line and end one."""

_NEVER_SHOWN = frozenset((
    "annotation", "audio", "canvas", "datalist", "head", "iframe", "noembed", "noframes",
    "noscript", "object", "option", "rp", "rt", "script", "select", "style", "svg", "template",
    "textarea", "title", "video", "xmp",
))  # fmt: skip
_FORMATTING = frozenset((
    "a", "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u",
))  # fmt: skip
_BOLD = HEADINGS | {"b", "strong", "th"}
_LOOKING = _NEVER_SHOWN | _BOLD | STRUCK | {"details", "summary"}
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRIKING = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_EMBOLDENING = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN_CLASSES = frozenset(("d-none", "hidden", "sr-only", "visually-hidden"))
_SHOWN_SOMEWHERE = re.compile(r"\bd-(?:\w\w-)?(?:block|table|flex|inline|grid)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How an element and all in it looks."""

    struck: bool = False
    bold: bool = False
    folded: bool = False
    """Whether it is only shown after a click on its summary."""

    classed: bool = False
    """Whether it stands right in a `div` or the like with a class or a style of its own."""

    level: int = 0
    """The level of the heading it stands in."""

    url: str = ""


PLAIN = Look()


def look_of(element: Element, inside: Look) -> Look | None:
    """How an element looks inside another; nothing where it is not shown."""
    name, attributes = element.name, element.attributes
    classed = inside.classed and name in _FORMATTING
    if not attributes and name not in _LOOKING and classed == inside.classed:
        return inside
    style, classes = attributes.get("style", ""), attributes.get("class", "")
    if name in _NEVER_SHOWN or "hidden" in attributes or _hides(style, classes):
        return None
    url = attributes.get("href", "").strip() if name == "a" else inside.url
    return Look(
        struck=inside.struck
        or name in STRUCK
        or bool(style and _STRIKING.search(style))
        or not STRUCK_CLASSES.isdisjoint(classes.split()),
        bold=inside.bold or name in _BOLD or bool(style and _EMBOLDENING.search(style)),
        folded=name != "summary"
        and (inside.folded or (name == "details" and "open" not in attributes)),
        classed=bool(style or classes) if name in {"div", "p"} else classed,
        level=int(name[1]) if name in HEADINGS else inside.level,
        url=url,
    )


def _hides(style: str, classes: str) -> bool:
    if style and _HIDING.search(style):
        return True
    return bool(
        classes and _HIDDEN_CLASSES & set(classes.split()) and not _SHOWN_SOMEWHERE.search(classes)
    )
