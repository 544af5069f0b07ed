"""A Markdown page as a whole: front matter, what is dead, reference links, and the walk down."""

import re

from syllabical.diagnostics import Report
from syllabical.model.table import Page, Passage, Table, Where
from syllabical.read import markup, template
from syllabical.read.front_matter import front_matter
from syllabical.read.markdown import Walk
from syllabical.read.pattern import Pattern
from syllabical.source import Source

_REFERENCE = Pattern(r"^ {0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]*<?([^\s>]+)>?", re.MULTILINE)
_UNSEEN = Pattern(
    r"<(script|style|template|pre|del|s|strike)\b[^>]*>"
    r"|<([a-z]+)\b[^<>]*(?:\bhidden\b(?!=[\"']?false)|display\s*:\s*none)[^<>]*>",
    re.IGNORECASE,
)
_CLUES = ("hidden", "display", "<script", "<style", "<template", "<pre", "<del", "<s>", "<strike")
_NOT_BREAK = Pattern(r"[^\r\n]")


def page(source: Source, _beside: object, report: Report) -> Page:
    """What a Markdown page holds."""
    matter = front_matter(source)
    live = _live(source.text)

    def html(start: int, end: int, headings: tuple[str, ...]) -> tuple[Table, ...]:
        from syllabical.read import html_table  # noqa: PLC0415 (only HTML needs it)

        return html_table.tables(source, start, end, headings, report)

    walk = Walk(
        source=source,
        live=live,
        links=_links(live),
        html=html,
        title=matter.text("title"),
    )
    walk.down(matter.end)
    title = matter.facts.get("title")
    heading = (Passage(Where.TITLE, title.text, title.at),) if title else ()
    return Page(
        source=source,
        title=walk.title,
        tables=tuple(walk.tables),
        passages=(*matter.passages, *heading, *walk.passages),
    )


def _links(text: str) -> dict[str, str]:
    """The page's reference links, by their label."""
    if "]:" not in text:
        return {}
    found: dict[str, str] = {}
    for line in _REFERENCE.finditer(text):
        found.setdefault(markup.label(line[1]), line[2])
    return found


def _live(text: str) -> str:
    """The text with what is commented out or hidden overwritten by blanks."""
    text = text.replace("\ufeff", " ")
    for start, end in template.dead(text) + _unseen(text):
        text = text[:start] + _NOT_BREAK.sub(" ", text[start:end]) + text[end:]
    return text


def _unseen(text: str) -> list[tuple[int, int]]:
    """The elements that a browser does not show and that run over several lines."""
    found: list[tuple[int, int]] = []
    if not any(clue in text.lower() for clue in _CLUES):
        return found
    opened = _UNSEEN.search(text)
    while opened:
        name = opened[1] or opened[2]
        end, depth = opened.end(), 1
        for tag in re.compile(rf"<(/?){name}\b[^>]*>", re.IGNORECASE).finditer(text, end):
            depth += -1 if tag[1] else 1
            if not depth:
                if "\n" in text[opened.start() : tag.end()]:
                    found.append((opened.start(), tag.end()))
                end = tag.end()
                break
        opened = _UNSEEN.search(text, end)
    return found
