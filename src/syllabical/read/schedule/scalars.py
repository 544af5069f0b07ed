"""One word of schedule.yaml as a value: a date, hours, yes or no, one of several words."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from msgspec import inspect

from syllabical.diagnostics import Report
from syllabical.model import hours as written
from syllabical.model.hours import WEEKDAYS
from syllabical.read.schedule import suggestions
from syllabical.read.trees.yaml import Node, Scalar, Series
from syllabical.source import Span
from syllabical.timezones import YEARS

_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
_MOST_SHOWN = 60


# Marks of direction and width come along when hours are copied from a page.
_INVISIBLE = " \t\r\n\xa0\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a word is not the value that stands there, and what could be written."""

    code: str
    message: str
    help: str
    near: bool = False
    """Whether it is almost a value of this kind, so that this kind was meant."""


def quoted(text: str) -> str:
    """An author's characters, for a message: on one line, and not too many."""
    line = " ".join(text.split())
    return f"`{line if len(line) <= _MOST_SHOWN else line[: _MOST_SHOWN - 1] + '…'}`"


def number(text: str) -> int | Refusal:
    """A whole number."""
    if re.fullmatch(r"[+-]?[0-9]{1,9}", text):
        return int(text)
    return Refusal("wrong-type", f"{quoted(text)} is no whole number", "write digits alone")


def truth(text: str) -> bool | Refusal:
    """Yes or no."""
    folded = text.casefold()
    if folded in _TRUE | _FALSE:
        return folded in _TRUE
    return Refusal("wrong-type", f"{quoted(text)} is neither yes nor no", "write `yes` or `no`")


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


def choice(text: str, options: Sequence[str], key: str) -> str | Refusal:
    """One of several words, upper and lower case alike."""
    folded = "-".join(text.casefold().split())
    for option in options:
        if folded == option.casefold():
            return option
    if tuple(options) == written.WEEKDAYS and (weekday := _weekday(folded)):
        return weekday
    near = suggestions.word(text, options)
    listed = ", ".join(f"`{option}`" for option in options)
    help_ = f"did you mean `{near}`?" if near else f"write one of {listed}"
    return Refusal("unknown-word", f"{quoted(text)} is no `{key}`", help_, near=bool(near))


def _weekday(folded: str) -> str | None:
    """`sun`, `Sun.` and `sundays` for Sunday."""
    short = folded.rstrip(".").removesuffix("s") if len(folded) > 5 else folded.rstrip(".")  # noqa: PLR2004 (as long as `tues.`)
    if len(short) < 2:  # noqa: PLR2004 (`t` and `s` may be two days each)
        return None
    found = [each for each in written.WEEKDAYS if each.casefold().startswith(short)]
    return found[0] if len(found) == 1 else None


def hours(text: str) -> str | Refusal:
    """Hours from one time to another, spelled `13:30-15:30`."""
    try:
        starts, ends = written.hours(" ".join(text.split()))
    except ValueError:
        return Refusal("hours-unreadable", f"{quoted(text)} is no pair of times", _paired(text))
    if starts < ends or ends == dt.time():
        return f"{starts:%H:%M}-{ends:%H:%M}"
    message = f"{quoted(text)} ends {'when' if starts == ends else 'before'} it starts"
    return Refusal("ends-before-it-starts", message, _turned(starts, ends))


def _paired(text: str) -> str:
    """What to write instead of hours that cannot be read."""
    days = "|".join(f"{day_[:3]}(?:{day_[3:]})?s?" for day_ in written.WEEKDAYS)
    found = re.match(rf"(?i)({days})\b[ ,:]*(.*)", text)
    weekday = _weekday(found[1].casefold()) if found else None
    if found and weekday:
        rest = hours(found[2])
        spelled = rest if isinstance(rest, str) else "13:30-15:30"
        return f"write the weekday by itself: `weekday: {weekday}` and `at: {spelled}`"
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
    afternoon = ends.replace(hour=ends.hour + 12) if ends.hour < 12 else None  # noqa: PLR2004 (noon)
    if afternoon is not None and starts < afternoon and starts.hour >= 7:  # noqa: PLR2004 (the day's first class)
        return f"did you mean `{starts:%H:%M}-{afternoon:%H:%M}`?"
    return f"did you mean `{ends:%H:%M}-{starts:%H:%M}`? An event ends at `24:00` at the latest"


def clock(text: str) -> str | Refusal:
    """An hour of the day, spelled `23:59`; `24:00` is the end of it, and stays so."""
    try:
        spelled = f"{written.clock(text):%H:%M}"
    except ValueError:
        message = f"{quoted(text)} is no hour of the day"
        return Refusal("hours-unreadable", message, "write it as in `23:59`")
    return "24:00" if text.startswith("24") else spelled


