import datetime as dt
import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins

from syllabical.diagnostics import Report, Severity
from syllabical.model.schedule import (
    Added,
    Change,
    CourseInfo,
    Dates,
    Due,
    Feed,
    Homework,
    PageRef,
    Places,
    Rules,
    Schedule,
    Slot,
    Track,
    Weekly,
    Words,
)
from syllabical.model.syllabus import Kind
from syllabical.read import schedule_file
from syllabical.read.schedule.scalars import trimmed
from syllabical.source import Source


def read(text: str) -> Schedule | None:
    report = Report()
    found = schedule_file(Source("schedule.yaml", text), report)
    assert [f"{said.at} {said.message}" for said in report] == []
    return found


def told(text: str) -> list[tuple[str, str, str, str]]:
    report = Report()
    schedule_file(Source("s", text), report)
    return [
        (str(each.at)[2:], each.code, each.message, each.help)
        for each in report
        if each.severity is Severity.ERROR
    ]


FULL = """
course: {name: "CS1: Deep", short: 236605, term: Spring, url: "https://a.org/x/", country: il}
timezone: Asia/Jerusalem
page: {path: info.md, table: 2}
dates: {order: Day-first, year: 2019, language: he}
tracks:
  Lecture: 1:30pm-3:30pm
  Tutorial:
    weekday: mon
    at: 13.30 – 15.30
    place: Taub 7
    groups: {11: {weekday: Tuesday, at: 9-11am}, 12: }
homework: {column: HW, release: 10:00, due: {after: 2 weeks, at: 24:00, on: {HW1: 2019-04-07}}}
presentations: 13:30-16:30
exams: {place: Gym}
words: {no-class: [strike, off], exam: quest}
exceptions:
  2019-05-12: {lecture: {at: "15:00-17:00", place: Taub 1}, tutorial: cancelled}
  2019/5/19: cancelled
  2019-05-26: {date: 2019-05-28}
added:
  - {title: Visit, date: 2019-06-01, until: 2019-06-02, kind: other}
weekly:
  office: {title: Office hours, weekday: Sundays, at: 10:30-11:30, except-on: 2019-05-05}
feeds: {lectures.ics: {tracks: Lecture, kinds: [class, No class]}, one: {group: 11}}
published: https://a.org/x.ics
removed: mark
times: utc
checks: {allow: number-skipped}
"""


def test_a_whole_schedule_is_read() -> None:
    assert read(FULL) == Schedule(
        course=CourseInfo(
            name="CS1: Deep",
            short="236605",
            term="Spring",
            url="https://a.org/x/",
            country="IL",
        ),
        timezone="Asia/Jerusalem",
        page=PageRef(path="info.md", table=2),
        dates=Dates(order="day-first", year=2019, language="he"),
        tracks={
            "Lecture": Track(at="13:30-15:30"),
            "Tutorial": Track(
                weekday="Monday",
                at="13:30-15:30",
                place="Taub 7",
                groups={"11": Slot(weekday="Tuesday", at="09:00-11:00"), "12": Slot()},
            ),
        },
        homework=Homework(
            column="HW",
            release="10:00",
            due=Due(after="2 weeks", at="24:00", on={"HW1": dt.date(2019, 4, 7)}),
        ),
        presentations=Slot(at="13:30-16:30"),
        exams=Slot(place="Gym"),
        words=Words(no_class=("strike", "off"), exam=("quest",)),
        exceptions={
            dt.date(2019, 5, 12): {
                "lecture": Change(at="15:00-17:00", place="Taub 1"),
                "tutorial": Change(cancelled=True),
            },
            dt.date(2019, 5, 19): {"": Change(cancelled=True)},
            dt.date(2019, 5, 26): {"": Change(date=dt.date(2019, 5, 28))},
        },
        added=(Added(title="Visit", date=dt.date(2019, 6, 1), until=dt.date(2019, 6, 2)),),
        weekly={
            "office": Weekly(
                title="Office hours",
                weekday="Sunday",
                at="10:30-11:30",
                except_on=(dt.date(2019, 5, 5),),
            )
        },
        feeds={
            "lectures": Feed(tracks=("Lecture",), kinds=(Kind.CLASS, Kind.NO_CLASS)),
            "one": Feed(group="11"),
        },
        published="https://a.org/x.ics",
        removed="mark",
        times="utc",
        checks=Rules(allow=("number-skipped",)),
    )


