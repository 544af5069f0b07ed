"""Hours of the day as people write them, and what they mean: the one reader of hours.

`13:30-15:30`, `1:30-3:30pm`, `13.30–15.00 Uhr`, `14h-16h`, `noon-1pm`, `오후 2시-4시`. Dates are
not read here: `interpret.dates.hours` finds the hours beside them, and asks here what they mean.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from syllabical.languages import listed

Half = Literal["", "am", "pm"]

_NIGHT_ENDS, _NOON, _DAY = 7 * 60, 12 * 60, 24 * 60
LONGEST = dt.timedelta(hours=9)
"""The longest that hours may last which do not say so outright: a whole day's workshop, `8-5`."""

_OF_SCHEDULE: Mapping[int, Half] = MappingProxyType({6: "am"})


def _any(*words: str) -> str:
    """The words, upper and lower case alike; plain enough for every dialect of patterns."""
    found = "|".join(sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))
    return "".join(f"[{c.lower()}{c.upper()}]" if c.lower() != c.upper() else c for c in found)


def _words(*keys: str) -> str:
    """The words that all languages have under some keys of `[hours]`."""
    return _any(*(word for key in keys for word in listed("hours", key)))


def _is_short(word: str) -> bool:
    """Whether a word is as short as a letter beside a number, and so needs blanks around it."""
    return len(word) <= _SHORT and unicodedata.name(word[0], "").startswith("LATIN")


_SHORT = 2
_ZONE = r"(?:[ECMPAH][SD]?T|UTC|GMT|AoE)(?![A-Za-z])"
HALF = rf"[AaPp]\.? ?[Mm](?:\.|(?![A-Za-z])|(?={_ZONE}))"
"""`am` and `p.m.`, a zone's letters right behind them or not."""

_DASH = "[-‐‑–—−~〜～]"
_LONG_TO = _any(*(word for word in listed("hours", "to") if not _is_short(word)))
_SHORT_TO = _any(*filter(_is_short, listed("hours", "to")))
_TO = rf"(?: ?{_DASH} ?| ?(?:{_LONG_TO}) ?| (?:{_SHORT_TO}) )"


def _time(number: int) -> str:
    """One time of the day; the groups are named by its number."""
    n = number
    marks = _words("hour").replace("|", "")
    return (
        rf"(?:(?P<noon{n}>{_words('noon')})|(?P<midnight{n}>{_words('midnight')})"
        rf"|(?:(?P<forenoon{n}>{_words('am')})|(?P<afternoon{n}>{_words('pm')}))? ?"
        rf"(?P<hour{n}>2[0-4]|[01]?[0-9])"
        rf"(?: ?[:：] ?(?P<colon{n}>[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?"
        rf"|[.](?P<dot{n}>[0-5][0-9])(?![0-9])"
        rf"|(?P<h{n}> ?[hHuU]) ?(?P<behind{n}>[0-5][0-9])?(?![A-Za-z0-9])"
        rf"|(?P<mark{n}> ?[{marks}])(?: ?(?P<east{n}>[0-5]?[0-9]) ?(?:{_words('minute')})?"
        rf"| ?(?P<half{n}>{_words('half past')}))?"
        rf"|(?P<bare{n}>[0-5][0-9]))?"
        rf"(?: ?(?P<letters{n}>{HALF})| ?(?P<unit{n}>{_words('after')})(?![A-Za-z]))?)"
    )


