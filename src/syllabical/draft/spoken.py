"""What the page says in a sentence about hours and rooms: `Tuesdays 1:30-2:50PM, Packard 101`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syllabical import plain
from syllabical.model.schedule import hours
from syllabical.model.table import Passage, Where

_LONGEST = 160
_QUOTED = 90
_TIME = r"(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)? ?(?:[ap]\.?m\b\.?)?"
_HOURS = re.compile(
    rf"(?<![\d.:/-])({_TIME}) ?(?:-|–|—|to|until|bis|à) ?({_TIME})(?![\d/%:-]|\.\d)", re.IGNORECASE
)
_CLOCK_LIKE = re.compile(r"[:.h]\d\d|[ap]\.?m", re.IGNORECASE)
_NOT_CLASS = re.compile(
    r"office|sprechstunde|consult|\bTAs?\b|tutor(?!ial)|instructor|grader|assistant|deadline|due\b"
    r"|exam|midterm|submi|email|שעות קבלה|monitoria|atendimento",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:time|when|hours|lectures?|class(?:es)?|course|meets?|meetings?|sessions?|schedule"
    r"|vorlesung|zeit|termin|horario|horaire|orario|tempo)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"(?:[,;@|(]| in | at | room )\s*(?:in |at )?"
    r"((?:[A-Z][\w.'’-]*\s){1,3}[A-Z]?\d[\w.-]*|[A-Z]{1,4}[ -]?\d{2,4}[A-Z]?)"
)
_ROOM_LABEL = re.compile(
    r"^\W*(?:location|where|room|place|venue|classroom|raum|ort|salle|sala|aula|lugar)\W*:\s*(\S.{1,50})$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:days?)?s?|(MWF|MW|TTh|TuTh|TR|WF|MF))\b\.?",
    re.IGNORECASE,
)
_STARTS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SETS = {"mwf": {0, 2, 4}, "mw": {0, 2}, "tth": {1, 3}, "tuth": {1, 3}, "tr": {1, 3}}
_SETS |= {"wf": {2, 4}, "mf": {0, 4}}


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the page says of when and where a track meets; nothing where it does not."""

    hours: str = ""
    quote: str = ""
    weekday: int | None = None
    """The one day of the sentence, where the rows are dated otherwise."""

    place: str = ""
    place_quote: str = ""


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    hours: str
    days: frozenset[int]


def meeting(
    track: str, tracks: Sequence[str], days: Sequence[int], passages: Sequence[Passage]
) -> Meeting:
    """What fits this track best; nothing where that is not clear."""
    ranked = [(_fit(each, track, tracks, days), each) for each in _sentences(passages)]
    best = max((fit for fit, _ in ranked), default=0)
    fitting = [each for fit, each in ranked if fit == best]
    if best < 2 or len({each.hours for each in fitting}) > 1:  # noqa: PLR2004 (its days, or its name)
        return Meeting()
    [said, *_] = fitting
    room = _ROOM.search(said.text)
    place, quote = (room[1], said.text) if room else _labelled(passages)
    other = said.days - set(days)
    weekday = next(iter(other)) if len(said.days) == 1 and other else None
    return Meeting(
        said.hours, plain.cut(said.text, _QUOTED), weekday, place, plain.cut(quote, _QUOTED)
    )


def _sentences(passages: Sequence[Passage]) -> Iterator[_Sentence]:
    """The sentences that give hours, those of office hours and deadlines left out."""
    heading = ""
    for passage in passages:
        if passage.where is Where.HEADING:
            heading = passage.text
        text = plain.line(passage.text)
        said = passage.where in {Where.PROSE, Where.HEADING, Where.TITLE}
        if not said or len(text) > _LONGEST or _NOT_CLASS.search(f"{heading} {text}"):
            continue
        spelled = [each for each in map(_spelled, _HOURS.finditer(text)) if each]
        if len(set(spelled)) == 1:
            yield _Sentence(text, spelled[0], _weekdays(text))


def _spelled(found: re.Match[str]) -> str:
    """Hours as schedule.yaml has them; nothing where they are a range of other numbers."""
    if not _CLOCK_LIKE.search(found[0]):
        return ""
    try:
        starts, ends = hours(f"{found[1].strip()}-{found[2].strip()}")
    except ValueError:
        return ""
    if starts.hour < 7 and ends.hour < 10 and not re.search(r"[ap]\.?m", found[0], re.IGNORECASE):  # noqa: PLR2004 (no class is so early)
        starts, ends = starts.replace(hour=starts.hour + 12), ends.replace(hour=ends.hour + 12)
    return f"{starts:%H:%M}-{ends:%H:%M}" if starts < ends else ""


def _weekdays(text: str) -> frozenset[int]:
    days: set[int] = set()
    for found in _DAY.finditer(text):
        days |= {_STARTS.index(found[1].lower())} if found[1] else _SETS[found[2].lower()]
    return frozenset(days)


def _fit(each: _Sentence, track: str, tracks: Sequence[str], days: Sequence[int]) -> int:
    """How well a sentence fits a track: by its name, its days, a word such as `Time`."""
    said = f" {plain.folded(each.text)}"
    names = {name: f" {plain.folded(name).split()[0][:7]}" for name in tracks if plain.folded(name)}
    mine = names.get(track, " \0") in said
    others = any(name in said for other, name in names.items() if other != track)
    if others and not mine:
        return 0
    same = bool(each.days) and each.days == set(days)
    part = bool(each.days) and each.days < set(days)
    return 3 * mine + 2 * same + part + bool(_LABEL.search(each.text))


def _labelled(passages: Sequence[Passage]) -> tuple[str, str]:
    """The room of a line such as `Location: Taub 2`, where there is only one such line."""
    found = [_ROOM_LABEL.search(plain.line(each.text)) for each in passages]
    rooms = {each[1].rstrip(" ."): each[0] for each in found if each}
    return next(iter(rooms.items())) if len(rooms) == 1 else ("", "")
