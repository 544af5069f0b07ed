"""A Markdown page as a whole: front matter, what is dead, reference links, and the walk down."""

import re

from syllabical.diagnostics import Report
from syllabical.model.table import Page, Passage, Table, Where
from syllabical.read import templates
from syllabical.read.front_matter import front_matter
from syllabical.read.html import dom
from syllabical.read.html.looks import PLAIN, look_of
from syllabical.read.html.page import Reader
from syllabical.read.markdown import inline
from syllabical.read.markdown.blocks import Walk
from syllabical.source import Source

_REFERENCE = re.compile(
    r"^ {0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]*<?((?:\{\{[^{}\n]*\}\}|[^\s>])+)>?", re.MULTILINE
)
_ELEMENT = re.compile(
    r"<(/?)(article|aside|center|del|details|div|main|p|pre|s|script|section|span|strike|style"
    r"|table|template|ul)\b([^<>]*)>",
    re.IGNORECASE,
)


def page(source: Source, report: Report) -> Page:  # noqa: ARG001 (all readers are called alike)
    """What a Markdown page holds."""
    matter = front_matter(source)
    walk = walked(source)
    title = matter.facts.get("title")
    heading = (Passage(Where.TITLE, title.text, title.at),) if title else ()
    return Page(
        source=source,
        title=walk.title,
        tables=tuple(walk.tables),
        passages=(*matter.passages, *heading, *walk.passages),
    )


def walked(source: Source) -> Walk:
    """A Markdown page from its first line to its last."""
    matter = front_matter(source)
    live = _live(source.text)

    def html(start: int, end: int, headings: tuple[str, ...]) -> tuple[Table, ...]:
        reader = Reader(source, headings, inline.html_cell)
        reader.read(dom.parse(source.text, start, end))
        return reader.tables

    walk = Walk(
        source=source,
        live=live,
        links=_links(live),
        html=html,
        title=matter.text("title"),
    )
    walk.down(matter.end)
    return walk


def _links(text: str) -> dict[str, str]:
    """The page's reference links, by their label."""
    if "]:" not in text:
        return {}
    found: dict[str, str] = {}
    for line in _REFERENCE.finditer(text):
        found.setdefault(inline.label(line[1]), line[2])
    return found


def _live(text: str) -> str:
    """The text with what is commented out or hidden overwritten by blanks."""
    text = text.replace("\ufeff", " ")
    return templates.blanked(text, templates.dead(text) + (_unseen(text) if "<" in text else []))


def _unseen(text: str) -> list[tuple[int, int]]:
    """The elements of several lines that a browser does not show, or shows as dead or as code."""
    found: list[tuple[int, int]] = []
    unclosed: set[str] = set()
    at = 0
    while opening := _hiding(text, at, unclosed):
        at = _end(text, opening)
        if at < 0:
            unclosed.add(opening[2].lower())
            at = opening.end()
        elif "\n" in text[opening.start() : at]:
            found.append((opening.start(), at))
    return found


def _hiding(text: str, at: int, unclosed: set[str]) -> re.Match[str] | None:
    """The next tag at the start of a line that begins something unseen."""
    for tag in _ELEMENT.finditer(text, at):
        if tag[1] or tag[2].lower() in unclosed:
            continue
        if text[text.rfind("\n", 0, tag.start()) + 1 : tag.start()].strip(" \t>"):
            continue
        for element in dom.descendants(dom.parse(tag[0])):
            look = look_of(element, PLAIN)
            if look is None or look.struck or element.name == "pre":
                return tag
    return None


def _end(text: str, opening: re.Match[str]) -> int:
    """Where an element ends; negative where it does not."""
    depth = 1
    for tag in _ELEMENT.finditer(text, opening.end()):
        if tag[2].lower() == opening[2].lower():
            depth += -1 if tag[1] else 1
            if not depth:
                return tag.end()
    return -1
