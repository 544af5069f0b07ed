"""Follows a page that draws its table from another file: site data, or a page put into it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.table import Page
from syllabical.read.markdown_pages import template
from syllabical.read.site import Beside
from syllabical.source import Source

_DATA = re.compile(r"\b(?:hugo\.Data|(?:\.?[sS]ite)\.[dD]ata)\.([\w-]+(?:\.[\w-]+)*)")
_BRACKETED = re.compile(r"\bsite\.data\[[\"']([\w-]+)[\"']\]")
_INCLUDE = re.compile(
    r"\{%-?\s*include(?:_relative|_cached)?\s+([\w./-]+)|\{\{<\s*include\s+([\w./-]+)"
    r"|\{include\}\s*([\w./-]+)|\{%\s*include-markdown\s+[\"']([^\"']+)|--8<--\s*[\"']([^\"']+)"
)
_FOLDERS = ("", "../", "../../")
_SUFFIXES = (".yml", ".yaml", ".json", ".csv", ".tsv")

Read = Callable[[Sequence[Source], Beside, Report], Page]


def page(outer: Page, beside: Beside, read: Read, report: Report) -> Page:
    """The page with the tables of the first file it draws from that has any."""
    for source in _sources(outer.source.text, beside):
        inner = read([source], beside, report)
        if not has_figures(inner):
            further = next(iter(_sources(source.text, beside)), None)
            inner = read([further], beside, report) if further else inner
        if has_figures(inner):
            return replace(
                outer,
                title=outer.title or inner.title,
                tables=inner.tables,
                passages=(*outer.passages, *inner.passages),
            )
    return outer


def has_figures(page: Page) -> bool:
    """Whether a table of the page says anything with a figure in it, as every date has."""
    return any(
        any(character.isdigit() for line in cell.lines for character in line) or cell.stamps
        for table in page.tables
        for row in table.rows
        for cell in row.cells
    )


def _sources(text: str, beside: Beside) -> Iterator[Source]:
    seen: set[str] = set()
    for name in _names(template.uncommented(text)):
        for folder in _FOLDERS:
            found = None if folder + name in seen else beside(folder + name)
            seen.add(folder + name)
            if found and found.text.strip():
                yield found
                break


def _names(text: str) -> Iterator[str]:
    """The files that a page may draw from, as they may be called."""
    for found in (*_DATA.finditer(text), *_BRACKETED.finditer(text)):
        parts = found[1].split(".")
        for length in range(len(parts), 0, -1):
            for suffix in _SUFFIXES:
                yield f"_data/{'/'.join(parts[:length])}{suffix}"
                yield f"data/{'/'.join(parts[:length])}{suffix}"
    for found in _INCLUDE.finditer(text):
        name = next(group for group in found.groups() if group)
        yield from (name, f"_includes/{name}")
