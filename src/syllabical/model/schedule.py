"""What the staff say beside the page: `schedule.yaml`, as msgspec Structs. Made by `read`.

The Structs are types, checks and JSON Schema at once; the words under a field become its
description in the schema. Keys are the field names with `-` for `_`. It is
long because the whole file format stands in one place.
"""

import datetime as dt
import re
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from syllabical.model.hours import CLOCK_PATTERN, PATTERN
from syllabical.model.syllabus import Kind
from syllabical.source import Span
from syllabical.timezones import YEARS

Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAYS: tuple[str, ...] = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

Hours = Annotated[
    str,
    Meta(
        pattern=PATTERN,
        description="Hours of the day, as in 13:30-15:30",
        examples=["13:30-15:30"],
        extra={"form": "hours"},
    ),
]
Clock = Annotated[
    str,
    Meta(
        pattern=CLOCK_PATTERN,
        description="An hour of the day, as in 23:59",
        examples=["23:59"],
        extra={"form": "clock"},
    ),
]
Lapse = Annotated[
    str,
    Meta(
        pattern=r"^[1-9][0-9]{0,3} ?(day|week|hour|minute)s?$",
        description="A length of time, as in 2 weeks",
        examples=["2 weeks", "10 days"],
        extra={"form": "lapse"},
    ),
]
Address = Annotated[
    str,
    Meta(
        pattern=r"^(https?://[^\s]+)?$",
        description="An address on the web, as in https://example.org/course/",
        examples=["https://example.org/course/"],
        extra={"form": "address"},
    ),
]
FileName = Annotated[
    str,
    Meta(
        pattern=r"^[^\s./\\:*?\"<>|][^/\\:*?\"<>|\x00-\x1f]{0,99}$",
        description="A file name without its folder, as in lectures",
        examples=["lectures"],
        extra={"form": "file name"},
    ),
]

Country = Annotated[
    str,
    Meta(
        pattern=r"^([A-Za-z]{2}(-[A-Za-z0-9]{1,3})?)?$",
        description="A country by its two letters, as in IL, or a part of it, as in US-CA",
        examples=["IL", "US-CA"],
        extra={"form": "country"},
    ),
]
Language = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}$",
        description="A language by its letters, as in he",
        examples=["he", "pt-BR"],
        extra={"form": "language"},
    ),
]


class Places(dict[str, Span]):
    """Where values stand. Any two are equal: a line added above changes no schedule."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dict)

    __hash__ = None


class Placed(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """A mapping of schedule.yaml that knows where each of its values stands."""

    shorthand: ClassVar[tuple[str, ...]] = ()
    """The keys that a bare word may stand for: `13:30-15:30` for `{at: 13:30-15:30}`."""

    for_every: ClassVar[bool] = False
    """Whether one of these without a name stands for every name: one change for every track."""

    places: Places = msgspec.field(default_factory=Places)
    """The place of each value by its key, and of the whole mapping by ``""``; the place of a key
    that its author chose by both, as in `tracks.Lecture`. Not itself a key."""

    def where(self, key: str = "") -> Span | None:
        """Where a value stands; where the whole mapping does, if the value is a default."""
        return self.places.get(key) or self.places.get(key.replace("_", "-")) or self.places.get("")


class Slot(Placed, frozen=True, kw_only=True):
    """When and where a track meets."""

    shorthand: ClassVar[tuple[str, ...]] = ("at",)

    weekday: Weekday | None = None
    """The weekday, where it differs from the row's date: the next such day from that date."""
    at: Hours | None = None
    """The hours; all day where left out."""
    place: str = ""
    """The room."""
    online: str = ""
    """The address to join."""


class Track(Slot, frozen=True, kw_only=True):
    """A session column: lectures, tutorials, labs."""

    column: str | None = None
    """The header of its column; the track's own name where left out."""
    groups: dict[str, Slot] = msgspec.field(default_factory=dict)
    """Parallel groups, each with its own weekday, hours and room."""


