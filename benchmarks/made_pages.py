"""Course pages made for measuring: one term, as long and as wide as asked for."""

import datetime as dt
from pathlib import Path

TERM = dt.date(2025, 9, 29), 14 * 7
"""The first day and the number of days; summer time ends within, so that VTIMEZONE has work."""

SCHEDULE = """\
page: page.md
timezone: Europe/Berlin
course: {name: A course of one term, short: C, term: Autumn 2025}
checks: {allow: [same-date-twice]}
tracks:
  Lecture: {at: '10:15-11:45', place: Hall 1}
"""
TUTORIAL = "  Tutorial: {at: '14:15-15:45', place: Room 27}\n"
LENGTHENED = ", told at a length that has no end"


def write(folder: Path, page: str) -> Path:
    """Put a page and its schedule.yaml into a folder; the path of the schedule.yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.md").write_text(page, encoding="utf-8")
    schedule = folder / "schedule.yaml"
    tutorial = TUTORIAL if "| Tutorial |" in page else ""
    schedule.write_text(SCHEDULE + tutorial, encoding="utf-8")
    return schedule


def of_events(events: int) -> str:
    """A page of so many events: two a row, a lecture and a tutorial, all within one term."""
    return table(
        ["#", "Lecture", "Tutorial"],
        [(f"{row}", f"Topic **{row}**", f"Exercise {row}") for row in range(1, events // 2 + 1)],
    )


def of_rows(rows: int) -> str:
    """A page of so many rows with one lecture each, all within one term."""
    return table(["Lecture"], [(f"Topic {row}",) for row in range(rows)])


def of_columns(columns: int) -> str:
    """Fifteen rows with one lecture each, and so many columns of remarks."""
    headers = ["Lecture", *(f"Remark {column}" for column in range(columns))]
    remarks = [tuple(f"remark {row} {column}" for column in range(columns)) for row in range(15)]
    return table(headers, [(f"Topic {row}", *remarks[row]) for row in range(15)])


def of_cell_length(characters: int) -> str:
    """Fifteen rows with one lecture each, whose topic has so many characters."""
    times = characters // len(LENGTHENED) + 1
    return table(
        ["Lecture"],
        [((f"Topic {row}" + LENGTHENED * times)[:characters].strip(),) for row in range(15)],
    )


def of_tables(tables: int) -> str:
    """Fifteen rows with one lecture each, and so many tables that are no schedule."""
    lists = (
        f"\n## List {number}\n\n| Name | Mail | Office |\n|---|---|---|\n"
        f"| Person {number} | p{number}@example.org | Room {number % 40} |\n"
        f"| Other {number} | o{number}@example.org | Room {number % 50} |\n"
        for number in range(tables)
    )
    return of_rows(15) + "".join(lists)


def of_years(years: int) -> str:
    """1,500 rows with one lecture each, from the middle of so many years to 2037 at the latest."""
    first = dt.date(2030 - years // 2, 1, 7)
    return table(["Lecture"], [(f"Topic {row}",) for row in range(1_500)], first, years * 365)


def table(
    headers: list[str],
    rows: list[tuple[str, ...]],
    first: dt.date = TERM[0],
    days: int = TERM[1],
) -> str:
    """A page with one table, its rows spread over the weekdays of so many days."""
    dates = [first + dt.timedelta(days=day) for day in range(days)]
    dates = [date for date in dates if date.weekday() < 5]  # noqa: PLR2004 (Saturday)
    lines = ["# A course of one term", "", f"| Date | {' | '.join(headers)} |"]
    lines += ["|---|" + "---|" * len(headers)]
    for number, cells in enumerate(rows):
        date = dates[number * len(dates) // len(rows)]
        lines.append(f"| {date:%d/%m/%Y} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
