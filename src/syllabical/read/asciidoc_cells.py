"""Cuts the text of an AsciiDoc table into cells: by separators with specs, or by records.

https://docs.asciidoctor.org/asciidoc/latest/tables/add-cells-and-rows/
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from syllabical.read import spreadsheet

SEPARATORS = {"csv": ",", "tsv": "\t", "dsv": ":"}
"""What stands between the fields of tables that are no cells with specs."""

WIDEST = 200
"""Columns beyond these are left out: no course has a table that wide."""

_SPEC = re.compile(
    r"(?:(?<=[ \t\n])|\A)"
    r"(?:(?P<columns>\d{1,3})?(?:\.(?P<rows>\d{1,3}))?(?P<operator>(?<=\d)[+*]))?"
    r"(?:[<^>])?(?:\.[<^>])?(?P<style>[adehlmsv])?\Z"
)
_LONGEST_SPEC = 16


@dataclass(slots=True)
class Written:
    """A cell as it is written, by offsets into the table's text."""

    start: int
    end: int
    columns: int = 1
    rows: int = 1
    copies: int = 1
    style: str = ""
    words: str | None = None
    """What it says, where that is not what is written: a quoted field."""


def cells(text: str, separator: str) -> Iterator[Written]:
    """The cells between the separators, each with what its spec says."""
    begun: Written | None = None
    before, at = 0, text.find(separator)
    while at >= 0:
        if not text.startswith("\\", at - 1 if at else 0):
            spec = _SPEC.search(text, max(before, at - _LONGEST_SPEC), at)
            end = spec.start() if spec else at
            if begun:
                yield replace(begun, end=end)
            elif text[:end].strip():
                yield Written(0, end)
            begun = _begun(spec, at + 1)
            before = at + 1
        at = text.find(separator, at + 1)
    if begun:
        yield replace(begun, end=len(text))


def _begun(spec: re.Match[str] | None, start: int) -> Written:
    if not spec:
        return Written(start, start)
    columns, rows = max(1, int(spec["columns"] or 1)), max(1, int(spec["rows"] or 1))
    style = spec["style"] or ""
    if spec["operator"] == "*":
        return Written(start, start, copies=columns, style=style)
    return Written(start, start, columns=columns, rows=rows, style=style)


def records(text: str, separator: str, written_as: str) -> Iterator[list[Written]]:
    """The fields of each line that says anything; CSV and its like, or DSV."""
    if written_as == "dsv":
        yield from _escaped_records(text, separator)
        return
    for record in spreadsheet.records(text, 0, separator):
        if any(words.strip() for *_, words in record):
            yield [Written(start, end, words=words) for start, end, words in record]


def _escaped_records(text: str, separator: str) -> Iterator[list[Written]]:
    """Lines of fields in which a backslash takes the separator's meaning away."""
    mark = re.escape(separator)
    field = re.compile(rf"((?:\\.|[^\\\n{mark}]|\\)*+)({mark}?)")
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        record: list[Written] = []
        at = line.start()
        while found := field.match(text, at, line.end()):
            words = found[1].replace(f"\\{separator}", separator)
            record.append(Written(*found.span(1), words=words))
            at = found.end()
            if not found[2] or len(record) >= WIDEST:
                break
        yield record


def widened(record: list[Written], width: int) -> list[Written]:
    """The fields of a record with empty ones behind them."""
    end = record[-1].end
    return [*record, *[Written(end, end)] * (width - len(record))]


def first_width(cells: Sequence[Written], text: str) -> int:
    """How many columns the cells on the first line make."""
    end = text.find("\n", len(text) - len(text.lstrip()))
    end = len(text) if end < 0 else end
    width = sum(cell.columns * cell.copies for cell in cells if cell.start <= end)
    return max(1, min(width, WIDEST))
