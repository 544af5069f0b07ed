"""Which column is which: by its header first, by its cells where the header fails."""

from collections.abc import Iterator
from dataclasses import replace

from syllabical.interpret.dates.column import is_month
from syllabical.interpret.tables import calendar_grid
from syllabical.interpret.tables.column_evidence import Sheet, is_blank, plain
from syllabical.interpret.tables.column_roles import Column, Columns, Look, believed, header_role
from syllabical.interpret.tables.vocabulary import Vocabulary

_MOST = 0.6
_SOME = 0.3
_VARIED = 0.8
_TOPICS = ("topic", "content", "unit", "")
"""What can be the topic of a session, the surest first."""

_REMARK = 60
"""Characters that a remark has at the most, on average."""

_LAST = ("matter", "kind", "speaker", "remark")
"""What is taken for it where there is nothing better."""


def columns(sheet: Sheet, known: Vocabulary) -> Columns:
    """What every column of a table was taken for."""
    days = calendar_grid.weekdays(sheet.headers, known.names)
    found = [_by_header(sheet, index, known) for index in range(sheet.width)]
    dated = [column for column in found if column.role == "date" and _is_dated(sheet, column)]
    look = Look(sheet, tuple(sheet.contents[column.index] for column in dated))
    found = [believed(look, column) for column in found]
    found = [_on_weekday(column) if column.index in days else column for column in found]
    found = list(_with_date(sheet, found))
    found = list(_with_kind(sheet, found))
    found = list(_with_sessions(sheet, found))
    return Columns(tuple(_with_track(column) for column in found))


def _is_dated(sheet: Sheet, column: Column) -> bool:
    return sheet.contents[column.index].dated >= _SOME


def _on_weekday(column: Column) -> Column:
    return replace(column, role="grid", why="the header is a weekday")


def _by_header(sheet: Sheet, index: int, known: Vocabulary) -> Column:
    header, headers = sheet.headers[index], known.headers
    if asked := known.asked(header):
        # A topic that is named for its hours stays the topic, with what stands beside it.
        own = header_role(header, headers)
        keeps = asked == "session" and own in ("side session", "topic", "content", "unit")
        role = own if keeps else asked
        return Column(index, header, role, "schedule.yaml says so", asked=True)
    role = header_role(header, headers)
    why = f"the header is `{header}`" if role else "the header says nothing known"
    return Column(index, header, role, why if header else "it has no header")


def _with_date(sheet: Sheet, found: list[Column]) -> Iterator[Column]:
    """Exactly one date column: a header that says so and cells that agree, else the cells."""
    dated = [column for column in found if column.role == "date"]
    sure = [column for column in dated if _is_dated(sheet, column)]
    others = [
        column
        for column in (() if sure else found)
        if column.role
        not in (
            "date",
            "out",
            "due",
            "last",
            "place",
            "detail",
            "matter",
            "speaker",
            "remark",
            "decoy",
            "homework",
        )
        and sheet.contents[column.index].dated >= _MOST
    ]
    best = next(iter(sure or others or dated or _days(sheet, found)), None)
    for column in found:
        if column is best and column.role != "date":
            yield replace(column, role="date", why="its cells hold dates")
        elif column is not best and column.role == "date":
            late = column in sure
            why = "another column holds the date" if late else "its cells hold no dates"
            yield replace(column, role="last" if late and not _is_other(column) else "", why=why)
        elif column is not best and column.role == "maybe date":
            yield replace(column, role="other date")
        else:
            yield column


def _days(sheet: Sheet, found: list[Column]) -> list[Column]:
    """A column of days whose months stand in rows between them, or in a column of their own."""
    headings = {row.heading for row in sheet.rows if row.heading}
    told = any(map(is_month, headings)) or any(c.role == "month" for c in found)
    able = [c for c in found if c.role in ("day", "number")]
    return [c for c in able if told and sheet.contents[c.index].days >= _MOST]


def _is_other(column: Column) -> bool:
    return not column.header


