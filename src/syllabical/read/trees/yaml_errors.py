"""What a YAML parser complains of, in words for someone who does not know YAML."""

import re

from syllabical.diagnostics import Diagnostic, Note, Severity
from syllabical.source import Span

DEEPEST = 100
"""How deep values may stand inside one another."""

_INDENT = "indent with blanks; YAML does not take tabs"
_QUOTE = "put the whole value in quotes, as in `'Part 2: trees'`"
_ALIGN = "give keys that belong together the same number of blanks in front"
_MISPLACED = ("block mapping", "block collection", "not allowed", "document start")
_WORD = re.compile(r"\S+|\s")
# Not compiled here: it takes longer than all else in this file, and is rarely asked for.
_UNPRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|(?<!\\A)\ufeff"


def diagnostic(words: str, text: Span, at: int, since: int | None) -> Diagnostic:
    """The parser's words about an offset, said plainly; `since` is where it began to read."""
    at = _visible(text, at)
    line = _line(text, at)
    before = line.part(0, at - line.start).text
    if "\t" in before or text.source.text.startswith("\t", at) or "tab char" in words:
        return _syntax("a tab indents this line", _tab(text, line), help=_INDENT)
    if since is not None and ("quoted" in words or "flow" in words):
        return _unclosed(words, text, at, since)
    if "mapping values" in words:
        return _colon(text, at, line)
    if "could not find expected ':'" in words:
        lost = _line(text, since if since is not None else at).strip()
        return _syntax(f"`{lost.text}` has no `:`", lost, help="write it as `key: value`")
    if any(said in words for said in _MISPLACED):
        return _misplaced(text, at, before, is_over="document start" in words)
    place = _word(text, at)
    return _syntax(f"a value may not start with `{place.text[:1]}`", place, help=_QUOTE)


def unprintable(text: Span) -> Diagnostic:
    """A control character, which YAML forbids."""
    found = re.search(_UNPRINTABLE, text.text)
    at = text.part(found.start(), found.end()) if found else text.part(0, 1)
    message = (
        f"a control character (U+{ord(at.text[0]):04X}) stands here" if at.text else "not text"
    )
    return _syntax(message, at, help="delete it")


def without_unprintable(text: str) -> str:
    """The text with a blank for each character that YAML forbids."""
    return re.sub(_UNPRINTABLE, " ", text)


def second_document(at: Span) -> Diagnostic:
    """A second document in the same file."""
    return _syntax("`---` starts a second document", at, help="keep one, and delete this line")


def strange_alias(at: Span) -> Diagnostic:
    """An alias of nothing, or of what it stands in."""
    message = f"`{at.text}` points to nothing above"
    return _syntax(message, at, help="put the value in quotes if `*` is part of it")


def strange_tag(at: Span) -> Diagnostic:
    """A tag that asks for more than a plain value."""
    word = _word(at, at.start)
    return Diagnostic(
        code="yaml-tag",
        severity=Severity.ERROR,
        message=f"`{word.text}` asks for a type that is not read here",
        at=word,
        help="delete it, or put the value in quotes if `!` is part of it",
    )


def too_deep(at: Span) -> Diagnostic:
    """Values inside values, deeper than any course has them."""
    return Diagnostic(
        code="yaml-too-large",
        severity=Severity.ERROR,
        message=f"values stand more than {DEEPEST} deep inside one another",
        at=at,
        help="close each `[` and `{`, and indent a line only under what it belongs to",
    )


def too_large(at: Span, most: int, *, is_aliased: bool) -> Diagnostic:
    """More than `most` values, those that an alias stands for counted each time."""
    return Diagnostic(
        code="yaml-too-large",
        severity=Severity.ERROR,
        message=f"there are more than {most:,} values"
        + (", those that `*` stands for counted each time" if is_aliased else ""),
        at=at,
        help="write the values out without `&` and `*`"
        if is_aliased
        else "keep only what belongs to the course",
    )


def _syntax(message: str, at: Span, *notes: Note, help: str) -> Diagnostic:
    return Diagnostic(
        code="yaml-syntax",
        severity=Severity.ERROR,
        message=message,
        at=at,
        notes=notes,
        help=help,
    )


def _unclosed(words: str, text: Span, at: int, since: int) -> Diagnostic:
    opened = Span(text.source, since, min(since + 1, text.end))
    if "escape" in words:
        wrong = Span(text.source, at, min(at + 2, text.end))
        help_ = "use single quotes, in which `\\` is a character like any other"
        return _syntax(f"`{wrong.text}` means nothing in double quotes", wrong, help=help_)
    if text.source.text.startswith(":", at) and opened.place[0] == text.source.place(at)[0]:
        return _syntax("a second `:` stands in one value", _word(text, at).part(0, 1), help=_QUOTE)
    message = f"`{opened.text}` is opened and not closed"
    return _syntax(message, opened, Note("before this", _word(text, at)), help="close it")


def _colon(text: Span, at: int, line: Span) -> Diagnostic:
    """A `:` where no key may stand."""
    if re.search(r":\s", line.part(0, at - line.start).text):
        colon = Span(text.source, at, at + 1)
        return _syntax("a second `:` stands in one value", colon, help=_QUOTE)
    above = text.source.text[text.start : line.start].rstrip()
    lost = _line(text, text.start + max(len(above) - 1, 0)).strip()
    if above and ":" not in lost.text:
        return _syntax(f"`{lost.text}` has no `:`", lost, help="write it as `key: value`")
    return _syntax("this line is indented under a value", line.strip(), help=_ALIGN)


def _misplaced(text: Span, at: int, before: str, *, is_over: bool) -> Diagnostic:
    """Something where only the next key may stand, or nothing any more."""
    place = _word(text, at)
    if is_over:
        help_ = "keep one document, without `...` at its end"
        return _syntax(f"`{place.text}` follows the end of the document", place, help=help_)
    if before.strip():
        message = f"`{place.text}` follows a value that has ended"
        return _syntax(message, place, help=_QUOTE)
    return _syntax("this line does not line up with those above", place, help=_ALIGN)


def _visible(text: Span, at: int) -> int:
    """An offset inside the text, the last visible character's where the text has ended."""
    if at < text.end:
        return at
    return text.start + max(len(text.text.rstrip()) - 1, 0)


def _line(text: Span, at: int) -> Span:
    source = text.source
    number, _ = source.place(at)
    start = source.offset(number)
    end = start + len(source.line(number))
    return Span(source, max(start, text.start), max(text.start, min(end, text.end)))


def _tab(text: Span, line: Span) -> Span:
    start = text.source.text.find("\t", line.start)
    return Span(text.source, start, start + 1) if 0 <= start < line.end else line.strip()


def _word(text: Span, at: int) -> Span:
    found = _WORD.match(text.source.text, at, text.end)
    return Span(text.source, at, found.end() if found else at)