class Change(Slot, frozen=True, kw_only=True):
    """What is different about one track on one date."""

    shorthand = ("cancelled", "date", "at")
    for_every = True

    date: dt.date | None = None
    """The day it is moved to."""
    title: str = ""
    """Another topic than the page's."""
    cancelled: bool = False
    """Whether it does not take place."""
    id: str = ""
    """A name for this event, by which it keeps its identity whatever else changes."""


class Added(Placed, frozen=True, kw_only=True):
    """An event that is not on the page."""

    title: str
    """What it is."""
    date: dt.date
    """The day, or the first of several."""
    until: dt.date | None = None
    """The last day, where it runs over several."""
    kind: Kind = Kind.OTHER
    """What it is to a student."""
    track: str = ""
    """The track it belongs to, for feeds of that track."""
    at: Hours | None = None
    """The hours; all day where left out."""
    place: str = ""
    """The room."""
    online: str = ""
    """The address to join."""
    notes: str = ""
    """What else there is to say, shown below the title."""
    id: str = ""
    """A name for this event, by which it keeps its identity whatever else changes."""


class Weekly(Slot, frozen=True, kw_only=True):
    """Something that happens every week and is not in the table: office hours."""

    title: str
    """What it is."""
    weekday: Weekday
    """The weekday on which it happens."""
    at: Hours
    """The hours."""
    first: dt.date | None = None
    """The first day it may happen; the term's first where left out."""
    until: dt.date | None = None
    """The last day it may happen; the term's last where left out."""
    every: Annotated[int, Meta(ge=1, le=52)] = 1
    """Every how many weeks."""
    on_no_class_days: bool = False
    """Whether it happens on the days on which the table says there is no class."""
    except_on: tuple[dt.date, ...] = ()
    """Days on which it does not happen."""


class CourseInfo(Placed, frozen=True, kw_only=True):
    """Who the course is."""

    shorthand = ("name",)

    name: str = ""
    """Its full name: `Deep Learning`."""
    short: str = ""
    """The code or short name that starts every title: `CS236605`."""
    term: str = ""
    """The term it is taught in: `Spring 2019`."""
    url: Address = ""
    """The address of the course's page, shown in the feed; relative links lead from it."""
    country: Country = ""
    """The country whose public holidays are known: `IL`, `US-CA`."""


class PageRef(Placed, frozen=True, kw_only=True):
    """The page that holds the schedule."""

    shorthand = ("path",)

    path: str
    """The page, or a folder of `_modules`, relative to schedule.yaml."""
    table: str | int | None = None
    """Which table, by the heading above it or by its number; worked out where left out."""


class Dates(Placed, frozen=True, kw_only=True):
    """How the page writes its dates."""

    shorthand = ("order",)

    order: Literal["day-first", "month-first", "year-first"] | None = None
    """Which comes first in a date; worked out from the whole column where left out."""
    year: Annotated[int, Meta(ge=YEARS[0], le=YEARS[-1])] | None = None
    """The year of the first row, where the page does not say."""
    language: Language | None = None
    """The language of month and weekday names, as in `he`; worked out where left out."""


class Due(Placed, frozen=True, kw_only=True):
    """When homework is due, where the page does not say."""

    shorthand = ("after",)

    after: Lapse | None = None
    """How long after its release."""
    at: Clock | None = None
    """The hour; all day where left out."""
    on: dict[str, dt.date] = msgspec.field(default_factory=dict)
    """The day by the homework's title: `HW1: 2019-04-07`."""
    alarm: Lapse | None = None
    """How long before it the import file reminds."""


class Homework(Placed, frozen=True, kw_only=True):
    """Homework, released and due."""

    shorthand = ("column",)

    column: str | None = None
    """The header of its column; worked out where left out."""
    release: Clock | Literal["all-day", "hidden"] = "all-day"
    """How a release is shown: all day, at an hour, or not at all."""
    due: Due | None = None
    """When it is due, where the page does not say."""