def formed(text: str, pattern: str, example: str, meaning: str) -> str | Refusal:
    """A word of a certain form."""
    if re.search(pattern, text):
        return text
    help_ = f"write it as in `{example}`"
    meaning = meaning[0].lower() + meaning[1:].split(", as in", maxsplit=1)[0]
    return Refusal("wrong-type", f"{quoted(text)} is not {meaning}", help_)


class _Unread(Enum):
    UNREAD = "unread"


UNREAD: Final = _Unread.UNREAD
"""What stands for a value that could not be read; the report says why."""


def leaf(node: Node, kind: inspect.Type, key: str, report: Report) -> Any:  # noqa: ANN401 (whatever the type says)
    """The value of a single word."""
    if not isinstance(node, Scalar):
        refuse_shape(node, kind, report)
        return UNREAD
    kinds = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    refusals: list[Refusal] = []
    for each in _narrowest_first(kinds, node):
        read = _word(node.text.strip(_INVISIBLE), each, key)
        if not isinstance(read, Refusal):
            return read
        refusals.append(read)
    told = next((each for each in refusals if each.near), refusals[-1])
    report.error(told.code, told.message, node.at, help=told.help)
    return UNREAD


def _narrowest_first(kinds: tuple[inspect.Type, ...], node: Scalar) -> list[inspect.Type]:
    """The alternatives without ``None``, text last, and no numbers for what stands in quotes."""
    kept = [each for each in kinds if not isinstance(each, inspect.NoneType)]
    if len(kept) > 1 and node.quoted:
        kept = [each for each in kept if not isinstance(each, inspect.IntType)]
    return sorted(kept, key=lambda each: isinstance(each, inspect.StrType))


def _word(text: str, kind: inspect.Type, key: str) -> Any:  # noqa: ANN401, PLR0911 (whatever the type says; a line for each type)
    match kind:
        case inspect.Metadata(inner, schema, extra):
            return _formed(text, inner, schema or {}, (extra or {}).get("form", ""))
        case inspect.IntType():
            return _bounded(number(text), kind)
        case inspect.BoolType():
            return truth(text)
        case inspect.DateType():
            return day(text)
        case inspect.LiteralType(values):
            return choice(text, _listed(values), key)
        case inspect.EnumType(cls):
            found = choice(text, [each.value for each in cls], key)
            return found if isinstance(found, Refusal) else cls(found)
        case _:
            return text


def _listed(values: tuple[object, ...]) -> list[str]:
    """The words in the order in which people know them."""
    return list(WEEKDAYS) if set(values) == set(WEEKDAYS) else [str(each) for each in values]


def _formed(text: str, kind: inspect.Type, schema: dict[str, Any], form: str) -> str | Refusal:
    """A word of a form that the model names."""
    match form:
        case "hours":
            return hours(text)
        case "clock":
            return clock(text)
        case "country":
            text = text.upper()
        case "file name":
            text = text.removesuffix(".ics")
        case "language" if near := suggestions.LANGUAGES.get(text.casefold()):
            return Refusal("wrong-type", f"{quoted(text)} is a name", f"did you mean `{near}`?")
        case _:
            pass
    pattern = kind.pattern if isinstance(kind, inspect.StrType) else None
    example, meaning = schema["examples"][0], schema["description"]
    return formed(text, pattern or "", example, meaning)


def _bounded(number: int | Refusal, kind: inspect.IntType) -> int | Refusal:
    """A number that lies between the ends that the model sets."""
    if isinstance(number, Refusal):
        return number
    least, most = kind.ge, kind.le
    if (least is None or number >= least) and (most is None or number <= most):
        return number
    message = f"`{number}` is not between {least} and {most}"
    return Refusal("wrong-type", message, f"write a number from {least} to {most}")


def refuse_shape(node: Node, kind: inspect.Type, report: Report) -> None:
    """Say that a list, a mapping or a word stands where something else belongs."""
    match node:
        case Scalar():
            is_, at = quoted(node.text), node.at
        case Series():
            is_, at = "a list", _first_line(node.at)
        case _:
            is_, at = "a group of keys", _first_line(node.at)
    message = f"{is_} stands where {_belongs(kind)} belongs"
    named = isinstance(node, Series) and isinstance(kind, inspect.DictType)
    help_ = "write `name: value`, one a line, without dashes" if named else _example(kind)
    report.error("wrong-type", message, at, help=help_)


def _first_line(at: Span) -> Span:
    return Span(at.source, at.start, at.start + len(at.text.split("\n")[0].rstrip()))


def _belongs(kind: inspect.Type) -> str:
    match kind:
        case inspect.StructType() | inspect.DictType():
            return "a group of keys"
        case inspect.DateType():
            return "a date"
        case _:
            return "a single value"


def _example(kind: inspect.Type) -> str:
    match kind:
        case inspect.StructType(fields=fields):
            names = ", ".join(f"`{field.encode_name}:`" for field in fields[1:5])
            return f"write its keys below it, indented: {names}"
        case inspect.DictType():
            return "write `name: value` below it, one a line, indented"
        case _:
            return "write one value"
