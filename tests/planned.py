import datetime as dt
from typing import Any

from syllabical import plan, timezones
from syllabical.diagnostics import Report
from syllabical.model.event import Day, Event, Hours
from syllabical.model.schedule import (
    CourseInfo,
    Schedule,
    Track,
)
from syllabical.model.syllabus import Entry, Kind, Syllabus, Week
from syllabical.source import Source

SOURCE = Source("page.md", "| 17/03/2019 | Lecture |\n" * 40)
ZONE = "Asia/Jerusalem"
SUNDAY = dt.date(2019, 3, 17)
TRACKS = {"lecture": Track(at="13:30-15:30", place="Taub 7")}


def entry(title: str, week: int = 0, **more: Any) -> Entry:
    chosen: dict[str, Any] = {
        "kind": Kind.CLASS,
        "track": "Lecture",
        "date": SUNDAY + dt.timedelta(weeks=week),
        "lines": (title,),
        "at": SOURCE.span(15 + 25 * week, 22 + 25 * week),
    }
    return Entry(title=title, **(chosen | more))


def syllabus(*entries: Entry) -> Syllabus:
    weeks = tuple(
        Week(
            date=one.date,
            entries=(one,),
            at=SOURCE.span(0, 24),
            date_at=SOURCE.span(2, 12),
        )
        for one in entries
    )
    return Syllabus(weeks=weeks, tracks=tuple(dict.fromkeys(one.track for one in entries)))


def schedule(**more: Any) -> Schedule:
    chosen: dict[str, Any] = {"course": CourseInfo(short="CS1"), "timezone": ZONE, "tracks": TRACKS}
    return Schedule(**(chosen | more))


def planned(*entries: Entry, **more: Any) -> tuple[Event, ...]:
    report = Report()
    events = plan.events(syllabus(*entries), schedule(**more), report)
    assert list(report) == []
    return events


def said(*entries: Entry, **more: Any) -> list[str]:
    report = Report()
    plan.events(syllabus(*entries), schedule(**more), report)
    return [f"{one.severity}[{one.code}]: {one.message} / {one.help}" for one in report]


def told(events: tuple[Event, ...]) -> list[str]:
    return [f"{when(event)} {event.summary}" for event in events]


def when(event: Event) -> str:
    match event.when:
        case Hours(starts, ends):
            return f"{starts:%a %d/%m %H:%M}–{ends:%H:%M}"
        case Day(date, until):
            return f"{date:%a %d/%m}" + (f"–{until:%d/%m}" if until else "")


def hours(date: dt.date, starts: str, ends: str) -> Hours:
    moments = [dt.datetime.combine(date, dt.time.fromisoformat(at)) for at in (starts, ends)]
    return Hours(*(timezones.first_instant(moment, ZONE) for moment in moments))
