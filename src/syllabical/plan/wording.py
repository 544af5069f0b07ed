"""The words students read: SUMMARY, DESCRIPTION, and the key made of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from syllabical.languages import listed, one_of
from syllabical.model.syllabus import Detail, Kind
from syllabical.model.table import Link
from syllabical.text import comparable, cut, one_line, web_address

_LONGEST = 120
"""Characters of a SUMMARY."""

_LONGEST_KEY = 80
_SUFFIX = {Kind.HOMEWORK_RELEASE: "released", Kind.HOMEWORK_DUE: "due"}
_SAYS_RELEASED = re.compile(rf"\b{one_of('feed', 'says released')}\b", re.IGNORECASE)
_SAYS_DUE = re.compile(rf"\b{one_of('feed', 'says due')}\b", re.IGNORECASE)
_SAYS_NO_CLASS = re.compile(rf"\b{one_of('feed', 'says no class')}", re.IGNORECASE)

# Headers that say what stands in a column, not what its classes are called.
_NAMELESS = frozenset(
    word for name in listed("tracks", "nameless") for word in comparable(name).split()
)


def course_prefix(short: str) -> str:
    """What starts every summary: the course's short name, cut to a third of a summary."""
    return cut(one_line(short), _LONGEST // 3)


@lru_cache(maxsize=1024)
def track_name(name: str) -> str:
    """What a column's classes are called: `Lecture` for `Lecture topics`, nothing for `Topics`."""
    words = [found for found in re.finditer(r"\w+", name) if comparable(found[0]) not in _NAMELESS]
    return name[words[0].start() : words[-1].end()] if words else ""


def summary(
    kind: Kind, title: str, *, prefix: str, track: str = "", number: str = "", group: str = ""
) -> str:
    """The SUMMARY: a class with its track, number and group; all else says what becomes of it.

    `CS236605 Lecture 3: Trees`, `CS236605 HW1 due`, `CS236605: No class (Passover)`.
    """
    match kind:
        case Kind.CLASS:
            return _class_summary(title, prefix, track_name(track), number, group)
        case Kind.HOMEWORK_RELEASE:
            tail = "" if _SAYS_RELEASED.search(title) else " released"
            return _cut(f"{prefix} " if prefix else "", title, tail)
        case Kind.HOMEWORK_DUE:
            tail = "" if _SAYS_DUE.search(title) else " due"
            return _cut(f"{prefix} " if prefix else "", title, tail)
        case Kind.NO_CLASS if not _SAYS_NO_CLASS.search(title):
            return _cut(f"{prefix}: No class (" if prefix else "No class (", title, ")")
        case _:
            return _cut(f"{prefix}: " if prefix else "", title)


def _class_summary(title: str, prefix: str, name: str, number: str, group: str) -> str:
    """`CS236605 Lecture 3 (group 11): Trees`, with nothing in it twice."""
    of_group = f"(group {group})" if group else ""
    if name and not _begins_with(title, name):
        return _cut(_joined(prefix, name, number, of_group) + ": ", title)
    head = _joined(prefix, of_group)
    between = " " if name else ": "
    return _cut(f"{head}{between}" if head else "", title)


def _begins_with(title: str, name: str) -> bool:
    if title[:1].casefold() != name[:1].casefold():
        return False
    words, named = comparable(title).split(), comparable(name).split()
    return words[: len(named)] == named


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _cut(head: str, title: str, tail: str = "") -> str:
    return head + cut(title, _LONGEST - len(head) - len(tail)) + tail


def key(kind: Kind, title: str, group: str = "") -> str:
    """Who an event is, in its own words: `hw1-released`."""
    words = [*comparable(title).split(), _SUFFIX.get(kind, "")]
    words += ["group", *comparable(group).split()] if group else []
    return "-".join(filter(None, words))[:_LONGEST_KEY].strip("-") or kind.value


def description(
    title: str,
    lines: Sequence[str] = (),
    *,
    hours: str = "",
    links: Iterable[Link] = (),
    details: Iterable[Detail] = (),
    notes: Iterable[str] = (),
    online: str = "",
) -> str:
    """The DESCRIPTION: the title line by line, then paragraph by paragraph what else is given.

    `lines` are the title's own, where it has several. Each address is written once.
    """
    own = tuple(filter(None, map(one_line, lines)))
    first = own if " ".join(own) == title else (title,)
    rest = () if first == own or title in own else own
    said: set[str] = set()
    after: list[Iterable[str]] = [
        [hours],
        [*_link_lines(links, said)],
        [*_detail_lines(details, said)],
        notes,
        [f"Online: {online}"] if online and online not in said else [],
    ]
    paragraphs = [first, rest, *(tuple(filter(None, map(one_line, part))) for part in after)]
    return "\n\n".join("\n".join(part) for part in paragraphs if part)


def _link_lines(links: Iterable[Link], said: set[str]) -> Iterator[str]:
    """Every link whose address was not said yet, spelled out; it then is."""
    for link in links:
        url = web_address(link.url)
        if not url or url in said:
            continue
        said.add(url)
        text = one_line(link.text)
        yield f"{text}: {url}" if re.search(r"\w", text) and text != url else url


def _detail_lines(details: Iterable[Detail], said: set[str]) -> Iterator[str]:
    """`Header: text` for each further column, and its links."""
    for detail in details:
        header, lines = one_line(detail.header), [*filter(None, map(one_line, detail.lines))]
        if len(lines) == 1:
            yield f"{header}: {lines[0]}" if header else lines[0]
        elif lines:
            yield f"{header}:" if header else ""
            yield from (f"- {line}" for line in lines)
        yield from _link_lines(detail.links, said)
