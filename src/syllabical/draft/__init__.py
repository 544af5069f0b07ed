"""Drafts the schedule.yaml of a page: what was understood, why, and blanks for the rest."""

from collections.abc import Iterator, Sequence

from syllabical import timezones
from syllabical.diagnostics import Report
from syllabical.draft import sessions
from syllabical.draft.course import course_lines, dates_lines
from syllabical.draft.yaml_layout import YamlLine, aligned, blank, comment, scalar
from syllabical.model.course import Course
from syllabical.model.table import Page, Table

__all__ = ["SCHEMA", "schedule"]

SCHEMA = "schedule.schema.json"
"""What the file with the JSON Schema of schedule.yaml is called."""


def schedule(
    course: Course,
    page: Page,
    report: Report,
    *,
    path: str,
    zone: str = "",
    zone_source: str = "",
    schema: str = "",
    columns_are_named: bool = True,
) -> str:
    """The text of a schedule.yaml for a page, from what was understood of it.

    `report` is what was said of the page. `path` is the page's, and `schema` that of the JSON
    Schema where there is one, both from the folder of schedule.yaml. `zone` is the IANA name of
    the machine's zone and `zone_source` what says it (`TZ`, `/etc/localtime`); empty where nothing
    does. Where `columns_are_named` is false, table and columns are left as blanks.
    """
    opening = _opening(course, path, schema)
    about = [*course_lines(course, page), *_country(zone)]
    where = [
        *_zone(zone, zone_source),
        *_page(course, page, path, columns_are_named=columns_are_named),
    ]
    dates = dates_lines(course.syllabus, report)
    rest = sessions.sections(course.syllabus, page, columns_are_named=columns_are_named)
    return "\n".join(aligned(lines) for lines in (opening, about, where, dates, *rest) if lines)


def _opening(course: Course, path: str, schema: str) -> list[YamlLine]:
    count = len(course.events)
    held = f"{count} event{'s' * (count != 1)}"
    lines = [
        comment(f"Drafted by `syllabical init` from `{path}`, which held {held}."),
        comment(
            "This file works as it is: `syllabical build` makes the feed. A key behind a `#` is a"
            " blank: write what only you know, and take its `#` away."
        ),
    ]
    if schema:
        return [YamlLine(f"# yaml-language-server: $schema={schema}"), *lines]
    lines.append(
        comment(
            f"For an editor that completes and checks it: run `syllabical schema > {SCHEMA}`, and"
            f" write `# yaml-language-server: $schema={SCHEMA}` in the first line."
        )
    )
    return lines


def _country(zone: str) -> Iterator[YamlLine]:
    """A blank with the country of the zone: whether its holidays matter is not for us to say."""
    country = timezones.country(zone)
    if country:
        yield blank(f"  country: {scalar(country)}", "to be told of classes on its public holidays")


def _zone(zone: str, source: str) -> Iterator[YamlLine]:
    if zone:
        why = f"guessed from this machine ({source}); is it the course's?"
        yield YamlLine(f"timezone: {scalar(zone)}", why)
    else:
        yield blank(
            "timezone: Europe/Berlin", "fill in: the zone the hours are in; needed with any"
        )


def _page(course: Course, page: Page, path: str, *, columns_are_named: bool) -> Iterator[YamlLine]:
    table = _table(course, page)
    if table is None:
        yield YamlLine(f"page: {scalar(path)}")
        return
    name, why = table
    yield YamlLine("page:")
    yield YamlLine(f"  path: {scalar(path)}")
    yield YamlLine(f"  table: {name}", why) if columns_are_named else blank(f"  table: {name}", why)


def _table(course: Course, page: Page) -> tuple[str, str] | None:
    """How to name the one table of several that is the schedule, and why it is that one."""
    said = [each for each in course.syllabus.reasons if each.what.startswith("table ")]
    taken = [each for each in said if each.taken_for == "the schedule"]
    if len(said) < 2 or len(taken) != 1 or any(e.taken_for == "an addition" for e in said):  # noqa: PLR2004 (one needs no name)
        return None
    number = int(taken[0].what.removeprefix("table "))
    why = f"table {number} of {len(said)}: {taken[0].why}"
    heading = _heading(page.tables, number)
    return (scalar(heading), why) if heading else (str(number), why)


def _heading(tables: Sequence[Table], number: int) -> str:
    """The heading that this table alone stands under; none where its number is clearer."""
    headings = [each.headings[-1].strip() if each.headings else "" for each in tables]
    mine = headings[number - 1] if number <= len(headings) else ""
    if not mine or len(mine) > 60 or mine.isdigit():  # noqa: PLR2004 (a line's worth)
        return ""
    others = [heading for each in tables for heading in each.headings]
    return mine if sum(mine.casefold() == other.casefold() for other in others) == 1 else ""
