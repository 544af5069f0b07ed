"""Markdown inside a cell → a stream of happenings: words, tags, links, line ends.

`markdown_it` reads it, with what pages mean beyond CommonMark put into its terms first. Loading
it takes longer than reading most pages, so that the plainest marks are known here: `_PLAINEST`
takes nothing for a mark of which CommonMark could think otherwise.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

WORDS, TAG, LINK, UNLINK, BREAK = "words", "tag", "link", "unlink", "break"

Happening = tuple[str, str]

_SINGLE = {
    "code_inline": (WORDS, ""),
    "text_special": (WORDS, ""),
    "html_inline": (TAG, ""),
    "softbreak": (BREAK, ""),
    "hardbreak": (BREAK, ""),
    "s_open": (TAG, "<del>"),
    "s_close": (TAG, "</del>"),
}
"""What one token of the library is; its own content where none is given."""

_TEXT = r"[^\\`*_\[\]<>&{}~$!\r\n:/]"
_PLAINEST = re.compile(
    rf"""(?P<words>(?:{_TEXT}|:(?!//)|(?<![:/])/|!(?!\[))+)
    |(?P<marks>\*\*|\*|(?<!\w)__?)(?=\w)(?P<marked>(?:{_TEXT}|[:/!](?![/\[]))+?)
        (?:(?<=\w)(?P=marks)(?![\w*])|(?<=\S)(?P=marks)(?=\s|\Z|<br))
    |(?P<br><br\s*/?>)
    |(?<!!)\[(?P<label>(?=\w)(?:{_TEXT}|[:/!](?![/\[]))+)\]
        \((?P<address>[\w.:/?=#%+,~-]+)\)(?![{{\w(\[])""",
    re.VERBOSE,
)

_BARE = re.compile(r"\bhttps?://[^\s<>\[\]`*|\"]*[^\s<>\[\]`*|\"'.,;:!?)}]")
_CODE_OR_FORMULA = re.compile(
    r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|(?<![\\\w$])\$((?=\S)[^$\n]{1,400}(?<=\S))\$(?![\w$])",
    re.DOTALL,
)
_SPAN = re.compile(r"\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\{[^{}\n]*\}")
_LOOSE_TARGET = re.compile(
    r"\]\([ \t]*(?=[^()\n]*[./])([^()<>\"'\s]+(?:[ \t]+[^()<>\"'\s]+)+)[ \t]*\)"
)
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")


def label(text: str) -> str:
    """A reference's label as labels are compared."""
    return " ".join(text.split()).casefold()


def happenings(text: str, links: Mapping[str, str]) -> list[Happening]:
    """The words, tags, links and line ends of a text, in order."""
    plainest = _plainest(text)
    return list(_read(text, links)) if plainest is None else plainest


def plain(text: str) -> str:
    """A text with its escapes and entities resolved."""
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" not in text:
        return text

    return _ENTITY.sub(lambda found: unescape(found[0]), text)


def _plainest(text: str) -> list[Happening] | None:
    """The happenings of a text whose marks are all of the plainest; nothing for any other."""
    found: list[Happening] = []
    at = 0
    while at < len(text):
        mark = _PLAINEST.match(text, at)
        if mark is None:
            return None
        match mark.lastgroup:
            case "words":
                found.append((WORDS, mark["words"]))
            case "marked":
                found.append((WORDS, mark["marked"]))
            case "br":
                found.append((TAG, "<br>"))
            case _:
                found += [(LINK, mark["address"]), (WORDS, mark["label"]), (UNLINK, "")]
        at = mark.end()
    return found


def _read(text: str, links: Mapping[str, str]) -> Iterator[Happening]:
    """What the library finds."""
    markdown = _markdown()
    tokens = markdown.inline.parse(_in_its_terms(text), markdown, {"references": _Links(links)}, [])
    stray = sum(token.content.count("**") for token in tokens if token.type == "text")
    return _happenings(tokens, forgiving=stray > 1)


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable("strikethrough")
    asis: Callable[[str], str] = str
    for name in ("normalizeLink", "normalizeLinkText"):
        setattr(markdown, name, asis)
    markdown.validateLink = bool  # type: ignore[method-assign,assignment]
    return markdown


class _Links:
    """The page's references, as the library asks for them."""

    def __init__(self, links: Mapping[str, str]) -> None:
        self._links = links

    def get(self, name: str, default: None = None) -> dict[str, str] | None:
        """The reference of a name."""
        address = self._links.get(label(name))
        return default if address is None else {"href": address, "title": ""}


def _in_its_terms(text: str) -> str:
    """The text with spans, formulas and addresses with blanks as CommonMark writes them."""
    if "]{" in text:
        text = _SPAN.sub(r"\1", text)
    if "](" in text:
        text = _LOOSE_TARGET.sub(r"](<\1>)", text)
    if "$" in text:
        text = _CODE_OR_FORMULA.sub(
            lambda found: _PUNCTUATION.sub(r"\\\g<0>", found[2]) if found[2] else found[0], text
        )
    return text


def _happenings(tokens: Sequence[Token], *, forgiving: bool) -> Iterator[Happening]:
    linked = False
    for token in tokens:
        match token.type:
            case "text":
                # `** such marks **` are shown by browsers, and meant by nobody.
                words = token.content.replace("**", "") if forgiving else token.content
                yield from [(WORDS, words)] if linked else _linkified(words)
            case "link_open" | "link_close":
                linked = token.nesting > 0
                yield (LINK, str(token.attrs["href"])) if linked else (UNLINK, "")
            case "image":
                inside = _happenings(token.children or [], forgiving=forgiving)
                yield from (each for each in inside if each[0] == WORDS)
            case "html_inline" if token.content[1] in "!?":
                continue
            case kind if kind in _SINGLE:
                happening, words = _SINGLE[kind]
                yield happening, words or token.content
            case _:
                continue


def _linkified(text: str) -> Iterator[Happening]:
    """Words, the bare addresses among them as links."""
    at = 0
    if "://" in text:
        for found in _BARE.finditer(text):
            yield WORDS, text[at : found.start()]
            yield LINK, found[0]
            yield WORDS, found[0]
            yield UNLINK, ""
            at = found.end()
    yield WORDS, text[at:]
