"""Scans Markdown inside a line: code, links, emphasis, HTML, as CommonMark has them.

What comes back is a stream of happenings, `(kind, text)`: words, HTML tags, the start and the
end of a link. Emphasis only disappears, so that there is no tree to build.
"""

import re
from collections.abc import Mapping

from syllabical.read.pattern import Pattern
from syllabical.record import field, record

from syllabical.read import emphasis

WORDS, TAG, LINK, UNLINK, BREAK = "words", "tag", "link", "unlink", "break"

_ATTRIBUTE = r"\s+[A-Za-z_:@][\w.:@-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?"
_TOKEN = Pattern(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<code>`+)
    |(?P<angle><)
    |(?P<bare>\bhttps?://[^\s<>\[\]`*|"]*[^\s<>\[\]`*|"'.,;:!?)}])
    |(?P<entity>&)
    |(?P<dollar>\$)
    |(?P<opener>!?\[)
    |(?P<closer>\])
    |(?P<run>\*+|_+|(?<!~)~~(?!~))
    |(?P<newline>\\?\n)""",
    re.VERBOSE,
)
_TAG = Pattern(rf"</?[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*\s*/?>")
_ADDRESS = Pattern(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_FORMULA = Pattern(r"(?<![\\\w$])\$((?=\S)[^$\n]{1,400}(?<=\S))\$(?![\w$])")
_PAREN = r"\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*\)"
_TARGET = Pattern(
    rf"""\(\s*(?:<((?:[^<>\\\n]|\\.)*)>|((?:[^\s()<\\]|\\.|{_PAREN})(?:[^\s()\\]|\\.|{_PAREN})*)?)
    (?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)""",
    re.VERBOSE | re.DOTALL,
)
_LOOSE_TARGET = Pattern(r"\(\s*([^()\"'\n]*[./][^()\"'\n]*?)\s*\)")
_LABEL = Pattern(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
_SPAN = Pattern(r"\{[^{}\n]*\}")
_ESCAPE = Pattern(r"\\([!-/:-@\[-`{-~])")
_ENTITY = Pattern(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")


def label(text: str) -> str:
    """A reference's label as labels are compared."""
    return " ".join(text.split()).casefold()


def happenings(text: str, links: Mapping[str, str]) -> list[tuple[str, str]]:
    """The words, tags, links and line ends of a text, in order."""
    scan = _Scan(text=text, links=links)
    at = 0
    while found := _TOKEN.search(text, at):
        if found.start() > at:
            scan.out.append((WORDS, text[at : found.start()]))
        at = scan.take(found)
    if at < len(text):
        scan.out.append((WORDS, text[at:]))
    emphasis.settle(scan.out, scan.runs)
    return scan.out


@record(frozen=False, eq=False)
class _Opener:
    """A `[` or `![` that may turn out to open a link."""

    piece: int
    after: int
    image: bool
    runs: int
    live: bool = True


@record(frozen=False, eq=False)
class _Scan:
    """How far the text has been understood."""

    text: str
    links: Mapping[str, str]
    out: list[tuple[str, str]] = field(default_factory=list)
    runs: list[emphasis.Run] = field(default_factory=list)
    openers: list[_Opener] = field(default_factory=list)
    unclosed: set[int] = field(default_factory=set)

    def take(self, found: re.Match[str]) -> int:
        """Take one token; gives the offset to go on from."""
        token, out = found[0], self.out
        match found.lastgroup:
            case "escape":
                out.append((WORDS, token[1]))
            case "code":
                return self._code(found)
            case "angle":
                return self._angle(found.start())
            case "bare":
                out += [(LINK, token), (WORDS, token), (UNLINK, "")]
            case "entity":
                return self._words(_ENTITY.match(self.text, found.start()), found, 0)
            case "dollar":
                return self._words(_FORMULA.match(self.text, found.start()), found, 1)
            case "opener":
                opener = _Opener(len(out), found.end(), len(token) > 1, len(self.runs))
                self.openers.append(opener)
                out.append((WORDS, token))
            case "closer":
                return self._close(found)
            case "run":
                self.runs.append(emphasis.run(self.text, found.start(), found.end(), len(out)))
                out.append((WORDS, token))
            case _:
                out.append((BREAK, ""))
        return found.end()

    def _angle(self, at: int) -> int:
        """A tag, an address in angle brackets, or just the character."""
        if found := _TAG.match(self.text, at):
            self.out.append((TAG, found[0]))
            return found.end()
        if found := _ADDRESS.match(self.text, at):
            self.out += [(LINK, found[1]), (WORDS, found[1]), (UNLINK, "")]
            return found.end()
        self.out.append((WORDS, "<"))
        return at + 1

    def _words(self, found: re.Match[str] | None, sign: re.Match[str], group: int) -> int:
        """What a sign introduces, where it introduces anything."""
        self.out.append((WORDS, _unescaped(found[group]) if found else sign[0]))
        return found.end() if found else sign.end()

    def _code(self, found: re.Match[str]) -> int:
        fence = found[0]
        if len(fence) not in self.unclosed:
            closing = re.compile(rf"(?<!`){fence}(?!`)").search(self.text, found.end())
            if closing:
                inside = self.text[found.end() : closing.start()].replace("\n", " ")
                self.out.append((WORDS, inside))
                return closing.end()
            self.unclosed.add(len(fence))
        self.out.append((WORDS, fence))
        return found.end()

    def _close(self, found: re.Match[str]) -> int:
        if not self.openers:
            self.out.append((WORDS, "]"))
            return found.end()
        opener = self.openers.pop()
        if not opener.live:
            self.out.append((WORDS, "]"))
            return found.end()
        target = self._target(self.text[opener.after : found.start()], found.end())
        if target is not None:
            self._link(opener, target[0])
            return target[1]
        if span := _SPAN.match(self.text, found.end()):
            self.out[opener.piece] = (WORDS, "")
            return span.end()
        self.out.append((WORDS, "]"))
        return found.end()

    def _target(self, inside: str, at: int) -> tuple[str, int] | None:
        """The address that a closed bracket leads to, and where its writing ends."""
        if self.text.startswith("(", at):
            if found := _TARGET.match(self.text, at):
                return plain(found[1] if found[1] is not None else found[2] or ""), found.end()
            if found := _LOOSE_TARGET.match(self.text, at):
                return plain(found[1]), found.end()
        if named := _LABEL.match(self.text, at):
            address = self.links.get(label(named[1] or inside))
            if address is not None:
                return address, named.end()
            if named[1].strip():
                return None
        address = self.links.get(label(inside)) if self.links else None
        return None if address is None else (address, at)

    def _link(self, opener: _Opener, address: str) -> None:
        inner = self.runs[opener.runs :]
        del self.runs[opener.runs :]
        emphasis.settle(self.out, inner)
        if opener.image:
            self.out[opener.piece] = (WORDS, "")
            self.out[opener.piece + 1 :] = [
                happening for happening in self.out[opener.piece + 1 :] if happening[0] == WORDS
            ]
            return
        self.out[opener.piece] = (LINK, address)
        self.out.append((UNLINK, ""))
        for outer in self.openers:
            if not outer.image:
                outer.live = False


def plain(text: str) -> str:
    """A text with its escapes and entities resolved."""
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return _ENTITY.sub(lambda found: _unescaped(found[0]), text) if "&" in text else text


def _unescaped(text: str) -> str:
    """An entity as the character it stands for; other text as it is."""
    if text[0] != "&":
        return text
    from html import unescape  # noqa: PLC0415 (its table of entities is only needed here)

    return unescape(text)