_MINUTES = ("colon", "dot", "behind", "east", "bare")
_PAIR = rf"{_time(1)}{_TO}{_time(2)}"
_WHOLE = re.compile(_PAIR)
_ONE = re.compile(_time(1))
_ANYWHERE = re.compile(
    rf"(?<![^\W_])(?<![0-9][.:/-])(?<![-/])(?:{_time(1)}(?:{_TO}{_time(2)}(?!-[0-9]))?)"
    r"(?![0-9/%]|[.:][0-9])"
)
PATTERN, CLOCK_PATTERN = (
    re.sub(r"\(\?P<\w+>", "(", f"^{each}$") for each in (_PAIR, f"(?:{_time(1)})")
)
"""What schedule.yaml takes for hours and for an hour, in the patterns of JSON Schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of the day as it is written: `1:30`, `13h30`, `1:30 p.m.`, `noon`."""

    hour: int
    minute: int = 0
    half: Half = ""
    """What is said of the half of the day."""

    is_padded: bool = False
    """Whether it has a zero in front: `01:30`."""

    mark: Literal["", ".", "h", "sure"] = ""
    """What shows that it is a time: nothing in `2`; `2.30` may be a section, `2h` a length; `1:30`,
    `2pm` and `14 Uhr` are sure."""

    has_minutes: bool = False

    @property
    def is_beyond_12(self) -> bool:
        """Whether no clock of twelve hours has it: `13:30`, `0:15`."""
        return self.hour == 0 or self.hour > 12  # noqa: PLR2004 (a clock of twelve hours)

    @property
    def is_of_24(self) -> bool:
        """Whether it is of the clock of 24 hours: `13:30`, `0:15`, `01:30`."""
        return not self.half and (self.is_padded or self.is_beyond_12)

    @property
    def is_midnight(self) -> bool:
        """Whether it is a midnight said outright: `24:00`, `12am`, `midnight`, but not `00:00`."""
        return self.hour == 24 or (self.half == "am" and self.hour == 12 and not self.minute)  # noqa: PLR2004 (hours)

    @property
    def minutes(self) -> int:
        """Minutes since the day began, an hour without its half taken as it is written."""
        hour = self.hour
        if self.half and hour <= 12:  # noqa: PLR2004 (a clock of twelve hours)
            hour = hour % 12 + (12 if self.half == "pm" else 0)
        return hour * 60 + self.minute


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One or two times of the day, and where they stand in a text."""

    first: Clock
    last: Clock | None
    start: int
    end: int

    @property
    def is_marked(self) -> bool:
        """Whether each of its times shows that it is one."""
        return bool(self.first.mark and (self.last is None or self.last.mark))

    @property
    def is_sure(self) -> bool:
        """Whether it can be nothing else: `1:30`, `2-4pm`, `14h-16h`."""
        marks = [each.mark for each in (self.first, self.last) if each]
        return "sure" in marks or marks == ["h", "h"]


def meant(
    first: Clock, last: Clock | None = None, usual: Mapping[int, Half] = MappingProxyType({})
) -> tuple[dt.time, dt.time | None]:
    """What a time, or one time to another, means on a page about classes.

    1. What is said counts: `am`, `pm` and `noon`; 0 and 13 to 24; a zero in front (`01:30` is in
       the night), unless the other time says `am` or `pm`.
    2. A start that says nothing is the latest that comes before an end which says its half:
       `1:30-3:30pm`, `11-1pm`.
    3. Else a start from 1 to 6 is after noon, for nobody teaches at night, and one from 7 to 12 is
       as it is written: `1:30-3:30`, `12:30-2`, `7-9`. `usual` knows better for an hour whose half
       all other rows of a column say; and in schedule.yaml 6 is in the morning, as it always was.
    4. An end that says nothing is the next such time after the start: `11-1`, `2pm-4:30`,
       `23:00-1:00`. If that is more than nine hours later, both are taken as they are written.

    An end before its start is on the next day: see `lasts`. 24:00 comes back as 00:00.
    """
    starts = _start(first, last, usual)
    return _as_time(starts), None if last is None else _as_time(_end(starts, last, first))


def lasts(starts: dt.time, ends: dt.time) -> dt.timedelta | None:
    """How long hours last; ``None`` where they end when they start, or too late on the next day.

    Hours over midnight last nine at most, as an observing night does: `15:30-13:30` is a slip.
    """
    length = dt.datetime.combine(dt.date.min, ends) - dt.datetime.combine(dt.date.min, starts)
    if length > dt.timedelta():
        return length
    length += dt.timedelta(days=1)
    return length if starts != ends and (ends == dt.time() or length <= LONGEST) else None


def _start(first: Clock, last: Clock | None, usual: Mapping[int, Half]) -> int:
    """Minutes since the day began."""
    if first.half or first.is_beyond_12:
        return first.minutes
    early = first.minutes % _NOON
    if last is not None and last.half:
        return early + _NOON if early + _NOON < (last.minutes or _DAY) else early
    if first.is_of_24:
        return first.minutes
    if half := usual.get(first.hour):
        return early + (_NOON if half == "pm" else 0)
    is_night = first.minutes < _NIGHT_ENDS
    would_end = last is None or not last.is_of_24 or early + _NOON < last.minutes
    return early + _NOON if is_night and would_end else first.minutes


def _end(starts: int, last: Clock, first: Clock) -> int:
    """Minutes since the day began; those of the next day are less than the start's."""
    ends = last.minutes
    if last.half or last.is_beyond_12:
        return ends
    if first.is_of_24 and (last.is_padded or ends > starts):
        return ends
    length = (ends - starts) % _NOON
    is_guess = 0 < length <= LONGEST.total_seconds() / 60
    return (starts + length) % _DAY if is_guess else ends


