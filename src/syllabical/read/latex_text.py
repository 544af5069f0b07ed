r"""LaTeX tokens → the plain text, links and struck words that a reader of the printed page sees."""

import re
from collections.abc import Callable, Sequence

from syllabical.model.table import Cell
from syllabical.read import latex_words
from syllabical.read.cell_builder import CellBuilder
from syllabical.read.latex_tokens import Kind, Token, partners
from syllabical.source import Source, Span

_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"))
_TRIMMING = re.compile(r"\([lr]*(?:[\d.]+\w\w)?[lr]*\)")
"""What stands between `\\cmidrule` and its columns."""

_LONGEST_OPTION = 100
_MOST_GROUPS = 9


class Document:
    """The tokens of a page, and what they say."""

    def __init__(self, source: Source, tokens: Sequence[Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.ends = partners(tokens)

    def kind(self, at: int) -> Kind | None:
        """What a token is; nothing beyond the last."""
        return self.tokens[at].kind if at < len(self.tokens) else None

    def word(self, at: int) -> str:
        """The name of a control word; empty for another token."""
        return self.tokens[at].text if self.kind(at) is Kind.WORD else ""

    def span(self, start: int, stop: int) -> Span:
        """Where tokens stand; a point where there are none."""
        if start >= stop:
            at = self.tokens[min(start, len(self.tokens)) - 1].end if self.tokens and start else 0
            return self.source.span(at, at)
        found = self.tokens[start:stop]
        return self.source.span(
            min(token.start for token in found), max(token.end for token in found)
        )

    def after_blanks(self, at: int) -> int:
        """The first token from here that is no blank."""
        while self.kind(at) is Kind.BLANK:
            at += 1
        return at

    def after_option(self, at: int) -> int:
        """The token behind `[…]`; the same where there is none."""
        begin = self.after_blanks(at)
        if begin >= len(self.tokens) or self.tokens[begin].text != "[":
            return at
        end = begin + 1
        while end < min(len(self.tokens), begin + _LONGEST_OPTION):
            token = self.tokens[end]
            if token.text == "]" and token.kind is Kind.OTHER:
                return end + 1
            if token.kind in (Kind.CLOSE, Kind.PARAGRAPH, Kind.ALIGN):
                break
            end = self.ends.get(end, end) + 1
        return at

    def group(self, at: int) -> tuple[int, int] | None:
        """The group that comes next, options passed over: where it begins and ends inside."""
        begin = self.after_option(at)
        while begin != at:
            at, begin = begin, self.after_option(begin)
        begin = self.after_blanks(begin)
        if self.kind(begin) is not Kind.OPEN or begin not in self.ends:
            return None
        return begin + 1, self.ends[begin]

    def groups(self, at: int, count: int) -> list[tuple[int, int]]:
        """The groups that come next, at the most so many."""
        found: list[tuple[int, int]] = []
        while len(found) < count and (group := self.group(at)):
            found.append(group)
            at = group[1] + 1
        return found

    def after(self, at: int) -> int:
        """The token behind a control word or beginning environment and what is said silently."""
        token = self.tokens[at]
        if token.kind is Kind.BEGIN:
            count = latex_words.ENVIRONMENTS.get(token.text, 0)
        elif token.kind is Kind.WORD and (found := latex_words.groups(token.text)) is not None:
            count = found
        else:
            return at + 1
        at = self._after_options(at + 1)
        if self.kind(at) is Kind.TEXT and _TRIMMING.fullmatch(self.tokens[at].text):
            at += 1
        for _, end in self.groups(at, count):
            at = end + 1
        if token.text in latex_words.DRESSING:
            words = self.group(at)
            return words[0] - 1 if words else at
        return self._after_options(at) if count else at

    def _after_options(self, at: int) -> int:
        while (after := self.after_option(at)) != at:
            at = after
        return at

    def is_silent(self, at: int) -> bool:
        """Whether a token says nothing by itself."""
        if self.kind(at) in (Kind.BLANK, Kind.PARAGRAPH):
            return True
        return latex_words.is_silent(self.word(at))

    def trimmed(self, start: int, stop: int) -> tuple[int, int]:
        """A stretch of tokens without what says nothing at its ends."""
        while start < stop and self.is_silent(start):
            start = max(start + 1, self.after(start))
        while start < stop and self.kind(stop - 1) in (Kind.BLANK, Kind.PARAGRAPH):
            stop -= 1
        return min(start, stop), stop

    def cell(self, start: int, stop: int) -> Cell:
        """What a stretch of tokens shows."""
        start, stop = self.trimmed(start, stop)
        made = CellBuilder()
        _Words(self, made).say(start, stop)
        return made.cell(self.span(start, stop))


class _Words:
    """Says what tokens show, one after the other."""

    def __init__(self, document: Document, made: CellBuilder) -> None:
        self._document = document
        self._made = made
        self._at_end: dict[int, list[Callable[[], None]]] = {}
        """What is to be done where a group ends."""

    def say(self, at: int, stop: int) -> None:
        """Say the tokens of a stretch."""
        while at < stop:
            for act in self._at_end.pop(at, ()):
                act()
            at = self._token(at)

    def _token(self, at: int) -> int:
        """Say a token; where the next one to say is."""
        document = self._document
        token = document.tokens[at]
        match token.kind:
            case Kind.TEXT:
                self._made.say(_text(token.text))
            case Kind.BLANK | Kind.ALIGN:
                self._made.say(" ")
            case Kind.PARAGRAPH | Kind.END:
                self._made.end_line()
            case Kind.OTHER:
                self._other(at)
            case Kind.ADDRESS:
                self._address(at)
            case Kind.SYMBOL:
                self._show(latex_words.SYMBOLS.get(token.text, ""))
                return document.after_option(at + 1) if token.text == "\\" else at + 1
            case Kind.BEGIN:
                self._made.end_line()
                return document.after(at)
            case Kind.WORD:
                return self._word(at)
            case _:
                pass
        return at + 1

    def _show(self, shown: str) -> None:
        if shown == "\n":
            self._made.end_line()
        elif shown:
            self._made.say(shown)

    def _other(self, at: int) -> None:
        """Brackets and blanks as they are; what raises or lowers a group, and dollars, vanish."""
        mark = self._document.tokens[at].text
        behind = self._document.kind(at + 1)
        is_star = behind is Kind.TEXT and self._document.tokens[at + 1].text.startswith("*")
        if mark == "~":
            self._made.say(" ")
        elif mark in "[]" or (mark in "^_" and behind is not Kind.OPEN and not is_star):
            self._made.say(mark)

    def _address(self, at: int) -> None:
        address = self._document.tokens[at].text
        self._made.begin_link(address.removeprefix("\0"))
        group = self._document.group(at + 1) if address.startswith("\0") else None
        if group:
            self._at_end.setdefault(group[1], []).append(self._made.end_link)
            return
        self._made.say(address.removeprefix("\0"))
        self._made.end_link()

    def _word(self, at: int) -> int:
        """Say what a control word shows; where the next token to say is."""
        document = self._document
        word = document.tokens[at].text
        shown = latex_words.shown(word)
        if word == "item":
            return self._item(at)
        if word in latex_words.STRUCK and (group := document.group(at + 1)):
            self._made.begin_struck()
            self._at_end.setdefault(group[1], []).append(self._made.end_struck)
        if shown:
            self._show(shown)
        if latex_words.groups(word) is not None:
            return document.after(at)
        if shown:
            # A blank after a letter only ends its name; after a sign authors mean it.
            return at + 1 + (document.kind(at + 1) is Kind.BLANK and latex_words.is_letter(word))
        # What is unknown shows its groups, as what makes them bold does, with a blank between.
        begin = at + 1
        if begin < len(document.tokens) and document.tokens[begin].text == "[":
            begin = document.after_option(begin)
        for start, _ in document.groups(begin, _MOST_GROUPS)[1:]:
            self._at_end.setdefault(start - 1, []).append(lambda: self._made.say(" "))
        return begin + (begin == at + 1 and document.kind(begin) is Kind.BLANK)

    def _item(self, at: int) -> int:
        r"""A list item: `\item[Due] Sheet 1` says "Due: Sheet 1"."""
        self._made.end_line()
        end = self._document.after_option(at + 1)
        begin = self._document.after_blanks(at + 1) + 1
        if end > begin:
            self.say(begin, end - 1)
            last = self._document.tokens[end - 2].text[-1:]
            self._made.say(" " if last in ":.)" else ": ")
        return end


def _text(text: str) -> str:
    if "-" in text or "`" in text or "'" in text:
        for written, shown in _LIGATURES:
            text = text.replace(written, shown)
    return text
