import datetime as dt
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
import pytest
import vobject
from click.testing import CliRunner
from icalendar.prop import vCategory, vText

import strictly
from syllabical.cli import main

STORIES = Path(__file__).parent / "feeds_of_0_1"
NAMES = sorted(story.name for story in STORIES.iterdir() if story.is_dir())
PROPERTIES = [
    "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "RRULE", "EXDATE", "SUMMARY",
    "DESCRIPTION", "LOCATION", "URL", "CATEGORIES", "STATUS", "TRANSP",
]  # fmt: skip
ZONES = [
    "America/New_York", "Asia/Jerusalem", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Berlin",
]  # fmt: skip

Events = dict[str, dict[str, object]]
"""By UID: what a reader finds under each property."""


class Feeds(NamedTuple):
    """The feeds of a story by file name: as 0.1 left them, and as they are after a build."""

    old: dict[str, bytes]
    new: dict[str, bytes]


def by_icalendar(feed: bytes) -> Events:
    events = icalendar.Calendar.from_ical(feed).events
    found: Events = {
        str(event["UID"]): {
            **{name: plainly(event[name]) for name in PROPERTIES if name in event},
            "VALARM": [alarm.to_ical() for alarm in event.walk("VALARM")],
        }
        for event in events
    }
    assert len(found) == len(events)
    return found


def plainly(value: Any) -> object:
    match value:
        case vText():
            return str(value)
        case vCategory():
            return [str(each) for each in value.cats]
        case list():
            return [plainly(each) for each in value]
        case _:
            return dict(getattr(value, "params", {})), value.to_ical()


def by_vobject(feed: bytes) -> Events:
    known = vars(vobject.icalendar)["__tzidMap"]
    for zone in set(known) - {"UTC"}:
        del known[zone]  # so that hours are read by the rules of this very feed
    events = vobject.readOne(feed.decode()).vevent_list
    found: Events = {
        event.uid.value: {
            name: [natively(line.value) for line in event.contents[name.lower()]]
            for name in PROPERTIES
            if name.lower() in event.contents
        }
        for event in events
    }
    assert len(found) == len(events)
    return found


def natively(value: object) -> object:
    match value:
        case dt.date():
            return value.isoformat()
        case list():
            return [natively(each) for each in value]
        case _:
            return value


READERS = [by_icalendar, by_vobject]