def test_values_know_their_places() -> None:
    found = read(FULL)
    assert found is not None

    texts = {
        key: at.text
        for key, at in [
            ("timezone", found.where("timezone")),
            ("at", found.tracks["Tutorial"].where("at")),
            ("shorthand", found.tracks["Lecture"].where("at")),
            ("key", found.where("tracks.Tutorial")),
            ("date", found.where("exceptions.2019-05-19")),
            ("word", found.words.where("no_class.1")),
            ("merged", found.exceptions[dt.date(2019, 5, 12)]["lecture"].where("place")),
            ("default", found.exams.where("at") if found.exams else None),
        ]
        if at
    }

    assert texts == {
        "timezone": "Asia/Jerusalem",
        "at": "13.30 – 15.30",
        "shorthand": "1:30pm-3:30pm",
        "key": "Tutorial",
        "date": "2019/5/19",
        "word": "off",
        "merged": "Taub 1",
        "default": "{place: Gym}",
    }


def test_keys_with_nothing_behind_them_are_left_out() -> None:
    assert read("page:\ntracks:\n  Lecture:\nwords: {no-class: }\nadded: [~]\n") == Schedule(
        tracks={"Lecture": Track()}
    )


def test_all_problems_are_told_in_one_run() -> None:
    text = (
        "timezon: Asia/Jeruslem\n"
        "tracks:\n"
        "  Lecture:\n"
        "    hours: 15:30-13:30\n"
        "    room: Taub 7\n"
        "    weekday: Sundy\n"
        "    weekday: Monday\n"
        "exceptions:\n"
        "  2019-02-30: cancelled\n"
        "  12/05/2019: cancelled\n"
        "  2019-05-12: {lectrue: cancelled}\n"
        "added:\n"
        "  - title: Visit\n"
        "feeds:\n"
        "  ../x: {kinds: clas}\n"
        "name: Deep Learning\n"
    )

    assert told(text) == [
        ("1:1", "unknown-key", "`timezon` is no key here", "did you mean `timezone`?"),
        ("4:5", "unknown-key", "`hours` is no key here", "did you mean `at`?"),
        (
            "4:12",
            "ends-before-it-starts",
            "`15:30-13:30` ends before it starts",
            "did you mean `13:30-15:30`? Hours over midnight are 9 at most",
        ),
        ("5:5", "unknown-key", "`room` is no key here", "did you mean `place`?"),
        ("6:14", "unknown-word", "`Sundy` is no `weekday`", "did you mean `Sunday`?"),
        ("7:5", "duplicate-key", "`weekday` is given twice", "keep one of them"),
        (
            "9:3",
            "date-does-not-exist",
            "`2019-02-30` is no day of the calendar",
            "correct its day or its month",
        ),
        (
            "10:3",
            "date-unreadable",
            "`12/05/2019` is no date with its year first",
            "write `2019-05-12` or `2019-12-05`",
        ),
        ("13:5", "missing-key", "`date` is missing here", "add `date`"),
        (
            "15:3",
            "wrong-type",
            "`../x` is not a file name without its folder",
            "write it as in `lectures`",
        ),
        (
            "16:1",
            "unknown-key",
            "`name` is no key here",
            "did you mean `name` under `course`?",
        ),
        (
            "1:10",
            "unknown-zone",
            "`Asia/Jeruslem` is no time zone",
            "did you mean `Asia/Jerusalem`?",
        ),
        ("11:16", "unknown-track", "`lectrue` is no track", "did you mean `Lecture`?"),
    ]


def test_a_key_given_twice_shows_the_first_one() -> None:
    report = Report()
    schedule_file(Source("s", "times: utc\ntimes: local\n"), report)

    [said] = report
    assert [(note.message, str(note.at)) for note in said.notes] == [("the first one", "s:1:1")]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("hours", "at"), ("time", "at"), ("Time", "at"), ("room", "place"),
        ("location", "place"), ("day", "weekday"), ("zoom", "online"), ("link", "online"),
        ("header", "column"), ("wekday", "weekday"), ("sections", "groups"),
    ],
)  # fmt: skip
def test_the_key_of_a_track_that_was_meant_is_guessed(key: str, meant: str) -> None:
    found = [said for said in told(f"tracks: {{L: {{{key}: }}}}") if said[1] == "unknown-key"]

    assert [said[3] for said in found] == [f"did you mean `{meant}`?"]


