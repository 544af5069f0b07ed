"""The sections `course:` and `dates:`: name, code and term as the page says them, and the year."""

import re
from collections.abc import Iterator

from syllabical.diagnostics import Report
from syllabical.draft.yaml_layout import YamlLine, blank, scalar
from syllabical.languages import listed, one_of
from syllabical.model.course import Course
from syllabical.model.syllabus import Certainty, Syllabus, Week
from syllabical.model.table import Page, Passage, Where
from syllabical.text import comparable, one_line

_GENERAL = frozenset(map(comparable, listed("draft", "general")))
_SEASON = one_of("terms", "spring", "autumn", "winter", "term")
_TERM = re.compile(
    rf"\b{_SEASON}(?:\s+(?:{one_of('terms', 'between')}|[12ab]))*[\s,،'’]*"
    r"(?:(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?|\d\d(?:/\d\d)?)\b"
    rf"|\b(?:19|20)\d\d\s?{one_of('dates', 'year sign')}?\s?{_SEASON}\b"
    r"|\b20\d\d\.[12]\b(?![./-])"
    rf"|(?:{_SEASON}[^\d,]{{0,4}} )?\bתש[א-ת]{{0,2}}[\"״'׳][א-ת]",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<![\w.-])(?:[A-Z]{2,8}(?:-[A-Z]{1,4})?[ -]?\d{2,6}[A-Z]{0,2}"
    r"|\d{1,2}\.(?:S\d{2,3}|\d{2,3})[A-Z]?|\d{2}-\d{3})(?![\w-]|\.\w)"
)
_NAMED_CODE = re.compile(r"[A-Z][A-Za-z]{2,9} \d{2,4}[A-Z]?(?=\s*[:–—|-]\s|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_CODES = re.compile(
    rf"(?:{_SEASON}|{one_of('draft', 'no code')})\W?\d+",
    re.IGNORECASE,
)
_SAID_IN = {
    Where.FRONT_MATTER: "the page's front matter",
    Where.TITLE: "the page's title",
    Where.HEADING: "a heading",
    Where.PROSE: "the page's text",
}
_ORDERS = frozenset({"day-first", "month-first", "year-first"})


def course_lines(course: Course, page: Page) -> list[YamlLine]:
    """The section `course:`: name, short name and term, with where each is said, and blanks."""
    syllabus = course.syllabus
    term, where = _term(syllabus, page)
    name, said_by = _name(page, syllabus.title, term)
    return [
        YamlLine("course:"),
        *_name_line(name, said_by, syllabus.title),
        *_short(one_line(syllabus.title).replace(term, " ") if term else syllabus.title, name),
        *_term_line(term, where, syllabus),
        blank(
            "  url: https://example.org/course/",
            "fill in: the page's address, shown in the feed",
        ),
    ]


def _name(page: Page, title: str, term: str) -> tuple[str, str]:
    """The course's name, and what gives it: the page's title, else its site's."""
    if not _is_general(title, term):
        return _without(one_line(title), term), "the page's title"
    for passage in page.passages:
        if passage.where is Where.CONFIG and _is_name(passage):
            name = one_line(passage.text)
            if not _is_general(name, term):
                return name, "the title in the site's configuration"
    return "", ""


def _without(title: str, term: str) -> str:
    """The title without the term that ends it."""
    if term and title.rstrip(" )]").endswith(term):
        return title[: title.rindex(term)].rstrip(" ([-–—|:,،，·")
    return title


def _is_general(title: str, term: str) -> bool:
    """Whether a title names a page, as `Course Info` does, and no course."""
    words = comparable(title.replace(term, " ") if term else title).split()
    return all(each in _GENERAL or _YEAR.fullmatch(each) for each in words)


def _is_name(passage: Passage) -> bool:
    """Whether a line of the configuration says the title, rather than describes the site."""
    line = passage.at.source.text[: passage.at.start].rpartition("\n")[2]
    return "title" in line or "name" in line


def _name_line(name: str, said_by: str, title: str) -> Iterator[YamlLine]:
    if name:
        yield YamlLine(f"  name: {scalar(name)}", said_by)
        return
    said = f"the page is titled “{one_line(title)}”" if title else "the page has no title"
    yield blank("  name: Name of the Course", f"fill in: {said}")


def _short(title: str, name: str) -> Iterator[YamlLine]:
    code = _code(title) or _code(name)
    if code:
        yield YamlLine(f"  short: {scalar(code)}", "the code in it; begins every event's title")
    else:
        yield blank("  short: CS101", "fill in: the code that begins every event's title")


