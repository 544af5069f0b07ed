"""Bare days and weekdays made dates: by a month column, a heading, or the rows above."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from syllabical.interpret.dates import date_forms
from syllabical.interpret.dates.date_forms import WEAK, Mention
from syllabical.interpret.dates.date_points import Point
from syllabical.interpret.dates.month_names import Names

Row = tuple[Mention, ...]
DECEMBER = 12


def filled(rows: Sequence[Row], beside: Sequence[str], known: Names) -> list[Row]:
    """The rows with every bare day in its month; what nobody can place is gone."""
    if not any(mention.form in WEAK for row in rows for mention in row):
        return list(rows)
    above = _Above()
    full = []
    for number, row in enumerate(rows):
        hint = _hint(beside[number], known) if number < len(beside) else None
        if hint:
            above.hear(hint)
        full.append(tuple(_placed(row, above)))
    return full


class _Above:
    """What the rows above say of the month."""

    def __init__(self) -> None:
        self.point = Point()
        self.hinted: Point | None = None

    def hear(self, hint: Point) -> None:
        """A month column or heading begins anew only where it changes."""
        if hint != self.hinted:
            self.hinted = self.point = hint

    def place(self, day: int) -> Point | None:
        """A bare day in the month above, or in the next one where it would go back."""
        year, month, last, _ = self.point
        if month is None:
            return None
        if last and day < last and self.hinted is None:
            year = year if month < DECEMBER or year is None else year + 1
            month = month % DECEMBER + 1
        self.point = Point(year, month, day)
        return self.point


def _placed(row: Row, above: _Above) -> Iterator[Mention]:
    for mention in row:
        if mention.form == "month":
            above.hear(mention.point)
            above.hinted = None
        elif mention.form == "weekday":
            if above.point.day or above.point.parts:
                yield replace(mention, point=above.point)
        elif mention.form in WEAK:
            point = above.place(mention.point.day or 0)
            until = mention.until
            if point:
                until = until and Point(point.year, point.month, until.day)
                yield replace(mention, point=point, until=until)
        else:
            above.point = mention.point
            yield mention


def _hint(text: str, known: Names) -> Point | None:
    found = date_forms.read(text, known) if text else ()
    return next((each.point for each in found if each.point.month or each.point.parts), None)