@pytest.mark.parametrize(
    ("key", "help_"),
    [
        ("tz", "did you mean `timezone`?"),
        ("time_zone", "did you mean `timezone`?"),
        ("overrides", "did you mean `exceptions`?"),
        ("office-hours", "did you mean `weekly`?"),
        ("table", "did you mean `table` under `page`?"),
        ("room", "did you mean `place` under `tracks`?"),
        ("semester", "did you mean `term` under `course`?"),
    ],
)
def test_the_key_at_the_top_that_was_meant_is_guessed(key: str, help_: str) -> None:
    assert told(f"{key}: ") == [("1:1", "unknown-key", f"`{key}` is no key here", help_)]


def test_a_key_that_belongs_at_the_top_is_sent_there() -> None:
    assert told("course: {timezone: UTC}")[0][3] == (
        "did you mean `timezone`, at the start of a line of its own?"
    )


@pytest.mark.parametrize(
    ("text", "code", "message", "help_"),
    [
        (
            "",
            "empty-schedule",
            "this file says nothing",
            "name the page that holds the schedule, as in `page: syllabus.md`",
        ),
        (
            "- a",
            "wrong-type",
            "a list stands where a group of keys belongs",
            "write its keys below it, indented: `course:`, `timezone:`, `page:`, `dates:`",
        ),
        (
            "tracks: [{Lecture: 9-11}]",
            "wrong-type",
            "a list stands where a group of keys belongs",
            "write `name: value`, one a line, without dashes",
        ),
        (
            "timezone: [UTC]",
            "wrong-type",
            "a list stands where a single value belongs",
            "write one value",
        ),
        (
            "course: {url: www.a.org}",
            "wrong-type",
            "`www.a.org` is not an address on the web",
            "write it as in `https://example.org/course/`",
        ),
        (
            "dates: {year: 19}",
            "wrong-type",
            "`19` is not between 1900 and 2200",
            "write a number from 1900 to 2200",
        ),
        (
            "dates: {language: Hebrew}",
            "wrong-type",
            "`Hebrew` is a name",
            "did you mean `he`?",
        ),
        (
            "dates: {order: dd/mm/yyyy}",
            "unknown-word",
            "`dd/mm/yyyy` is no `order`",
            "did you mean `day-first`?",
        ),
        (
            "homework: {due: two weeks}",
            "wrong-type",
            "`two weeks` is not a length of time",
            "write it as in `2 weeks`",
        ),
        (
            "tracks: {L: 10:30}",
            "hours-unreadable",
            "`10:30` is no pair of times",
            "say when it ends too, as in `10:30-12:30`",
        ),
        (
            "tracks: {L: Sunday 10:30-12:30}",
            "hours-unreadable",
            "`Sunday 10:30-12:30` is no pair of times",
            "write the weekday by itself: `weekday: Sunday` and `at: 10:30-12:30`",
        ),
        (
            "tracks: {L: 11:30-9:30}",
            "ends-before-it-starts",
            "`11:30-9:30` ends before it starts",
            "did you mean `09:30-11:30`? Hours over midnight are 9 at most",
        ),
        (
            "tracks: {L: {weekday: יום ראשון}}",
            "unknown-word",
            "`יום ראשון` is no `weekday`",
            "did you mean `Sunday`?",
        ),
        (
            "dates: {year: next}",
            "wrong-type",
            "`next` is no whole number",
            "write digits alone",
        ),
        (
            "exceptions: {2019-05-12: {a: {cancelled: maybe}}}",
            "wrong-type",
            "`maybe` is neither yes nor no",
            "write `yes` or `no`",
        ),
        (
            "tracks: {L: 9-9}",
            "ends-before-it-starts",
            "`9-9` ends when it starts",
            "leave the hours out for an event that lasts all day",
        ),
        (
            "added: {title: a, date: [2019-05-12]}",
            "wrong-type",
            "a list stands where a date belongs",
            "write one value",
        ),
        (
            "tracks: {L: Taub 7}",
            "hours-unreadable",
            "`Taub 7` is no pair of times",
            "write when it starts and ends, as in `13:30-15:30`; a room goes behind `place:`",
        ),
        (
            "added: {title: a, date: 2019-05-02, until: 2019-05-01}",
            "ends-before-it-starts",
            "`2019-05-01` comes before `2019-05-02`, on which it starts",
            "check both dates",
        ),
        (
            "tracks: {L: 9-11}",
            "timezone-missing",
            "hours are given, but no timezone",
            "add `timezone:`, as in `timezone: Europe/Berlin`",
        ),
        (
            "tracks: {L: {groups: {a: , b: }}}\nfeeds: {x: {group: c}}",
            "unknown-group",
            "`c` is no group of any track",
            "the groups are `a`, `b`",
        ),
    ],
)
def test_what_is_wrong_is_told_with_what_could_be_done(
    text: str, code: str, message: str, help_: str
) -> None:
    assert [said[1:] for said in told(text)] == [(code, message, help_)]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("course: Deep Learning", "course: {name: Deep Learning}"),
        ("page: info.md", "page: {path: info.md}"),
        ("dates: day-first", "dates: {order: day-first}"),
        ("homework: HW", "homework: {column: HW, due: }"),
        ("homework: {due: 2 weeks}", "homework: {due: {after: 2 weeks}}"),
        ("exams: 9-11", "exams: {at: 9-11}"),
        ("exceptions: {2019-05-12: off}", 'exceptions: {2019-05-12: {"": {cancelled: yes}}}'),
        ("exceptions: {2019-05-12: {a: 9-11}}", "exceptions: {2019-05-12: {a: {at: 9-11}}}"),
        (
            "exceptions: {2019-05-12: 2019-05-14}",
            'exceptions: {2019-05-12: {"": {date: 2019-05-14}}}',
        ),
        ("exams: \u200f13:30\xa0–\xa015:30\u200f", "exams: {at: 13:30-15:30}"),
        ("words: {exam: quest}", "words: {exam: [quest]}"),
        ("added: {title: a, date: 2019-05-12}", "added: [{title: a, date: 2019-05-12}]"),
    ],
)
def test_a_bare_word_stands_for_the_key_that_is_meant(short: str, long: str) -> None:
    assert read(f"timezone: UTC\n{short}") == read(f"timezone: UTC\n{long}")