@pytest.fixture(scope="module", params=NAMES)
def feeds(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Feeds:
    return built(request.param, tmp_path_factory.mktemp("story"))


def built(story: str, folder: Path) -> Feeds:
    shutil.copytree(STORIES / story, folder, dirs_exist_ok=True)
    public = folder / "published"
    old = {path.name: path.read_bytes() for path in public.iterdir()}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SOURCE_DATE_EPOCH", days_later(old.values()))
        named = set(build())
        if any(name.endswith("-import.ics") for name in old):
            named |= set(build("--import"))
    return Feeds(old, {name: (public / name).read_bytes() for name in named})


def build(*options: str) -> Iterator[str]:
    run = CliRunner().invoke(main, ["build", "--out", "published", *options])
    assert run.exit_code == 0, run.output
    for written in re.finditer(r"^(?:wrote|unchanged:) published/(.+)$", run.stdout, re.MULTILINE):
        yield written[1]


def days_later(feeds: Iterable[bytes]) -> str:
    stamps = re.findall(rb"^DTSTAMP:(\w+)Z\r$", b"".join(feeds), re.MULTILINE)
    last = dt.datetime.strptime(f"{max(stamps).decode()}+0000", "%Y%m%dT%H%M%S%z")
    return str(int((last + dt.timedelta(days=5)).timestamp()))


@pytest.mark.parametrize("read", READERS)
def test_a_feed_of_the_first_version_is_taken_over_without_a_change(
    feeds: Feeds, read: Callable[[bytes], Events]
) -> None:
    assert feeds.new.keys() == feeds.old.keys()
    for name, old in feeds.old.items():
        assert read(feeds.new[name]) == read(old), name


def test_a_feed_of_the_first_version_is_written_in_the_same_bytes(feeds: Feeds) -> None:
    assert feeds.new.keys() == feeds.old.keys()
    for name, old in feeds.old.items():
        assert feeds.new[name].split(b"\r\n") == old.split(b"\r\n"), name


def test_the_kept_feeds_hold_all_that_a_feed_may_hold() -> None:
    lines = set[str]()
    for feed in STORIES.glob("*/published/*.ics"):
        lines |= set(feed.read_text("utf-8").splitlines())

    assert {"SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:2"} <= lines
    assert {"STATUS:CONFIRMED", "STATUS:CANCELLED", "BEGIN:VALARM"} <= lines
    assert {"TRANSP:OPAQUE", "TRANSP:TRANSPARENT"} <= lines
    assert {f"TZID:{zone}" for zone in ZONES} <= lines
    for begins in ("RRULE:", "EXDATE;TZID=", "DTSTART:", "DTSTART;TZID=", "DTSTART;VALUE=DATE:"):
        assert any(line.startswith(begins) for line in lines), begins


HALL = r'Hall "A", wing; \Nord'
LEFT = r'C:\Net\1; left, then "right"'
MEANT = {
    r"S,I;G\N Lecture: The operator \Nabla, its friends; and its foes": (
        HALL,
        [
            r"The operator \Nabla, its friends; and its foes",
            "",
            "Lab: Ink",
            "Notes: bring a pen",
        ],
    ),
    r"S,I;G\N Lecture: A break is \n, or \N, or \n; never a comma": (
        HALL,
        [
            r"A break is \n, or \N, or \n; never a comma",
            "",
            "Lab: Paper",
            r"Homework: HW1: \nabla, twice",
            "Notes:",
            "- one",
            "- two, with a comma",
            r"- three; \N",
        ],
    ),
    r'S,I;G\N Lecture: "Quoted", he said; "twice, quoted"': (
        HALL,
        ['"Quoted", he said; "twice, quoted"', "", "Notes: C:\\New\\notes\\"],
    ),
    "S,I;G\\N Lecture: \\\\server\\share\\Nightly, a;b\\": (
        HALL,
        [
            "\\\\server\\share\\Nightly, a;b\\",
            "",
            "Lab: Glue",
            "Homework: HW2",
            'Notes: a;b,c:d=e^n ^\' ^^ "f"',
        ],
    ),
    r'S,I;G\N Lecture: Sets without \ and with "quotes", at last; really': (
        r"Hall \N, B",
        [r'Sets without \ and with "quotes", at last; really', "", r"Notes: \\\\N"],
    ),
    r"S,I;G\N Lecture: 50 % of 7 · 8 : 9 = 10, BEGIN:VEVENT": (
        HALL,
        [
            "50 % of 7 · 8 : 9 = 10, BEGIN:VEVENT",
            "",
            "Lab: Thread",
            "Notes:",
            "- END:VEVENT",
            "- UID:none",
        ],
    ),
    r"S,I;G\N Lecture: Less < more > none & &amp; | a pipe": (
        HALL,
        ["Less < more > none & &amp; | a pipe", "", 'Notes: "both"'],
    ),
    r"S,I;G\N Lecture: \N\N\n\\N;;,,\;": (HALL, [r"\N\N\n\\N;;,,\;"]),
    r"S,I;G\N Lab: Glue": (
        LEFT,
        [
            "Glue",
            "",
            r"Lecture: \\server\share\Nightly, a;b" + "\\",
            "Homework: HW2",
            'Notes: a;b,c:d=e^n ^\' ^^ "f"',
            "",
            "Online: https://meet.example.org/a,b;c?d=%5C%22",
        ],
    ),
    r"S,I;G\N HW1: \nabla, twice due": (
        "",
        [
            r"HW1: \nabla, twice",
            "",
            r"Lecture: A break is \n, or \N, or \n; never a comma",
            "Lab: Paper",
            "Notes:",
            "- one",
            "- two, with a comma",
            r"- three; \N",
        ],
    ),
    r'S,I;G\N: Help; "and" hints, \Now': (r"Room 3, \2", [r'Help; "and" hints, \Now']),
    r'S,I;G\N: Visit; \Nuremberg, "by rail"': (
        "",
        [r'Visit; \Nuremberg, "by rail"', "", r"Tickets, seats; and \bags"],
    ),
    r'S,I;G\N: No class; the hall, "Hall \N", is closed': (
        "",
        [r'No class; the hall, "Hall \N", is closed'],
    ),
}
"""The place and the lines of each event, as the page and its schedule mean them."""


def test_texts_full_of_signs_arrive_as_the_page_means_them(tmp_path: Path) -> None:
    feed = built("signs-and-signals", tmp_path).new["s-i-g-n.ics"]
    calendar = icalendar.Calendar.from_ical(feed)
    first = [
        tuple(str(event.get(name, "")) for name in ("SUMMARY", "LOCATION", "DESCRIPTION"))
        for event in calendar.events
    ]
    second = [
        tuple(event.getChildValue(name, "") for name in ("summary", "location", "description"))
        for event in vobject.readOne(feed.decode()).vevent_list
    ]

    assert (
        strictly.calendar(feed).text("NAME") == r'S,I;G\N: Signs, signals; and the \ "between" them'
    )
    assert (
        calendar.description == r'Signs, signals; and the \ "between" them, Autumn; 2025, part \1'
    )
    for told in (first, second):
        found = {summary: (place, text.split("\n")) for summary, place, text in told}
        assert {summary: found.get(summary) for summary in MEANT} == MEANT
