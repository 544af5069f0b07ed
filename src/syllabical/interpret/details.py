"""A row's further columns, as an entry carries them along."""

from syllabical.interpret.columns import Columns
from syllabical.interpret.sheet import cell_of, is_blank
from syllabical.model.syllabus import Detail
from syllabical.model.table import Row

_APART = frozenset(
    {"date", "day", "month", "week", "number", "starts", "ends", "time", "last", "decoy"}
)


def details(row: Row, own: int, columns: Columns) -> tuple[Detail, ...]:
    """Every other column of a row that says something, in the page's order."""
    found = []
    for column in columns.all:
        cell = cell_of(row, column.index)
        if column.index == own or column.role in _APART or cell is None:
            continue
        if cell.links or not is_blank(cell.text):
            found.append(Detail(column.header, cell.lines, cell.links))
    return tuple(found)