def _with_kind(sheet: Sheet, found: list[Column]) -> Iterator[Column]:
    """A column whose cells only say what kind of class it is, beside one that says more."""
    for column in found:
        cells = sheet.contents[column.index]
        able = column.role in ("", "session", "content", "unit")
        told = cells.tells_kinds or (cells.repeats and "session" not in column.role)
        if (
            able
            and not column.asked
            and told
            and cells.kinds >= _MOST
            and _says_more(sheet, found, column)
        ):
            yield replace(column, role="kind", why="its cells say what kind of class it is")
        else:
            yield column


def _says_more(sheet: Sheet, found: list[Column], column: Column) -> bool:
    """Whether another column has the topics."""
    cells = sheet.contents[column.index]
    others = (
        sheet.contents[other.index]
        for other in found
        if other is not column and other.role in ("topic", "content", "unit", "session", "")
    )
    return any(
        other.kinds * 2 <= cells.kinds and len(other.texts) * 2 >= len(cells.texts)
        for other in others
    )


def _with_sessions(sheet: Sheet, found: list[Column]) -> Iterator[Column]:
    """The columns whose cells are classes: those named so, else the one that looks like topics."""
    if not any(column.role == "date" for column in found) and _due(sheet, found):
        yield from _items(found)
        return
    main = [column for column in found if column.role in ("session", "grid")]
    asked = [column for column in found if column.asked and column.role in _TOPICS]
    topic = None if main else next(iter(asked), None) or _topic(sheet, found)
    below = _subtopic(sheet, found, topic)
    for column in found:
        if column.role in ("session", "side session") or (column in asked and column is not topic):
            yield replace(column, role="session")
        elif column is topic:
            why = f"{column.why}, and no column is called after a class"
            yield replace(column, role="session", why=why, is_topic=True)
        elif column is below:
            why = f"{column.why}, and the topic beside it is the same in several rows"
            yield replace(column, role="subtopic", why=why)
        elif column.role in ("topic", "content") and not column.asked and _is_brief(sheet, column):
            # It may still say what is handed out or due: an `Events` column beside the topics.
            yield replace(column, role="remark", why=_spare(column))
        elif column.role in (*_TOPICS, "matter", "speaker", "other date"):
            yield replace(column, role="detail", why=_spare(column))
        else:
            yield column


def _is_brief(sheet: Sheet, column: Column) -> bool:
    """Whether its cells are remarks, and not paragraphs that tell of anything."""
    texts = sheet.contents[column.index].texts
    return sum(map(len, texts)) <= _REMARK * len(texts)


def _due(sheet: Sheet, found: list[Column]) -> bool:
    """Whether the only dates are those of deadlines and releases."""
    return any(
        column.role in ("due", "out") and sheet.contents[column.index].dated >= _MOST
        for column in found
    )


def _items(found: list[Column]) -> Iterator[Column]:
    """In a table of deadlines, what is due instead of what is taught."""
    able = ("session", "side session", "topic", "content", "unit", "")
    for column in found:
        yield replace(column, role="item") if column.role in able else column


def _subtopic(sheet: Sheet, found: list[Column], topic: Column | None) -> Column | None:
    """The column that tells apart the rows of one topic."""
    if topic is None or sheet.contents[topic.index].varied > _VARIED:
        return None
    beside = [column for column in found if column.index == topic.index + 1]
    return next((column for column in beside if column.role in ("topic", "content")), None)


def _spare(column: Column) -> str:
    return f"{column.why}, and another column holds the topics" if column.header else column.why


def _topic(sheet: Sheet, found: list[Column]) -> Column | None:
    for role in _TOPICS:
        able = [
            column for column in found if column.role == role and sheet.contents[column.index].texts
        ]
        if role == "":
            able.sort(key=lambda column: -len(sheet.contents[column.index].texts))
        if able:
            return able[0]
    if any(column.role == "side session" for column in found):
        return None
    last = [
        column
        for role in _LAST
        for column in found
        if column.role == role and sheet.contents[column.index].texts
    ]
    return next(iter(last), None)


def _with_track(column: Column) -> Column:
    track = plain(column.header)
    return replace(column, track="" if is_blank(track) else track)
