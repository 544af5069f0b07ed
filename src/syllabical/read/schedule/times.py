"""When something happens, as schedule.yaml writes it: a date, a weekday, hours, an hour."""

import datetime as dt
import re

from syllabical.model import hours as written
from syllabical.model.schedule import WEEKDAYS
from syllabical.read.schedule.refusals import Refusal, quoted
from syllabical.timezones import YEARS

_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")


def day(text: str) -> dt.date | Refusal:
    """A date, its year first."""
    found = _YEAR_FIRST.fullmatch(text)
    if found is None:
        help_ = _year_first(text) or "write year, month and day, as in `2019-05-12`"
        message = f"{quoted(text)} is no date with its year first"
        return Refusal("date-unreadable", message, help_)
    year, month, number_ = map(int, found.groups())
    if year not in YEARS:
        message = f"{quoted(text)} is in none of the years from {YEARS[0]} to {YEARS[-1]}"
        return Refusal("date-does-not-exist", message, "correct its year")
    try:
        return dt.date(year, month, number_)
    except ValueError:
        message = f"{quoted(text)} is no day of the calendar"
        return Refusal("date-does-not-exist", message, "correct its day or its month")


def _year_first(text: str) -> str:
    """How a date with its year last is written here."""
    found = _YEAR_LAST.fullmatch(text)
    if found is None:
        return ""
    one, two, year = map(int, found.groups())
    dates = [f"`{year}-{m:02}-{d:02}`" for d, m in ((one, two), (two, one)) if m <= 12 and d <= 31]  # noqa: PLR2004 (months and days)
    return f"write {' or '.join(dict.fromkeys(dates))}" if dates else ""


def weekday(folded: str) -> str | None:
    """`sun`, `Sun.` and `sundays` for Sunday."""
    short = folded.rstrip(".").removesuffix("s") if len(folded) > 5 else folded.rstrip(".")  # noqa: PLR2004 (as long as `tues.`)
    if len(short) < 2:  # noqa: PLR2004 (`t` and `s` may be two days each)
        return None
    found = [each for each in WEEKDAYS if each.casefold().startswith(short)]
    return found[0] if len(found) == 1 else None


def hours(text: str) -> str | Refusal:
    """Hours from one time to another, spelled `13:30-15:30`; over midnight `23:00-01:00`."""
    try:
        starts, ends = written.hours(" ".join(text.split()))
    except ValueError:
        return Refusal("hours-unreadable", f"{quoted(text)} is no pair of times", _paired(text))
    if written.lasts(starts, ends):
        return f"{starts:%H:%M}-{ends:%H:%M}"
    message = f"{quoted(text)} ends {'when' if starts == ends else 'before'} it starts"
    return Refusal("ends-before-it-starts", message, _turned(starts, ends))


def _paired(text: str) -> str:
    """What to write instead of hours that cannot be read."""
    days = "|".join(f"{name[:3]}(?:{name[3:]})?s?" for name in WEEKDAYS)
    found = re.match(rf"(?i)({days})\b[ ,:]*(.*)", text)
    day_ = weekday(found[1].casefold()) if found else None
    if found and day_:
        rest = hours(found[2])
        spelled = rest if isinstance(rest, str) else "13:30-15:30"
        return f"write the weekday by itself: `weekday: {day_}` and `at: {spelled}`"
    if isinstance(clock(text), str):
        return f"say when it ends too, as in `{text}-{_later(text)}`"
    place = "; a room goes behind `place:`" if re.search(r"[^\W\d]{3}", text) else ""
    return f"write when it starts and ends, as in `13:30-15:30`{place}"


def _later(text: str) -> str:
    starts = written.clock(text)
    return f"{(starts.hour + 2) % 24:02}:{starts:%M}"


def _turned(starts: dt.time, ends: dt.time) -> str:
    """Hours that were probably meant by those that end before they start."""
    if starts == ends:
        return "leave the hours out for an event that lasts all day"
    longest = int(written.LONGEST.total_seconds() / 3600)
    turned = f"{ends:%H:%M}-{starts:%H:%M}"
    return f"did you mean `{turned}`? Hours over midnight are {longest} at most"


def clock(text: str) -> str | Refusal:
    """An hour of the day, spelled `23:59`; `24:00` is the end of it, and stays so."""
    try:
        spelled = f"{written.clock(' '.join(text.split())):%H:%M}"
    except ValueError:
        message = f"{quoted(text)} is no hour of the day"
        return Refusal("hours-unreadable", message, "write it as in `23:59`")
    return "24:00" if text.startswith("24") else spelled
