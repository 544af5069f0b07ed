"""What the page says in a sentence about hours and rooms: `Tuesdays 1:30-2:50PM, Packard 101`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syllabical.languages import listed, one_of
from syllabical.model.hours import Period, lasts, meant, periods
from syllabical.model.schedule import WEEKDAYS
from syllabical.model.table import Passage, Where
from syllabical.text import comparable, cut, one_line

_LONGEST = 160
_QUOTED = 90
_NOT_CLASS = re.compile(rf"\b{one_of('draft', 'not class')}\b", re.IGNORECASE)
_LABEL = re.compile(rf"^\W*{one_of('draft', 'label')}\b", re.IGNORECASE)
_ROOM = re.compile(
    r"(?:[,;@|(]| in | at )\s*(?:in |at )?"
    r"((?:[A-Z][\w.'’-]*\s){1,3}[A-Z]?\d[\w.-]*|[A-Z]{1,4}[ -]?\d{2,4}[A-Z]?|\d{1,3}-\d{3})(?!\w)"
)
_NAMED_ROOM = re.compile(
    rf"\b({one_of('draft', 'room')}\s+(?:[A-Z]\w*\s)?[\w.-]*\d[\w-]*(?:\.\w+)*)", re.IGNORECASE
)
_SENTENCE_ENDS = re.compile(r"(?<=[^\W_]{2}|.\d)\.\s+(?=[A-ZÀ-ÖØ-Þ])|;\s+")
_LAST_WORD = re.compile(r"([^\W\d_]+)[.,:]? ?$")
_ENDS = re.compile(r"$|[,;.|)(]|\s*(?:in|at)\b", re.IGNORECASE)
"""What may follow hours that are bare numbers."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ROOM_LABEL = re.compile(
    rf"^\W*{one_of('draft', 'room label')}\W*:\s*(\S.{{1,50}})$", re.IGNORECASE
)
_DAY = {
    word.casefold(): day
    for day, weekday in enumerate(WEEKDAYS)
    for word in listed("draft", weekday.casefold())
}
_SETS = {
    "MWF": (0, 2, 4), "MW": (0, 2), "TTh": (1, 3), "TuTh": (1, 3), "TR": (1, 3), "WF": (2, 4),
    "MF": (0, 4),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatedMeeting:
    """What the page says of when and where a track meets; each field empty where it does not."""

    hours: str = ""
    """As schedule.yaml writes them: `13:30-14:50`."""

    quote: str = ""
    """The sentence that gives the hours, cut."""

    weekday: int | None = None
    """The one day of the sentence, from 0 for Monday, where the rows are dated otherwise."""

    place: str = ""
    place_quote: str = ""
    """The sentence that gives the place, cut."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    hours: str
    days: frozenset[int]


def stated_meeting(
    track: str, tracks: Sequence[str], days: Sequence[int], passages: Sequence[Passage]
) -> StatedMeeting:
    """The sentence of the page that fits a track best; nothing where that is not clear.

    `tracks` are all the page has, `days` the weekdays of this one's classes, from 0 for Monday.
    """
    sentences = list(_sentences(passages))
    ranked = [(_fit(each, track, tracks, days), each) for each in sentences]
    best = max((fit for fit, _ in ranked), default=0)
    fitting = [each for fit, each in ranked if fit == best]
    alone = len(tracks) == 1 and len({each.hours for each in sentences}) == 1
    clear = best >= 2 and len({each.hours for each in fitting}) == 1  # noqa: PLR2004 (its days, or its name)
    if not clear and not alone:
        return StatedMeeting()
    [said, *_] = fitting
    room = _room(said.text)
    place, quote = (room, said.text) if room else _labelled(passages)
    [named, *more] = _weekdays(track) or said.days or [None]
    weekday = named if not more and named not in days else None
    return StatedMeeting(said.hours, cut(said.text, _QUOTED), weekday, place, cut(quote, _QUOTED))


def _sentences(passages: Sequence[Passage]) -> Iterator[_Sentence]:
    """The sentences that give hours, those of office hours and deadlines left out."""
    heading = ""
    for passage in passages:
        if passage.where is Where.HEADING:
            heading = passage.text
        if passage.where in {Where.PROSE, Where.HEADING, Where.TITLE}:
            for text in _SENTENCE_ENDS.split(one_line(passage.text)):
                yield from _sentence(text, heading)


def _sentence(text: str, heading: str) -> Iterator[_Sentence]:
    """The sentence, if it gives the hours of one thing, and that is no office hour."""
    if len(text) > _LONGEST or _NOT_CLASS.search(f"{heading} {text}"):
        return
    spelled = {_spelled(each) for each in _hours(text)} - {""}
    if len(spelled) == 1:
        yield _Sentence(text, spelled.pop(), _weekdays(text))


def _hours(text: str) -> Iterator[Period]:
    """The hours in a sentence, from one time to another; `2-4` only right behind a weekday."""
    for each in periods(text):
        before = _LAST_WORD.search(text, 0, each.start)
        behind_day = before is not None and _is_day(before[1]) and _ENDS.match(text, each.end)
        if each.last and (each.is_sure or each.is_marked or behind_day):
            yield each


def _spelled(found: Period) -> str:
    """Hours as schedule.yaml has them; nothing where no class lasts so long."""
    starts, ends = meant(found.first, found.last)
    return f"{starts:%H:%M}-{ends:%H:%M}" if ends and lasts(starts, ends) else ""


def _weekdays(text: str) -> frozenset[int]:
    days: set[int] = set()
    for word in re.findall(r"[^\W\d_]+", text):
        if _is_day(word):
            days.update([_DAY[word.casefold()]] if word.casefold() in _DAY else _SETS[word])
    return frozenset(days)


def _is_day(word: str) -> bool:
    """Whether it names one or more weekdays; `Di` is one, `do` and `mo` are other words."""
    is_name = word.casefold() in _DAY and (len(word) > 2 or word.istitle())  # noqa: PLR2004 (two letters)
    return is_name or word in _SETS


def _fit(each: _Sentence, track: str, tracks: Sequence[str], days: Sequence[int]) -> int:
    """How well a sentence fits a track: by its name, its days, a word such as `Time`."""
    said = f" {comparable(each.text)}"
    names = {name: f" {comparable(name).split()[0][:7]}" for name in tracks if comparable(name)}
    mine = names.get(track, " \0") in said
    others = any(name in said for other, name in names.items() if other != track)
    if not mine and (others or track != tracks[0]):
        return 0
    same = bool(each.days) and each.days == set(days)
    part = bool(each.days) and (each.days < set(days) or each.days > set(days))
    return 3 * mine + 2 * same + part + bool(_LABEL.search(each.text))


def _room(text: str) -> str:
    """The room that a sentence names beside its hours."""
    rest = text
    for each in reversed(list(_hours(text))):
        rest = f"{rest[: each.start]}|{rest[each.end :]}"
    found = (each[1].rstrip(".") for kind in (_NAMED_ROOM, _ROOM) for each in kind.finditer(rest))
    return next((each for each in found if not _weekdays(each) and not _YEAR.search(each)), "")


def _labelled(passages: Sequence[Passage]) -> tuple[str, str]:
    """The room of a line such as `Location: Taub 2`, where there is only one such line."""
    found = [_ROOM_LABEL.search(one_line(each.text)) for each in passages]
    rooms = {each[1].rstrip(" ."): each[0] for each in found if each}
    return next(iter(rooms.items())) if len(rooms) == 1 else ("", "")
