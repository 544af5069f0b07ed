"""One no-class entry a row, wherever in the row it is said."""

from collections.abc import Sequence

from syllabical.interpret import kinds, meaning, numbers, pieces
from syllabical.interpret.columns import Column
from syllabical.interpret.dates import Dated
from syllabical.interpret.details import details
from syllabical.interpret.outlook import Outlook
from syllabical.interpret.sessions import Finding
from syllabical.interpret.sheet import cell_of, is_blank, text_of
from syllabical.model.syllabus import Entry, Kind
from syllabical.model.table import Cell, Row

Spoken = tuple[Column, Cell, list[Finding]]
_FEW = 8
_APART = ("session", "grid", "homework", "due", "out")


def one(row: Row, spoken: Sequence[Spoken], outlook: Outlook) -> list[Spoken]:
    """The sessions of a row with no more than one `no class`, and its reason beside it."""
    closed = [at for at, (_, _, found) in enumerate(spoken) if _is_closed(found)]
    if not closed:
        return list(_festival(row, spoken, outlook))
    others = [at for at, (_, _, found) in enumerate(spoken) if at not in closed and found]
    reasons = [at for at in others if _is_aside(spoken[at][1].text, outlook)]
    open_at = [at for at in others if at not in reasons]
    if open_at and open_at[0] < closed[0]:
        return [spoken[at] for at in open_at]
    first = closed[0]
    column, cell, found = spoken[first]
    title = _with_reason(found[0].title, [spoken[at][1].text for at in reasons], row, outlook)
    told = [found[0]._replace(title=title), *found[1:]]
    return [(column, cell, told), *(spoken[at] for at in open_at)]


def _is_closed(found: list[Finding]) -> bool:
    return bool(found) and found[0].kind is Kind.NO_CLASS


def _is_aside(text: str, outlook: Outlook) -> bool:
    """Whether a neighbouring cell only gives the reason: `(Passover Holiday)`."""
    return is_blank(pieces.core(text)) or meaning.is_holiday(text, outlook.lexicon)


def _with_reason(title: str, reasons: list[str], row: Row, outlook: Outlook) -> str:
    for column in outlook.columns.of("remark"):
        text = text_of(row, column.index)
        if not is_blank(text) and len(text.split()) <= _FEW:
            reasons = [*reasons, text]
    for reason in reasons:
        if reason not in title:
            bare = reason if reason.startswith(("(", "[", "（")) else f"({reason})"
            title = f"{title} {bare}"
    return title


def _festival(row: Row, spoken: Sequence[Spoken], outlook: Outlook) -> list[Spoken]:
    """Take a festival in a row that the page leaves unnumbered for no class."""
    told = [at for at, (_, _, found) in enumerate(spoken) if found]
    if len(told) != 1 or not outlook.numbered or numbers.of_row(row, outlook.columns) is not None:
        return list(spoken)
    column, cell, found = spoken[told[0]]
    if not meaning.is_festival(cell.text, outlook.lexicon):
        return list(spoken)
    return [(column, cell, [found[0]._replace(kind=Kind.NO_CLASS)])]


def elsewhere(row: Row, dated: Dated, told: bool, outlook: Outlook) -> tuple[Entry, ...]:  # noqa: FBT001 (a fact of the row)
    """The `no class` of a row without sessions, told in another column or beside the date."""
    if told:
        return ()
    for column in outlook.columns.all:
        cell = cell_of(row, column.index)
        if cell is None or is_blank(cell.text) or column.role in _APART:
            continue
        text = _beside(cell, dated) if column.role == "date" else cell.text
        if meaning.says_no_class(text, outlook.lexicon):
            return (_entry(row, dated, column, cell, text, outlook),)
    return ()


def _beside(cell: Cell, dated: Dated) -> str:
    text = cell.text
    return f"{text[: dated.start]} {text[dated.end :]}".strip(" ,;:-–—()*")


def _entry(
    row: Row, dated: Dated, column: Column, cell: Cell, title: str, outlook: Outlook
) -> Entry:
    session = outlook.columns.first("session")
    return Entry(
        kind=Kind.NO_CLASS,
        track=kinds.track(row, session, outlook) if session else outlook.fallback,
        title=title,
        date=dated.date,
        until=dated.until,
        lines=(title,),
        links=cell.links,
        details=details(row, column.index, outlook.columns),
        at=cell.at,
    )
