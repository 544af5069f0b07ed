"""The sections `tracks:`, `homework:`, `presentations:` and `exams:`, from what the rows hold."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from syllabical.draft.prose import StatedMeeting, stated_meeting
from syllabical.draft.yaml_layout import YamlLine, blank, scalar
from syllabical.languages import one_of
from syllabical.model.schedule import WEEKDAYS
from syllabical.model.syllabus import Entry, Kind, Syllabus
from syllabical.model.table import Page
from syllabical.text import comparable

_LONGEST_NAME = 80
_SURELY_HOMEWORK = re.compile(one_of("draft", "homework"), re.IGNORECASE)
_CARE = "with these columns named the page reads otherwise; compare `syllabical show`"
_NAMES = {
    Kind.CLASS: ("class", "classes"),
    Kind.PRESENTATION: ("presentation", "presentations"),
    Kind.EXAM: ("exam", "exams"),
}
"""What meets, and has hours."""


def sections(
    syllabus: Syllabus, page: Page, *, columns_are_named: bool
) -> Iterator[list[YamlLine]]:
    """Each section in turn; one that the page has nothing for has no lines.

    Columns that are not named are left as blanks.
    """
    entries = [entry for week in syllabus.weeks for entry in week.entries]
    yield _tracks(syllabus, entries, page, columns_are_named=columns_are_named)
    yield _homework(syllabus, entries, columns_are_named=columns_are_named)
    yield _apart("presentations", Kind.PRESENTATION, entries)
    yield _apart("exams", Kind.EXAM, entries)


def _tracks(
    syllabus: Syllabus, entries: Sequence[Entry], page: Page, *, columns_are_named: bool
) -> list[YamlLine]:
    """Each session column with its days and count, and blanks for its hours and its room."""
    others = _other_columns(syllabus)
    held = {
        track: [entry for entry in entries if entry.track == track and entry.kind in _NAMES]
        for track in syllabus.tracks
        if track.strip() and len(track) <= _LONGEST_NAME
    }
    lines: list[YamlLine] = []
    for track, meets in held.items():
        if not meets:
            continue
        head = f"  {scalar(track)}:"
        if comparable(track) in others:
            if any(entry.kind is Kind.CLASS for entry in meets):
                lines.append(
                    blank(head, f"{_summed(meets)}; named here, all its cells are classes")
                )
            continue
        why = _summed(meets)
        lines.append(YamlLine(head, why) if columns_are_named else blank(head, why))
        lines += _meeting(meets, stated_meeting(track, list(held), _days(meets), page.passages))
    for header in _still_empty(syllabus):
        head = f"  {scalar(header)}:"
        lines.append(
            YamlLine(head, "no class in it yet")
            if columns_are_named
            else blank(head, "no class yet")
        )
    for header in _doubtful(syllabus):
        why = "taken for homework; a track, if its cells are classes"
        lines.append(blank(f"  {scalar(header)}:", why))
    if not lines:
        return []
    return [YamlLine("tracks:") if columns_are_named else blank("tracks:", _CARE), *lines]


def _other_columns(syllabus: Syllabus) -> set[str]:
    """Columns that hold no sessions: named as a track, such a column would be read as one.

    An exam in a column of remarks stands under `exams:`.
    """
    taken = {
        (comparable(each.what.removeprefix("column ")), each.taken_for)
        for each in syllabus.reasons
        if each.what.startswith("column ")
    }
    sessions = {header for header, role in taken if role == "a session"}
    return {header for header, _ in taken} - sessions


def _still_empty(syllabus: Syllabus) -> Iterator[str]:
    """Headers of columns for sessions that no class stands in, or only homework."""
    if _columns(syllabus, "the kind of class"):
        return
    named = [comparable(track) for track in syllabus.tracks]
    for header in _columns(syllabus, "a session"):
        words = comparable(header)
        known = any(words.startswith(name) or name.startswith(words) for name in named)
        if words and not header.isdigit() and not known:
            named.append(words)
            yield header


def _doubtful(syllabus: Syllabus) -> Iterator[str]:
    """Headers taken for homework beside another column of homework: exercises may be classes."""
    said = _columns(syllabus, "homework")
    if len(said) > 1:
        yield from (header for header in said if not _SURELY_HOMEWORK.search(header))


def _columns(syllabus: Syllabus, role: str) -> list[str]:
    """The headers of the columns that were taken for something."""
    return list(
        dict.fromkeys(
            each.what.removeprefix("column ")
            for each in syllabus.reasons
            if each.what.startswith("column ") and each.taken_for == role
        )
    )


def _days(meets: Sequence[Entry]) -> tuple[int, ...]:
    """The weekdays on which more than a stray class falls, the most frequent first."""
    counts = Counter(entry.date.weekday() for entry in meets)
    return tuple(day for day, count in counts.most_common() if count * 6 >= len(meets))


def _summed(meets: Sequence[Entry]) -> str:
    """`12 classes and 1 exam, on Sundays`."""
    kinds = Counter(entry.kind for entry in meets)
    said = [_counted(kinds[kind], *_NAMES[kind]) for kind in _NAMES if kinds[kind]]
    days = [f"{WEEKDAYS[day]}s" for day in sorted(_days(meets))]
    on = f", on {' and '.join(', '.join(days).rsplit(', ', 1))}" if 0 < len(days) < 4 else ""  # noqa: PLR2004 (a list of days)
    return f"{' and '.join(', '.join(said).rsplit(', ', 1))}{on}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _meeting(meets: Sequence[Entry], said: StatedMeeting) -> Iterator[YamlLine]:
    """The blanks of a track, with what the page says in a sentence."""
    written = sum(entry.starts is not None for entry in meets)
    if written * 2 < len(meets):
        yield from _hours(said)
    else:
        yield blank("    at: 10:30-12:30", "only for rows whose hours the page does not write")
    if said.place:
        yield blank(f"    place: {scalar(said.place)}", _quoted(said))
    else:
        yield blank("    place: Room 101", "fill in: the room")


def _quoted(said: StatedMeeting) -> str:
    """Where the room is said."""
    same = said.place_quote == said.quote
    return "from the same sentence" if same else f"the page says “{said.place_quote}”"


def _hours(said: StatedMeeting) -> Iterator[YamlLine]:
    if said.hours:
        why = f"the page says “{said.quote}”"
        yield blank(f"    at: {said.hours}", why)
    else:
        yield blank("    at: 10:30-12:30", "fill in: the hours; all day until then")
    if said.weekday is not None:
        why = "the rows are dated otherwise"
        yield blank(f"    weekday: {WEEKDAYS[said.weekday]}", why)


def _homework(
    syllabus: Syllabus, entries: Sequence[Entry], *, columns_are_named: bool
) -> list[YamlLine]:
    """The homework column, and a blank for the deadlines that the page does not give."""
    outs = sum(entry.kind is Kind.HOMEWORK_RELEASE for entry in entries)
    dues = [entry for entry in entries if entry.kind is Kind.HOMEWORK_DUE]
    if not outs and not dues:
        return []
    column = _column(syllabus) if columns_are_named else ""
    due, why = _due(outs, dues)
    if column:
        lines = [
            YamlLine("homework:"),
            YamlLine(f"  column: {scalar(column)}", "the column of that header"),
        ]
        return [*lines, *([blank(f"  due: {due}", why)] if due else [])]
    return [blank(f"homework: {{due: {due}}}", f"homework: {why}")] if due else []


def _column(syllabus: Syllabus) -> str:
    """The header of the one column that was taken for homework."""
    said = _columns(syllabus, "homework")
    if len(said) != 1 or said[0].isdigit() or len(said[0]) > _LONGEST_NAME:
        return ""
    return said[0]


def _due(outs: int, dues: Sequence[Entry]) -> tuple[str, str]:
    """What may be said of deadlines, and why."""
    if outs and not dues:
        return "{after: 2 weeks, at: 23:59}", "fill in: the page only says when it is out"
    if any(entry.starts is None for entry in dues):
        return "{at: 23:59}", "fill in: the hour; all day until then"
    return "", ""


def _apart(key: str, kind: Kind, entries: Sequence[Entry]) -> list[YamlLine]:
    """Blanks for what may have hours of its own: presentations and exams."""
    found = [entry for entry in entries if entry.kind is kind]
    if not found:
        return []
    first = found[0].date
    count = _counted(len(found), *_NAMES[kind])
    when = f"{'the first ' if len(found) > 1 else ''}on {first.day} {first:%b %Y}"
    why = f"{count}, {when}: hours and room are the track's until filled in"
    return [blank(f"{key}: {{at: 10:30-12:30, place: Room 101}}", why)]
