"""Drafts the schedule.yaml of a page: what was understood, why, and blanks for the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syllabical import timezones
from syllabical.diagnostics import Report
from syllabical.draft import sessions
from syllabical.draft.course import course_lines, dates_lines
from syllabical.draft.yaml_layout import Line, blank, block, remark, word
from syllabical.model.course import Course
from syllabical.model.table import Page, Table

__all__ = ["SCHEMA", "Around", "schedule"]

SCHEMA = "schedule.schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What only the street knows of a page: its path, the machine's zone, the files beside it."""

    path: str
    """The page's, from the folder of schedule.yaml."""

    zone: str = ""
    """The zone of the machine; empty where it does not say, or says no place's."""

    told_by: str = ""
    """What says the zone: `TZ`, `/etc/localtime`."""

    schema: str = ""
    """The path of the JSON Schema from the folder of schedule.yaml, where there is one."""

    pinned: bool = True
    """Whether table and columns are named; left as blanks where naming them changes the page's
    reading."""


def schedule(course: Course, page: Page, around: Around, report: Report) -> str:
    """The schedule.yaml of a page, from what was understood of it and what was said of that."""
    sections = [
        _opening(course, around),
        [*course_lines(course, page), *_country(around)],
        [*_zone(around), *_page(course, page, around)],
        dates_lines(course.syllabus, report),
        *sessions.sections(course.syllabus, page, pinned=around.pinned),
    ]
    return "\n".join(block(section) for section in sections if section)


def _opening(course: Course, around: Around) -> list[Line]:
    count = len(course.events)
    held = f"{count} event{'s' * (count != 1)}"
    lines = [
        remark(f"Drafted by `syllabical init` from `{around.path}`, which held {held}."),
        remark(
            "This file works as it is: `syllabical build` makes the feed. A key behind a `#` is a"
            " blank: write what only you know, and take its `#` away."
        ),
    ]
    if around.schema:
        return [Line(f"# yaml-language-server: $schema={around.schema}"), *lines]
    lines.append(
        remark(
            f"For an editor that completes and checks it: run `syllabical schema > {SCHEMA}`, and"
            f" write `# yaml-language-server: $schema={SCHEMA}` in the first line."
        )
    )
    return lines


def _country(around: Around) -> Iterator[Line]:
    """A blank with the country of the zone: whether its holidays matter is not for us to say."""
    country = timezones.country(around.zone)
    if country:
        yield blank(f"  country: {word(country)}", "to be told of classes on its public holidays")


def _zone(around: Around) -> Iterator[Line]:
    if around.zone:
        why = f"guessed from this machine ({around.told_by}); is it the course's?"
        yield Line(f"timezone: {word(around.zone)}", why)
    else:
        yield blank(
            "timezone: Europe/Berlin", "fill in: the zone the hours are in; needed with any"
        )


def _page(course: Course, page: Page, around: Around) -> Iterator[Line]:
    table = _table(course, page)
    if table is None:
        yield Line(f"page: {word(around.path)}")
        return
    name, why = table
    yield Line("page:")
    yield Line(f"  path: {word(around.path)}")
    yield Line(f"  table: {name}", why) if around.pinned else blank(f"  table: {name}", why)


def _table(course: Course, page: Page) -> tuple[str, str] | None:
    """How to name the one table of several that is the schedule, and why it is that one."""
    said = [each for each in course.syllabus.reasons if each.what.startswith("table ")]
    taken = [each for each in said if each.taken_for == "the schedule"]
    if len(said) < 2 or len(taken) != 1 or any(e.taken_for == "an addition" for e in said):  # noqa: PLR2004 (one needs no name)
        return None
    number = int(taken[0].what.removeprefix("table "))
    why = f"table {number} of {len(said)}: {taken[0].why}"
    heading = _heading(page.tables, number)
    return (word(heading), why) if heading else (str(number), why)


def _heading(tables: Sequence[Table], number: int) -> str:
    """The heading that this table alone stands under; none where its number is clearer."""
    headings = [each.headings[-1].strip() if each.headings else "" for each in tables]
    mine = headings[number - 1] if number <= len(headings) else ""
    if not mine or len(mine) > 60 or mine.isdigit():  # noqa: PLR2004 (a line's worth)
        return ""
    others = [heading for each in tables for heading in each.headings]
    return mine if sum(mine.casefold() == other.casefold() for other in others) == 1 else ""
