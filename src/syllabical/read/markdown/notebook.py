"""Reads the Markdown of a Jupyter notebook, every cell of a table at its place in the JSON."""

import re
from collections.abc import Iterator
from dataclasses import replace

from syllabical.diagnostics import Report
from syllabical.model.table import Cell, Page, Row
from syllabical.read.markdown import page as markdown_page
from syllabical.read.trees import json
from syllabical.read.trees.yaml import Mapping, Node, Scalar, Series
from syllabical.source import Source, Span

_ESCAPE = re.compile(r"\\(?:u([\da-fA-F]{4})|(.))")
_MEANT = {"n": "\n", "t": "\t", "r": " ", "b": " ", "f": " "}
_INVISIBLE = "\u200b"


def page(source: Source, report: Report) -> Page:
    """What the Markdown cells of a notebook hold."""
    root = json.tree(source)
    if root is None:
        return Page(source=source)
    text = _markdown(source.text, list(_texts(root)))
    found = markdown_page.page(Source(source.path, text), report)
    return replace(
        found,
        source=source,
        tables=tuple(
            replace(
                table,
                header=_placed(table.header, source) if table.header else None,
                rows=tuple(_placed(row, source) for row in table.rows),
                at=_at(table.at, source),
            )
            for table in found.tables
        ),
        passages=tuple(replace(passage, at=_at(passage.at, source)) for passage in found.passages),
    )


def _texts(root: Node) -> Iterator[list[Scalar]]:
    """The lines of each Markdown cell."""
    cells = _get(root, "cells")
    for cell in cells.items if isinstance(cells, Series) else ():
        kind, written = _get(cell, "cell_type"), _get(cell, "source")
        if isinstance(kind, Scalar) and kind.text == "markdown":
            lines = written.items if isinstance(written, Series) else (written,)
            yield [line for line in lines if isinstance(line, Scalar)]


def _get(node: Node, name: str) -> Node | None:
    pairs = node.pairs if isinstance(node, Mapping) else ()
    return next((value for key, value in pairs if key.text == name), None)


def _markdown(text: str, cells: list[list[Scalar]]) -> str:
    """The Markdown alone, every character of it where it stands in the notebook."""
    parts, done = [], 0
    for cell in cells:
        pending = "\n\n"
        for line in cell:
            start, end = line.at.start + 1, line.at.end - 1
            decoded = _ESCAPE.sub(_decoded, text[start:end])
            gap = start - done
            written = decoded.rstrip("\n ")
            parts += [" " * (gap - len(pending)), pending[:gap], written]
            ending = decoded[len(written) :]
            pending = "\n" * min(ending.count("\n"), 2)
            done = end - len(ending)
    return "".join(parts)


def _decoded(found: re.Match[str]) -> str:
    """The character that is meant, as long as it is written."""
    meant = chr(int(found[1], 16)) if found[1] else _MEANT.get(found[2], found[2])
    filler = " " if meant.isspace() else _INVISIBLE
    return filler * (len(found[0]) - 1) + meant


def _placed(row: Row, source: Source) -> Row:
    cells: tuple[Cell, ...] = tuple(replace(cell, at=_at(cell.at, source)) for cell in row.cells)
    return replace(row, cells=cells, at=_at(row.at, source))


def _at(at: Span, source: Source) -> Span:
    return Span(source, at.start, at.end)
