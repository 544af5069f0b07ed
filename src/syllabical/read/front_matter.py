"""A page's own facts, from the front matter that stands before it: title, year, permalink."""

import re
from dataclasses import dataclass

from syllabical.model.table import Passage, Where
from syllabical.source import Source, Span
from syllabical.text import collapsed

_OPENING = re.compile(r"\ufeff?\s*(---|\+\+\+)[ \t]*\r?\n")
_FACT = re.compile(r"^([A-Za-z][\w -]*?)[ \t]*[:=][ \t]+(\S.*?)[ \t]*\r?$", re.MULTILINE)
_COMMENT = re.compile(r"\s+#.*$")
_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$""")
_TELLING = frozenset(
    {
        "academic_year", "course", "date", "description", "heading", "name", "period", "permalink",
        "quarter", "season", "semester", "session", "slug", "subheading", "subtitle", "term",
        "title", "url", "year",
    }
)  # fmt: skip
"""The keys whose values may tell the year or the term."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of the front matter."""

    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a page, and where the page itself begins."""

    facts: dict[str, Fact]
    end: int

    def text(self, key: str) -> str:
        """A fact, or nothing."""
        return self.facts[key].text if key in self.facts else ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What the front matter tells about the course."""
        return tuple(
            Passage(Where.FRONT_MATTER, fact.text, fact.at)
            for key, fact in self.facts.items()
            if key in _TELLING
        )


def front_matter(source: Source) -> FrontMatter:
    """The facts before the page; none where it has no front matter."""
    opening = _OPENING.match(source.text)
    if not opening:
        return FrontMatter({}, 0)
    closing = re.compile(rf"^(?:{re.escape(opening[1])}|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE).search(
        source.text, opening.end()
    )
    if not closing:
        return FrontMatter({}, 0)
    return FrontMatter(facts(source, opening.end(), closing.start()), closing.end())


def facts(source: Source, start: int, end: int) -> dict[str, Fact]:
    """The plain `key: value` (or `key = value`) lines of a stretch, the first of each key."""
    found: dict[str, Fact] = {}
    for line in _FACT.finditer(source.text, start, end):
        quoted = _QUOTED.match(line[2])
        value = quoted[1] if quoted else _COMMENT.sub("", line[2])
        text = collapsed(_unquoted(value))
        if text and not text.startswith(("|", ">", "&", "{", "[")):
            at = source.span(line.start(2), line.start(2) + len(value))
            found.setdefault(line[1].strip().lower(), Fact(text, at))
    return found


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1].replace('\\"', '"')
    return text
