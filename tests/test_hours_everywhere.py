"""Hours mean the same wherever they are written."""

import datetime as dt
import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages import page, read, table
from syllabical import plan
from syllabical.diagnostics import Report
from syllabical.draft.prose import stated_meeting
from syllabical.model.event import Hours
from syllabical.model.schedule import Schedule
from syllabical.model.syllabus import Entry, Kind
from syllabical.model.table import Passage, Table, Where
from syllabical.read import schedule_file
from syllabical.source import Source

Answer = str
"""`13:30-15:30`, or `13:30` where a place has room for the start alone."""


def in_schedule(text: str) -> Answer:
    report = Report()
    written = f"timezone: UTC\ntracks: {{L: {{at: {json.dumps(text)}}}}}"
    schedule = schedule_file(Source("schedule.yaml", written), report)
    assert schedule is not None
    return schedule.tracks["L"].at or str([said.message for said in report])


def in_prose(text: str) -> Answer:
    at = Source("", "").span()
    said = [Passage(Where.PROSE, f"Lectures: Mondays {text}, room E.12", at)]
    return stated_meeting("Lecture", ["Lecture"], (0,), said).hours


def in_a_date_cell(text: str) -> Answer:
    return spelled(entry(table("Date | Lecture", f"14 Sep 2026 {text} | Cells")))


def before_a_date(text: str) -> Answer:
    return spelled(entry(table("Date | Lecture", f"Monday {text}, 14 Sep 2026 | Cells")))


def in_a_time_column(text: str) -> Answer:
    return spelled(entry(table("Date | Time | Lecture", f"14 Sep 2026 | {text} | Cells")))


def in_an_exam(text: str) -> Answer:
    made = table("Date | Lecture", "14 Sep 2026 | Cells", f"21 Sep 2026 | Midterm exam {text}")
    return spelled(entry(made, Kind.EXAM))


def in_two_columns(first: str, last: str) -> Answer:
    made = table("Date | Start | End | Lecture", f"14 Sep 2026 | {first} | {last} | Cells")
    return spelled(entry(made))


def in_a_deadline(text: str) -> Answer:
    made = table("Date | Lecture | Homework", f"14 Sep 2026 | Cells | HW1 due {text}")
    return spelled(entry(made, Kind.HOMEWORK_DUE))


def in_a_due_column(text: str) -> Answer:
    made = table("Date | Lecture | Homework | Due", f"14 Sep 2026 | Cells | HW1 | 18 Sep {text}")
    return spelled(entry(made, Kind.HOMEWORK_DUE))


def entry(made: Table, kind: Kind = Kind.CLASS) -> Entry:
    syllabus, _ = read(page(made))
    assert syllabus is not None
    return next(e for week in syllabus.weeks for e in week.entries if e.kind is kind)


def spelled(found: Entry) -> Answer:
    return "-".join(f"{time:%H:%M}" for time in (found.starts, found.ends) if time is not None)


CLASSES: tuple[Callable[[str], Answer], ...] = (
    in_schedule, in_prose, in_a_date_cell, in_a_time_column,
)  # fmt: skip
DEADLINES: tuple[Callable[[str], Answer], ...] = (in_a_deadline, in_a_due_column)


@pytest.mark.parametrize(
    ("first", "joint", "last", "starts", "ends"),
    [
        ("1:30", "-", "3:30", "13:30", "15:30"),
        ("12:30", "-", "2", "12:30", "14:00"),
        ("16", "-", "18", "16:00", "18:00"),
        ("13.30", "–", "15.00 Uhr", "13:30", "15:00"),
        ("1:30", "-", "3:30pm", "13:30", "15:30"),
        ("11", "-", "1pm", "11:00", "13:00"),
        ("9", "-", "11", "09:00", "11:00"),
        ("8:00", "–", "9:30", "08:00", "09:30"),
        ("10h15", "-", "12h", "10:15", "12:00"),
        ("14h", "-", "16h", "14:00", "16:00"),
        ("2pm", "–", "4:30", "14:00", "16:30"),
        ("noon", "-", "1pm", "12:00", "13:00"),
        ("10:00", " to ", "11:30 a.m.", "10:00", "11:30"),
        ("오후 2시", "-", "4시", "14:00", "16:00"),
        ("下午2点", "-", "4点", "14:00", "16:00"),
        ("23:00", "-", "1:00", "23:00", "01:00"),
        ("7", "-", "9", "07:00", "09:00"),
        ("01:30", "-", "03:30", "01:30", "03:30"),
        ("11:30", "-", "01:00", "11:30", "13:00"),
        ("14 Uhr", " bis ", "16 Uhr", "14:00", "16:00"),
        ("14h30", " à ", "16h00", "14:30", "16:00"),
        ("오전 11시", " - ", "오후 1시", "11:00", "13:00"),
        ("9:00 AM", " - ", "10:15 AM", "09:00", "10:15"),
        ("10:30", "–", "noon", "10:30", "12:00"),
        ("6", "–", "8:30 PM", "18:00", "20:30"),
    ],
)
def test_hours_mean_the_same_wherever_they_are_written(
    first: str, joint: str, last: str, starts: str, ends: str
) -> None:
    assert everywhere(first, joint, last) == expected(first, joint, last, starts, ends)