def test_hours_are_spelled_by_the_clock_of_24_hours() -> None:
    text = "timezone: UTC\ntracks: {a: 1:30-3, b: 01:30-3, c: 11:30-1:30, d: 23:00-1:00}"

    schedule = read(text)

    assert schedule is not None
    assert [track.at for track in schedule.tracks.values()] == [
        "13:30-15:00", "01:30-03:00", "11:30-13:30", "23:00-01:00",
    ]  # fmt: skip


def test_a_track_that_only_the_page_may_know_is_not_an_error() -> None:
    text = "tracks: {Lab 1: {}}\nexceptions: {2019-05-12: {Lab 2: cancelled, homework: cancelled}}"

    assert told(text) == []


times = st.integers(0, 23 * 60 + 58).flatmap(
    lambda first: st.integers(first + 1, 24 * 60 - 1).map(
        lambda last: f"{first // 60:02}:{first % 60:02}-{last // 60:02}:{last % 60:02}"
    )
)
clocks = st.times().map(lambda time: f"{time:%H:%M}")
lapses = st.builds("{} {}".format, st.integers(1, 999), st.sampled_from(["days", "week"]))
texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029\ufeff"), max_size=8
)
lines = texts.map(trimmed)
names = st.text(st.characters(categories=["L"]), min_size=3, max_size=6).filter(
    lambda name: name != "places"
)
days = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
weekdays = st.sampled_from(["Monday", "Tuesday", "Sunday"])
addresses = st.sampled_from(["", "https://example.org/a"])


