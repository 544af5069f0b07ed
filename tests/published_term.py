"""Published events of a term, to be shown."""

import datetime as dt
from zoneinfo import ZoneInfo

from syllabical.model.edition import Edition, Status
from syllabical.model.event import Day, Event, Hours, Repeats
from syllabical.model.syllabus import Kind

ZONE = ZoneInfo("Asia/Jerusalem")


def edition(
    kind: Kind,
    title: str,
    date: str,
    hours: str = "",
    *,
    number: str | None = None,
    place: str = "",
    track: str = "Lecture",
    status: Status = Status.CONFIRMED,
    repeats: Repeats | None = None,
) -> Edition:
    first, _, last = date.partition("/")
    day = dt.date.fromisoformat(first)
    when: Hours | Day = Day(day, dt.date.fromisoformat(last) if last else None)
    if hours:
        starts, ends = (dt.time.fromisoformat(part) for part in hours.split("-"))
        when = Hours(dt.datetime.combine(day, starts, ZONE), dt.datetime.combine(day, ends, ZONE))
    event = Event(
        key=title,
        kind=kind,
        track=track,
        number=number,
        title=title,
        summary=title,
        when=when,
        place=place,
        repeats=repeats,
    )
    return Edition(event=event, uid="", stamp=dt.datetime(2019, 3, 1, tzinfo=dt.UTC), status=status)


TERM = (
    edition(Kind.CLASS, "Introduction", "2019-03-17", "13:30-15:30", number="1", place="Taub 7"),
    edition(
        Kind.CLASS, "Python", "2019-03-17", "15:30-16:30", number="1", place="Taub 7", track="Lab"
    ),
    edition(Kind.CLASS, "מבוא ללמידה", "2019-03-24", "13:30-15:30", number="2", place="טאוב 7"),
    edition(Kind.HOMEWORK_RELEASE, "HW1", "2019-03-24"),
    edition(Kind.CLASS, "监督学习 and a very long tail of words", "2019-03-25", "13:30-15:30"),
    edition(Kind.HOMEWORK_DUE, "HW1", "2019-04-07", "23:44-23:59"),
    edition(Kind.NO_CLASS, "Passover", "2019-04-18/2019-04-27"),
    edition(Kind.CLASS, "Strike", "2019-04-28", "13:30-15:30", number="3", status=Status.CANCELLED),
    edition(Kind.EXAM, "Final exam 🎓", "2019-12-30", "09:00-12:00", place="Ullman 300"),
)