class Words(Placed, frozen=True, kw_only=True):
    """Further words that say what a row is; the usual ones, in many languages, are known."""

    no_class: tuple[str, ...] = ()
    """Words for a day without class."""
    presentation: tuple[str, ...] = ()
    """Words for presentations."""
    exam: tuple[str, ...] = ()
    """Words for an exam."""
    homework: tuple[str, ...] = ()
    """Words for homework."""
    nothing: tuple[str, ...] = ()
    """Words that stand for an empty cell."""


class Feed(Placed, frozen=True, kw_only=True):
    """One of several feeds made from the page. What is left out is not asked for."""

    name: str = ""
    """The name that calendars show; made from the course's where left out."""
    kinds: tuple[Kind, ...] = ()
    """Only events of these kinds."""
    tracks: tuple[str, ...] = ()
    """Only events of these tracks."""
    group: str = ""
    """One group: what is for all, and what is for it."""


class Rules(Placed, frozen=True, kw_only=True):
    """Which checks to leave out."""

    allow: tuple[str, ...] = ()
    """Diagnostics not to be told, by code: `number-skipped`."""


class Schedule(Placed, frozen=True, kw_only=True):
    """The whole of schedule.yaml. Everything has a default: a page alone is a course."""

    course: CourseInfo = CourseInfo()
    """Who the course is."""
    timezone: str = ""
    """The IANA name of the zone the hours are in; needed as soon as anything has hours."""
    page: PageRef | None = None
    """The page that holds the schedule."""
    dates: Dates = Dates()
    """How the page writes its dates; worked out where left out."""
    tracks: dict[str, Track] = msgspec.field(default_factory=dict)
    """When and where each session column meets, by its header."""
    homework: Homework = Homework()
    """How homework is shown, and when it is due."""
    presentations: Slot | None = None
    """Hours and place of presentations; those of the track they stand in where left out."""
    exams: Slot | None = None
    """Hours and place of exams; those of the track they stand in where left out."""
    words: Words = Words()
    """Further words that say what a row is."""
    exceptions: dict[dt.date, dict[str, Change]] = msgspec.field(default_factory=dict)
    """By the date on the page, then by track; the track `""` is every track of that date."""
    added: tuple[Added, ...] = ()
    """Events that are not on the page."""
    weekly: dict[str, Weekly] = msgspec.field(default_factory=dict)
    """What happens every week and is not in the table, by a name of your own."""
    feeds: dict[FileName, Feed] = msgspec.field(default_factory=dict)
    """Further feeds by file name, beside the one that holds everything."""
    published: str = ""
    """The address (or file) of the feed published before; the output folder's where left out."""
    removed: Literal["drop", "mark"] = "drop"
    """What becomes of an event that leaves the page."""
    times: Literal["local", "utc"] = "local"
    """How hours are written in the feed: with the zone, or in UTC outright."""
    checks: Rules = Rules()
    """Which checks to leave out."""

    @property
    def hidden(self) -> bool:
        """Whether nobody wrote this schedule: a page was given alone."""
        return not self.places

    def for_page(self, title: str, year: int | None) -> "Schedule":
        """The schedule with what a page and the command line add to it.

        `year` is that of the page's first row, where whoever compiles says one. The page's title
        names the course where the page is all there is; where somebody wrote a schedule, its words
        alone name the feed and its file: a feed whose address follows the page's title would lose
        its subscribers with it.
        """
        course, dates = self.course, self.dates
        if title and self.hidden:
            course = msgspec.structs.replace(course, name=title)
        if year is not None:
            dates = msgspec.structs.replace(dates, year=year)
        return msgspec.structs.replace(self, course=course, dates=dates)


def lapse(text: str) -> dt.timedelta:
    """`2 weeks` as a length of time."""
    found = re.match(r"(\d+) ?([a-z]+?)s?$", text)
    if found is None:
        raise ValueError(text)
    return int(found[1]) * dt.timedelta(**{found[2] + "s": 1})