def _as_time(minutes: int) -> dt.time:
    return dt.time(minutes // 60 % 24, minutes % 60)


def exact(time: dt.time) -> Clock:
    """A time of which everything is known."""
    half: Half = "pm" if time.hour >= 12 else "am"  # noqa: PLR2004 (noon)
    return Clock(hour=time.hour % 12 or 12, minute=time.minute, half=half, mark="sure")


def usual_halves(pairs: Iterable[tuple[Clock | None, Clock | None]]) -> dict[int, Half]:
    """The half of the day of each hour that starts say outright; none where they differ."""
    said: dict[int, set[Half]] = {}
    for first, last in pairs:
        if first and (first.half or first.is_of_24 or (last and last.half)):
            starts = exact(meant(first, last)[0])
            said.setdefault(starts.hour, set()).add(starts.half)
    return {hour: halves.pop() for hour, halves in said.items() if len(halves) == 1}


def periods(text: str) -> Iterator[Period]:
    """The hours in a text, from left to right; bare numbers such as `2-4` too."""
    lowered = text.lower()
    if not any(map(str.isdigit, text)) and "noon" not in lowered and "midnight" not in lowered:
        return
    for found in _ANYWHERE.finditer(text):
        first = _clock(found, 1)
        is_pair = found["hour2"] or found["noon2"] or found["midnight2"]
        last = _clock(found, 2) if is_pair else None
        if first is not None and (last is not None or not is_pair):
            yield Period(first=first, last=last, start=found.start(), end=found.end())


def hours(text: str) -> tuple[dt.time, dt.time]:
    """Hours of schedule.yaml as two times; raises ValueError for a text that is more or less."""
    found = _WHOLE.fullmatch(text)
    first, last = (_clock(found, 1), _clock(found, 2)) if found else (None, None)
    if first is None or last is None or first.minutes == _DAY:
        raise ValueError(text)
    starts, ends = meant(first, last, _OF_SCHEDULE)
    return starts, ends or dt.time()


def clock(text: str) -> dt.time:
    """An hour of schedule.yaml; raises ValueError for a text that is more or less."""
    found = whole_clock(text)
    if found is None:
        raise ValueError(text)
    return meant(found, usual=_OF_SCHEDULE)[0]


def whole_clock(text: str) -> Clock | None:
    """The time of the day that a text is, if it is one and no more; a bare number may be one."""
    found = _ONE.fullmatch(text)
    return _clock(found, 1) if found else None


def clock_in(text: str) -> Clock | None:
    """The first time of the day in a text that holds one: `klo 14`, `T10:00:00+02:00`."""
    found = _ONE.search(text)
    return _clock(found, 1) if found else None


def _clock(found: re.Match[str], number: int) -> Clock | None:
    """The time of these groups; ``None`` where the day has no such time."""
    part = {
        name[:-1]: text
        for name, text in found.groupdict().items()
        if text and name.endswith(str(number))
    }
    if "noon" in part or "midnight" in part:
        half: Half = "pm" if "noon" in part else "am"
        return Clock(hour=12, half=half, mark="sure")
    hour = part["hour"]
    minutes = next((part[name] for name in _MINUTES if name in part), "")
    minute = 30 if "half" in part else int(minutes or 0)
    if minute > 59 or (int(hour) == 24 and minute):  # noqa: PLR2004 (no such time)
        return None
    half = "am" if "forenoon" in part else "pm" if "afternoon" in part else ""
    if "letters" in part:
        half = "am" if part["letters"][0] in "aA" else "pm"
    sure = not part.keys().isdisjoint({"forenoon", "afternoon", "colon", "mark", "letters", "unit"})
    return Clock(
        hour=int(hour),
        minute=minute,
        half=half,
        is_padded=len(hour) > 1 and hour[0] == "0",
        mark="sure" if sure else "h" if "h" in part else "." if "dot" in part else "",
        has_minutes=bool(minutes) or "half" in part,
    )