def some(struct: type, /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(struct, places=st.builds(Places), **fields)


slot = {
    "weekday": st.none() | weekdays,
    "at": st.none() | times,
    "place": lines,
    "online": lines,
}
schedules = some(
    Schedule,
    course=some(
        CourseInfo,
        name=lines,
        short=lines,
        term=lines,
        url=addresses,
        country=st.sampled_from(["", "IL", "US-CA"]),
    ),
    timezone=st.sampled_from(["Asia/Jerusalem", "UTC"]),
    page=st.none() | some(PageRef, path=lines, table=st.none() | st.integers(0, 99) | names),
    dates=some(Dates, year=st.none() | st.integers(1900, 2200), language=st.none()),
    tracks=st.dictionaries(
        names,
        some(
            Track,
            column=st.none() | names,
            groups=st.dictionaries(names, some(Slot, **slot), max_size=2),
            **slot,
        ),
        max_size=2,
    ),
    homework=some(
        Homework,
        column=st.none() | names,
        release=st.sampled_from(["all-day", "hidden"]) | clocks,
        due=st.none()
        | some(
            Due,
            after=st.none() | lapses,
            at=st.none() | clocks,
            on=st.dictionaries(names, days, max_size=2),
            alarm=st.none() | lapses,
        ),
    ),
    presentations=st.none() | some(Slot, **slot),
    exams=st.none() | some(Slot, **slot),
    words=some(
        Words,
        **{
            field: st.lists(names, max_size=3).map(tuple)
            for field in ("no_class", "presentation", "exam", "homework", "nothing")
        },
    ),
    exceptions=st.dictionaries(
        days,
        st.dictionaries(
            st.sampled_from(["homework", "exam", "presentation"]),
            some(
                Change,
                date=st.none() | days,
                title=lines,
                cancelled=st.booleans(),
                id=lines,
                **slot,
            ),
            min_size=1,
            max_size=2,
        ),
        max_size=2,
    ),
    added=st.lists(
        some(
            Added,
            title=names,
            date=days,
            until=st.just(dt.date(2200, 12, 31)),
            kind=st.sampled_from(Kind),
            at=st.none() | times,
            notes=lines,
        ),
        max_size=2,
    ).map(tuple),
    weekly=st.dictionaries(
        names,
        some(
            Weekly,
            **{
                **slot,
                "title": names,
                "weekday": weekdays,
                "at": times,
                "every": st.integers(1, 52),
                "on_no_class_days": st.booleans(),
                "except_on": st.lists(days, max_size=2).map(tuple),
            },
        ),
        max_size=2,
    ),
    feeds=st.dictionaries(
        names,
        some(Feed, name=lines, kinds=st.lists(st.sampled_from(Kind), max_size=2).map(tuple)),
        max_size=2,
    ),
    published=lines,
    removed=st.sampled_from(["drop", "mark"]),
    times=st.sampled_from(["local", "utc"]),
    checks=some(Rules, allow=st.lists(names, max_size=2).map(tuple)),
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("\u2066https://example.org/cs1.ics\u2069", "https://example.org/cs1.ics"),
        ("\u061c\u2060feed.ics\u200e \ufeff", "feed.ics"),
        ("\u3000\u2009feed.ics\xa0", "feed.ics"),
        ("\u2066", ""),
        ("a\u200fb c", "a\u200fb c"),
        ("\U0001f469\u200d", "\U0001f469\u200d"),
    ],
)
def test_invisible_marks_around_a_value_are_no_part_of_it(written: str, value: str) -> None:
    assert read(f"published: {written}\n") == Schedule(published=value)
    assert read(f'published: "{written}"\n') == Schedule(published=value)


def without_places(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_places(each) for key, each in value.items() if key != "places"}
    if isinstance(value, list | tuple):
        return [without_places(each) for each in value]
    return value


@given(schedules)
def test_a_schedule_written_as_yaml_reads_back(drawn: Schedule) -> None:
    text = yaml.safe_dump(without_places(to_builtins(drawn, str_keys=True)), allow_unicode=True)

    assert read(text) == drawn


@given(
    st.lists(st.tuples(st.integers(0, len(FULL)), st.integers(0, 20), texts), max_size=4),
)
def test_damage_anywhere_is_told_inside_the_file(wounds: list[tuple[int, int, str]]) -> None:
    text = FULL
    for start, length, replacement in wounds:
        text = text[:start] + replacement + text[start + length :]
    report = Report()

    schedule_file(Source("s", text), report)

    for said in report:
        assert said.at is not None
        assert 0 <= said.at.start <= said.at.end <= len(text)
        assert said.message
        assert "\n" not in said.message


def test_every_message_is_in_the_style_of_the_house() -> None:
    report = Report()
    schedule_file(Source("s", re.sub(r"[aeo]", "é", FULL)), report)
    schedule_file(Source("s", FULL.replace("2019", "19").replace("a", "")), report)

    said = [each.message for each in report]
    assert said
    assert [text for text in said if text[0].isupper() or text.endswith((".", "!"))] == []


@pytest.mark.parametrize("year", ["0001", "1899", "2201", "9999"])
def test_a_year_that_no_course_is_in_is_refused(year: str) -> None:
    report = Report()

    schedule_file(
        Source("schedule.yaml", f"timezone: UTC\nexceptions: {{{year}-05-12: off}}"), report
    )

    assert [(said.code, said.message) for said in report] == [
        ("date-does-not-exist", f"`{year}-05-12` is in none of the years from 1900 to 2200")
    ]
