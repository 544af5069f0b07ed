"""The small words of schedule.yaml: a weekday, hours, a length of time, an address."""

import datetime as dt
import re
from typing import Annotated, Literal

from msgspec import Meta

Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAYS: tuple[str, ...] = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

_TIME = r"(2[0-3]|[01]?[0-9])(?:[:.hH]?([0-5][0-9])|[hH])? ?([AaPp]\.?[Mm]\.?)?"
_LAST = rf"(?:{_TIME}|24(?:[:.hH]?00|[hH])?)"
_HOURS = rf"^{_TIME} ?(?:[-–—]|to|until) ?{_LAST}$"
_CLOCK = rf"^{_LAST}$"

Hours = Annotated[
    str,
    Meta(
        pattern=_HOURS,
        description="Hours of the day, as in 13:30-15:30",
        examples=["13:30-15:30"],
        extra={"form": "hours"},
    ),
]
Clock = Annotated[
    str,
    Meta(
        pattern=_CLOCK,
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


def hours(text: str) -> tuple[dt.time, dt.time]:
    """`13:30-15:30` or `1:30-3:30pm` as two times; midnight at the end is 00:00, the next day's."""
    found = re.match(_HOURS, text)
    if found is None:
        raise ValueError(text)
    hour, minute, half, last_hour, last_minute, last_half = found.groups()
    ends = _time(last_hour or "0", last_minute, last_half)
    starts = _time(hour, minute, half or last_half)
    # `11-1pm` starts before noon: the half that is said is the end's.
    if starts >= ends > dt.time() and last_half and not half:
        starts = _time(hour, minute, "am")
    return starts, ends


def clock(text: str) -> dt.time:
    """`23:59` or `11:59pm` as a time; `24:00` is 00:00."""
    found = re.match(_CLOCK, text)
    if found is None:
        raise ValueError(text)
    hour, minute, half = found.groups()
    return _time(hour or "0", minute, half)


def lapse(text: str) -> dt.timedelta:
    """`2 weeks` as a length of time."""
    found = re.match(r"(\d+) ?([a-z]+?)s?$", text)
    if found is None:
        raise ValueError(text)
    return int(found[1]) * dt.timedelta(**{found[2] + "s": 1})


def _time(hour: str, minute: str | None, half: str | None) -> dt.time:
    """An hour of the twelve or the twenty-four."""
    count = int(hour)
    if half and count <= 12:  # noqa: PLR2004 (the hours of half a day)
        count = count % 12 + (12 if half[0] in "pP" else 0)
    return dt.time(count, int(minute or 0))