def everywhere(first: str, joint: str, last: str) -> dict[str, Answer]:
    text = f"{first}{joint}{last}"
    found = {place.__name__: place(text) for place in places(text)}
    return {**found, "in_two_columns": in_two_columns(first, last)}


def expected(first: str, joint: str, last: str, starts: str, ends: str) -> dict[str, Answer]:
    both = f"{starts}-{ends}"
    found = {
        place.__name__: starts if place in DEADLINES else both
        for place in places(f"{first}{joint}{last}")
    }
    return {**found, "in_two_columns": both}


def places(text: str) -> tuple[Callable[[str], Answer], ...]:
    """Where a text counts as hours. A title such as `HW 2-4` holds numbers of all kinds."""
    if text.replace("-", "").isdigit():
        return (*CLASSES, in_a_due_column)
    before = () if re.search(r"-\d+$", text) else (before_a_date,)
    return (*CLASSES, *before, in_an_exam, *DEADLINES)


def of_12(time: dt.time, *, half: bool = True) -> str:
    return f"{time.hour % 12 or 12}:{time:%M}" + (f" {time:%p}" if half else "")


NOTATIONS: dict[str, Callable[[dt.time, dt.time], tuple[str, str, str]]] = {
    "of 24": lambda a, b: (f"{a:%H:%M}", "-", f"{b:%H:%M}"),
    "of 24, plainly": lambda a, b: (f"{a.hour}:{a:%M}", " – ", f"{b.hour}:{b:%M}"),
    "of 12, half unsaid": lambda a, b: (of_12(a, half=False), "-", of_12(b, half=False)),
    "of 12, half said once": lambda a, b: (of_12(a, half=False), "-", of_12(b)),
    "of 12, half of the start": lambda a, b: (of_12(a), " to ", of_12(b, half=False)),
    "of 12": lambda a, b: (of_12(a), " - ", of_12(b)),
    "German": lambda a, b: (f"{a.hour}.{a:%M}", "–", f"{b.hour}.{b:%M} Uhr"),
    "French": lambda a, b: (f"{a.hour}h{a:%M}", " à ", f"{b.hour}h{b:%M}"),
    "Korean": lambda a, b: (korean(a), " - ", korean(b)),
}


def korean(time: dt.time) -> str:
    half = "오전" if time.hour < 12 else "오후"
    return f"{half} {time.hour % 12 or 12}시 {time.minute}분"


starts = st.integers(7 * 60, 18 * 60 - 1)
lengths = st.integers(1, 6 * 60 - 1)


@given(starts, lengths, st.sampled_from(sorted(NOTATIONS)))
def test_hours_of_a_day_mean_the_same_in_every_notation(start: int, length: int, name: str) -> None:
    first, last = (dt.time(*divmod(minutes, 60)) for minutes in (start, start + length))
    written = NOTATIONS[name](first, last)

    assert everywhere(*written) == expected(*written, f"{first:%H:%M}", f"{last:%H:%M}")


def test_the_other_rows_of_a_column_say_the_half_of_the_day() -> None:
    made = table(
        "Date | Time | Lecture",
        "14 Sep 2026 | 7-9pm | Sets",
        "21 Sep 2026 | 7-9 | Maps",
        "28 Sep 2026 | 8-10 | Trees",
    )
    syllabus, _ = read(page(made))

    assert syllabus is not None
    assert [spelled(e) for week in syllabus.weeks for e in week.entries] == [
        "19:00-21:00", "19:00-21:00", "08:00-10:00",
    ]  # fmt: skip


@pytest.mark.parametrize("place", [in_a_date_cell, in_a_time_column, in_an_exam])
def test_an_end_that_no_class_has_is_no_end(place: Callable[[str], Answer]) -> None:
    assert place("15:30-13:30") == "15:30"
    assert in_schedule("15:30-13:30") == "['`15:30-13:30` ends before it starts']"


@pytest.mark.parametrize("text", ["2-4", "chapters 2-4", "HW 2.10-2.12", "10-605", "9/11", "(2h)"])
def test_other_numbers_are_no_hours_of_a_title(text: str) -> None:
    assert in_an_exam(text) == ""


@pytest.mark.parametrize(
    ("hour", "due"),
    [
        ("24:00", "2026-09-19 00:00"),
        ("midnight", "2026-09-19 00:00"),
        ("12am", "2026-09-19 00:00"),
        ("00:00", "2026-09-18 00:00"),
        ("noon", "2026-09-18 12:00"),
        ("5:00", "2026-09-18 17:00"),
        ("11:59PMEST", "2026-09-18 23:59"),
    ],
)
@pytest.mark.parametrize("column", ["Homework", "Due"])
def test_midnight_is_the_end_of_the_day_on_which_homework_is_due(
    column: str, hour: str, due: str
) -> None:
    words = {"Homework": f"HW1 due 18 Sep {hour} |", "Due": f"HW1 | 18 Sep {hour}"}
    made = table("Date | Lecture | Homework | Due", f"14 Sep 2026 | Cells | {words[column]}")
    syllabus, _ = read(page(made))
    assert syllabus is not None

    events = plan.events(syllabus, Schedule(timezone="UTC"), Report())

    [deadline] = [event for event in events if event.kind is Kind.HOMEWORK_DUE]
    assert isinstance(deadline.when, Hours)
    assert f"{deadline.when.ends:%Y-%m-%d %H:%M}" == due
