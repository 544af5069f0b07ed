"""What a text looks like, before anyone knows its language: like a date, or like `Week 3`."""

import re
from collections.abc import Iterable

from syllabical.model.table import Table

_FEWEST = 3
_DATE = re.compile(
    r"\d\s*[-/.年月월]\s*\d|\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:de\s+)?[^\W\d]{3}"
    r"|(?<![^\W\d])[^\W\d]{3,}\.?\s+\d"
)
NUMBERED = re.compile(
    r"\b(?:week|wk|part|unit|module|lecture|lec|lesson|chapter|topic|session|class|day|lab|section|block"
    r"|hw|homework|assignment|project|quiz|exam|test|phase|sprint|woche|teil|kapitel|vorlesung|termin"
    r"|semaine|partie|séance|cours|semana|parte|unidad|unidade|tema|módulo|clase|sesión|aula|settimana"
    r"|lezione|college|неделя|лекция|тема|שבוע)s?[\s_-]*\d[\d\s–-]*",
    re.IGNORECASE,
)
"""Numbers that are none of a date: `Week 3`."""


def is_date(text: str) -> bool:
    """Whether there is something like a date in a text."""
    return bool(_DATE.search(NUMBERED.sub("", text)))


def has_dates(tables: Iterable[Table]) -> bool:
    """Whether a table holds several cells that look like dates."""
    return any(_is_dated(table) for table in tables)


def _is_dated(table: Table) -> bool:
    head = (table.header,) if table.header else ()
    dated = 0
    for row in (*head, *table.rows):
        for cell in row.cells:
            dated += bool(cell.stamps) or (bool(cell.lines) and is_date(cell.text))
            if dated >= _FEWEST:
                return True
    return 0 < dated >= len(table.rows)
