"""AsciiDoc inside a cell, heading or paragraph → the plain text, links and struck words it shows.

https://docs.asciidoctor.org/asciidoc/latest/text/
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from syllabical.model.table import Cell
from syllabical.read.asciidoc_lines import Attributes
from syllabical.read.cell_builder import CellBuilder
from syllabical.source import Span
from syllabical.text import visible

LIST_ITEM = re.compile(r"\s*([-•]|\*{1,5}|\.{1,2})[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)")
_TERM = re.compile(r"\s*(\S.{0,80}?)(?::{2,4}|;;)(?:[ \t]+|$)(?!:)")
_BLOCK = re.compile(
    r"\s*(?:--|\+|-{4,}|={4,}|\*{4,}|_{4,}|\.{4,}|\+{4,}|`{3,}.*|'{3,}|<{3,}|\[[^\]]*\]|\[\[.*\]\])$"
)
"""A line that opens, closes or describes a block and says nothing."""

_TITLE = re.compile(r"\s*(?:={1,6}[ \t]+|\.(?=[^\s.]))")
_BREAK = re.compile(r"[ \t]\+$")

_BRACKETED = r"\[(?P<{}>(?:\\\]|[^\]]){{0,2000}}+)\]"
_SPECIAL = re.compile(
    r"\\(?P<escaped>[*_`#{+~^|\\\[(<])"
    r"|\\(?=https?:|link:|mailto:|xref:|image:|footnote:)"
    r"|\+\+\+(?P<raw>.{0,2000}?)\+\+\+"
    r"|`\+(?P<mono>[^`]{1,500}?)\+`"
    r"|(?<![\w+`])\+(?P<plus>[^\s+](?:[^+]{0,500}[^\s+])?)\+(?![\w+`])"
    r"|(?P<scheme>link|xref|mailto):(?:\+\+(?P<quoted>[^+]{1,2000})\+\+|(?P<target>[^\s\[\]]{1,2000}+))"
    + _BRACKETED.format("text")
    + r"|(?P<url>\b(?:https?|ftp)://[^\s\[\]<>|\"\ue000\ue001]{1,2000}+)(?:"
    + _BRACKETED.format("words")
    + r")?"
    r"|<<(?P<id>[^\s<>,]{1,200}+)(?:,(?P<name>[^<>]{0,500}+))?>>"
    r"|\b(?P<macro>anchor|asciimath|audio|btn|footnote(?:ref)?|icon|image|indexterm2?|kbd|latexmath"
    r"|pass|stem|video)::?[^\s\[\]]{0,500}+"
    + _BRACKETED.format("inside")
    + r"|\[\[[^\[\]]{0,200}+\]\]"
    r"|\(\(\((?:[^()]{0,200}+)\)\)\)"
    r"|\(\((?P<term>[^()]{1,200}+)\)\)",
    re.DOTALL,
)
_SHOWN_MACROS = frozenset(("kbd", "btn", "stem", "latexmath", "asciimath", "indexterm2"))
_IMAGES = frozenset(("image", "icon"))
_ROLE = r"(?:\[(?P<role>[^\[\]\n]{0,200})\])?"
_UNCONSTRAINED = tuple(
    re.compile(
        rf"{_ROLE}{mark}{mark}(?P<text>[^{mark}]+(?:{mark}(?!{mark})[^{mark}]+)*){mark}{mark}"
    )
    for mark in (r"\*", "_", "`", "#")
)
_CONSTRAINED = tuple(
    re.compile(
        rf"(?<![\w{mark}]){_ROLE}(?<![\w{mark}]){mark}(?!\s)(?P<text>[^{mark}]*[^\s{mark}]){mark}"
        rf"(?![\w{mark}])"
    )
    for mark in (r"\*", "_", "`", "#")
)
_QUOTED = (
    ('"`', re.compile(r'"`([^`]+)`"'), r"“\1”"),
    ("'`", re.compile(r"'`([^`]+)`'"), r"‘\1’"),
)
_REPLACED = (
    ("^", re.compile(r"\^([^\s^]{1,40})\^"), r"\1"),
    ("~", re.compile(r"~([^\s~]{1,40})~"), r"\1"),
    ("--", re.compile(r"(?<=\w)--(?=\w)|(?<=\s)--(?=\s)"), "—"),
    ("...", re.compile(r"\.\.\."), "…"),
    ("->", re.compile("->"), "→"),
    ("=>", re.compile("=>"), "⇒"),
)
_STRUCK = frozenset(("line-through", "strike", "strikethrough", "struck", "del", "s"))
_TAG = re.compile(r"<(/?)(\w+)[^<>]*>")
_STASHED = re.compile("\ue000([0-9]+)\ue001")
_LINK_OPTIONS = re.compile(r"(?:^|,)\s*[\w-]+=.*$", re.DOTALL)
_PAGE = re.compile(r"\.(?:adoc|asciidoc|asc)(?=#|$)")
_ENDS = ".,;:!?)"


def cell(text: str, at: Span, attributes: Attributes, *, blocks: bool = False) -> Cell:
    """What a cell shows; with `blocks` it is read as a page of its own, as `a|` cells are."""
    made = CellBuilder()
    if not text.isascii() or not text.isprintable():
        text = visible(text)
    for line in _lines(text, blocks=blocks):
        _Inline(attributes).into(line, made)
        made.end_line()
    return made.cell(at)


def _lines(text: str, *, blocks: bool) -> Iterator[str]:
    """The paragraphs and list items of a cell, those broken to fit as one."""
    if "\n" not in text:
        item = LIST_ITEM.match(text) if blocks else None
        yield text[item.end() :] if item else text
        return
    paragraph: list[str] = []
    for written in text.split("\n"):
        begins, line, ends = _line(written, blocks=blocks)
        if begins and paragraph:
            yield " ".join(paragraph)
            paragraph.clear()
        if line:
            paragraph.append(line)
        if ends and paragraph:
            yield " ".join(paragraph)
            paragraph.clear()
    if paragraph:
        yield " ".join(paragraph)


def _line(written: str, *, blocks: bool) -> tuple[bool, str, bool]:
    """Whether a line begins a paragraph, what it says, and whether it ends the paragraph."""
    line = _BREAK.sub("", written)
    breaks = line != written
    if not line.strip() or (blocks and _BLOCK.match(line)):
        return True, "", True
    if item := LIST_ITEM.match(line):
        return True, line[item.end() :], breaks
    if blocks and (title := _TITLE.match(line)):
        return True, line[title.end() :], True
    if blocks and (term := _TERM.match(line)):
        return True, f"{term[1]}: {line[term.end() :]}", breaks
    return False, line, breaks


@dataclass(slots=True, eq=False)
class _Inline:
    """Reads the marks of one paragraph."""

    attributes: Attributes
    _stash: list[tuple[str, str]] = field(default_factory=list)
    """What is no plain text: its kind, and its words or address."""

    def into(self, text: str, made: CellBuilder) -> None:
        """Read a paragraph into a cell."""
        text = self.attributes.filled(text)
        text = _SPECIAL.sub(self._special, text)
        text = _replaced(text, _QUOTED)
        for mark in (*_UNCONSTRAINED, *_CONSTRAINED):
            text = mark.sub(self._marked, text)
        text = _replaced(text, _REPLACED)
        if "&" in text:
            text = html.unescape(text)
        for number, part in enumerate(_STASHED.split(text)):
            if number % 2:
                self._say(*self._stash[int(part)], made)
            else:
                made.say(part)

    def _say(self, kind: str, words: str, made: CellBuilder) -> None:
        match kind:
            case "words":
                made.say(words)
            case "link":
                made.begin_link(words)
            case "link ends":
                made.end_link()
            case "struck":
                made.begin_struck()
            case "struck ends":
                made.end_struck()
            case _:
                made.end_line()

    def _kept(self, kind: str, words: str = "") -> str:
        """What stands in the text for something that is no plain text."""
        self._stash.append((kind, words))
        return f"\ue000{len(self._stash) - 1}\ue001"

    def _special(self, found: re.Match[str]) -> str:
        if found["scheme"]:
            return self._link(found["scheme"], found["quoted"] or found["target"], found["text"])
        if found["url"]:
            return self._address(found["url"], found["words"])
        if found["id"]:
            return self._link("xref", found["id"], found["name"] or "")
        if found["macro"]:
            return self._macro(found["macro"], found["inside"])
        if found["raw"]:
            return self._raw(found["raw"])
        literal = found["escaped"] or found["mono"] or found["plus"]
        return self._kept("words", literal) if literal else found["term"] or ""

    def _raw(self, passed: str) -> str:
        """HTML passed through: only line ends and struck words in it are known."""
        parts: list[str] = []
        at = 0
        for tag in _TAG.finditer(passed):
            parts.append(self._kept("words", html.unescape(passed[at : tag.start()])))
            name = tag[2].lower()
            if name in ("del", "s", "strike"):
                parts.append(self._kept("struck ends" if tag[1] else "struck"))
            elif name in ("br", "p", "li", "div"):
                parts.append(self._kept("line ends"))
            at = tag.end()
        return "".join((*parts, self._kept("words", html.unescape(passed[at:]))))

    def _link(self, scheme: str, target: str, text: str) -> str:
        words = _LINK_OPTIONS.sub("", text).strip().strip('"').removesuffix("^").replace("\\]", "]")
        if scheme == "mailto":
            return words or target
        if scheme == "xref":
            is_page = bool(_PAGE.search(target)) or "/" in target
            target = _PAGE.sub(".html", target) if is_page else f"#{target.lstrip('#')}"
            if not words and not is_page:
                return ""
        shown = words or self._kept("words", target)
        return f"{self._kept('link', target)}{shown}{self._kept('link ends')}"

    def _address(self, url: str, words: str | None) -> str:
        if words is not None:
            return self._link("link", url, words)
        bare = url.rstrip(_ENDS)
        return self._link("link", bare, "") + url[len(bare) :]

    def _macro(self, macro: str, inside: str) -> str:
        if macro == "pass":
            return self._raw(inside)
        if macro in _SHOWN_MACROS:
            return self._kept("words", inside)
        described = inside.split(",", maxsplit=1)[0].strip('"')
        return described if macro in _IMAGES and "=" not in described else ""

    def _marked(self, found: re.Match[str]) -> str:
        roles = set(re.split(r"[.,\s]+", found["role"] or ""))
        if roles & _STRUCK:
            return f"{self._kept('struck')}{found['text']}{self._kept('struck ends')}"
        return found["text"]


def _replaced(text: str, rules: tuple[tuple[str, re.Pattern[str], str], ...]) -> str:
    for clue, written, shown in rules:
        if clue in text:
            text = written.sub(shown, text)
    return text
