"""Bare days given their month: from a month column or heading, or from the rows above."""

from collections.abc import Sequence
from dataclasses import replace

from syllabical.interpret import date_forms
from syllabical.interpret.date_forms import Mention, Point
from syllabical.interpret.month_names import Names

Rows = list[tuple[Mention, ...]]


def filled(rows: Rows, months: Sequence[str], known: Names) -> Rows:
    """The rows with the month of every bare day; days and weekdays nobody can place are gone."""
    forms = [mention.form for row in rows for mention in row]
    if not any(form in {"day", "day-range", "weekday", "month"} for form in forms):
        return rows
    month: int | None = None
    year: int | None = None
    last = 0
    full = []
    for number, row in enumerate(rows):
        hint = _month(months[number], known) if number < len(months) else None
        if hint:
            if hint.month != month:
                last = 0
            month, year = hint.month, hint.year or (year if hint.month == month else None)
        kept = []
        for mention in row:
            if mention.form == "month":
                month, year, last = mention.point.month, mention.point.year, 0
                continue
            if mention.form == "weekday":
                continue
            if mention.form in {"day", "day-range"}:
                if month is None:
                    continue
                day = mention.point.day or 0
                if day < last and not hint:
                    month, year = month % 12 + 1, year if month < 12 else None  # noqa: PLR2004 (December)
                last = day
                mention = _given(mention, month, year)  # noqa: PLW2901 (the same date, made whole)
            elif mention.point.month:
                month, last = mention.point.month, mention.point.day or 0
                year = mention.point.year
            kept.append(mention)
        full.append(tuple(kept))
    return full


def _given(mention: Mention, month: int, year: int | None) -> Mention:
    until = mention.until
    return replace(
        mention,
        point=Point(year, month, mention.point.day),
        until=until and Point(year, month, until.day),
    )


def _month(text: str, known: Names) -> Point | None:
    for mention in date_forms.read(text, known) if text else ():
        if mention.point.month:
            return mention.point
    return None
