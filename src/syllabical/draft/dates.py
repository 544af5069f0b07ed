"""How the page's dates are to be read, wherever that was a guess: so that it never is again."""

from collections.abc import Iterator

from syllabical.diagnostics import Report
from syllabical.draft.layout import Line, blank
from syllabical.model.syllabus import Certainty, Syllabus, Week

_ORDERS = frozenset({"day-first", "month-first", "year-first"})


def lines(syllabus: Syllabus, report: Report) -> list[Line]:
    """The section `dates:`; none where nothing was guessed."""
    undecided = any(said.code == "date-order-undecidable" for said in report)
    below = [*(_question(syllabus) if undecided else _order(syllabus)), *_year(syllabus)]
    return [Line("dates:"), *below] if below else []


def _question(syllabus: Syllabus) -> Iterator[Line]:
    """A blank that has to be filled before anything is published."""
    first = first_week(syllabus)
    said = f"`{first.written}` may be either" if first else "both make sense of every row"
    yield blank("  order: day-first", f"fill in, or `month-first`: {said}, and nothing decides")


def _order(syllabus: Syllabus) -> Iterator[Line]:
    reading = syllabus.reading
    first = first_week(syllabus)
    if reading is None or first is None or reading.order not in _ORDERS:
        return
    if reading.order_certainty is Certainty.GUESSED:
        said = f"`{first.written}` is {first.date:%a} {first.date.day} {first.date:%b %Y}"
        yield Line(f"  order: {reading.order}", f"guessed: {said}; is it?")


def _year(syllabus: Syllabus) -> Iterator[Line]:
    """The year of the first row, where the page itself does not say it."""
    reading = syllabus.reading
    first = first_week(syllabus)
    if reading is None or first is None:
        return
    source = reading.year_source
    if source.startswith("`--year`"):
        yield Line(f"  year: {first.date.year}", "the year of the first row, as you said")
    elif source.startswith("the path"):
        yield Line(f"  year: {first.date.year}", f"the year of the first row; {_says(source)}")
    elif reading.year_certainty is Certainty.GUESSED:
        why = f"guessed from {source}; the year of the first row"
        yield Line(f"  year: {first.date.year}", why)


def _says(source: str) -> str:
    """`the path says 2018` of a source in words."""
    where, _, words = source.partition(", ")
    return f"{where} says {words}"


def first_week(syllabus: Syllabus) -> Week | None:
    """The first dated row of the table, whatever was added from others."""
    at = syllabus.at
    inside = [
        week
        for week in syllabus.weeks
        if at and week.at.source is at.source and at.start <= week.at.start <= at.end
    ]
    return min(inside or syllabus.weeks, key=lambda week: week.at.start, default=None)