def _code(title: str) -> str:
    """The course's code in a title: `CS 201`, `6.006`, `10-605`."""
    found = [*_CODE.finditer(title), *filter(None, [_NAMED_CODE.match(title)])]
    codes = (each[0] for each in found if not _NO_CODES.fullmatch(each[0]))
    return next((each for each in codes if not _is_general(each, "")), "")


def _term_line(term: str, where: str, syllabus: Syllabus) -> Iterator[YamlLine]:
    if term:
        yield YamlLine(f"  term: {scalar(term)}", where)
    elif syllabus.weeks:
        first = syllabus.weeks[0].date
        season = "Spring" if first.month < 6 else "Summer" if first.month < 8 else "Fall"  # noqa: PLR2004 (June, August)
        yield blank(f"  term: {season} {first.year}", "fill in: the term")


def _term(syllabus: Syllabus, page: Page) -> tuple[str, str]:
    """The term that the page names and that its dates lie in, and where it is named."""
    dates = [week.date for week in syllabus.weeks]
    if not dates:
        return "", ""
    years = {min(dates).year, max(dates).year}
    passages = [(Where.TITLE, page.title), *((each.where, each.text) for each in page.passages)]
    for place, said in _SAID_IN.items():
        for where, text in passages:
            found = _TERM.search(text) if where is place and len(text) < 400 else None  # noqa: PLR2004 (a sentence or two)
            if found and any(_names(found[0], year) for year in years):
                return one_line(found[0]), said
    return _dated(syllabus)


def _dated(syllabus: Syllabus) -> tuple[str, str]:
    """The words that gave the dates their year, where they are more than the year itself."""
    source = syllabus.reading.year_source if syllabus.reading else ""
    where, _, words = source.rstrip("`").partition(", `")
    said = where in {*_SAID_IN.values(), "the heading above"}
    return (words, where) if said and not words.isdigit() else ("", "")


def _names(term: str, year: int) -> bool:
    """Whether a term is of that year; the Hebrew year, whose letters count, is believed."""
    return re.search(rf"(?<!\d)(?:{year}|{year % 100:02}\b)|תש", term) is not None


def dates_lines(syllabus: Syllabus, report: Report) -> list[YamlLine]:
    """The section `dates:`: order and year, where either was guessed; no lines where neither was.

    `report` is that of the page alone: `date-order-undecidable` in it leaves the order a blank.
    """
    undecided = any(said.code == "date-order-undecidable" for said in report)
    below = [*(_question(syllabus) if undecided else _order(syllabus)), *_year(syllabus)]
    return [YamlLine("dates:"), *below] if below else []


def _question(syllabus: Syllabus) -> Iterator[YamlLine]:
    """A blank that has to be filled before anything is published."""
    first = _first_week(syllabus)
    said = f"`{first.written}` may be either" if first else "both make sense of every row"
    yield blank("  order: day-first", f"fill in, or `month-first`: {said}, and nothing decides")


def _order(syllabus: Syllabus) -> Iterator[YamlLine]:
    reading = syllabus.reading
    first = _first_week(syllabus)
    if reading is None or first is None or reading.order not in _ORDERS:
        return
    if reading.order_certainty is Certainty.GUESSED:
        said = f"`{first.written}` is {first.date:%a} {first.date.day} {first.date:%b %Y}"
        yield YamlLine(f"  order: {reading.order}", f"guessed: {said}; is it?")


def _year(syllabus: Syllabus) -> Iterator[YamlLine]:
    """The year of the first row, where the page itself does not say it."""
    reading = syllabus.reading
    first = _first_week(syllabus)
    if reading is None or first is None:
        return
    source = reading.year_source
    if source.startswith("`--year`"):
        yield YamlLine(f"  year: {first.date.year}", "the year of the first row, as you said")
    elif source.startswith("the path"):
        yield YamlLine(f"  year: {first.date.year}", f"the year of the first row; {_says(source)}")
    elif reading.year_certainty is Certainty.GUESSED:
        why = f"guessed from {source}; the year of the first row"
        yield YamlLine(f"  year: {first.date.year}", why)


def _says(source: str) -> str:
    """`the path says 2018` of a source in words."""
    where, _, words = source.partition(", ")
    return f"{where} says {words}"


def _first_week(syllabus: Syllabus) -> Week | None:
    """The first dated row of the table, whatever was added from others."""
    at = syllabus.at
    inside = [
        week
        for week in syllabus.weeks
        if at and week.at.source is at.source and at.start <= week.at.start <= at.end
    ]
    return min(inside or syllabus.weeks, key=lambda week: week.at.start, default=None)
