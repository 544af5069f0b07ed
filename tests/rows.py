import datetime as dt
import re

from syllabical import check
from syllabical.diagnostics import Report
from syllabical.model.course import Course
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import (
    Certainty,
    DateReading,
    Entry,
    Kind,
    Syllabus,
    Week,
)
from syllabical.source import Source, Span

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
KINDS = {"no class": Kind.NO_CLASS, "exam": Kind.EXAM, "": None}


THURSDAYS = ("06/03/2025", "13/03/2025", "20/03/2025", "27/03/2025", "03/04/2025", "10/04/2025")


def topics(*dates: str) -> list[str]:
    """A class on each of the dates."""
    return [f"{date} | Topic" for date in dates]


def sentences(*rows: str) -> str:
    """What the checks say of the rows, a line a diagnostic."""
    report = Report()
    check.course(course(*rows), report)
    return "\n".join(f"{one.severity} {one.code}: {one.message} ({one.help})" for one in report)


def course(*rows: str, order: str = "day-first", schedule: Schedule | None = None) -> Course:
    """A course whose page says `number | date | title` row by row."""
    text = "".join(f"| {row} |\n" for row in rows)
    source = Source("page.md", text)
    weeks = tuple(_week(source.span(m.start(), m.end()), order) for m in re.finditer(r".+", text))
    reading = DateReading(order, Certainty.PROVED, "the cells", Certainty.GIVEN)
    syllabus = Syllabus(weeks=weeks, tracks=("Lecture",), reading=reading)
    return Course(syllabus=syllabus, schedule=schedule or Schedule())


def _week(row: Span, order: str) -> Week:
    number, date_at, title = _cells(row)
    date = _date(date_at.text, order)
    words = re.findall(r"[A-Z][a-z]{2}", date_at.text)
    weekday = next((WEEKDAYS.index(word) for word in words if word in WEEKDAYS), None)
    allowed = re.findall(r"allow ([a-z-]+)", title.text)
    topic = re.sub(r"\s*<!--.*", "", title.text)
    kind = KINDS.get(topic, Kind.CLASS)
    entry = Entry(kind=kind, track="Lecture", title=topic, date=date, at=title) if kind else None
    return Week(
        number=int(number.text.lstrip("EL")) if number.text else None,
        date=date,
        written=date_at.text,
        weekday=weekday,
        entries=(entry,) if entry else (),
        silenced=frozenset(allowed),
        at=row,
        date_at=date_at,
        number_at=number if number.text else None,
    )


def _cells(row: Span) -> list[Span]:
    cells = [row.part(m.start(), m.end()).strip() for m in re.finditer(r"[^|]+", row.text)]
    return cells if len(cells) == 3 else [row.part(0, 0), *cells]


def _date(text: str, order: str) -> dt.date:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    named = [word for word in re.findall(r"[A-Z][a-z]{2}", text) if word in MONTHS]
    if named:
        day, *year = numbers
        return dt.date(year[0] if year else 2025, MONTHS.index(named[0]) + 1, day)
    if order == "year-first":
        return dt.date(numbers[0], numbers[1], numbers[2])
    one, two = numbers[:2]
    day, month = (one, two) if order == "day-first" else (two, one)
    written = numbers[2] if numbers[2:] else 2025
    return dt.date(written if written > 99 else 2000 + written, month, day)
