import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from planned import SOURCE, schedule, syllabus
from syllabical import plan, publish
from syllabical.diagnostics import Report
from syllabical.model.edition import Edition
from syllabical.model.schedule import Added, Change, Due, Homework, Slot, Track, Weekly
from syllabical.model.syllabus import Detail, Entry, Kind
from syllabical.timezones import YEARS
from term import NOW

any_text = st.text(st.characters(codec=None), max_size=40)
FIRST, LAST = dt.date(YEARS[0], 1, 1), dt.date(YEARS[-1], 12, 31)
dates = st.dates(FIRST, LAST) | st.dates(dt.date(2019, 3, 1), dt.date(2019, 4, 10))
weekdays = st.sampled_from([None, "Monday", "Sunday"])
hours = st.sampled_from([None, "02:30-04:00", "23:00-01:30", "00:00-24:00"])
times = st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0))
slots = st.builds(Slot, weekday=weekdays, at=hours, place=any_text, online=any_text)
entries = st.builds(
    Entry,
    kind=st.sampled_from(Kind),
    track=st.sampled_from(["Lecture", "Tutorial", ""]) | any_text,
    title=any_text,
    number=st.none() | any_text,
    date=dates,
    until=st.none() | dates,
    starts=times,
    ends=times,
    lines=st.lists(any_text, max_size=2).map(tuple),
    details=st.lists(st.builds(Detail, any_text, st.tuples(any_text)), max_size=1).map(tuple),
    at=st.just(SOURCE.span(0, 5)),
)
schedules = st.builds(
    schedule,
    timezone=st.sampled_from(["", "Asia/Jerusalem", "Africa/Casablanca", "America/New_York", "no"]),
    tracks=st.fixed_dictionaries(
        {
            "lecture": st.builds(
                Track,
                weekday=weekdays,
                at=hours,
                groups=st.dictionaries(any_text, slots, max_size=2),
            )
        }
    ),
    exams=st.none() | slots,
    homework=st.builds(
        Homework,
        release=st.sampled_from(["all-day", "hidden", "02:30"]),
        due=st.none()
        | st.builds(
            Due,
            after=st.sampled_from([None, "2 weeks", "9999 weeks", "36 hours"]),
            at=st.sampled_from([None, "24:00", "02:45"]),
        ),
    ),
    exceptions=st.dictionaries(
        dates,
        st.dictionaries(
            st.sampled_from(["", "lecture", "lab"]),
            st.builds(
                Change, date=st.none() | dates, at=hours, title=any_text, cancelled=st.booleans()
            ),
            max_size=1,
        ),
        max_size=2,
    ),
    added=st.lists(
        st.builds(Added, title=any_text, date=dates, until=st.none() | dates, at=hours), max_size=2
    ).map(tuple),
    weekly=st.dictionaries(
        st.just("office"),
        st.builds(
            Weekly,
            title=any_text,
            weekday=st.just("Friday"),
            at=st.just("02:30-03:30"),
            first=st.none() | dates,
            until=st.none() | dates,
            every=st.integers(1, 52),
        ),
        max_size=1,
    ),
    times=st.sampled_from(["local", "utc"]),
)


@given(st.lists(entries, max_size=4), schedules)
def test_whatever_is_asked_for_becomes_a_feed_that_is_whole(
    drawn: list[Entry], asked: object
) -> None:
    report = Report()
    events = plan.events(syllabus(*drawn), asked, report)  # type: ignore[arg-type]
    editions = [
        Edition(event=event, uid=f"0b0a1f6e-0000-5000-8000-{number:012}", stamp=NOW)
        for number, event in enumerate(events)
    ]
    octets = publish.main_feed(editions, asked, report)  # type: ignore[arg-type]

    assert len({(event.track, event.key) for event in events}) == len(events)
    assert all(event.title and event.summary and len(event.summary) <= 120 for event in events)
    assert bool(octets) == bool(events)
    assert all(len(line) <= 75 for line in octets.split(b"\r\n"))
